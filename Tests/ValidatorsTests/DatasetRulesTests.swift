import Findings
import Records
import TestSupport
import Testing
import Validators

@Suite struct `Every rule on all records together` {
  struct Case: Sendable, CustomTestStringConvertible {
    let type: any DatasetValidator.Type
    let example: GroupExample
    var testDescription: String { "\(type.rule.id) line \(example.line)" }
  }
  static let cases = Catalogue.datasetValidators.flatMap { type in
    type.rule.groups.map { Case(type: type, example: $0) }
  }

  /// Lines of the records that fail, when the records are split over `cores` at random.
  static func failing(
    _ validator: some DatasetValidator, _ party: Party, _ records: [[DataElement: String]],
    cores: Int, seed: UInt64
  ) -> [Int] {
    var random = SeededGenerator(seed: seed)
    let batch = RecordBatch(party: party, records: records)
    var parts = [(keys: KeyedHolders, roster: Roster)](
      repeating: (KeyedHolders(), Roster(keepingNames: true)), count: cores)
    for index in 0..<batch.count {
      let core = Int.random(in: 0..<cores, using: &random)
      var facts = Facts()
      let position = RecordPosition(source: 0, file: 0, line: index)
      parts[core].roster.add(batch[index], party: party, at: position)
      parts[core].keys.add([validator.key(batch[index], &facts)], count: 1)
    }
    parts.shuffle(using: &random)
    return KeyedHolders.groups(parts).filter { validator.fails($0.holders) }
      .flatMap { $0.holders.map { Int($0.position.line) } }.sorted()
  }

  @Test(arguments: cases) func `keeps its examples however they are split`(_ c: Case) {
    func check<V: DatasetValidator>(_ type: V.Type) {
      let place = SourceLocation(
        fileID: c.example.fileID, filePath: "Sources/" + c.example.fileID, line: c.example.line,
        column: 1)
      for party in V.rule.parties {
        for cores in 1...3 {
          let found = Self.failing(
            V(.sample()), party, c.example.records, cores: cores, seed: UInt64(cores))
          #expect(
            found == c.example.failing, "\(V.rule.id) \(c.example.remark)", sourceLocation: place)
        }
      }
    }
    check(c.type)
  }

  @Test func `has three examples that fail and three that pass`() {
    for type in Catalogue.datasetValidators {
      #expect(type.rule.groups.count { !$0.failing.isEmpty } >= 3, "\(type.rule.id)")
      #expect(type.rule.groups.count { $0.failing.isEmpty } >= 3, "\(type.rule.id)")
    }
  }

  @Test func `finds the same groups for any split of ten thousand records`() {
    var random = SeededGenerator(seed: 3)
    let records = (0..<10_000).map { _ -> [DataElement: String] in
      [.customerKey: "K\(Int.random(in: 0..<8_000, using: &random))"]
    }
    let validator = CustomerKeyRepeated(.sample())
    let whole = Self.failing(validator, .person, records, cores: 1, seed: 1)
    let counts = Dictionary(grouping: records.indices) { records[$0][.customerKey] ?? "" }
    #expect(whole == counts.values.filter { $0.count > 1 }.flatMap { $0 }.sorted())
    for cores in [2, 5, 16] {
      #expect(
        Self.failing(validator, .person, records, cores: cores, seed: UInt64(cores)) == whole)
    }
  }
}
