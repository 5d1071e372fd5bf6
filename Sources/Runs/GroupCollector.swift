import Findings
import Records
import Validators

/// What one core gathers for the rules on numbers over groups of records.
struct GroupCollector {
  let groups: [RunPlan.Group]
  private var values: [GroupedValues]
  private var blocks: [GroupBlock]

  init(_ groups: [RunPlan.Group], blockSize: Int) {
    self.groups = groups
    values = groups.map { GroupedValues(values: $0.check.kinds.count) }
    blocks = groups.map { GroupBlock(size: blockSize, values: $0.check.kinds.count) }
  }

  var isEmpty: Bool { groups.isEmpty }

  /// Gathers a block; tells the outcome of every record that a rule is not asked of.
  mutating func collect(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, _ masks: ScopeMasks,
    _ count: (Outcome, _ rule: Int, _ place: Int) -> Void
  ) {
    for number in groups.indices {
      let group = groups[number]
      group.check.collect(batch, block, into: &blocks[number])
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
  let group: RunPlan.Group
  let party: Party
  var parts: [(values: GroupedValues, roster: Roster)] = []

  /// Writes a finding for every record of every group that fails, in the order of the input.
  /// `written` is called behind every finding.
  func conclude(
    _ sources: [String], _ tallies: inout Tallies, _ writer: inout FindingWriter,
    _ written: (inout FindingWriter) throws -> Void
  ) throws {
    let groups = GroupedValues.groups(parts, group.check)
    var found: [(position: RecordPosition, group: Int, holder: Int)] = []
    for (index, entry) in groups.enumerated() {
      for (place, holder) in entry.holders.enumerated() {
        tallies.turn(branch: holder.branch, rule: group.number, to: entry.outcome)
        if entry.outcome == .failed { found.append((holder.position, index, place)) }
      }
    }
    found.sort { $0.position < $1.position }
    for entry in found {
      let concluded = groups[entry.group]
      let holder = concluded.holders[entry.holder]
      writer.begin(
        group.prefix, party: party, key: holder.recordKey.span, branch: holder.branch.span,
        owner: holder.owner.span, source: sources[Int(holder.position.source)],
        row: Int(holder.position.line))
      if writer.listsTasks { writer.name(holder.name.span) }
      group.check.explain(
        holder, in: concluded.holders, key: concluded.key, totals: concluded.totals, &writer)
      writer.end()
      try written(&writer)
    }
  }
}
