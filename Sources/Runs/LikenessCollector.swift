import Findings
import Records
import Validators

/// What one core collects for the rules on records that are likely the same.
struct LikenessCollector {
  let rules: [RunPlan.Applied<any LikenessValidator>]
  private var records: [any LikenessCollection]

  init(_ rules: [RunPlan.Applied<any LikenessValidator>], store: StateStore?) {
    self.rules = rules
    records = rules.map { $0.decider.makeRecords(in: store) }
  }

  var isEmpty: Bool { rules.isEmpty }

  /// Collects a block; tells the outcome of every record that a rule is not asked of.
  mutating func collect(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, facts: inout [Facts],
    _ masks: ScopeMasks, _ count: (Outcome, _ rule: Int, _ place: Int) -> Void
  ) {
    for number in rules.indices {
      let rule = rules[number]
      rule.decider.collect(batch, block, facts: &facts, into: &records[number]) { place in
        guard let outside = masks.outcome(rule.scope, at: place) else { return false }
        count(outside, rule.number, place)
        return true
      } absent: { place in
        count(.notApplicable, rule.number, place)
      }
    }
  }

  /// Hands over what was collected, with the core's roster.
  func add(to collected: inout [CollectedLikeness], _ party: Party, _ roster: Roster) {
    for (number, rule) in rules.enumerated() {
      let known = collected.firstIndex { $0.rule.number == rule.number && $0.party == party }
      let place = known ?? collected.count
      if known == nil { collected.append(CollectedLikeness(rule: rule, party: party)) }
      collected[place].parts.append((records[number], roster))
    }
  }
}

/// A rule on records of one party that are likely the same, and what every core of every
/// source collected.
struct CollectedLikeness {
  let rule: RunPlan.Applied<any LikenessValidator>
  let party: Party
  var parts: [(records: any LikenessCollection, roster: Roster)] = []
}
