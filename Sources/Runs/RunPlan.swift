import Dispatch
import Findings
import LocalValidators
import Records
import RuleSets
import Synchronization
import Validators

/// The rules of a run, ready to be applied to the records of one party.
struct RunPlan: Sendable {
  let party: Party
  /// Rules on single records, in the order of their ids.
  let checks: [Check]
  /// Rules on all records together.
  let datasets: [Dataset]
  /// Rules on records that are likely the same.
  let likenesses: [Alike]
  /// Rules on numbers over groups of records.
  let groups: [Group]
  /// Rules with a state of their own on every core.
  let sessions: [Session]
  /// Of which records rules are asked that are not asked of all.
  let scopes: [any RecordCheck]

  struct Check: Sendable {
    let rule: Rule
    let validator: any RecordCheck
    let prefix: FindingWriter.RulePrefix
    /// Number of the rule in the run's tallies.
    let number: Int
    /// Place in `scopes`; nil where the rule is asked of every record.
    let scope: Int?
  }

  struct Dataset: Sendable {
    let rule: Rule
    /// What a source must carry for its records to be collected.
    let reads: [DataElement]
    /// Whether the rule is asked of the records, or only collects them.
    let isAsked: Bool
    /// Whether the run has no records of a party that the rule compares with: it speaks of
    /// nobody then.
    let isIdle: Bool
    let validator: any DatasetValidator
    let prefix: FindingWriter.RulePrefix
    let number: Int
    let scope: Int?
  }

  struct Alike: Sendable {
    let rule: Rule
    let validator: any LikenessValidator
    let prefix: FindingWriter.RulePrefix
    let number: Int
    let scope: Int?
  }

  struct Group: Sendable {
    let rule: Rule
    let check: any GroupCheck
    let prefix: FindingWriter.RulePrefix
    let number: Int
    let scope: Int?
  }

  struct Session: Sendable {
    let rule: Rule
    let maker: any RuleSessionMaker
    let prefix: FindingWriter.RulePrefix
    let number: Int
    let scope: Int?
  }

  /// Makes the validators of the rules that speak of `party`; `parties` are those of the run.
  init(
    party: Party, of parties: Set<Party>, rules: [NumberedRule], scopes: [RuleScope] = [],
    context: Context
  ) {
    self.party = party
    self.scopes = scopes.map { $0.make(context, party) }
    let asked = rules.filter { numbered in
      numbered.rule.parties.contains(party)
        || CompiledRules.datasetValidators.contains {
          $0.rule.id == numbered.rule.id && $0.alsoCollects.contains(party)
        }
    }
    let made = Self.fromBothEnds(asked) { Self.make($0, party, parties, context) }
    checks = made.compactMap { if case .record(let check) = $0 { check } else { nil } }
    datasets = made.compactMap { if case .dataset(let dataset) = $0 { dataset } else { nil } }
    likenesses = made.compactMap { if case .likeness(let likeness) = $0 { likeness } else { nil } }
    groups = made.compactMap { if case .group(let group) = $0 { group } else { nil } }
    sessions = made.compactMap { if case .session(let session) = $0 { session } else { nil } }
  }

  private enum Made: Sendable {
    case record(Check)
    case dataset(Dataset)
    case likeness(Alike)
    case group(Group)
    case session(Session)
  }

  private static func make(
    _ numbered: NumberedRule, _ party: Party, _ parties: Set<Party>, _ context: Context
  ) -> Made? {
    let rule = numbered.rule
    let prefix = FindingWriter.RulePrefix(
      rule, severity: numbered.severity, language: context.language, number: numbered.number)
    if let declared = numbered.declared {
      switch declared.make(context) {
      case .record(let check):
        return .record(
          Check(
            rule: rule, validator: check, prefix: prefix, number: numbered.number,
            scope: numbered.scope))
      case .group(let check):
        return .group(
          Group(
            rule: rule, check: check, prefix: prefix, number: numbered.number,
            scope: numbered.scope))
      case .session(let maker):
        return .session(
          Session(
            rule: rule, maker: maker, prefix: prefix, number: numbered.number,
            scope: numbered.scope))
      }
    }
    if let type = CompiledRules.recordValidators.first(where: { $0.rule.id == rule.id }) {
      return .record(
        Check(
          rule: rule, validator: type.init(context), prefix: prefix, number: numbered.number,
          scope: numbered.scope))
    }
    if let type = CompiledRules.datasetValidators.first(where: { $0.rule.id == rule.id }) {
      return .dataset(
        Dataset(
          rule: rule, reads: type.reads(of: party), isAsked: rule.parties.contains(party),
          isIdle: !parties.isSuperset(of: type.alsoCollects),
          validator: type.init(context), prefix: prefix, number: numbered.number,
          scope: numbered.scope))
    }
    if let type = CompiledRules.likenessValidators.first(where: { $0.rule.id == rule.id }) {
      return .likeness(
        Alike(
          rule: rule, validator: type.init(context), prefix: prefix, number: numbered.number,
          scope: numbered.scope))
    }
    return nil
  }

  /// Makes something of every rule on two threads, one from the first rule on, one from the
  /// last back: rules of one family need the same tables, and the second thread had to wait
  /// for the first if both began there.
  private static func fromBothEnds(
    _ rules: [NumberedRule], _ make: @Sendable (NumberedRule) -> Made?
  ) -> [Made] {
    struct State {
      var rest: Range<Int>
      var made: [Made?]
    }
    let state = Mutex(
      State(rest: rules.indices, made: [Made?](repeating: nil, count: rules.count)))
    DispatchQueue.concurrentPerform(iterations: 2) { side in
      while let index = state.withLock({ state -> Int? in
        if state.rest.isEmpty { return nil }
        let (low, high) = (state.rest.lowerBound, state.rest.upperBound)
        state.rest = side == 0 ? (low + 1)..<high : low..<(high - 1)
        return side == 0 ? low : high - 1
      }) {
        let made = make(rules[index])
        state.withLock { $0.made[index] = made }
      }
    }
    return state.withLock { $0.made.compactMap { $0 } }
  }
}

/// A rule of a run with its place in the tallies.
package struct NumberedRule: Sendable {
  package let rule: Rule
  package let severity: Severity
  package let number: Int
  /// How it is decided, for a rule that is no part of the product.
  package let declared: DeclaredRule?
  /// Place of its scope among the run's; nil where it is asked of every record.
  package let scope: Int?

  package init(
    rule: Rule, severity: Severity, number: Int, declared: DeclaredRule? = nil,
    scope: Int? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.number = number
    self.declared = declared
    self.scope = scope
  }
}
