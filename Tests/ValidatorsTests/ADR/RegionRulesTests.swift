import Findings
import Records
import References
import TestSupport
import Testing
import Validators

@Suite struct `The region rules` {
  static func outcomes(
    _ types: [any RecordValidator.Type], _ records: [[DataElement: String]]
  ) -> [String: [Outcome]] {
    let context = Context.sample()
    let batch = RecordBatch(party: .person, records: records)
    var result: [String: [Outcome]] = [:]
    for type in types {
      let validator = type.init(context)
      result[type.rule.id] = records.indices.map { index in
        var facts = Facts()
        return validator.check(batch[index], &facts)
      }
    }
    return result
  }

  static func path(_ code: Int32, _ divisions: Divisions) -> String {
    var text: [UInt8] = []
    divisions.appendPath(of: code, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  @Test func `pass every county with its own code, address and postcode`() throws {
    let divisions = try Divisions(from: Repository.mappings)
    let postcodes = try Postcodes(from: Repository.mappings)
    var records: [[DataElement: String]] = []
    for code in Int32(110_000)..<710_000 {
      guard let row = divisions.row(of: code), divisions.standing(of: row) == .current,
        divisions.level(of: row) == .county
      else { continue }
      records.append([
        .regionCode: "\(code)", .address: Self.path(code, divisions) + "人民路1号",
        .postcode: postcodes.postcode(of: code).map { "\($0 + 1_000_000)".dropFirst() }
          .map { String($0) } ?? "",
      ])
    }
    #expect(records.count > 2800)
    let found = Self.outcomes(
      [
        AddressPlaceholder.self, AddressWithoutCounty.self, RegionCodeUnknown.self,
        RegionCodeSuperseded.self, RegionCodeContradictsAddress.self,
        PostcodeContradictsRegion.self, AddressDivisionsContradictEachOther.self,
        AddressTooShort.self, AddressGarbled.self, AddressRepeatsItself.self,
      ], records)
    for (rule, outcomes) in found {
      for (index, outcome) in outcomes.enumerated() where outcome != .passed {
        let isUnknown = rule == "ADR008" && outcome == .notApplicable
        #expect(isUnknown, "\(rule) \(records[index])")
      }
    }
  }

  @Test func `find a region code of another province everywhere`() throws {
    let divisions = try Divisions(from: Repository.mappings)
    var records: [[DataElement: String]] = []
    for code in Int32(110_000)..<710_000 {
      guard let row = divisions.row(of: code), divisions.standing(of: row) == .current,
        divisions.level(of: row) == .county
      else { continue }
      let other = code / 10_000 == 36 ? "440305" : "360702"
      records.append([
        .regionCode: other, .address: Self.path(code, divisions) + "人民路1号",
      ])
    }
    let found = Self.outcomes([RegionCodeContradictsAddress.self], records)
    for outcomes in found.values {
      #expect(outcomes.allSatisfy { $0 == .failed })
    }
  }

  @Test func `never set an old code against the address of its successors`() throws {
    let divisions = try Divisions(from: Repository.mappings)
    var records: [[DataElement: String]] = []
    for code in Int32(110_000)..<710_000 {
      guard let row = divisions.row(of: code), divisions.standing(of: row) == .superseded else {
        continue
      }
      for index in 0..<divisions.successorCount(of: row) {
        records.append([
          .regionCode: "\(code)",
          .address: Self.path(divisions.successor(of: row, index), divisions) + "人民路1号",
        ])
      }
    }
    #expect(records.count > 3000)
    let found = Self.outcomes([RegionCodeContradictsAddress.self], records)
    for (index, outcome) in (found["ADR007"] ?? []).enumerated() {
      #expect(outcome == .passed, "\(records[index])")
    }
  }

  @Test func `stand any bytes`() {
    var random = AddressRandom(seed: 42)
    var batch = RecordBatch(
      layout: RecordLayout(
        party: .person, elements: [.address, .regionCode, .postcode, .phone, .email]))
    let count = 2000
    for _ in 0..<count {
      batch.cells.append(.empty)
      for _ in 0..<5 {
        let start = batch.bytes.count
        for _ in 0..<(random.next() % 30) {
          batch.bytes.append(UInt8(truncatingIfNeeded: random.next()))
        }
        batch.cells.append(Cell(batch.bytes.span.trimmedRange(start..<batch.bytes.count)))
      }
      batch.lines.append(0)
    }
    let context = Context.sample()
    for type in Catalogue.recordValidators where ["ADR", "CTC"].contains(type.rule.family) {
      let validator = type.init(context)
      var failed = 0
      for index in 0..<count {
        var facts = Facts()
        guard validator.check(batch[index], &facts) == .failed else { continue }
        failed += 1
        var finding = FindingWriter(language: .en)
        finding.begin(
          FindingWriter.RulePrefix(type.rule, severity: .error, language: .en), party: .person,
          key: "1".utf8.span, branch: "1".utf8.span, owner: "".utf8.span, source: "s", row: 1)
        validator.explain(batch[index], &facts, &finding)
        finding.end()
        #expect(finding.count == 1)
      }
      #expect(failed < count)
    }
  }
}
