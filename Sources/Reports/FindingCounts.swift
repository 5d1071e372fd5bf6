import Findings
import Records

/// How many findings there are of what, counted in one pass over `findings.csv`.
package struct FindingCounts: Equatable, Sendable {
  package var findings = 0
  package var bySeverity: [Severity: Int] = [:]
  package var byDimension: [Dimension: Int] = [:]
  package var byAction: [Action: Int] = [:]
  /// By rule id, then by action.
  package var byRule: [String: [Action: Int]] = [:]
  package var branches: [String: BranchLoad] = [:]

  /// What there is at one branch.
  package struct BranchLoad: Equatable, Sendable {
    /// All findings, trial rules included.
    package var findings = 0
    /// What may be corrected without asking anyone.
    package var automatic = 0
    /// Findings that the branch has to do something about.
    package var toDo = 0
    /// Customers, accounts and transactions with such a finding.
    package var customers = 0
    /// Those of them with something that only the customer can say.
    package var toContact = 0

    package init(
      findings: Int = 0, automatic: Int = 0, toDo: Int = 0, customers: Int = 0, toContact: Int = 0
    ) {
      self.findings = findings
      self.automatic = automatic
      self.toDo = toDo
      self.customers = customers
      self.toContact = toContact
    }
  }

  package init() {}

  /// Counts the findings of a file. Memory: some 25 bytes a customer with something to do.
  package init(findings path: String, rules: [ReportRule]) throws {
    let held = Set(rules.filter { !$0.rule.status.reachesBranches }.map(\.rule.id))
    let reader = try FindingsReader(path: path)
    var ruleNames = CellNumbers()
    var branchNames = CellNumbers()
    var tallies: [RuleCounts] = []
    var loads: [BranchLoad] = []
    var customers = CustomerSet()
    while try reader.next() {
      let rule = ruleNames.number(of: .ruleID, in: reader)
      if rule == tallies.count {
        tallies.append(RuleCounts(isHeld: held.contains(ruleNames.names[rule])))
      }
      let branch = branchNames.number(of: .branch, in: reader)
      if branch == loads.count { loads.append(BranchLoad()) }
      let action = tallies[rule].count(reader)
      loads[branch].findings += 1
      if action == .auto { loads[branch].automatic += 1 }
      if action == .auto || tallies[rule].isHeld { continue }
      let isNew = customers.insert(
        reader, branch: branch, contact: action == .confirm || action == .contact)
      loads[branch].toDo += 1
      if isNew.customer { loads[branch].customers += 1 }
      if isNew.contact { loads[branch].toContact += 1 }
    }
    for (name, tally) in zip(ruleNames.names, tallies) {
      findings += tally.actions.reduce(0, +)
      for (action, count) in zip(Action.allCases, tally.actions) where count > 0 {
        byAction[action, default: 0] += count
        byRule[name, default: [:]][action] = count
      }
      for (severity, count) in zip(Severity.allCases, tally.severities) where count > 0 {
        bySeverity[severity, default: 0] += count
      }
      for (dimension, count) in zip(Dimension.allCases, tally.dimensions) where count > 0 {
        byDimension[dimension, default: 0] += count
      }
    }
    for (name, load) in zip(branchNames.names, loads) { branches[name] = load }
  }

  /// Findings of a rule.
  package func total(of rule: String) -> Int {
    byRule[rule, default: [:]].values.reduce(0, +)
  }
}

/// Numbers the values of a column in the order in which they are first seen.
private struct CellNumbers {
  private(set) var names: [String] = []
  private var short: [ShortKey: Int] = [:]
  private var long: [[UInt8]: Int] = [:]
  /// The value of the row before: the findings of one record have one branch.
  private var last: (key: ShortKey, number: Int)?

  mutating func number(of column: FindingColumn, in reader: FindingsReader) -> Int {
    let key = reader.shortKey(column)
    if let last, last.key == key { return last.number }
    let number = look(up: key, column, reader)
    last = key.map { ($0, number) }
    return number
  }

  private mutating func look(
    up key: ShortKey?, _ column: FindingColumn, _ reader: FindingsReader
  ) -> Int {
    if let known = key.map({ short[$0] }) ?? long[Array(reader[column])] { return known }
    if let key { short[key] = names.count } else { long[Array(reader[column])] = names.count }
    names.append(reader.text(column))
    return names.count - 1
  }
}

/// The findings of one rule, by place in `allCases`.
private struct RuleCounts {
  let isHeld: Bool
  var actions = [Int](repeating: 0, count: Action.allCases.count)
  var severities = [Int](repeating: 0, count: Severity.allCases.count)
  var dimensions = [Int](repeating: 0, count: Dimension.allCases.count)

  init(isHeld: Bool) { self.isHeld = isHeld }

  private static let actionWords = words(Action.allCases)
  private static let severityWords = words(Severity.allCases)
  private static let dimensionWords = words(Dimension.allCases)

  private static func words(_ cases: [some RawRepresentable<String>]) -> [ShortKey?] {
    cases.map { ShortKey($0.rawValue) }
  }

  /// Counts the current row; gives its action.
  mutating func count(_ reader: FindingsReader) -> Action {
    let action =
      Self.actionWords.firstIndex(of: reader.shortKey(.action))
      ?? Action.allCases.firstIndex(of: .review) ?? 0
    actions[action] += 1
    if let place = Self.severityWords.firstIndex(of: reader.shortKey(.severity)) {
      severities[place] += 1
    }
    if let place = Self.dimensionWords.firstIndex(of: reader.shortKey(.dimension)) {
      dimensions[place] += 1
    }
    return Action.allCases[action]
  }
}

/// Customers seen so far at their branches, and which of them have to be contacted.
private struct CustomerSet {
  private var contact: [PackedKey: Bool] = [:]
  private var identity: [UInt8] = []
  private var last: [UInt8] = []
  private var lastContact = false

  /// Whether the customer of the current row, and its need to be contacted, are new.
  mutating func insert(
    _ reader: FindingsReader, branch: Int, contact needed: Bool
  ) -> (customer: Bool, contact: Bool) {
    identity.removeAll(keepingCapacity: true)
    identity.append(decimal: branch)
    // No kind of record has a comma in its name, so that the parts cannot run together.
    identity.append(UInt8(ascii: ","))
    identity.append(contentsOf: reader[.party])
    identity.append(UInt8(ascii: ","))
    identity.append(contentsOf: reader[.recordKey])
    // Findings of one record mostly stand together.
    if identity == last, lastContact || !needed { return (false, false) }
    swap(&last, &identity)
    let key = PackedKey(last.span)
    let old = contact[key]
    if old == nil || needed && old == false { contact[key] = needed }
    lastContact = needed || old == true
    return (old == nil, needed && old != true)
  }
}
