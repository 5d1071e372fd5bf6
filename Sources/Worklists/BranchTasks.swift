import Findings
import Records

/// What a branch has to do, in figures.
struct BranchCounts {
  var findings = 0
  /// Customers, accounts and transactions with a finding.
  var customers = 0
  /// Those of them with something that only the customer can say.
  var toContact = 0
}

/// Findings counted together, and on how many customers.
struct TaskCount {
  private(set) var findings = 0
  private(set) var customers = 0
  private var last = -1

  /// Counts a finding; those of one customer have to come one behind the other.
  mutating func count(customer: Int) {
    findings += 1
    if customer != last { customers += 1 }
    last = customer
  }
}

/// The findings of one branch in the order of its workbook, and how many there are of what.
///
/// Every customer's findings stand together. Customers with the worst findings come first,
/// then by kind and number; a customer's findings by severity, then as the rules found them.
struct BranchTasks {
  /// Where the rows stand in `findings.csv`, in the order of the workbook.
  private(set) var rows: [Row] = []
  private(set) var counts = BranchCounts()
  private(set) var byRule: [String: TaskCount] = [:]
  private(set) var bySeverity: [Severity: TaskCount] = [:]
  private(set) var byAction: [Action: TaskCount] = [:]
  private(set) var byOwner: [String: TaskCount] = [:]
  /// What is corrected without the branch.
  private(set) var automatic: [String: TaskCount] = [:]

  struct Row {
    let offset: Int
    /// Number of the customer, in the order of the workbook.
    var customer: Int32
    let severity: UInt8
  }

  private struct Customer {
    let party: UInt8
    let key: Range<Int>
    var worst: UInt8
    var needsContact = false
  }

  /// Reads the findings of a branch. Memory grows with the findings of this one branch.
  init(_ branch: BranchFindings, _ reader: FindingsReader) throws {
    var customers: [Customer] = []
    var keys: [UInt8] = []
    var numbers: [[UInt8]: Int] = [:]
    var automaticNumbers: [[UInt8]: Int] = [:]
    var automaticRows: [(rule: String, customer: Int)] = []
    var labels: [Label] = []
    for offset in branch.offsets {
      try reader.move(to: offset)
      let party = UInt8(Party.allCases.firstIndex { $0.rawValue == reader.text(.party) } ?? 255)
      let identity = [party] + reader[.recordKey]
      let action = Action(rawValue: reader.text(.action)) ?? .review
      let rule = reader.text(.ruleID)
      if action == .auto {
        let number = automaticNumbers[identity] ?? automaticNumbers.count
        automaticNumbers[identity] = number
        automaticRows.append((rule, number))
        continue
      }
      let severity = Severity(rawValue: reader.text(.severity)) ?? .error
      let rank = UInt8(Severity.allCases.firstIndex(of: severity) ?? 0)
      let number: Int
      if let known = numbers[identity] {
        number = known
      } else {
        number = customers.count
        numbers[identity] = number
        let start = keys.count
        keys.append(contentsOf: reader[.recordKey])
        customers.append(Customer(party: party, key: start..<keys.count, worst: rank))
      }
      customers[number].worst = max(customers[number].worst, rank)
      if action == .confirm || action == .contact { customers[number].needsContact = true }
      rows.append(Row(offset: offset, customer: Int32(number), severity: rank))
      labels.append(
        Label(
          customer: Int32(number), rule: rule, severity: severity, action: action,
          owner: reader.text(.owner)))
    }
    let order = customers.indices.sorted { a, b in
      let (x, y) = (customers[a], customers[b])
      if x.worst != y.worst { return x.worst > y.worst }
      if x.party != y.party { return x.party < y.party }
      return keys[x.key].lexicographicallyPrecedes(keys[y.key])
    }
    var place = [Int32](repeating: 0, count: customers.count)
    for (index, customer) in order.enumerated() { place[customer] = Int32(index) }
    for index in rows.indices { rows[index].customer = place[Int(rows[index].customer)] }
    rows.sort {
      if $0.customer != $1.customer { return $0.customer < $1.customer }
      return $0.severity != $1.severity ? $0.severity > $1.severity : $0.offset < $1.offset
    }
    counts.findings = rows.count
    counts.customers = customers.count
    counts.toContact = customers.count { $0.needsContact }
    labels.sort { $0.customer < $1.customer }
    for label in labels {
      let customer = Int(label.customer)
      byRule[label.rule, default: TaskCount()].count(customer: customer)
      bySeverity[label.severity, default: TaskCount()].count(customer: customer)
      byAction[label.action, default: TaskCount()].count(customer: customer)
      byOwner[label.owner, default: TaskCount()].count(customer: customer)
    }
    for row in automaticRows.sorted(by: { $0.customer < $1.customer }) {
      automatic[row.rule, default: TaskCount()].count(customer: row.customer)
    }
  }

  private struct Label {
    let customer: Int32
    let rule: String
    let severity: Severity
    let action: Action
    let owner: String
  }
}
