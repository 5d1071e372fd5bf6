import Findings
import Records
import Testing

@Suite struct `The report on registries` {
  private func rule(_ id: String) -> Rule {
    Rule(
      id: id, name: "a-rule", parties: [.organisation], dimension: .accuracy, severity: .error,
      reads: [.creditCode], authority: Authority("甲", clause: "一"), title: Text(zh: id, en: id),
      claim: Text(zh: "", en: ""), remedy: Text(zh: "", en: ""), examples: [])
  }

  private let source = RegistryReport.Source(
    name: "business", asOf: Day(number: 20_000), rows: 7)

  @Test func `counts by item and branch what its rules found`() throws {
    let rules = ["ADR001", "REG005", "REG002"].map(rule)
    var tallies = Tallies(rules: 3)
    let outcomes: [(String, Int, Outcome, Int)] = [
      ("b", 2, .failed, 2), ("b", 2, .passed, 5), ("a", 2, .passed, 1), ("a", 1, .failed, 4),
      ("a", 1, .notApplicable, 9), ("b", 1, .notEvaluated(.cellUnreadable), 3),
      ("c", 0, .failed, 8), ("d", 1, .notApplicable, 8),
    ]
    for (branch, rule, outcome, times) in outcomes {
      for _ in 0..<times { tallies.count(outcome, branch: Array(branch.utf8), rule: rule) }
    }
    let report = try #require(RegistryReport(tallies, rules: rules, sources: [source]))
    #expect(report.columns.map(\.rule) == ["REG002", "REG005"], "who is gone stands first")
    #expect(report.totals.map(\.compared) == [8, 4])
    #expect(report.totals.map(\.failed) == [2, 4])
    #expect(report.totals.map(\.notEvaluated) == [0, 3])
    #expect(report.branches.map(\.name) == ["a", "b"], "branches with nothing to compare are not")
    #expect(report.branches[1].counts.map(\.failed) == [2, 0])
  }

  @Test func `is none without a registry or without rules on one`() {
    #expect(RegistryReport(Tallies(rules: 1), rules: [rule("REG002")], sources: []) == nil)
    #expect(RegistryReport(Tallies(rules: 1), rules: [rule("ADR001")], sources: [source]) == nil)
  }
}
