import Findings
import Records

/// How every rule came out, by branch. Mergeable.
package struct Tallies: Mergeable, Equatable, Sendable {
  package let rules: Int
  /// By branch, then by rule number.
  package private(set) var branches: [[UInt8]: [Tally]] = [:]

  package init(rules: Int) { self.rules = rules }

  package mutating func merge(_ other: consuming Tallies) {
    for (branch, tallies) in other.branches {
      add(branch: branch, tallies)
    }
  }

  package mutating func add(branch: [UInt8], _ tallies: [Tally]) {
    guard var mine = branches[branch] else {
      branches[branch] = tallies
      return
    }
    for index in mine.indices { mine[index].merge(tallies[index]) }
    branches[branch] = mine
  }

  /// Turns a record of a branch from passed to failed: a dataset rule found it at the end.
  mutating func fail(branch: [UInt8], rule: Int) {
    var mine = branches[branch] ?? [Tally](repeating: Tally(), count: rules)
    mine[rule].passed -= 1
    mine[rule].failed += 1
    branches[branch] = mine
  }

  /// A rule over all branches.
  package func total(of rule: Int) -> Tally {
    branches.values.reduce(into: Tally()) { $0.merge($1[rule]) }
  }
}

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
