import Dispatch
import Findings
import Records
import Synchronization

/// Keys and values of the records that one core saw, in the order of its roster.
///
/// Some forty bytes a record and value. Sums and sets do not depend on the order in which
/// parts are joined.
package struct GroupedValues: Sendable {
  private struct Value: BitwiseCopyable, Sendable {
    let number: Int128
    let state: UInt8
  }

  /// Stands for a record without a key; no key has these bits.
  private static let absent = PackedKey(high: .max, low: .max)

  private var keys: ChunkedArray<PackedKey>
  private var values: [ChunkedArray<Value>]

  package init(values count: Int, in store: StateStore? = nil) {
    keys = ChunkedArray(in: store)
    values = [ChunkedArray<Value>](repeating: ChunkedArray(in: store), count: count)
  }

  /// Adds the first `count` records of a block: those that the roster has remembered since.
  package mutating func add(_ block: GroupBlock, count: Int) {
    for place in 0..<count {
      keys.append(block.keys[place] ?? Self.absent)
      for value in values.indices {
        values[value].append(
          Value(number: block.values[value][place], state: block.states[value][place]))
      }
    }
  }

  /// A group that did not pass, with its records in the order of the input.
  package struct Group: Sendable {
    package let key: PackedKey
    package let outcome: Outcome
    package let totals: GroupTotals
    package let holders: [Holder]
  }

  /// The groups among the parts, given with their rosters, that the rule does not pass, in the
  /// order of their first record. Order of the parts does not matter.
  ///
  /// O(records · log of the largest group) time, on all cores; memory for 16 bytes a record and for the groups.
  package static func groups(
    _ parts: [(values: GroupedValues, roster: Roster)], _ check: any GroupCheck
  ) -> [Group] {
    let partitions = 64
    var members = [[Member]](repeating: [], count: partitions)
    for (part, entry) in parts.enumerated() {
      for number in 0..<entry.values.keys.chunkCount {
        let first = number * ChunkedArray<PackedKey>.chunk
        for (place, key) in entry.values.keys.chunk(number).enumerated() where key != absent {
          members[Int(truncatingIfNeeded: key.mixed >> 58)].append(
            Member(key: key, part: Int32(part), place: Int32(first + place)))
        }
      }
    }
    let sorted = members
    let found = Mutex<[Group]>([])
    DispatchQueue.concurrentPerform(iterations: partitions) { partition in
      let groups = Self.groups(of: sorted[partition], parts, check)
      if !groups.isEmpty { found.withLock { $0.append(contentsOf: groups) } }
    }
    return found.withLock { $0 }.sorted { $0.holders[0].position < $1.holders[0].position }
  }

  private struct Member: BitwiseCopyable, Sendable {
    let key: PackedKey
    let part: Int32
    let place: Int32
  }

  private static func groups(
    of members: [Member], _ parts: [(values: GroupedValues, roster: Roster)],
    _ check: any GroupCheck
  ) -> [Group] {
    let ordered = Self.ordered(members)
    let columns = check.kinds.indices.map { value in parts.map { $0.values.values[value] } }
    var scratch: [Int128] = []
    var ranges: [Range<Int>] = []
    var totals: [GroupTotals] = []
    var start = 0
    while start < ordered.count {
      var end = start + 1
      while end < ordered.count, ordered[end].key == ordered[start].key { end += 1 }
      ranges.append(start..<end)
      totals.append(
        Self.totals(of: ordered, start..<end, columns, check.kinds, &scratch))
      start = end
    }
    let outcomes = check.outcomes(of: totals)
    return ranges.indices.compactMap { index in
      guard outcomes[index] != Outcome.passed.code, let outcome = Outcome(code: outcomes[index])
      else { return nil }
      let group = ordered[ranges[index]]
      let holders = group.map { parts[Int($0.part)].roster.holder(at: Int($0.place)) }
      return Group(
        key: group[group.startIndex].key, outcome: outcome, totals: totals[index],
        holders: holders.sorted { $0.position < $1.position })
    }
  }

  /// The members with those of one key side by side. O(members).
  private static func ordered(_ members: [Member]) -> [Member] {
    // A table of the group of every key, then a counting sort by group.
    var capacity = 16
    while capacity < members.count * 2 { capacity *= 2 }
    var slots = [Int32](repeating: -1, count: capacity)
    var first: [PackedKey] = []
    var groups = [Int32](repeating: 0, count: members.count)
    var counts: [Int32] = []
    for (place, member) in members.enumerated() {
      var slot = Int(truncatingIfNeeded: member.key.mixed) & (capacity - 1)
      while slots[slot] >= 0, first[Int(slots[slot])] != member.key {
        slot = (slot + 1) & (capacity - 1)
      }
      if slots[slot] < 0 {
        slots[slot] = Int32(first.count)
        first.append(member.key)
        counts.append(0)
      }
      groups[place] = slots[slot]
      counts[Int(slots[slot])] += 1
    }
    var next: Int32 = 0
    for group in counts.indices {
      (counts[group], next) = (next, next + counts[group])
    }
    var ordered = members
    for (place, member) in members.enumerated() {
      let group = Int(groups[place])
      ordered[Int(counts[group])] = member
      counts[group] += 1
    }
    return ordered
  }

  private static func totals(
    of ordered: [Member], _ group: Range<Int>, _ columns: [[ChunkedArray<Value>]],
    _ kinds: [GroupValueKind], _ scratch: inout [Int128]
  ) -> GroupTotals {
    var totals = GroupTotals(
      count: group.count, values: [Int128](repeating: 0, count: kinds.count),
      states: [UInt8](repeating: Outcome.notApplicable.code, count: kinds.count))
    for (number, kind) in kinds.enumerated() {
      var worst: UInt8 = 0
      var sum: Int128 = 0
      var isThere = false
      scratch.removeAll(keepingCapacity: true)
      for index in group {
        let column = columns[number][Int(ordered[index].part)]
        guard let value = column.element(at: Int(ordered[index].place)) else { continue }
        // What is missing adds nothing; what cannot be read leaves the number unknown.
        if value.state > Outcome.notApplicable.code { worst = max(worst, value.state) }
        if value.state != 0 { continue }
        isThere = true
        switch kind {
        case .distinct: scratch.append(value.number)
        case .sum:
          let (more, overflow) = sum.addingReportingOverflow(value.number)
          sum = more
          if overflow { worst = max(worst, Outcome.notEvaluated(.cellUnreadable).code) }
        }
      }
      if kind == .distinct {
        scratch.sort()
        for index in scratch.indices where index == 0 || scratch[index] != scratch[index - 1] {
          sum += 1
        }
      }
      totals.values[number] = sum
      if isThere { totals.states[number] = 0 }
      if worst > 0 { totals.states[number] = worst }
    }
    return totals
  }
}
