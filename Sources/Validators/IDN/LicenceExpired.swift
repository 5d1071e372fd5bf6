import Findings
import Records

/// IDN026: the licence was valid until a day before the day of the data.
package struct LicenceExpired: RecordValidator {
  package static let rule = Rule(
    id: "IDN026", name: "licence-expired", parties: [.organisation], dimension: .timeliness,
    severity: .error, reads: [.licenceExpiryDate],
    authority: Authority("银发〔2019〕41号", clause: "企业银行结算账户管理办法（营业执照到期未在合理期限内更新的，应中止其办理业务）"),
    title: Text(zh: "营业执照已过有效期", en: "Business licence expired"),
    claim: Text(
      zh: "营业执照（登记证书）的有效期至日早于数据日期",
      en: "The licence was valid until a day before the day of the data."),
    remedy: Text(
      zh: "先查登记信息是否已延期或改为长期，再通知企业更新；合理期限内未更新又无合理理由的，按规定中止办理业务",
      en:
        "See in the registry whether the term was extended, then ask for the renewed licence; without it in a reasonable time, service is suspended."
    ),
    examples: [
      .fails([.licenceExpiryDate: "2026-10-30"], action: .contact),
      .fails([.licenceExpiryDate: "20180101"], action: .contact),
      .fails([.licenceExpiryDate: "2019年5月31日"], action: .contact),
      .passes([.licenceExpiryDate: "2026-10-31"]),
      .passes([.licenceExpiryDate: "2041-01-01"]),
      .passes([.licenceExpiryDate: "长期"]),
      .passes([.licenceExpiryDate: "9999-12-31"]),
      .notApplicable([.licenceExpiryDate: ""], "CMP002 speaks of a missing date"),
      .notApplicable([.licenceExpiryDate: "19000101"], "a system's filler for a date"),
      .notEvaluated([.licenceExpiryDate: "长期有效至"], .cellUnreadable),
    ])

  private let asOf: Day

  package init(_ context: Context) { asOf = context.asOf }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    Expiry.isPast(DateReading(record[.licenceExpiryDate]), asOf)
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    Expiry.explain(record[.licenceExpiryDate], asOf, &finding)
  }
}
