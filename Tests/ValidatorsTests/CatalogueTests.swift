import Findings
import TestSupport
import Testing
import Validators

@Suite struct `Every rule of the catalogue` {
  struct Case: Sendable, CustomTestStringConvertible {
    let type: any RecordValidator.Type
    let example: Example
    var testDescription: String { "\(type.rule.id) line \(example.line)" }
  }
  static let cases = Catalogue.recordValidators.flatMap { type in
    type.rule.examples.map { Case(type: type, example: $0) }
  }

  @Test(arguments: cases) func `keeps its examples`(_ c: Case) {
    expectHolds(c.example, c.type, .sample(without: c.example.missing))
  }

  @Test func `has an id and a name of its own`() {
    let rules = Catalogue.rules
    #expect(Set(rules.map(\.id)).count == rules.count)
    #expect(Set(rules.map(\.name)).count == rules.count)
    for rule in rules {
      #expect(rule.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(rule.id)")
      #expect(rule.id.wholeMatch(of: /[A-Z]{3}[0-9]{3}/) != nil, "\(rule.id)")
    }
  }

  @Test func `has three examples that fail and three that pass`() {
    for rule in Catalogue.rules where !rule.examples.isEmpty {
      #expect(rule.examples.count { $0.outcome == .failed } >= 3, "\(rule.id)")
      #expect(rule.examples.count { $0.outcome == .passed } >= 3, "\(rule.id)")
    }
  }
}
