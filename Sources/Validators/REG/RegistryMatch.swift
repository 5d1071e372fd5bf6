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
  let isCarried: Bool
  private let age: RegistryAge

  /// nil where the job names no business registry.
  init?(_ context: Context, _ rule: Rule, comparing element: DataElement) {
    guard let registry = context.registry("business") else { return nil }
    self.registry = registry
    self.element = element
    forms = context.reference(CharacterForms.self)
    isCarried = registry.records.layout.carries(element)
    age = RegistryAge(registry, rule, context)
  }

  /// The match of the record's organisation, nil where there is none or where the credit
  /// code is another's: REG014 speaks of that, and nothing else can be compared.
  @inline(__always) func place(_ record: RecordView, _ facts: inout Facts) -> Int? {
    guard let place = facts.registry.place(record, in: registry),
      facts.registry.namesake(record, in: registry, forms) == nil
    else { return nil }
    return place
  }

  /// Compares the match's value, which is never empty there. A record without match, or
  /// whose match has no value, is not applicable.
  @inline(__always) func check(
    _ record: RecordView, _ facts: inout Facts, _ body: (Span<UInt8>) -> Outcome
  ) -> Outcome {
    guard let place = place(record, &facts) else { return .notApplicable }
    if !isCarried { return .notEvaluated(.referenceMissing) }
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
    guard let place = facts.registry.place(record, in: registry) else { return }
    finding.element = ours ?? element
    finding.value.append(record[ours ?? element])
    finding.expected.append(registry.records[place][element])
    writeGrade(facts, to: &finding)
    body(registry.records[place], &finding)
  }

  /// Appends how the match was made, the day of the extract, and its age where that matters.
  func writeGrade(_ facts: Facts, to finding: inout FindingWriter) {
    facts.registry.writeGrade(to: &finding.evidence, registry, in: finding.language)
    age.write(to: &finding.evidence, in: finding.language)
  }
}

extension FindingWriter {
  /// Offers the registry's value for the customer to confirm.
  mutating func offer(_ value: Span<UInt8>, confidence: Int) {
    suggestion.append(value)
    self.confidence = confidence
    action = .confirm
  }
}
