/// What a rule says of one record. All four are counted; what was not evaluated never
/// counts as passed.
package enum Outcome: Equatable, Sendable {
  case passed
  case failed
  /// The rule does not speak of such a record.
  case notApplicable
  case notEvaluated(Obstacle)
}

/// Why a rule could not be evaluated on a record.
package enum Obstacle: UInt8, CaseIterable, Sendable {
  /// The source has no column for an element that the rule reads.
  case columnMissing
  /// A code table or registry that the rule needs is not there.
  case referenceMissing
  /// A field that the rule builds on cannot be read; another rule speaks of it.
  case cellUnreadable
}
