import Findings
import Records

/// IDN025: the legal representative's document was valid until a day before the data's.
package struct LegalRepresentativeDocumentExpired: RecordValidator {
  package static let rule = Rule(
    id: "IDN025", name: "legal-representative-document-expired", parties: [.organisation],
    dimension: .timeliness, severity: .error, reads: [.legalRepresentativeDocumentExpiryDate],
    authority: Authority("银发〔2019〕41号", clause: "企业银行结算账户管理办法（证件到期未在合理期限内更新的，应中止其办理业务）"),
    title: Text(zh: "法定代表人证件已过有效期", en: "Legal representative's document expired"),
    claim: Text(
      zh: "法定代表人（负责人）证件的有效期至日早于数据日期",
      en: "The legal representative's document was valid until a day before the day of the data."),
    remedy: Text(
      zh: "通知企业更新法定代表人证件；合理期限内未更新又无合理理由的，按规定中止办理业务",
      en:
        "Ask the organisation for the renewed document; without it in a reasonable time, service is suspended."
    ),
    examples: [
      .fails([.legalRepresentativeDocumentExpiryDate: "2026-10-30"], action: .contact),
      .fails([.legalRepresentativeDocumentExpiryDate: "20180101"], action: .contact),
      .fails([.legalRepresentativeDocumentExpiryDate: "2019/5/31"], action: .contact),
      .passes([.legalRepresentativeDocumentExpiryDate: "2026-10-31"]),
      .passes([.legalRepresentativeDocumentExpiryDate: "2041-01-01"]),
      .passes([.legalRepresentativeDocumentExpiryDate: "长期"]),
      .passes([.legalRepresentativeDocumentExpiryDate: "99991231"]),
      .notApplicable(
        [.legalRepresentativeDocumentExpiryDate: ""], "CMP002 speaks of a missing date"),
      .notApplicable(
        [.legalRepresentativeDocumentExpiryDate: "1900-01-01"], "a system's filler for a date"),
      .notEvaluated([.legalRepresentativeDocumentExpiryDate: "20190631"], .cellUnreadable),
    ])

  private let asOf: Day

  package init(_ context: Context) { asOf = context.asOf }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    Expiry.isPast(DateReading(record[.legalRepresentativeDocumentExpiryDate]), asOf)
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    Expiry.explain(record[.legalRepresentativeDocumentExpiryDate], asOf, &finding)
  }
}
