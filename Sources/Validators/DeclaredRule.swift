import Findings

/// A rule that is no part of the product: what it claims, and how what decides it is made.
/// Whoever applies it need not know where it was written down.
package struct DeclaredRule: Sendable {
  /// What decides a rule.
  package enum Decider: Sendable {
    case record(any RecordCheck)
    case group(any GroupCheck)
    /// With a state of its own on every core.
    case session(any RuleSessionMaker)
  }

  package let rule: Rule
  /// All that its findings depend on beside the rule's own facts, as text: equal for rules
  /// that find the same.
  package let canonical: String
  /// Makes what decides the rule; called where the rule is applied only.
  package let make: @Sendable (Context) -> Decider

  package init(
    rule: Rule, canonical: String, make: @escaping @Sendable (Context) -> Decider
  ) {
    self.rule = rule
    self.canonical = canonical
    self.make = make
  }
}
