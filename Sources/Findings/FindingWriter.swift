import Records

/// Writes findings as rows of `findings.csv`, and what may be corrected without asking
/// anyone as rows of `corrections.csv`.
///
/// A validator fills the fields of the current finding; texts are appended as bytes, so
/// that a million findings cost no `String`. Every core has a writer of its own, and the
/// engine joins the rows in input order.
package struct FindingWriter: Sendable {
  package let language: Language
  /// Rows so far.
  package private(set) var findings: [UInt8] = []
  package private(set) var corrections: [UInt8] = []
  /// The rows of `findings` with the customer's name behind them, where workbooks are wanted.
  package private(set) var tasks: [UInt8] = []
  /// Findings so far.
  package private(set) var count = 0
  /// How many there were of what, since the writer was made.
  package private(set) var tally = FindingTally()

  /// The element that is wrong.
  package var element: DataElement?
  package var action = Action.review
  /// How sure the suggestion is, in percent; nil where none is made.
  package var confidence: Int?
  /// What the record says.
  package var value: [UInt8] = []
  /// What it ought to say, in words or as a value.
  package var expected: [UInt8] = []
  /// The value proposed in its place; empty where there is none.
  package var suggestion: [UInt8] = []
  /// Why we believe so.
  package var evidence: [UInt8] = []

  /// Whether the finding is a notice whatever the severity of its rule, because it rests on
  /// something that may have changed since. For rules with one finding a record.
  package var isLowered = false

  package let masking: Masking
  private var prefix: RulePrefix?
  private var key: [UInt8] = []
  private var tail: [UInt8] = []
  private var branch: [UInt8] = []
  private var branchAndOwner: [UInt8] = []
  private var customer: [UInt8] = []
  /// The element whose alignment is counted; nil for none.
  package var aligned: DataElement?
  private var need = AlignmentTally.Need.nothing
  /// Whether `tasks` is written.
  package let listsTasks: Bool

  package init(
    language: Language, masking: Masking = Masking(), listingTasks listsTasks: Bool = false
  ) {
    self.language = language
    self.masking = masking
    self.listsTasks = listsTasks
  }

  /// The first line of `findings.csv`.
  package static let header =
    "finding_id,rule_id,rule,severity,dimension,party,record_key,branch,owner,element,value,"
    + "expected,suggestion,confidence,action,evidence,source,row\n"
  /// The first line of the list for workbooks.
  package static let tasksHeader = header.dropLast() + ",customer\n"
  /// The first line of `corrections.csv`.
  package static let correctionsHeader = "record_key,element,old,new,basis,rule_id\n"

  /// What the rows of one rule have in common, made once a run.
  package struct RulePrefix: Sendable {
    let id: [UInt8]
    let columns: [UInt8]
    /// `columns` of a finding that is lowered to a notice.
    let loweredColumns: [UInt8]
    let isNotice: Bool
    let basis: [UInt8]
    let element: DataElement?
    let reads: Set<DataElement.Sensitivity>
    let number: Int
    let reachesBranches: Bool

    /// `number` is the rule's place in the tallies of the run.
    package init(_ rule: Rule, severity: Severity, language: Language, number: Int = 0) {
      self.number = number
      reachesBranches = rule.status.reachesBranches
      id = Array(rule.id.utf8)
      isNotice = severity == .notice
      func columns(_ severity: Severity) -> [UInt8] {
        Array(",\(rule.id),\(rule.name),\(severity.rawValue),\(rule.dimension.rawValue),".utf8)
      }
      self.columns = columns(severity)
      loweredColumns = columns(.notice)
      basis = Array((rule.autoBasis ?? rule.claim)[language].utf8)
      element = rule.reads.first
      reads = Set((rule.reads + rule.alsoReads).map(\.facts.sensitivity))
    }
  }

  /// Starts a finding of a rule on a record. `source` is what people call the source and
  /// `row` the line in it on which the record stands.
  package mutating func begin(
    _ prefix: RulePrefix, party: Party, key: Span<UInt8>, branch: Span<UInt8>,
    owner: Span<UInt8>, source: String, row: Int
  ) {
    self.prefix = prefix
    self.key.removeAll(keepingCapacity: true)
    self.key.append(contentsOf: party.rawValue.utf8)
    self.key.append(UInt8(ascii: ","))
    self.key.append(csv: key)
    self.branch.removeAll(keepingCapacity: true)
    self.branch.append(branch)
    branchAndOwner.removeAll(keepingCapacity: true)
    branchAndOwner.append(csv: branch)
    branchAndOwner.append(UInt8(ascii: ","))
    branchAndOwner.append(csv: owner)
    tail.removeAll(keepingCapacity: true)
    tail.append(csv: source.utf8.span)
    tail.append(UInt8(ascii: ","))
    tail.append(decimal: row)
    customer.removeAll(keepingCapacity: true)
    clear()
  }

  /// Says what the customer of the findings that follow is called.
  package mutating func name(_ customer: Span<UInt8>) {
    self.customer.removeAll(keepingCapacity: true)
    self.customer.append(csv: customer)
  }

  /// What the findings since the last call ask of the aligned element; those of rules on
  /// trial do not count.
  package mutating func takeNeed() -> AlignmentTally.Need {
    defer { need = .nothing }
    return need
  }

  private mutating func clear() {
    element = prefix?.element
    action = .review
    confidence = nil
    isLowered = false
    value.removeAll(keepingCapacity: true)
    expected.removeAll(keepingCapacity: true)
    suggestion.removeAll(keepingCapacity: true)
    evidence.removeAll(keepingCapacity: true)
  }

  /// Finishes the current finding; further fields belong to another finding of the same
  /// rule on the same record.
  package mutating func next() {
    end()
    clear()
  }

  /// Finishes the current finding.
  package mutating func end() {
    guard let prefix else { preconditionFailure("end() without begin()") }
    let elementName = element?.name ?? ""
    if let aligned, element == aligned, prefix.reachesBranches {
      need = max(need, AlignmentTally.Need(action))
    }
    let start = findings.count
    var fingerprint = Fingerprint()
    fingerprint.combine(prefix.id.span)
    fingerprint.combine(key.span)
    fingerprint.combine(elementName.utf8.span)
    fingerprint.write(to: &findings)
    findings.append(contentsOf: isLowered ? prefix.loweredColumns : prefix.columns)
    findings.append(contentsOf: key)
    findings.append(UInt8(ascii: ","))
    findings.append(contentsOf: branchAndOwner)
    findings.append(UInt8(ascii: ","))
    findings.append(contentsOf: elementName.utf8)
    findings.append(UInt8(ascii: ","))
    if masking.isOn { hide(prefix) }
    findings.append(csv: value)
    findings.append(UInt8(ascii: ","))
    findings.append(csv: expected)
    findings.append(UInt8(ascii: ","))
    findings.append(csv: suggestion)
    findings.append(UInt8(ascii: ","))
    if let confidence { findings.append(decimal: confidence) }
    findings.append(UInt8(ascii: ","))
    findings.append(contentsOf: action.rawValue.utf8)
    findings.append(UInt8(ascii: ","))
    findings.append(csv: evidence)
    findings.append(UInt8(ascii: ","))
    findings.append(contentsOf: tail)
    if listsTasks {
      tasks.append(contentsOf: findings[start...])
      tasks.append(UInt8(ascii: ","))
      tasks.append(contentsOf: customer)
      tasks.append(UInt8(ascii: "\n"))
    }
    findings.append(UInt8(ascii: "\n"))
    count += 1
    tally.count(
      rule: prefix.number, action: action, reachesBranch: prefix.reachesBranches, branch: branch,
      customer: key)
    if isLowered, !prefix.isNotice { tally.countLowered(rule: prefix.number) }
    if action == .auto, !suggestion.isEmpty { writeCorrection(prefix, elementName) }
  }

  /// Masks the values of the current finding and leaves out its texts, where they may hold
  /// what the job hides: they are free to quote any element that the rule reads.
  private mutating func hide(_ prefix: RulePrefix) {
    if element.map(masking.hides) ?? false {
      value.mask()
      suggestion.mask()
    }
    if masking.hides(anyOf: prefix.reads) {
      expected.removeAll(keepingCapacity: true)
      evidence.removeAll(keepingCapacity: true)
    }
  }

  private mutating func writeCorrection(_ prefix: RulePrefix, _ elementName: String) {
    let comma = UInt8(ascii: ",")
    let start = key.firstIndex(of: comma).map { $0 + 1 } ?? 0
    corrections.append(contentsOf: key[start...])
    corrections.append(comma)
    corrections.append(contentsOf: elementName.utf8)
    corrections.append(comma)
    corrections.append(csv: value)
    corrections.append(comma)
    corrections.append(csv: suggestion)
    corrections.append(comma)
    corrections.append(csv: prefix.basis)
    corrections.append(comma)
    corrections.append(contentsOf: prefix.id)
    corrections.append(UInt8(ascii: "\n"))
  }

  /// Forgets the rows written so far and keeps the memory.
  package mutating func removeAll() {
    findings.removeAll(keepingCapacity: true)
    corrections.removeAll(keepingCapacity: true)
    tasks.removeAll(keepingCapacity: true)
    count = 0
  }
}
