import Records

/// Of which records some rules are asked: those that a rule set is about.
package struct RuleScope: Sendable {
  /// The condition as text: equal for scopes that hold the same records.
  package let canonical: String
  /// Makes what tells the records apart for one kind of record: passed is inside; failed and
  /// not applicable are outside; what cannot be evaluated leaves the rules unevaluated.
  package let make: @Sendable (Context, Party) -> any RecordCheck

  package init(
    canonical: String, make: @escaping @Sendable (Context, Party) -> any RecordCheck
  ) {
    self.canonical = canonical
    self.make = make
  }
}
