import Findings
import Records

/// IDN010: the identity document runs out within some days.
package struct IdentityDocumentExpiresSoon: RecordValidator {
  package static let rule = Rule(
    id: "IDN010", name: "identity-document-expires-soon", parties: [.person],
    dimension: .timeliness,
    severity: .notice, reads: [.documentExpiryDate],
    authority: Authority("中国人民银行等令〔2007〕第2号", clause: "第十九条；反洗钱法（2024年修订）第三十四条"),
    title: Text(zh: "身份证件即将到期", en: "Identity document expires soon"),
    claim: Text(
      zh: "证件将在近期到期，宜提前提醒客户换领", en: "The document runs out within the days that are set."),
    remedy: Text(
      zh: "提醒客户及时换领证件，并来行或通过手机银行更新证件信息",
      en: "Remind the customer to renew the document and to update it with the bank."),
    parameters: [
      Parameter(
        "days", default: 90, in: 1...730, zh: "提前提醒的天数（日历日）", en: "days ahead, calendar days")
    ],
    examples: [
      .fails([.documentExpiryDate: "2026-10-31"], action: .contact, "today is the last day"),
      .fails([.documentExpiryDate: "2026-12-01"], action: .contact),
      .fails([.documentExpiryDate: "20270129"], action: .contact, "the ninetieth day"),
      .passes([.documentExpiryDate: "2027-01-30"], "the ninety-first day"),
      .passes([.documentExpiryDate: "2040-05-01"]),
      .passes([.documentExpiryDate: "长期"]),
      .notApplicable([.documentExpiryDate: "2026-10-30"], "IDN009 speaks of it"),
      .notApplicable([.documentExpiryDate: ""]),
      .notEvaluated([.documentExpiryDate: "20261301"], .cellUnreadable),
    ])

  private let asOf: Day
  private let last: Day

  package init(_ context: Context) {
    asOf = context.asOf
    last = context.asOf.adding(days: context.integer(Self.rule, "days"))
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    switch facts.identity.expiryDate(record) {
    case .day(let day): day < asOf ? .notApplicable : day <= last ? .failed : .passed
    case .endless: .passed
    case .empty: .notApplicable
    case .impossible, .notADate: .notEvaluated(.cellUnreadable)
    }
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    finding.action = .contact
    let value = record[.documentExpiryDate]
    finding.value.append(value)
    finding.expected.append(
      zh: "换领后的有效期", en: "the validity of the renewed document", in: finding.language)
    guard case .day(let day) = DateReading(value) else { return }
    finding.evidence.append(zh: "距到期还有", en: "", in: finding.language)
    finding.evidence.append(decimal: Int(day.number - asOf.number))
    finding.evidence.append(zh: "天", en: " days left", in: finding.language)
  }
}
