import Findings
import Records
import Validators

/// What one core remembers of the records that it checks for rules on other parties, and for
/// rules on the rows of registries.
struct PartyCollector {
  private let reader: FrozenBox<OwnerReader>?
  private(set) var owners = OwnerCollector()
  private(set) var accounts: AccountCollector?
  /// Rules whose registry the job has, and the rows of it that were seen.
  let registries: [RunPlan.Applied<any RegistryValidator>]
  private(set) var seen: [SeenRows]
  /// Numbers of the rules whose registry the job does not have: nothing can be said.
  let withoutRegistry: [Int]

  init(_ plan: RunPlan) {
    reader = plan.owners
    accounts = plan.collectsAccounts ? AccountCollector() : nil
    registries = plan.registries.filter { $0.decider.rows != nil }
    seen = registries.map { SeenRows(rows: $0.decider.rows?.count ?? 0) }
    withoutRegistry = plan.registries.filter { $0.decider.rows == nil }.map(\.number)
  }

  mutating func collect(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, facts: inout [Facts], source: Int,
    file: Int
  ) {
    if let reader {
      for place in 0..<block.count {
        let index = block.lowerBound + place
        let note = reader.value.note(batch[index], &facts[place])
        owners.add(
          batch[index], note,
          at: RecordPosition(source: source, file: file, line: batch.line(of: index)))
      }
    }
    if accounts != nil {
      for index in block { accounts?.add(batch[index]) }
    }
    for number in registries.indices {
      registries[number].decider.mark(batch, block, facts: &facts, in: &seen[number])
    }
  }
}

/// What all cores of all sources remembered.
struct CollectedParties {
  private var owners: [OwnerCollector] = []
  private var accounts: [AccountCollector] = []
  private var hasOwners = false
  private var hasAccounts = false
  /// Rows of accounts that could not be read.
  private var unread = 0
  private var frozenOwners: FrozenBox<OwnerTable>?
  private var frozenAccounts: FrozenBox<AccountTable>?
  private var registries:
    [(rule: RunPlan.Applied<any RegistryValidator>, scopes: [any RecordCheck], seen: SeenRows)] = []

  /// What the records of a party are told. Parties are checked in their order: what comes
  /// before is complete, and is frozen when it is first asked for.
  mutating func known(to party: Party) -> KnownParties {
    switch party {
    case .person, .organisation: return KnownParties()
    case .account:
      if hasOwners, frozenOwners == nil {
        frozenOwners = FrozenBox(OwnerTable(owners))
        owners = []
      }
      return KnownParties(owners: frozenOwners)
    case .transaction:
      if hasAccounts, frozenAccounts == nil {
        frozenAccounts = FrozenBox(AccountTable(accounts, unread: unread))
        accounts = []
      }
      return KnownParties(accounts: frozenAccounts)
    }
  }

  /// Adds what one core remembered.
  mutating func add(_ part: PartyCollector) {
    owners.append(part.owners)
    if let part = part.accounts { accounts.append(part) }
    for (number, rule) in part.registries.enumerated() {
      if let known = registries.firstIndex(where: { $0.rule.number == rule.number }) {
        registries[known].seen.merge(part.seen[number])
      } else {
        registries.append((rule, [], part.seen[number]))
      }
    }
  }

  /// Notes that a source is through.
  mutating func add(_ plan: RunPlan, unread: Int) {
    if plan.owners != nil { hasOwners = true }
    if plan.collectsAccounts { hasAccounts = true }
    if plan.party == .account { self.unread += unread }
    for number in registries.indices where registries[number].rule.rule.parties.contains(plan.party)
    {
      registries[number].scopes = plan.scopes
    }
  }

  /// The outcome of every row of the registries, by rule.
  func concludedRegistries() -> [ConcludedRegistry] {
    registries.sorted { $0.rule.number < $1.rule.number }.compactMap { entry in
      guard let rows = entry.rule.decider.rows else { return nil }
      var outcomes = entry.rule.decider.outcomes(entry.seen, unread: unread)
      if let scope = entry.rule.scope {
        for row in outcomes.indices {
          var facts = Facts()
          switch entry.scopes[scope].check(rows[row], &facts) {
          case .passed: break
          case .failed, .notApplicable: outcomes[row] = Outcome.notApplicable.code
          case .notEvaluated(let obstacle): outcomes[row] = Outcome.notEvaluated(obstacle).code
          }
        }
      }
      return ConcludedRegistry(
        rule: entry.rule, rows: rows, outcomes: outcomes, unread: unread)
    }
  }
}

/// The rows of a registry with their outcomes.
struct ConcludedRegistry {
  let rule: RunPlan.Applied<any RegistryValidator>
  let rows: JoinedRecords
  /// By row, as codes.
  let outcomes: [UInt8]
  let unread: Int

  /// Branch of a row, as far as the registry names it.
  func branch(_ row: Int) -> [UInt8] {
    var branch: [UInt8] = []
    branch.append(rows[row][.branch])
    return branch
  }

  /// Writes the finding on a row that failed; its source is the registry.
  func write(_ row: Int, to writer: inout FindingWriter) {
    let record = rows[row]
    let party = rule.rule.parties[0]
    writer.begin(
      rule.prefix, party: party, key: record[party.keyElement], branch: record[.branch],
      owner: record[.owner], source: rule.decider.source(of: row), row: rows.line(of: row))
    if writer.listsTasks { writer.name(record[party.nameElement]) }
    rule.decider.explain(row, unread: unread, &writer)
    writer.end()
  }
}
