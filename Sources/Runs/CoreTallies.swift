import Findings
import Records

/// The tallies of one core: flat counters, by number of the branch.
struct CoreTallies {
  private static let kinds = 6

  private var index = KeyIndex()
  private var names: [[UInt8]] = []
  private var counters: [Int] = []
  private let rules: Int

  init(rules: Int) { self.rules = rules }

  /// Number of a branch.
  @inline(__always) mutating func branch(_ text: Span<UInt8>) -> Int {
    let (number, isNew) = index.number(of: PackedKey(text))
    if isNew {
      var copy: [UInt8] = []
      copy.append(text)
      names.append(copy)
      counters.append(contentsOf: repeatElement(0, count: rules * Self.kinds))
    }
    return number
  }

  /// Counts the outcomes of a rule on the records of a block, each at its branch.
  mutating func count(_ outcomes: [Outcome], rule: Int, branches: [Int], _ block: Int) {
    let rules = self.rules
    var counters = self.counters.mutableSpan
    for place in 0..<block {
      counters[(branches[place] * rules + rule) * Self.kinds + Self.kind(outcomes[place])] += 1
    }
  }

  mutating func count(_ outcome: Outcome, rule: Int, branch: Int, times: Int = 1) {
    counters[(branch * rules + rule) * Self.kinds + Self.kind(outcome)] += times
  }

  @inline(__always) private static func kind(_ outcome: Outcome) -> Int {
    switch outcome {
    case .passed: 0
    case .failed: 1
    case .notApplicable: 2
    case .notEvaluated(.columnMissing): 3
    case .notEvaluated(.referenceMissing): 4
    case .notEvaluated(.cellUnreadable): 5
    }
  }

  func add(to tallies: inout Tallies) {
    for (number, name) in names.enumerated() {
      tallies.add(
        branch: name,
        (0..<rules).map { rule in
          let start = (number * rules + rule) * Self.kinds
          var tally = Tally()
          tally.passed = counters[start]
          tally.failed = counters[start + 1]
          tally.notApplicable = counters[start + 2]
          tally.columnMissing = counters[start + 3]
          tally.referenceMissing = counters[start + 4]
          tally.cellUnreadable = counters[start + 5]
          return tally
        })
    }
  }
}
