import Findings
import Records
import Validators

/// What one core gathers for the rules on numbers over groups of records.
struct GroupCollector {
  let groups: [RunPlan.Applied<any GroupCheck>]
  private var values: [GroupedValues]
  private var blocks: [GroupBlock]

  init(_ groups: [RunPlan.Applied<any GroupCheck>], blockSize: Int, store: StateStore?) {
    self.groups = groups
    values = groups.map { GroupedValues(values: $0.decider.kinds.count, in: store) }
    blocks = groups.map { GroupBlock(size: blockSize, values: $0.decider.kinds.count) }
  }

  var isEmpty: Bool { groups.isEmpty }

  /// Gathers a block; tells the outcome of every record that a rule is not asked of.
  mutating func collect(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, _ masks: ScopeMasks,
    _ count: (Outcome, _ rule: Int, _ place: Int) -> Void
  ) {
    for number in groups.indices {
      let group = groups[number]
      group.decider.collect(batch, block, into: &blocks[number])
      for place in 0..<block.count {
        if let outside = masks.outcome(group.scope, at: place) {
          blocks[number].keys[place] = nil
          count(outside, group.number, place)
        } else if blocks[number].keys[place] == nil {
          count(
            Outcome(code: blocks[number].outcomes[place]) ?? .notApplicable, group.number, place)
        }
      }
      values[number].add(blocks[number], count: block.count)
    }
  }

  /// Hands over what was gathered, with the core's roster.
  func add(to gathered: inout [GatheredGroups], _ party: Party, _ roster: Roster) {
    for (number, group) in groups.enumerated() {
      let known = gathered.firstIndex { $0.group.number == group.number && $0.party == party }
      let place = known ?? gathered.count
      if known == nil { gathered.append(GatheredGroups(group: group, party: party)) }
      gathered[place].parts.append((values[number], roster))
    }
  }
}

/// A rule on groups of records of one party, and what every core of every source gathered.
struct GatheredGroups {
  let group: RunPlan.Applied<any GroupCheck>
  let party: Party
  var parts: [(values: GroupedValues, roster: Roster)] = []
}
