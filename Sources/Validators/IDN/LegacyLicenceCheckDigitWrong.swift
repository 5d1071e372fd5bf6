import Findings
import Records
import References
import Registries

/// IDN023: the check digit of an old licence number does not follow from the others.
package struct LegacyLicenceCheckDigitWrong: RecordValidator {
  package static let rule = Rule(
    id: "IDN023", name: "legacy-licence-check-digit-wrong", parties: [.organisation],
    dimension: .accuracy,
    severity: .notice, reads: [.licenceNumber], alsoReads: [.creditCode],
    authority: Authority("GS 15-2006", clause: "工商行政管理市场主体注册号编制规则（ISO 7064 MOD 11,10）"),
    title: Text(zh: "旧注册号校验码不符", en: "Check digit of an old licence number wrong"),
    claim: Text(
      zh: "15位工商注册号的末位与按前14位推算的校验码不同",
      en: "The last digit of the licence number is not the check digit of the first 14."),
    remedy: Text(
      zh: "对照营业执照核对；已换领载有统一社会信用代码的新照的，直接更新",
      en:
        "Compare with the licence; where a licence with a credit code has replaced it, record that."
    ),
    examples: [
      .fails([.licenceNumber: "320102000123450"], action: .review),
      .fails([.licenceNumber: "110108000000011"], action: .review),
      .fails(
        [.licenceNumber: "", .creditCode: "320102000123450"], action: .review,
        "in the field of the credit code"),
      .passes([.licenceNumber: "320102000123459"]),
      .passes([.licenceNumber: "110108000000016"]),
      .passes([.licenceNumber: "", .creditCode: "360702210001233"]),
      .notApplicable(
        [.licenceNumber: "3201021001234"], "13 digits: older than 2007, without a check digit"),
      .notApplicable([.licenceNumber: "企合苏总字第001234号"], "the form of the nineties"),
      .notApplicable([.licenceNumber: "91320102MA1MA2MC7N"], "a credit code"),
      .notApplicable(
        [.licenceNumber: "320102000123450", .creditCode: "91320102MA1MA2MC7N"],
        "superseded by a sound code"),
      .notApplicable([.licenceNumber: "000000000000000"], "a filler"),
      .notApplicable([.licenceNumber: ""]),
    ])

  private let registry: RegistryIndex?

  package init(_ context: Context) { registry = context.registry("business") }

  /// Where the old number stands, or nil.
  private func element(_ record: RecordView, _ facts: inout Facts) -> DataElement? {
    switch facts.identity.creditCode(record) {
    case .sound, .pilot: nil
    case .legacy where record[.creditCode].count == 15: .creditCode
    default: record[.licenceNumber].count == 15 ? .licenceNumber : nil
    }
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let element = element(record, &facts) else { return .notApplicable }
    let number = record[element]
    if !number.isAllDigits || DocumentReading.isPlaceholder(number) { return .notApplicable }
    if LicenceNumber.fault(in: number) == nil { return .passed }
    return registry?.place(licenceNumber: number) == nil ? .failed : .passed
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    guard let element = element(record, &facts) else { return }
    finding.element = element
    finding.value.append(record[element])
    guard let fault = LicenceNumber.fault(in: record[element]), case .check(let expected) = fault
    else { return }
    finding.explain(fault, length: "15")
    finding.expected.append(zh: "第15位为", en: "last digit ", in: finding.language)
    expected.append(to: &finding.expected)
  }
}
