import Findings
import Records

/// What a rule set or the `rules` of a job say, as far as it could be read; every value with
/// the place where it was written.
struct RuleChoice {
  var severities: [String: Sourced<Severity>] = [:]
  var parameters: [String: [String: Sourced<Parameter.Value>]] = [:]
  var ignored: [String: SettingOrigin] = [:]
  var editions: [String: Sourced<Int>] = [:]
  var aligned: Sourced<DataElement>?
  /// Of which records the rules are asked; nil for all.
  var scope: Sourced<RuleExpression>?
  var limits = FindingLimits()

  /// The same, but for what `own` says otherwise. Scopes are the members' business.
  func changed(by own: RuleChoice) -> RuleChoice {
    var choice = self
    choice.severities.merge(own.severities) { $1 }
    choice.parameters.merge(own.parameters) { $0.merging($1) { $1 } }
    choice.editions.merge(own.editions) { $1 }
    choice.aligned = own.aligned ?? aligned
    choice.limits = limits.changed(by: own.limits)
    return choice
  }
}

/// When findings of a rule or a dimension are too many.
package struct FindingLimits: Sendable, Equatable {
  package var failOn: Sourced<Severity>?
  /// By rule id.
  package var rules: [String: Sourced<FindingLimit>] = [:]
  package var dimensions: [Dimension: Sourced<FindingLimit>] = [:]

  package init() {}

  func changed(by own: FindingLimits) -> FindingLimits {
    var limits = self
    limits.failOn = own.failOn ?? failOn
    limits.rules.merge(own.rules) { $1 }
    limits.dimensions.merge(own.dimensions) { $1 }
    return limits
  }
}

/// A rule set as it was read, with those that it extends.
struct RuleSetContent {
  var name: String
  /// Its rules by id, the ignored ones left out; nil where the list has a fault.
  var members: [String: RuleMember]?
  var choice: RuleChoice
}

/// A rule as a member of a set.
struct RuleMember {
  /// Where it was put into the set.
  let origin: SettingOrigin?
  /// Of which records it is asked; nil for all.
  var scope: RuleExpression?
  /// Where its scope was written.
  var scopeOrigins: [SettingOrigin] = []

  /// The same rule from two sets: asked of the records of either.
  func joined(with other: RuleMember) -> RuleMember {
    guard let a = scope, let b = other.scope else { return scope == nil ? self : other }
    if a == b { return self }
    return RuleMember(
      origin: origin, scope: RuleExpression(.any([a, b])),
      scopeOrigins: scopeOrigins + other.scopeOrigins)
  }

  /// Asked of those of its records only that `more` holds for.
  func narrowed(to more: Sourced<RuleExpression>?) -> RuleMember {
    guard let more else { return self }
    return RuleMember(
      origin: origin,
      scope: scope.map { RuleExpression(.all([$0, more.value])) } ?? more.value,
      scopeOrigins: scopeOrigins + (more.origin.map { [$0] } ?? []))
  }
}
