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
  let checks: [Applied<any RecordCheck>]
  /// Rules on all records together; also those that only collect records of the party.
  let datasets: [Applied<any DatasetValidator>]
  /// Rules on records that are likely the same.
  let likenesses: [Applied<any LikenessValidator>]
  /// Rules on numbers over groups of records.
  let groups: [Applied<any GroupCheck>]
  /// Rules on the rows of a registry.
  let registries: [Applied<any RegistryValidator>]
  /// Rules with a state of their own on every core.
  let sessions: [Applied<any RuleSessionMaker>]
  /// Rules that compare with a party of which the run has no records: they speak of
  /// nobody, and nothing is made of them.
  let idle: [NumberedRule]
  /// Of which records rules are asked that are not asked of all.
  let scopes: [any RecordCheck]
  /// What judges the records as owners of accounts; nil where no rule of the run asks.
  let owners: FrozenBox<OwnerReader>?
  /// Whether a rule of the run asks for the records, which are accounts.
  let collectsAccounts: Bool

  /// A rule of the run with what decides it.
  struct Applied<Decider: Sendable>: Sendable {
    let rule: Rule
    let decider: Decider
    let prefix: FindingWriter.RulePrefix
    /// Number of the rule in the run's tallies.
    let number: Int
    /// Place in `scopes`; nil where the rule is asked of every record.
    let scope: Int?

    init(_ numbered: NumberedRule, _ decider: Decider, _ language: Language) {
      rule = numbered.rule
      self.decider = decider
      prefix = FindingWriter.RulePrefix(
        rule, severity: numbered.severity, language: language, number: numbered.number)
      number = numbered.number
      scope = numbered.scope
    }
  }

  /// Makes the validators of the rules that speak of `party`; `parties` are those of the run.
  init(
    party: Party, of parties: Set<Party>, rules: [NumberedRule], scopes: [RuleScope] = [],
    context: Context
  ) {
    self.party = party
    self.scopes = scopes.map { $0.make(context, party) }
    var idle: [NumberedRule] = []
    let applied = rules.filter { numbered in
      let isAsked = numbered.rule.parties.contains(party)
      guard let type = Self.datasetValidator(numbered.rule), type.joinsParties else {
        return isAsked
      }
      if parties.isSuperset(of: type.alsoCollects) {
        return isAsked || type.alsoCollects.contains(party)
      }
      if isAsked { idle.append(numbered) }
      return false
    }
    self.idle = idle
    let needs = Self.needs(of: parties, rules)
    owners = party == .organisation && needs.contains(.owners) ? context.ownerReader : nil
    collectsAccounts = party == .account && needs.contains(.accounts)
    let made = Self.fromBothEnds(applied) { Self.make($0, context) }
    checks = made.compactMap { if case .record(let check) = $0 { check } else { nil } }
    datasets = made.compactMap { if case .dataset(let dataset) = $0 { dataset } else { nil } }
    likenesses = made.compactMap { if case .likeness(let likeness) = $0 { likeness } else { nil } }
    groups = made.compactMap { if case .group(let group) = $0 { group } else { nil } }
    registries = made.compactMap { if case .registry(let rule) = $0 { rule } else { nil } }
    sessions = made.compactMap { if case .session(let session) = $0 { session } else { nil } }
  }

  /// What the rules of the run ask of parties that come before theirs, where the run has both.
  private static func needs(
    of parties: Set<Party>, _ rules: [NumberedRule]
  ) -> [KnownParties.Need] {
    let ids = Set(
      rules.filter { !parties.isDisjoint(with: $0.rule.parties) }.map(\.rule.id))
    return CompiledRules.recordValidators.filter { ids.contains($0.rule.id) }.flatMap { $0.needs }
  }

  private enum Made: Sendable {
    case record(Applied<any RecordCheck>)
    case dataset(Applied<any DatasetValidator>)
    case likeness(Applied<any LikenessValidator>)
    case group(Applied<any GroupCheck>)
    case registry(Applied<any RegistryValidator>)
    case session(Applied<any RuleSessionMaker>)
  }

  private static func datasetValidator(_ rule: Rule) -> (any DatasetValidator.Type)? {
    CompiledRules.datasetValidators.first { $0.rule.id == rule.id }
  }

  private static func make(_ numbered: NumberedRule, _ context: Context) -> Made? {
    let (rule, language) = (numbered.rule, context.language)
    if let declared = numbered.declared {
      switch declared.make(context) {
      case .record(let check): return .record(Applied(numbered, check, language))
      case .group(let check): return .group(Applied(numbered, check, language))
      case .session(let maker): return .session(Applied(numbered, maker, language))
      }
    }
    if let type = CompiledRules.recordValidators.first(where: { $0.rule.id == rule.id }) {
      return .record(Applied(numbered, type.init(context), language))
    }
    if let type = datasetValidator(rule) {
      return .dataset(Applied(numbered, type.init(context), language))
    }
    if let type = CompiledRules.likenessValidators.first(where: { $0.rule.id == rule.id }) {
      return .likeness(Applied(numbered, type.init(context), language))
    }
    if let type = CompiledRules.registryValidators.first(where: { $0.rule.id == rule.id }) {
      return .registry(Applied(numbered, type.init(context), language))
    }
    return nil
  }

  /// Whether a rule is asked of the records, or only collects them.
  func asks(_ dataset: Applied<any DatasetValidator>) -> Bool {
    dataset.rule.parties.contains(party)
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
