import Findings
import Records
import References
import Registries

/// IDN019: the check character does not follow from the others, and no registry has the code.
package struct CreditCodeCheckCharacterWrong: RecordValidator {
  package static let rule = Rule(
    id: "IDN019", name: "credit-code-check-character-wrong", parties: [.organisation],
    dimension: .accuracy, severity: .error, reads: [.creditCode],
    alsoReads: [.licenceNumber, .name],
    authority: Authority("GB 32100-2015", clause: "校验码（第18位）"),
    title: Text(zh: "统一社会信用代码校验码不符", en: "Check character of the credit code wrong"),
    claim: Text(
      zh: "按统一社会信用代码前17位推算的校验码与第18位不同，代码中至少有一位录错",
      en:
        "The last character is not the check character of the first 17: at least one of them is wrong."
    ),
    remedy: Text(
      zh: "对照营业执照或登记信息逐位核对后更正", en: "Compare with the licence or the registry and correct it."),
    examples: [
      .fails([.creditCode: "91320102MA1MA2MC7X"], action: .review),
      .fails([.creditCode: "91320102MA1MA2NC7N"], action: .review),
      .fails([.creditCode: "91320102ma1ma2mc7x"], action: .review),
      .fails(
        [.creditCode: "91360702MA35F5H94D", .name: "赣州市章贡区向阳商贸有限公司"],
        suggests: "91360702MA35F5H94J",
        action: .confirm, "the registry has the name with another code"),
      .passes([.creditCode: "91320102MA1MA2MC7N"]),
      .passes([.creditCode: "91320102ma1ma2mc7n"]),
      .passes([.creditCode: "91360702MA35F5H94J", .name: "赣州市章贡区向阳商贸有限公司"]),
      .passes(
        [.creditCode: "91350211M0000XUF46"], "codes of the Fujian pilot are older than the standard"
      ),
      .notApplicable([.creditCode: "9132"], "IDN018 speaks of the form"),
      .notApplicable([.creditCode: ""]),
      .notApplicable([.creditCode: "320102000123459"]),
    ])

  private let registry: RegistryIndex?

  package init(_ context: Context) { registry = context.registry("business") }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    switch facts.identity.creditCode(record) {
    case .sound, .pilot: .passed
    case .checkWrong: registry?.place(creditCode: record[.creditCode]) == nil ? .failed : .passed
    case .empty, .placeholder, .legacy, .malformed: .notApplicable
    }
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    finding.value.append(record[.creditCode])
    guard case .checkWrong(let expected) = facts.identity.creditCode(record) else { return }
    finding.expected.append(zh: "第18位为", en: "last character ", in: finding.language)
    finding.expected.append(expected)
    finding.evidence.append(
      zh: "按前17位推算校验码应为", en: "the first 17 give the check character ", in: finding.language)
    finding.evidence.append(expected)
    guard let registry, let place = registry.place(name: record[.name]) else { return }
    let known = registry.records[place]
    if known[.creditCode].isEmpty { return }
    finding.suggest(known[.creditCode], confidence: 95, .confirm)
    finding.evidence.append(
      zh: "；工商登记信息中同名主体的代码为建议值，数据日期",
      en: "; the registry has an organisation of this very name with the suggested code, as of ",
      in: finding.language)
    finding.evidence.append(day: registry.asOf(place))
  }
}
