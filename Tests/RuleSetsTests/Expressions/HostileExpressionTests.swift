import Findings
import Foundation
import Records
import TestSupport
import Testing

@testable import RuleSets

/// The kind of fault in an expression; nil where there is none.
private func kind(_ text: String) -> ExpressionFault.Kind? {
  do {
    _ = try compiled(text)
    return nil
  } catch { return (error as? ExpressionFault)?.kind }
}

@Suite struct `A hostile expression` {
  private static let many = 10_000

  @Test(arguments: [
    String(repeating: "(", count: many) + "true" + String(repeating: ")", count: many),
    String(repeating: "not ", count: many / 4) + "true",
    "1 = " + String(repeating: "-", count: many) + "1",
    String(repeating: "if ", count: many / 3) + "true",
    String(repeating: "when true then ", count: 1_000) + "true",
    "present(" + String(repeating: "part(", count: 2_000),
    "1 = " + String(repeating: "1 + ", count: 2_000) + "1",
    "1 = " + String(repeating: "1 * ", count: 2_000) + "1",
  ]) func `nested without end is refused`(_ text: String) {
    let refusals: [ExpressionFault.Kind?] = [
      .tooDeep(limit: ExpressionParser.greatestDepth), .tooManySteps,
      .tooLong(limit: ExpressionScanner.greatestLength),
    ]
    #expect(refusals.contains(kind(text)))
  }

  @Test func `without end is refused`() {
    #expect(
      kind(String(repeating: "x", count: 10 << 20))
        == .tooLong(limit: ExpressionScanner.greatestLength))
    #expect(kind(String(repeating: "sex in [", count: 2_000)) == .tooManySteps)
    // Many parts side by side are no nesting.
    let wide = Array(repeating: "present(sex)", count: 1_000).joined(separator: " and ")
    #expect(kind(wide) == nil)
  }

  @Test(arguments: [
    ("1 = 123456789012345678901", ExpressionFault.Kind.numberTooLong),
    ("1 = 0.1234567", .numberTooLong),
    ("1 = 1" + String(repeating: "0", count: 9_000), .numberTooLong),
    ("asOf = 2026-02-29", .noSuchDay("2026-02-29")),
    ("asOf = 0000-01-01", .noSuchDay("0000-01-01")),
    ("add_days(asOf, 999999999) = asOf", .badCount), ("part(sex, 0) = 'a'", .badCount),
    ("part(sex, 1, 99999999999999999999) = 'a'", .badCount),
  ]) func `with a constant beyond all measure is refused`(
    _ text: String, _ fault: ExpressionFault.Kind
  ) {
    #expect(kind(text) == fault)
  }

  @Test func `that multiplies without end overflows into "not evaluated"`() throws {
    let big = "99999999999999999999"
    let record: [DataElement: String] = [.annualIncome: "99999999999999999999"]
    #expect(try outcome("annual_income * \(big) > 0", record) == .notEvaluated(.cellUnreadable))
    #expect(try outcome("annual_income * 2 > 0", record) == .passed)
    let product = "number(postcode)" + String(repeating: " * number(postcode)", count: 5)
    #expect(kind(product + " > 0") == .numberTooLong)
  }

  @Test(arguments: ["(a+)+[bc]", "(a|aa)+[bc]", "(.*a){20}[bc]", "((a*)*)*[bc]"])
  func `with a catastrophic pattern ends in "not evaluated"`(_ pattern: String) throws {
    let text = "matches(email, \"\(pattern)\")"
    let value = String(repeating: "a", count: 60)
    let found = try outcome(text, [.email: value])
    #expect(found == .notEvaluated(.limitReached) || found == .failed)
    #expect(
      try outcome("matches(email, '(a+)+[bc]')", [.email: value]) == .notEvaluated(.limitReached))
    // What is decided without it is still known.
    #expect(
      try outcome("matches(email, '(a+)+[bc]') and sex = '2'", [.email: value, .sex: "1"])
        == .failed)
  }

  @Test(arguments: [
    "[a", "(", "a{2,1}", "(?<n>a)\\k<m>", "\\C", "(?R", "\\", String(repeating: "(", count: 3_000),
    String(repeating: "a", count: 5_000), "(?:a{60000}){60000}", "(*LIMIT_MATCH=9999999)(a+)+b(",
  ]) func `with a pattern that is none is refused`(_ pattern: String) throws {
    #expect(throws: Pattern.Fault.self) { try Pattern(pattern, isWhole: true) }
  }

  @Test func `cannot raise the limits of its patterns`() throws {
    let pattern = try Pattern("(*LIMIT_MATCH=4000000000)(*NO_JIT)(a+)+[bc]", isWhole: true)
    let text = Array(String(repeating: "a", count: 60).utf8)
    #expect(pattern.match(text.span, Pattern.Memory()) == .limitReached)
  }

  @Test func `of random words and signs is read or refused, whatever it is`() {
    var random = SeededGenerator(seed: 99)
    let words =
      ExpressionFunction.allCases.map(\.rawValue) + RuleExpression.keywords
      + [
        "(", ")", ",", "[", "]", "=", "<=", "-", "+", "*", ":", "sex", "asOf", "1", "2026-01-31",
        "'a'",
      ]
      + ["annual_income", "birth_date", "5元", "\"", "#", "（", "\u{0}", "😀", "count", "per"]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in
        words[Int.random(in: 0..<words.count, using: &random)]
      }.joined(separator: " ")
      do {
        let expression = try ExpressionParser.parse(text)
        #expect(try ExpressionParser.parse(expression.description) == expression)
        _ = try compiled(expression)
      } catch let fault as ExpressionFault {
        #expect(fault.range.upperBound <= text.count)
        #expect(!fault.kind.text.zh.isEmpty)
      } catch { Issue.record("\(error) of \(text)") }
    }
  }
}
