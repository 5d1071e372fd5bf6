import Records

/// An expression of a declared rule as it was written. `docs/expressions.md` has the grammar.
///
/// Two expressions are equal where they say the same, wherever they stand.
package struct RuleExpression: Sendable, Equatable {
  package let form: Form
  /// Characters of the text that it was read from.
  package let range: Range<Int>

  package init(_ form: Form, _ range: Range<Int> = 0..<0) {
    self.form = form
    self.range = range
  }

  package static func == (a: RuleExpression, b: RuleExpression) -> Bool { a.form == b.form }

  package indirect enum Form: Sendable, Equatable {
    case text(String)
    /// `digits` without needless zeros; `unit` such as 万元 or USD, nil for a plain number.
    case number(digits: String, unit: String?)
    case day(Day)
    case flag(Bool)
    /// A data element, a parameter, or `asOf`.
    case name(String)
    case not(RuleExpression)
    case negative(RuleExpression)
    /// Two and more.
    case all([RuleExpression])
    /// Two and more.
    case any([RuleExpression])
    case compare(Comparison, RuleExpression, RuleExpression)
    case calculate(Calculation, RuleExpression, RuleExpression)
    case member(RuleExpression, of: [RuleExpression], negated: Bool)
    /// `x in words`, where `words` is a parameter.
    case memberOf(RuleExpression, String, negated: Bool)
    case call(String, [Argument])
    case choice(if: RuleExpression, then: RuleExpression, otherwise: RuleExpression)
    case when(RuleExpression, then: RuleExpression)
    /// Over the records that share the values of `keys`.
    case group(String, of: RuleExpression?, per: [String])
  }

  package struct Argument: Sendable, Equatable {
    /// `at` of `at: opened_date`; nil for one that is told by its place.
    package let label: String?
    package let value: RuleExpression
  }

  package enum Comparison: String, CaseIterable, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  package enum Calculation: String, CaseIterable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
  }

  /// Words with a meaning of their own.
  static let keywords = [
    "and", "or", "not", "in", "when", "then", "if", "else", "true", "false", "per",
  ]

  /// The expressions right inside this one.
  package var parts: [RuleExpression] {
    switch form {
    case .text, .number, .day, .flag, .name: []
    case .not(let part), .negative(let part), .memberOf(let part, _, _): [part]
    case .all(let parts), .any(let parts): parts
    case .compare(_, let a, let b), .calculate(_, let a, let b): [a, b]
    case .member(let part, let words, _): [part] + words
    case .call(_, let arguments): arguments.map(\.value)
    case .choice(let condition, let a, let b): [condition, a, b]
    case .when(let condition, let part): [condition, part]
    case .group(_, let part, _): part.map { [$0] } ?? []
    }
  }

  /// Whether it, or a part of it, speaks of groups of records.
  package var speaksOfGroups: Bool {
    if case .group = form { return true }
    return parts.contains { $0.speaksOfGroups }
  }
}
