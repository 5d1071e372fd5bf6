import Findings
import Records
import References
import Registries

/// What the rules have in common that compare an account with its record in the account
/// system.
struct AccountMatch: Sendable {
  let registry: FrozenBox<AccountRegistry>
  let reader: AccountReader
  /// nil where the table of traditional characters is not there.
  let forms: CharacterForms?
  /// The system's column that is compared.
  private let element: DataElement
  private let isCarried: Bool
  private let age: RegistryAge

  /// nil where the job names no account system.
  init?(_ context: Context, _ rule: Rule, comparing element: DataElement) {
    guard let registry = context.accountRegistry else { return nil }
    self.registry = registry
    self.element = element
    reader = AccountReader(context)
    forms = context.reference(CharacterForms.self)
    isCarried = registry.value.records.carries(element)
    age = RegistryAge(rule, context)
  }

  /// Outcome without an account system: what has no number is not applicable even then.
  static func withoutRegistry(_ record: RecordView) -> Outcome {
    record[.accountNumber].isEmpty ? .notApplicable : .notEvaluated(.referenceMissing)
  }

  /// Place in the system of an account that is not closed at the bank; nil for others.
  @inline(__always) func openPlace(_ record: RecordView, _ facts: inout Facts) -> Int? {
    if reader.status(record, &facts) == .closed { return nil }
    return facts.account.place(record, in: registry)
  }

  /// Compares what the system has at `place`, which is never empty there. A system that does
  /// not have the column leaves every account not evaluated.
  @inline(__always) func check(_ place: Int, _ body: (Span<UInt8>) -> Outcome) -> Outcome {
    if !isCarried { return .notEvaluated(.referenceMissing) }
    let value = registry.value.records[place][element]
    return value.isEmpty ? .notApplicable : body(value)
  }

  /// Fills value, expectation and evidence, and calls `body` with the system's record.
  func explain(
    _ record: RecordView, _ ours: Span<UInt8>, _ facts: inout Facts,
    _ finding: inout FindingWriter, _ body: (RecordView, inout FindingWriter) -> Void
  ) {
    guard let place = facts.account.place(record, in: registry) else { return }
    finding.element = element
    finding.action = .review
    finding.value.append(ours)
    finding.expected.append(registry.value.records[place][element])
    writeGrade(place, &finding)
    body(registry.value.records[place], &finding)
  }

  /// Appends how the match was made and the day of the extract.
  func writeGrade(_ place: Int, _ finding: inout FindingWriter) {
    let language = finding.language
    finding.evidence.append(
      zh: "按账号匹配，账户管理系统数据日期", en: "matched by account number; account system of ", in: language)
    finding.evidence.append(day: registry.value.index.asOf(place))
    age.judge(place, in: registry.value.index, &finding)
  }
}

extension FindingWriter {
  /// Says what to do next, at the end of the evidence.
  mutating func nextStep(zh: StaticString, en: StaticString) {
    evidence.append(zh: "；下一步：", en: "; next: ", in: language)
    evidence.append(zh: zh, en: en, in: language)
  }
}
