import Findings
import Records

/// How many findings there are of what.
package struct FindingCounts: Equatable, Sendable {
  package var findings = 0
  package var bySeverity: [Severity: Int] = [:]
  package var byDimension: [Dimension: Int] = [:]
  package var byAction: [Action: Int] = [:]
  /// By rule id, then by action.
  package var byRule: [String: [Action: Int]] = [:]
  package var branches: [String: BranchLoad] = [:]

  /// What there is at one branch.
  package struct BranchLoad: Equatable, Sendable {
    /// All findings, trial rules included.
    package var findings = 0
    /// What may be corrected without asking anyone.
    package var automatic = 0
    /// Findings that the branch has to do something about.
    package var toDo = 0
    /// Customers, accounts and transactions with such a finding.
    package var customers = 0
    /// Those of them with something that only the customer can say.
    package var toContact = 0

    package init(
      findings: Int = 0, automatic: Int = 0, toDo: Int = 0, customers: Int = 0, toContact: Int = 0
    ) {
      self.findings = findings
      self.automatic = automatic
      self.toDo = toDo
      self.customers = customers
      self.toContact = toContact
    }
  }

  package init() {}

  /// What was counted while the findings were written; `rules` by their numbers.
  package init(_ tally: FindingTally, rules: [ReportRule]) {
    for (number, rule) in rules.enumerated() {
      for action in Action.allCases {
        let count = tally.count(rule: number, action: action)
        if count == 0 { continue }
        findings += count
        byAction[action, default: 0] += count
        bySeverity[rule.severity, default: 0] += count
        byDimension[rule.rule.dimension, default: 0] += count
        byRule[rule.rule.id, default: [:]][action] = count
      }
      let lowered = tally.lowered(rule: number)
      if lowered > 0 {
        bySeverity[rule.severity, default: 0] -= lowered
        bySeverity[.notice, default: 0] += lowered
      }
    }
    for (branch, customers) in zip(tally.branches, tally.customersByBranch()) {
      branches[String(decoding: branch.name, as: UTF8.self)] = BranchLoad(
        findings: branch.findings, automatic: branch.automatic, toDo: branch.toDo,
        customers: customers.customers, toContact: customers.toContact)
    }
  }

  /// Findings of a rule.
  package func total(of rule: String) -> Int {
    byRule[rule, default: [:]].values.reduce(0, +)
  }
}
