import Records

/// A state that can be collected in parts: `merge` is associative and commutative, so any
/// split of the input over cores, processes or machines gives the same end.
package protocol Mergeable {
  mutating func merge(_ other: consuming Self)
}

/// How often a rule came out how, on the records of one branch.
package struct Tally: Mergeable, Equatable, Sendable {
  package var passed = 0
  package var failed = 0
  package var notApplicable = 0
  package var columnMissing = 0
  package var referenceMissing = 0
  package var cellUnreadable = 0
  package var limitReached = 0
  package var programFailed = 0

  package init() {}

  /// Records looked at.
  package var examined: Int { passed + failed + notApplicable + notEvaluated }
  package var notEvaluated: Int {
    columnMissing + referenceMissing + cellUnreadable + limitReached + programFailed
  }

  @inline(__always) package mutating func count(_ outcome: Outcome, times: Int = 1) {
    switch outcome {
    case .passed: passed += times
    case .failed: failed += times
    case .notApplicable: notApplicable += times
    case .notEvaluated(.columnMissing): columnMissing += times
    case .notEvaluated(.referenceMissing): referenceMissing += times
    case .notEvaluated(.cellUnreadable): cellUnreadable += times
    case .notEvaluated(.limitReached): limitReached += times
    case .notEvaluated(.programFailed): programFailed += times
    }
  }

  package mutating func merge(_ other: consuming Tally) {
    passed += other.passed
    failed += other.failed
    notApplicable += other.notApplicable
    columnMissing += other.columnMissing
    referenceMissing += other.referenceMissing
    cellUnreadable += other.cellUnreadable
    limitReached += other.limitReached
    programFailed += other.programFailed
  }
}
