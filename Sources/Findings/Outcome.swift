/// What a rule says of one record. All four are counted; what was not evaluated never
/// counts as passed.
@frozen @usableFromInline package enum Outcome: Equatable, Sendable {
  case passed
  case failed
  /// The rule does not speak of such a record.
  case notApplicable
  case notEvaluated(Obstacle)
}

extension Outcome {
  /// Number of the outcome: 0 passed, 1 failed, 2 not applicable, 3 and more not evaluated.
  @inlinable package var code: UInt8 {
    switch self {
    case .passed: 0
    case .failed: 1
    case .notApplicable: 2
    case .notEvaluated(let obstacle): 3 + obstacle.rawValue
    }
  }

  /// The outcome with a number; nil for a number of none.
  package init?(code: UInt8) {
    switch code {
    case 0: self = .passed
    case 1: self = .failed
    case 2: self = .notApplicable
    default:
      guard let obstacle = Obstacle(rawValue: code - 3) else { return nil }
      self = .notEvaluated(obstacle)
    }
  }

  /// How many codes there are.
  package static let codes = 3 + Obstacle.allCases.count
}

/// Why a rule could not be evaluated on a record.
@frozen @usableFromInline package enum Obstacle: UInt8, CaseIterable, Sendable {
  /// The source has no column for an element that the rule reads.
  case columnMissing
  /// A code table or registry that the rule needs is not there.
  case referenceMissing
  /// A field that the rule builds on cannot be read; another rule speaks of it.
  case cellUnreadable
  /// A pattern took more steps on the value than it may.
  case limitReached
  /// The program that decides the rule gave no answer for it.
  case programFailed
}
