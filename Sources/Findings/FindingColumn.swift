/// A column of `findings.csv`; the raw value is its place.
package enum FindingColumn: Int, CaseIterable, Sendable {
  case findingID, ruleID, rule, severity, dimension, party, recordKey, branch, owner, element
  case value, expected, suggestion, confidence, action, evidence, source, row
}
