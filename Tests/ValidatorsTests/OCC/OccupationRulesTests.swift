import Findings
import Records
import References
import TestSupport
import Testing
import Validators

@Suite struct `Occupation rules` {
  let context = Context.sample()

  private func outcome<V: RecordValidator>(_ validator: V, _ cells: [DataElement: String])
    -> Outcome
  {
    let batch = RecordBatch(party: .person, records: [cells])
    var facts = Facts()
    return validator.check(batch[0], &facts)
  }

  private func codes(_ table: String, _ column: String = "code") throws -> [String] {
    let rows = try ReferenceTable(table, from: Repository.mappings)
    let place = try rows.column(column)
    return (0..<rows.count).map { rows.text($0, place) }
  }

  @Test(arguments: [
    "codes/gbt6565-2015.csv", "codes/occupations-1999.csv", "codes/occupations-2022.csv",
    "codes/occupation-lists.csv",
  ])
  func `call no code of a list unknown`(_ table: String) throws {
    let unknown = OccupationCodeUnknown(context)
    for code in try codes(table) {
      #expect(outcome(unknown, [.occupationCode: code]) == .passed, "\(code)")
    }
  }

  @Test func `call no code in force superseded`() throws {
    let superseded = OccupationCodeSuperseded(context)
    for table in [
      "codes/gbt6565-2015.csv", "codes/occupations-2022.csv", "codes/occupation-lists.csv",
    ] {
      for code in try codes(table) {
        #expect(outcome(superseded, [.occupationCode: code]) == .passed, "\(code)")
      }
    }
  }

  @Test func `call every five digits in no list unknown`() throws {
    let known = Set(
      try codes("codes/gbt6565-2015.csv") + codes("codes/occupations-1999.csv")
        + codes("codes/occupations-2022.csv", "gbm_code"))
    let unknown = OccupationCodeUnknown(context)
    for number in stride(from: 10_000, to: 100_000, by: 7) where !known.contains(String(number)) {
      #expect(outcome(unknown, [.occupationCode: String(number)]) == .failed, "\(number)")
    }
  }

  @Test func `call every unclear text unclear, and no class but the one asked for`() throws {
    let table = try ReferenceTable("codes/occupation-unclear.csv", from: Repository.mappings)
    let (scheme, kind) = (try table.column("code_scheme"), try table.column("class"))
    let all = Context(
      asOf: exampleDay, mappings: Repository.mappings,
      parameters: ["OCC003": ["classes": .texts(["unclear", "vague", "needs_explanation"])]])
    let (few, many) = (OccupationUnclear(context), OccupationUnclear(all))
    var seen = 0
    for row in 0..<table.count
    where table.text(row, scheme) == "TEXT" && !table.text(row, 0).isEmpty {
      let cells: [DataElement: String] = [.occupationCode: "", .occupationText: table.text(row, 0)]
      let expected: Outcome = table.text(row, kind) == "unclear" ? .failed : .passed
      #expect(outcome(few, cells) == expected, "\(table.text(row, 0))")
      #expect(outcome(many, cells) == .failed, "\(table.text(row, 0))")
      seen += 1
    }
    #expect(seen > 50)
  }

  @Test func `speak of one fault with one voice`() throws {
    // An empty, unknown or unclear code is one finding of OCC001, OCC002 and OCC003.
    let validators: [any RecordValidator] = [
      OccupationMissing(context), OccupationCodeUnknown(context),
      OccupationUnclear(context), OccupationCodeSuperseded(context),
      OccupationTooCoarse(context),
    ]
    for code in ["", "29998", "80000", "其他", "9999", "没有", "护士", "011", "20000", "X1"] {
      let failed = validators.filter {
        outcome($0, [.occupationCode: code, .occupationText: ""]) == .failed
      }
      #expect(failed.count == 1, "\(code)")
    }
  }

  @Test func `take fillers for what they are and names for names`() {
    let filler = EmployerPlaceholder(context)
    var random = SplitMix(seed: 7)
    let characters = Array("赣州市章贡区向阳商贸有限公司第三人民医院水东小学")
    for _ in 0..<2000 {
      let length = Int.random(in: 2...20, using: &random)
      var name = (0..<length).map { _ in String(characters.randomElement(using: &random) ?? "市") }
        .joined()
      if Set(name).count == 1 { name += "院市" }
      #expect(
        outcome(filler, [.employer: name, .occupationCode: "20800"]) == .passed || name == "公司",
        "\(name)")
      let one = String(characters.randomElement(using: &random) ?? "市")
      #expect(
        outcome(
          filler, [.employer: String(repeating: one, count: length), .occupationCode: "50101"])
          == .failed)
      let digits = String(Int.random(in: 0...999_999, using: &random))
      #expect(outcome(filler, [.employer: digits, .occupationCode: "50101"]) == .failed)
    }
  }

  @Test func `read any bytes without a crash`() {
    var random = SplitMix(seed: 20_261_031)
    let elements: [DataElement] = [
      .occupationCode, .occupationText, .employer, .birthDate, .documentNumber, .documentType,
    ]
    let pieces: [[UInt8]] = [
      Array("80000".utf8), Array("无".utf8), Array("教师".utf8), [0xEF, 0xBC], [0xEF], [0xE3, 0x80],
      [0xFF], Array("2-05-08-01".utf8), Array("20500".utf8), Array("１２".utf8), [0xF0, 0x9F], [0x20],
    ]
    let types = Catalogue.recordValidators.filter { ["OCC", "CMP"].contains($0.rule.family) }
    #expect(types.count >= 13)
    var batch = RecordBatch(layout: RecordLayout(party: .person, elements: elements))
    for index in 0..<500 {
      batch.cells.append(.empty)
      for _ in elements {
        let start = batch.bytes.count
        for _ in 0..<Int.random(in: 0...4, using: &random) {
          if Bool.random(using: &random) {
            batch.bytes += pieces[Int.random(in: 0..<pieces.count, using: &random)]
          } else {
            batch.bytes.append(UInt8.random(in: 0...255, using: &random))
          }
        }
        batch.cells.append(Cell(batch.bytes.span.trimmedRange(start..<batch.bytes.count)))
      }
      batch.lines.append(UInt32(index))
    }
    func run<V: RecordValidator>(_ type: V.Type) -> Int {
      let validator = V(context)
      var failed = 0
      for index in 0..<batch.count {
        let record = batch[index]
        var facts = Facts()
        guard validator.check(record, &facts) == .failed else { continue }
        failed += 1
        var finding = FindingWriter(language: .en)
        finding.begin(
          FindingWriter.RulePrefix(V.rule, severity: .error, language: .en), party: .person,
          key: record[.customerKey], branch: record[.branch], owner: record[.owner], source: "t",
          row: index)
        validator.explain(record, &facts, &finding)
        finding.end()
        #expect(finding.count >= 1)
      }
      return failed
    }
    #expect(types.reduce(0) { $0 + run($1) } > 0)
  }
}

/// A small generator with a fixed start.
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
