import Findings
import Records
import References
import TestSupport
import Testing
import Validators

@Suite struct `The region rules on an earlier or later day` {
  static let cache = ReferenceCache()
  static let history = try! DivisionHistory(from: Repository.mappings)
  var history: DivisionHistory { Self.history }

  private func context(_ day: String) -> Context {
    Context(asOf: Day(day)!, mappings: Repository.mappings, cache: Self.cache)
  }

  private func outcomes(
    _ type: any RecordValidator.Type, _ day: String, _ records: [[DataElement: String]]
  ) -> [Outcome] {
    let validator = type.init(context(day))
    let batch = RecordBatch(party: .person, records: records)
    return records.indices.map { index in
      var facts = Facts()
      return validator.check(batch[index], &facts)
    }
  }

  private func finding(_ day: String, _ cells: [DataElement: String]) -> FindingWriter {
    let validator = RegionCodeSuperseded(context(day))
    let batch = RecordBatch(party: .person, records: [cells])
    var facts = Facts()
    var finding = FindingWriter(language: .zh)
    finding.begin(
      FindingWriter.RulePrefix(RegionCodeSuperseded.rule, severity: .error, language: .zh),
      party: .person, key: batch[0][.customerKey], branch: batch[0][.branch],
      owner: batch[0][.owner], source: "例", row: 1)
    validator.explain(batch[0], &facts, &finding)
    return finding
  }

  @Test(arguments: [1985, 1995, 2003, 2012, 2016, 2020, 2026])
  func `call no code superseded in a year whose list has it`(year: Int) {
    var records: [[DataElement: String]] = []
    for life in history.lives.indices {
      let row = history.lives[life]
      if row.kind == .regular, row.contains(year) { records.append([.regionCode: "\(row.code)"]) }
    }
    #expect(records.count > 2500)
    for (type, name) in [
      (RegionCodeSuperseded.self as any RecordValidator.Type, "ADR006"),
      (RegionCodeUnknown.self, "ADR005"),
    ] {
      let found = outcomes(type, "\(year)-06-30", records)
      for (record, outcome) in zip(records, found) where outcome != .passed {
        Issue.record("\(name) \(record) \(year)")
      }
    }
  }

  @Test func `call no code unknown or superseded that came later`() {
    var records: [[DataElement: String]] = []
    for life in history.lives.indices where history.isListed(life, in: history.lastYear) {
      if history.lives[life].first > 2013 {
        records.append([.regionCode: "\(history.lives[life].code)"])
      }
    }
    #expect(records.count > 200)
    for type in [RegionCodeSuperseded.self, RegionCodeUnknown.self] as [any RecordValidator.Type] {
      #expect(outcomes(type, "2013-06-30", records).allSatisfy { $0 == .passed })
    }
  }

  @Test(arguments: [2001, 2010, 2019, 2026])
  func `suggest what the list of that year has`(year: Int) throws {
    var failed = 0
    let validator = RegionCodeSuperseded(context("\(year)-12-31"))
    for life in history.lives.indices where history.lives[life].kind == .regular {
      let code = history.lives[life].code
      let batch = RecordBatch(party: .person, records: [[.regionCode: "\(code)"]])
      var facts = Facts()
      guard validator.check(batch[0], &facts) == .failed else { continue }
      failed += 1
      let told = finding("\(year)-12-31", [.regionCode: "\(code)"])
      #expect(told.action == .auto || told.action == .confirm, "\(code)")
      if told.suggestion.isEmpty { continue }
      let next = try #require(Int32(String(decoding: told.suggestion, as: UTF8.self)))
      #expect(history.lives(of: next).contains { history.isListed($0, in: year) }, "\(code)")
      if failed > 400 { break }
    }
    #expect(failed > 300)
  }

  @Test func `follow 南康 through its changes`() {
    let cells: [DataElement: String] = [
      .regionCode: "362122", .address: "江西省赣州市南康区东山街道",
    ]
    let then = finding("2005-06-30", cells)
    #expect(then.suggestion == Array("360782".utf8) && then.action == .auto)
    let now = finding("2026-10-31", cells)
    #expect(now.suggestion == Array("360703".utf8) && now.action == .confirm)
    let evidence = String(decoding: now.evidence, as: UTF8.self)
    #expect(
      evidence
        == "原为江西省赣州地区南康县；1995年撤县设市（民行批〔1995〕19号）：362103 南康市；"
        + "1998年随上级变更改码（国函〔1998〕114号）：360782 南康市；"
        + "2013年市→区（国函〔2013〕114号）：360703 南康区；地址写明江西省赣州市南康区")
    #expect(
      String(decoding: now.expected, as: UTF8.self)
        == "360703 江西省赣州市南康区；360702 江西省赣州市章贡区")
  }

  @Test func `leave open what a later list may have`() {
    let records: [[DataElement: String]] = [
      [.regionCode: "360799"], [.regionCode: "990101"], [.regionCode: "36079"],
      [.regionCode: "360702"],
    ]
    let unknown = RegionCodeUnknown.self
    #expect(outcomes(unknown, "2026-10-31", records) == [.failed, .failed, .failed, .passed])
    #expect(
      outcomes(unknown, "2028-01-31", records)
        == [.notEvaluated(.referenceMissing), .failed, .failed, .passed])
  }

  @Test func `hold nothing but the province against a code found by likeness`() {
    // 332582 is one list's number for 丽水市, today 莲都区 of 丽水市.
    let records: [[DataElement: String]] = [
      [.regionCode: "332582", .address: "浙江省温州市鹿城区人民路1号"],
      [.regionCode: "332582", .address: "江西省赣州市章贡区红旗大道86号"],
    ]
    #expect(
      outcomes(RegionCodeContradictsAddress.self, "2026-10-31", records) == [.passed, .failed])
  }
}
