import Findings
import Records
import TestSupport
import Testing

@testable import Validators

/// What a rule on pairs of records finds in some records, split over cores at random.
func likenesses<V: LikenessValidator>(
  _ validator: V, _ records: [[DataElement: String]], cores: Int, seed: UInt64
) -> LikenessResult {
  var random = SeededGenerator(seed: seed)
  let party = V.rule.parties[0]
  // Parts are blocks of a few records, as they come off a file.
  var parts = (0..<cores).map { _ in
    (records: validator.makeRecords(), roster: Roster(keepingNames: true))
  }
  let batch = RecordBatch(party: party, records: records)
  var start = 0
  while start < records.count {
    let block = start..<min(start + Int.random(in: 1...7, using: &random), records.count)
    let core = Int.random(in: 0..<cores, using: &random)
    var facts = [Facts](repeating: Facts(), count: block.count)
    for index in block {
      let position = RecordPosition(source: 0, file: 0, line: index)
      parts[core].roster.add(batch[index], party: party, at: position)
    }
    validator.collect(batch, block, facts: &facts, into: &parts[core].records) { _ in
      false
    } absent: { _ in
    }
    start = block.upperBound
  }
  parts.shuffle(using: &random)
  return validator.conclude(parts)
}

/// Each line with the lines that it is alike, and how.
func lines(_ result: LikenessResult) -> [String] {
  result.records.map { record in
    let others = record.others.map { "\($0.holder.position.line):\($0.likeness.points)" }
    return "\(record.holder.position.line) ~ \(others.joined(separator: " "))"
  }
}

@Suite struct `Every rule on likely the same records` {
  struct Case: Sendable, CustomTestStringConvertible {
    let type: any LikenessValidator.Type
    let example: GroupExample
    var testDescription: String { "\(type.rule.id) line \(example.line)" }
  }
  static let cases = Catalogue.likenessValidators.flatMap { type in
    type.rule.groups.map { Case(type: type, example: $0) }
  }

  @Test(arguments: cases) func `keeps its examples however they are split`(_ c: Case) {
    func check<V: LikenessValidator>(_ type: V.Type) {
      let place = SourceLocation(
        fileID: c.example.fileID, filePath: "Sources/" + c.example.fileID, line: c.example.line,
        column: 1)
      let validator = V(.sample())
      for cores in 1...3 {
        let found = likenesses(validator, c.example.records, cores: cores, seed: UInt64(cores))
        #expect(
          found.records.map { Int($0.holder.position.line) } == c.example.failing,
          "\(V.rule.id) \(c.example.remark)", sourceLocation: place)
      }
    }
    check(c.type)
  }

  @Test func `has three examples that fail and three that pass`() {
    for type in Catalogue.likenessValidators {
      #expect(type.rule.groups.count { !$0.failing.isEmpty } >= 3, "\(type.rule.id)")
      #expect(type.rule.groups.count { $0.failing.isEmpty } >= 3, "\(type.rule.id)")
      #expect(!type.rule.status.reachesBranches)
    }
  }

  /// The finding on a record as it is written.
  private static func written(
    _ record: LikenessResult.Record?, _ language: Language
  ) -> WrittenFinding? {
    guard let record else { return nil }
    let nothing: [UInt8] = []
    var finding = FindingWriter(language: language)
    finding.begin(
      FindingWriter.RulePrefix(LikelySamePerson.rule, severity: .notice, language: language),
      party: .person, key: nothing.span, branch: nothing.span, owner: nothing.span, source: "例",
      row: 1)
    LikelySamePerson(.sample()).explain(record, &finding)
    finding.end()
    return WrittenFinding(firstOf: finding)
  }

  @Test func `says why, and whom else it is about`() throws {
    let validator = LikelySamePerson(.sample())
    let example = LikelySamePerson.rule.groups[0]
    let result = likenesses(validator, example.records, cores: 1, seed: 1)
    for (language, words) in [
      (Language.zh, "客户号 P2（可能）：姓名相同；出生日期相同；证件号码仅一位不同"),
      (
        .en,
        "customer P2 (likely): same name; same date of birth; document numbers differ in one character"
      ),
    ] {
      let written = try #require(Self.written(result.records.first, language))
      #expect(written.text(.evidence) == words)
      #expect(written.text(.value) == "王小明")
      #expect(written.action == .review)
    }
  }

  @Test func `names ten others and shows that there are more`() throws {
    // Numbers with one wrong character each, every pair of them apart by one or two.
    let number = Array("360721198001011237")
    let records = (0..<14).map { index -> [DataElement: String] in
      var mistyped = number
      if index > 0 { mistyped[index] = number[index] == "9" ? "8" : "9" }
      return [
        .customerKey: "P\(index)", .name: "王小明", .documentType: "1010", .phone: "13970712345",
        .documentNumber: String(mistyped), .birthDate: "1980-01-01",
      ]
    }
    let validator = LikelySamePerson(.sample())
    let result = likenesses(validator, records, cores: 2, seed: 5)
    let first = try #require(result.records.first)
    #expect(first.holder.recordKey == Array("P0".utf8))
    let evidence = Self.written(first, .en)?.text(.evidence) ?? ""
    #expect(evidence.split(separator: "customer ").count == LikenessResult.most)
    #expect(evidence.hasSuffix("…"))
  }

  @Test func `does not compare what more than fifty records share`() {
    func records(_ count: Int) -> [[DataElement: String]] {
      (0..<count).map {
        [
          .customerKey: "P\($0)", .name: "王小明", .birthDate: "1980-01-01",
          .phone: "1397071\(1000 + $0)", .address: "赣州市章贡区红旗大道\($0)号\($0)栋501室",
        ]
      }
    }
    let validator = LikelySamePerson(.sample())
    let few = likenesses(validator, records(50), cores: 2, seed: 1)
    #expect(few.counts.compared == 50 * 49 / 2)
    #expect(few.counts.largeGroups == 0)
    let many = likenesses(validator, records(51), cores: 2, seed: 1)
    #expect(many.counts.compared == 0)
    #expect(many.counts.largeGroups == 1)
    #expect(many.counts.recordsInLargeGroups == 51)
    #expect(many.records.isEmpty && few.records.isEmpty)
  }

  @Test func `leaves out records that it is not asked of`() {
    let validator = LikelySamePerson(.sample())
    let records = LikelySamePerson.rule.groups[0].records
    let batch = RecordBatch(party: .person, records: records)
    var part = (records: validator.makeRecords(), roster: Roster(keepingNames: true))
    var facts = [Facts](repeating: Facts(), count: records.count)
    for index in records.indices {
      part.roster.add(
        batch[index], party: .person, at: RecordPosition(source: 0, file: 0, line: index))
    }
    validator.collect(batch, 0..<records.count, facts: &facts, into: &part.records) {
      $0 == 1
    } absent: { _ in
      Issue.record("nothing is absent")
    }
    #expect(validator.conclude([part]).records.isEmpty)
  }

  @Test func `cannot speak of a record without name and number`() {
    let validator = LikelySamePerson(.sample())
    let batch = RecordBatch(
      party: .person,
      records: [[.customerKey: "P1", .name: "不详", .documentNumber: "", .phone: "13970712345"]])
    var records = validator.makeRecords()
    var facts = [Facts()]
    var absent: [Int] = []
    validator.collect(batch, 0..<1, facts: &facts, into: &records) {
      _ in
      false
    } absent: {
      absent.append($0)
    }
    #expect(absent == [0])
  }
}
