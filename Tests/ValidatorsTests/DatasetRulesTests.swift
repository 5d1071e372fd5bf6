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

  @Test(arguments: cases) func `keeps its examples however they are split`(_ c: Case) {
    expectHolds(c.example, c.type)
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
    let whole = linesFailing(validator, .person, records, cores: 1, seed: 1)
    let counts = Dictionary(grouping: records.indices) { records[$0][.customerKey] ?? "" }
    #expect(whole == counts.values.filter { $0.count > 1 }.flatMap { $0 }.sorted())
    for cores in [2, 5, 16] {
      #expect(
        linesFailing(validator, .person, records, cores: cores, seed: UInt64(cores)) == whole)
    }
  }
}
