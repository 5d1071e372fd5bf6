import Findings
import Records

/// The tallies of one core: flat counters, by number of the branch.
struct CoreTallies {
  private var index = KeyIndex()
  private var names: [[UInt8]] = []
  private var counters: [Tally] = []
  let rules: Int

  init(rules: Int) { self.rules = rules }

  /// Number of a branch.
  @inline(__always) mutating func branch(_ text: Span<UInt8>) -> Int {
    let (number, isNew) = index.number(of: PackedKey(text))
    if isNew {
      var copy: [UInt8] = []
      copy.append(text)
      names.append(copy)
      counters.append(contentsOf: repeatElement(Tally(), count: rules))
    }
    return number
  }

  @inline(__always) mutating func count(_ outcome: Outcome, rule: Int, branch: Int) {
    counters[branch * rules + rule].count(outcome)
  }

  func add(to tallies: inout Tallies) {
    for (number, name) in names.enumerated() {
      tallies.add(branch: name, Array(counters[(number * rules)..<((number + 1) * rules)]))
    }
  }
}
