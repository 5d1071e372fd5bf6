import Findings
import Records

/// IDN009: the identity document was valid until a day before the day of the data.
package struct IdentityDocumentExpired: RecordValidator {
  package static let rule = Rule(
    id: "IDN009", name: "identity-document-expired", parties: [.person], dimension: .timeliness,
    severity: .error, reads: [.documentExpiryDate],
    authority: Authority("中国人民银行等令〔2007〕第2号", clause: "第十九条；反洗钱法（2024年修订）第三十四条"),
    title: Text(zh: "身份证件已过有效期", en: "Identity document expired"),
    claim: Text(
      zh: "证件有效期至日早于数据日期，证件已失效",
      en: "The document was valid until a day before the day of the data."),
    remedy: Text(
      zh: "联系客户换领后来行更新证件信息；合理期限内未更新又无合理理由的，按规定中止办理业务",
      en:
        "Ask the customer for the renewed document; without it in a reasonable time, service is suspended."
    ),
    examples: [
      .fails([.documentExpiryDate: "2026-10-30"], action: .contact, "yesterday"),
      .fails([.documentExpiryDate: "20120101"], action: .contact),
      .fails([.documentExpiryDate: "2019年5月31日"], action: .contact),
      .passes(
        [.documentExpiryDate: "2026-10-31"], "valid through its last day; IDN010 speaks of it"),
      .passes([.documentExpiryDate: "2036-01-01"]),
      .passes([.documentExpiryDate: "长期"]),
      .passes([.documentExpiryDate: "99991231"]),
      .notApplicable([.documentExpiryDate: ""], "CMP001 speaks of a missing date"),
      .notApplicable([.documentExpiryDate: "1900-01-01"], "a system's filler for a date"),
      .notEvaluated([.documentExpiryDate: "2026-02-30"], .cellUnreadable, "CON006 speaks of it"),
      .notEvaluated([.documentExpiryDate: "见证件"], .cellUnreadable),
    ])

  private let asOf: Day

  package init(_ context: Context) { asOf = context.asOf }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    Expiry.isPast(facts.identity.expiryDate(record), asOf)
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    Expiry.explain(record[.documentExpiryDate], asOf, &finding)
  }
}
