import Findings
import Records
import References
import Registries

/// IDN017: no unified credit code, nor a number that it superseded.
package struct CreditCodeMissing: RecordValidator {
  package static let rule = Rule(
    id: "IDN017", name: "credit-code-missing", parties: [.organisation], dimension: .completeness,
    severity: .error, reads: [.creditCode],
    alsoReads: [.licenceNumber, .organisationCode, .taxNumber, .documentNumber, .name],
    authority: Authority("国发〔2015〕33号", clause: "法人和其他组织统一社会信用代码制度建设总体方案；GB 32100-2015"),
    title: Text(zh: "统一社会信用代码为空", en: "No credit code"),
    claim: Text(
      zh: "没有登记统一社会信用代码，也没有旧的注册号或组织机构代码",
      en:
        "Neither a unified credit code nor an old licence number or organisation code is recorded."),
    remedy: Text(
      zh: "有登记信息或其他字段可参照的，预填后请客户确认；没有的，请客户提供载有代码的证照",
      en:
        "Fill it in from the registry or another field and have the customer confirm; else ask for the licence."
    ),
    examples: [
      .fails([.creditCode: ""], action: .contact),
      .fails([.creditCode: "无"], action: .contact, "a filler is nothing"),
      .fails(
        [.creditCode: "000000000000000000"], action: .contact, "the check character would hold"),
      .fails(
        [.creditCode: "", .taxNumber: "91320102MA1MA2MC7N"], suggests: "91320102MA1MA2MC7N",
        action: .confirm,
        "since 2015 the tax number is the credit code"),
      .fails(
        [.creditCode: "", .licenceNumber: "91320102ma1ma2mc7n"], suggests: "91320102MA1MA2MC7N",
        action: .confirm),
      .fails(
        [.creditCode: "", .name: "赣州市章贡区向阳商贸有限公司"], suggests: "91360702MA35F5H94J",
        action: .confirm,
        "the registry has the name"),
      .passes([.creditCode: "91320102MA1MA2MC7N"]),
      .passes([.creditCode: "91320102MA1MA2MC7X"], "IDN019 speaks of the check character"),
      .passes([.creditCode: "9132"], "IDN018 speaks of the form"),
      .notApplicable(
        [.creditCode: "", .licenceNumber: "320102000123459"], "IDN022 speaks of old numbers"),
      .notApplicable(
        [.creditCode: "", .organisationCode: "MA1MA2MC-7"], "IDN022 speaks of old numbers"),
    ])

  private let registry: RegistryIndex?

  package init(_ context: Context) { registry = context.registry("business") }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    switch facts.identity.creditCode(record) {
    case .empty, .placeholder: CreditCodeSource.hasLegacy(record) ? .notApplicable : .failed
    default: .passed
    }
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    finding.action = .contact
    finding.value.append(record[.creditCode])
    finding.expected.append(
      zh: "18位统一社会信用代码", en: "a unified credit code of 18 characters", in: finding.language)
    CreditCodeSource.suggest(record, registry, &finding)
  }
}
