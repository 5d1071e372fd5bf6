import Findings
import TestSupport
import Testing
import Validators

@Suite struct `Every rule on books` {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: Rule
    let example: BookExample
    var testDescription: String { "\(rule.id) line \(example.line)" }
  }
  static let cases = Catalogue.reconciliationRules.flatMap { type in
    type.rule.books.map { Case(rule: type.rule, example: $0) }
  }

  @Test(arguments: cases) func `keeps its examples however they are split`(_ c: Case) {
    expectHolds(c.example, c.rule)
  }

  @Test func `has three examples that fail and three that pass`() {
    #expect(Self.cases.count > 15)
    for type in Catalogue.reconciliationRules {
      #expect(type.rule.books.count { !$0.failing.isEmpty } >= 3, "\(type.rule.id)")
      #expect(type.rule.books.count { $0.failing.isEmpty } >= 3, "\(type.rule.id)")
    }
  }
}
