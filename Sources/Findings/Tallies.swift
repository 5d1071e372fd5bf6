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

  /// Turns a record of a branch from passed to another outcome: a rule on all records
  /// together found it at the end.
  package mutating func turn(branch: [UInt8], rule: Int, to outcome: Outcome) {
    var mine = branches[branch] ?? [Tally](repeating: Tally(), count: rules)
    mine[rule].passed -= 1
    mine[rule].count(outcome)
    branches[branch] = mine
  }

  /// Counts one more outcome of a rule at a branch.
  package mutating func count(_ outcome: Outcome, branch: [UInt8], rule: Int) {
    var mine = branches[branch] ?? [Tally](repeating: Tally(), count: rules)
    mine[rule].count(outcome)
    branches[branch] = mine
  }

  /// A rule over all branches.
  package func total(of rule: Int) -> Tally {
    branches.values.reduce(into: Tally()) { $0.merge($1[rule]) }
  }
}
