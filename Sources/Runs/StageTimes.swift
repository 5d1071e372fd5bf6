import Findings

/// Seconds that the cores spent on each stage, added up over the cores.
package struct StageTimes: Mergeable, Equatable, Sendable {
  package var reading = 0.0
  package var decoding = 0.0
  package var cutting = 0.0
  package var checking = 0.0
  package var writing = 0.0

  package init() {}

  /// By the name of the stage, in thousandths.
  package var byName: [String: Double] {
    [
      "reading": reading, "decoding": decoding, "cutting": cutting, "checking": checking,
      "writing": writing,
    ].mapValues { ($0 * 1000).rounded() / 1000 }
  }

  package mutating func merge(_ other: consuming StageTimes) {
    reading += other.reading
    decoding += other.decoding
    cutting += other.cutting
    checking += other.checking
    writing += other.writing
  }
}

/// Measures stage after stage.
struct StageClock {
  private var last = ContinuousClock.now

  /// Seconds since the last lap.
  mutating func lap() -> Double {
    let now = ContinuousClock.now
    defer { last = now }
    return (now - last) / .seconds(1)
  }
}
