import Findings
import Records
import References
import Registries

/// What the rules have in common that compare a record with its match in a registry.
struct RegistryMatch: Sendable {
  let registry: RegistryIndex
  /// nil where the table of traditional characters is not there.
  let forms: CharacterForms?
  /// The registry's column that is compared.
  private let element: DataElement
  /// Whether any extract has the column.
  let isCarried: Bool
  private let age: RegistryAge

  /// nil where the job names no business registry.
  init?(_ context: Context, _ rule: Rule, comparing element: DataElement) {
    guard let registry = context.registry("business") else { return nil }
    self.registry = registry
    self.element = element
    forms = context.reference(CharacterForms.self)
    isCarried = registry.records.carries(element)
    age = RegistryAge(rule, context)
  }

  /// What the registry has of the record's organisation, in the most believable extract that
  /// has the column. nil where there is none or where the credit code is another's: REG014
  /// speaks of that, and nothing else can be compared.
  @inline(__always) func place(_ record: RecordView, _ facts: inout Facts) -> Int? {
    guard let place = facts.registry.place(record, in: registry),
      facts.registry.namesake(record, in: registry, forms) == nil
    else { return nil }
    return row(from: place, facts)
  }

  private func row(from place: Int, _ facts: Facts) -> Int {
    guard let key = facts.registry.match.key else { return place }
    return registry.row(of: element, from: place, sharing: key)
  }

  /// Whether the extract of a match has the column that is compared.
  @inline(__always) func isCarried(at place: Int) -> Bool {
    registry.records.carries(element, at: place)
  }

  /// Compares the match's value, which is never empty there. A record without match, or
  /// whose match has no value, is not applicable.
  @inline(__always) func check(
    _ record: RecordView, _ facts: inout Facts, _ body: (Span<UInt8>) -> Outcome
  ) -> Outcome {
    guard let place = place(record, &facts) else { return .notApplicable }
    if !isCarried(at: place) { return .notEvaluated(.referenceMissing) }
    let value = registry.records[place][element]
    return value.isEmpty ? .notApplicable : body(value)
  }

  /// Fails a record whose match has a status that is meant, unless the bank has the same.
  @inline(__always) func checkStatus(
    _ record: RecordView, _ facts: inout Facts, _ isMeant: (RegistryStatus) -> Bool
  ) -> Outcome {
    check(record, &facts) { word in
      guard let status = RegistryStatus(word), isMeant(status) else { return .passed }
      return RegistryStatus(record[.registryStatus]) == status ? .passed : .failed
    }
  }

  /// Outcome without a registry: what names no organisation is not applicable even then.
  static func withoutRegistry(_ record: RecordView) -> Outcome {
    record[.creditCode].isEmpty && record[.licenceNumber].isEmpty
      ? .notApplicable : .notEvaluated(.referenceMissing)
  }

  /// Fills value, expectation and evidence, and calls `body` with the registry's record.
  ///
  /// - Parameter ours: The bank's element, where it is another than the registry's.
  func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter,
    ours: DataElement? = nil, _ body: (RecordView, inout FindingWriter) -> Void
  ) {
    guard let first = facts.registry.place(record, in: registry) else { return }
    let place = row(from: first, facts)
    finding.element = ours ?? element
    finding.value.append(record[ours ?? element])
    finding.expected.append(registry.records[place][element])
    writeGrade(facts, at: place, to: &finding)
    body(registry.records[place], &finding)
    writeContradictions(facts, first, place, to: &finding)
    if facts.registry.match == .name { finding.weaken() }
  }

  /// Appends how the match was made, the day of the extract that has the record at `place`,
  /// and its age where that matters.
  func writeGrade(_ facts: Facts, at place: Int, to finding: inout FindingWriter) {
    RegistryFacts.write(
      facts.registry.match, place, to: &finding.evidence, registry, in: finding.language)
    age.judge(place, in: registry, &finding)
  }

  /// Appends what the other records of the organisation say where they say otherwise.
  private func writeContradictions(
    _ facts: Facts, _ first: Int, _ used: Int, to finding: inout FindingWriter
  ) {
    guard let key = facts.registry.match.key else { return }
    var told = 0
    var next: Int? = first
    while let place = next, told < 3 {
      next = registry.next(after: place, sharing: key)
      let value = registry.records[place][element]
      if place == used || value.isEmpty
        || Contradiction.agree(element, value, registry.records[used][element], forms)
      {
        continue
      }
      told += 1
      let language = finding.language
      finding.evidence.append(zh: "；另有登记记录为“", en: "; another record has \"", in: language)
      finding.evidence.append(value)
      finding.evidence.append(zh: "”", en: "\"", in: language)
      RegistryFacts.write(extractOf: place, to: &finding.evidence, registry, in: language)
    }
  }
}

extension FindingWriter {
  /// Offers the registry's value for the customer to confirm.
  mutating func offer(_ value: Span<UInt8>, confidence: Int) {
    suggestion.append(value)
    self.confidence = confidence
    action = .confirm
  }

  /// Makes of what is offered something to be looked at first: the match is weak.
  fileprivate mutating func weaken() {
    action = .review
    confidence = confidence.map { min($0, 60) }
  }
}
