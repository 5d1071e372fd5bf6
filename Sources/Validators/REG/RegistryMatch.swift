import Findings
import Records
import Registries

/// What the rules have in common that compare a record with its match in a registry.
struct RegistryMatch: Sendable {
  let registry: RegistryIndex
  /// The registry's column that is compared.
  private let element: DataElement
  private let isCarried: Bool

  /// nil where the job names no business registry.
  init?(_ context: Context, comparing element: DataElement) {
    guard let registry = context.registry("business") else { return nil }
    self.registry = registry
    self.element = element
    isCarried = registry.records.layout.carries(element)
  }

  /// Compares the match's value, which is never empty there. A record without match, or
  /// whose match has no value, is not applicable.
  @inline(__always) func check(
    _ record: RecordView, _ facts: inout Facts, _ body: (Span<UInt8>) -> Outcome
  ) -> Outcome {
    guard let place = facts.registry.place(record, in: registry) else { return .notApplicable }
    if !isCarried { return .notEvaluated(.referenceMissing) }
    let value = registry.records[place][element]
    return value.isEmpty ? .notApplicable : body(value)
  }

  /// Outcome without a registry: what names no organisation is not applicable even then.
  static func withoutRegistry(_ record: RecordView) -> Outcome {
    record[.creditCode].isEmpty && record[.licenceNumber].isEmpty
      ? .notApplicable : .notEvaluated(.referenceMissing)
  }

  /// Fills value, expectation and evidence, and calls `body` with the registry's record.
  func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter,
    _ body: (RecordView, inout FindingWriter) -> Void
  ) {
    guard let place = facts.registry.place(record, in: registry) else { return }
    finding.element = element
    finding.value.append(record[element])
    finding.expected.append(registry.records[place][element])
    facts.registry.writeGrade(to: &finding.evidence, registry, in: finding.language)
    body(registry.records[place], &finding)
  }
}
