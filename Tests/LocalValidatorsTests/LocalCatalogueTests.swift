import Findings
import LocalValidators
import TestSupport
import Testing
import Validators

@Suite struct `Every rule of the bank's own` {
  struct Case: Sendable, CustomTestStringConvertible {
    let type: any RecordValidator.Type
    let example: Example
    var testDescription: String { "\(type.rule.id) line \(example.line)" }
  }
  static let cases = LocalCatalogue.recordValidators.flatMap { type in
    type.rule.examples.map { Case(type: type, example: $0) }
  }

  @Test(arguments: cases) func `keeps its examples`(_ c: Case) {
    expectHolds(c.example, c.type, .sample(without: c.example.missing))
  }

  @Test func `on all records together keeps its examples however they are split`() {
    for type in LocalCatalogue.datasetValidators {
      for example in type.rule.groups { expectHolds(example, type) }
    }
  }

  @Test func `has three examples that fail and three that pass`() {
    for type in LocalCatalogue.recordValidators {
      #expect(type.rule.examples.count { $0.outcome == .failed } >= 3, "\(type.rule.id)")
      #expect(type.rule.examples.count { $0.outcome == .passed } >= 3, "\(type.rule.id)")
    }
    for type in LocalCatalogue.datasetValidators {
      #expect(type.rule.groups.count { !$0.failing.isEmpty } >= 3, "\(type.rule.id)")
      #expect(type.rule.groups.count { $0.failing.isEmpty } >= 3, "\(type.rule.id)")
    }
  }

  @Test func `has an id of family LOC and a name that no other rule has`() {
    let rules = CompiledRules.rules
    #expect(Set(rules.map(\.id)).count == rules.count)
    #expect(Set(rules.map(\.name)).count == rules.count)
    let own =
      LocalCatalogue.recordValidators.map { $0.rule }
      + LocalCatalogue.datasetValidators.map { $0.rule }
    for rule in own { #expect(rule.family == "LOC", "\(rule.id)") }
  }
}
