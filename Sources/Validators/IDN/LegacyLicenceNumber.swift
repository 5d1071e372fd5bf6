import Findings
import Records
import References
import Registries

/// IDN022: a number from the time before the credit code, and no credit code.
package struct LegacyLicenceNumber: RecordValidator {
  package static let rule = Rule(
    id: "IDN022", name: "legacy-licence-number", parties: [.organisation], dimension: .timeliness,
    severity: .notice, reads: [.creditCode], alsoReads: [.licenceNumber, .organisationCode, .name],
    authority: Authority("国发〔2015〕33号", clause: "法人和其他组织统一社会信用代码制度建设总体方案；GB 32100-2015"),
    title: Text(zh: "仍登记旧注册号或组织机构代码", en: "Old licence number or organisation code"),
    claim: Text(
      zh: "只登记了工商注册号或组织机构代码，没有换成统一社会信用代码",
      en: "Only an old licence number or an organisation code is recorded, no unified credit code."),
    remedy: Text(
      zh: "按登记信息预填统一社会信用代码，请客户出示新版营业执照确认；已注销、吊销的另行处理",
      en:
        "Fill the credit code in from the registry and have the customer show the new licence; closed companies are another matter."
    ),
    examples: [
      .fails(
        [.creditCode: "320102000123459"], action: .confirm,
        "the licence number in the field of the code"),
      .fails([.creditCode: "", .licenceNumber: "320102000123459"], action: .confirm),
      .fails([.creditCode: "MA1MA2MC-7"], action: .confirm),
      .fails([.creditCode: "", .organisationCode: "MA1MA2MC7"], action: .confirm),
      .fails(
        [.creditCode: "", .licenceNumber: "3201021001234"], action: .confirm,
        "13 digits, older than 2007"),
      .fails(
        [.creditCode: "", .licenceNumber: "360702210001233", .name: "赣州市章贡区向阳商贸有限公司"],
        suggests: "91360702MA35F5H94J", action: .confirm, "the registry has the name"),
      .fails(
        [.creditCode: "", .licenceNumber: "360702210004560"], suggests: "91360702MA35F5H94J",
        action: .confirm,
        "the registry has the licence number"),
      .passes([.creditCode: "91320102MA1MA2MC7N", .licenceNumber: "320102000123459"]),
      .passes([.creditCode: "91320102MA1MA2MC7N"]),
      .passes(
        [.creditCode: "9132", .licenceNumber: "320102000123459"], "IDN018 speaks of the form"),
      .notApplicable([.creditCode: ""], "IDN017 speaks of a missing code"),
      .notApplicable(
        [.creditCode: "", .licenceNumber: "91320102MA1MA2MC7N"], "IDN017 suggests it"),
    ])

  private let registry: RegistryIndex?

  package init(_ context: Context) { registry = context.registry("business") }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    switch facts.identity.creditCode(record) {
    case .legacy: .failed
    case .empty, .placeholder: CreditCodeSource.hasLegacy(record) ? .failed : .notApplicable
    case .malformed, .checkWrong, .pilot, .sound: .passed
    }
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    finding.action = .confirm
    for element in [DataElement.creditCode, .licenceNumber, .organisationCode]
    where !record[element].isEmpty && finding.value.isEmpty {
      finding.value.append(record[element])
    }
    finding.expected.append(
      zh: "18位统一社会信用代码", en: "a unified credit code of 18 characters", in: finding.language)
    CreditCodeSource.suggest(record, registry, &finding)
  }
}
