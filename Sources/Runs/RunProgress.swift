import Synchronization

/// How far a run has come, for whoever watches it from another thread.
package final class RunProgress: Sendable {
  /// What the run is at.
  package enum Stage: Sendable, Equatable {
    case readingRegistry(String)
    /// Numbers and names of a source, to know what to keep of large registries.
    case readingKeys(String)
    case checking(String)
    /// Reading books that have to agree.
    case reconciling(String)
    /// Rules on all records at once.
    case concluding
    case writingWorkbooks
  }

  /// A look at it.
  package struct Look: Sendable, Equatable {
    package let stage: Stage
    /// Rows of the source so far.
    package let rows: Int
    /// Share of the source's bytes that is done, 0 to 1; nil where it cannot be told, as of
    /// compressed files, whose content is longer than they are.
    package let share: Double?
  }

  private struct State {
    var stage: Stage?
    var total: Int?
  }

  private let state = Mutex(State())
  private let rows = Atomic<Int>(0)
  private let bytes = Atomic<Int>(0)

  package init() {}

  /// Says what begins now. `total` is the number of bytes to come, where it is known.
  package func begin(_ stage: Stage, total: Int? = nil) {
    state.withLock { $0 = State(stage: stage, total: total) }
    rows.store(0, ordering: .relaxed)
    bytes.store(0, ordering: .relaxed)
  }

  func add(rows more: Int, bytes moreBytes: Int) {
    rows.wrappingAdd(more, ordering: .relaxed)
    bytes.wrappingAdd(moreBytes, ordering: .relaxed)
  }

  /// What may be shown now; nil before anything has begun.
  package var look: Look? {
    let (stage, total) = state.withLock { ($0.stage, $0.total) }
    guard let stage else { return nil }
    let share = total.flatMap { total in
      total > 0 ? min(Double(bytes.load(ordering: .relaxed)) / Double(total), 1) : nil
    }
    return Look(stage: stage, rows: rows.load(ordering: .relaxed), share: share)
  }
}
