/// A column of `findings.csv`, or of the list for workbooks; the raw value is its place.
package enum FindingColumn: Int, CaseIterable, Sendable {
  case findingID, ruleID, rule, severity, dimension, party, recordKey, branch, owner, element
  case value, expected, suggestion, confidence, action, evidence, source, row
  /// Name of the customer: in the list that the workbooks are made from, not in
  /// `findings.csv`.
  case customer

  /// Columns of `findings.csv`.
  static let published = customer.rawValue
}
