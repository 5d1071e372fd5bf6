import Records

/// How many findings there are of what, and on how many customers: counted by every core as
/// it writes them. Merging parts in any order gives the same counts.
package struct FindingTally: Mergeable, Sendable {
  /// What there is at one branch.
  package struct Branch: Equatable, Sendable {
    package let name: [UInt8]
    /// All findings, trial rules included.
    package fileprivate(set) var findings = 0
    /// What may be corrected without asking anyone.
    package fileprivate(set) var automatic = 0
    /// Findings that the branch has to do something about.
    package fileprivate(set) var toDo = 0
  }

  private struct Customer: BitwiseCopyable {
    let key: PackedKey
    let branch: Int32
    /// Whether there is something that only the customer can say.
    var contact: Bool
  }

  /// By rule number, then by place of the action in `Action.allCases`.
  private var actions: [Int] = []
  /// By rule number: findings that are notices though the rule is worse.
  private var lowered: [Int] = []
  package private(set) var branches: [Branch] = []
  private var branchNumbers: [[UInt8]: Int] = [:]
  /// Branch of the finding before: the findings of one record have one.
  private var last = -1
  /// Customers with something to do; a customer may stand here more than once.
  private var customers: [Customer] = []

  package init() {}

  /// Counts a finding. `customer` is kind and number of the customer.
  mutating func count(
    rule: Int, action: Action, reachesBranch: Bool, branch: [UInt8], customer: [UInt8]
  ) {
    let place = rule * Action.allCases.count + action.number
    if place >= actions.count {
      actions.append(contentsOf: repeatElement(0, count: place + 1 - actions.count))
    }
    actions[place] += 1
    if last < 0 || branches[last].name != branch { last = number(of: branch) }
    branches[last].findings += 1
    if action == .auto { branches[last].automatic += 1 }
    if action == .auto || !reachesBranch { return }
    branches[last].toDo += 1
    let key = PackedKey(customer.span)
    let contact = action == .confirm || action == .contact
    let end = customers.count - 1
    if end >= 0, customers[end].key == key, customers[end].branch == last {
      if contact { customers[end].contact = true }
    } else {
      customers.append(Customer(key: key, branch: Int32(last), contact: contact))
    }
  }

  /// Counts a finding that is a notice though its rule is worse.
  mutating func countLowered(rule: Int) {
    if rule >= lowered.count {
      lowered.append(contentsOf: repeatElement(0, count: rule + 1 - lowered.count))
    }
    lowered[rule] += 1
  }

  /// Findings of a rule that are notices though the rule is worse.
  package func lowered(rule: Int) -> Int { rule < lowered.count ? lowered[rule] : 0 }

  private mutating func number(of branch: [UInt8]) -> Int {
    if let known = branchNumbers[branch] { return known }
    branchNumbers[branch] = branches.count
    branches.append(Branch(name: branch))
    return branches.count - 1
  }

  package mutating func merge(_ other: consuming FindingTally) {
    if other.actions.count > actions.count {
      actions.append(contentsOf: repeatElement(0, count: other.actions.count - actions.count))
    }
    for (place, count) in other.actions.enumerated() { actions[place] += count }
    for (rule, count) in other.lowered.enumerated() {
      if rule >= lowered.count { lowered.append(0) }
      lowered[rule] += count
    }
    var numbers: [Int32] = []
    for branch in other.branches {
      let mine = number(of: branch.name)
      numbers.append(Int32(mine))
      branches[mine].findings += branch.findings
      branches[mine].automatic += branch.automatic
      branches[mine].toDo += branch.toDo
    }
    customers.reserveCapacity(customers.count + other.customers.count)
    for customer in other.customers {
      customers.append(
        Customer(
          key: customer.key, branch: numbers[Int(customer.branch)], contact: customer.contact))
    }
    last = -1
  }

  /// Findings of a rule with an action.
  package func count(rule: Int, action: Action) -> Int {
    let place = rule * Action.allCases.count + action.number
    return place < actions.count ? actions[place] : 0
  }

  /// Customers with something to do by branch, and those of them that have to be contacted.
  /// O(customers).
  package func customersByBranch() -> [(customers: Int, toContact: Int)] {
    var result = [(customers: Int, toContact: Int)](
      repeating: (0, 0), count: branches.count)
    var indexes = [KeyIndex](repeating: KeyIndex(), count: branches.count)
    var contacts = [[Bool]](repeating: [], count: branches.count)
    for customer in customers {
      let branch = Int(customer.branch)
      let (number, isNew) = indexes[branch].number(of: customer.key)
      if isNew {
        contacts[branch].append(customer.contact)
      } else if customer.contact {
        contacts[branch][number] = true
      }
    }
    for branch in result.indices {
      result[branch] = (contacts[branch].count, contacts[branch].count { $0 })
    }
    return result
  }
}

extension Action {
  /// Place in `allCases`.
  fileprivate var number: Int {
    switch self {
    case .auto: 0
    case .confirm: 1
    case .contact: 2
    case .review: 3
    }
  }
}
