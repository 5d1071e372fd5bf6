import Findings
import Records

/// IDN001: no number of an identity document, or something in its place.
package struct IdentityDocumentMissing: RecordValidator {
  package static let rule = Rule(
    id: "IDN001", name: "identity-document-missing", parties: [.person], dimension: .completeness,
    severity: .blocking, reads: [.documentNumber], alsoReads: [.documentType],
    authority: Authority("个人存款账户实名制规定（国务院令第285号）", clause: "第五条、第七条"),
    title: Text(zh: "证件号码为空", en: "No identity document"),
    claim: Text(
      zh: "证件号码没有登记，或者登记的只是占位内容",
      en: "No document number is recorded, or only a filler in its place."),
    remedy: Text(
      zh: "调阅开户留存的证件影像补录；没有留存的，联系客户出示证件",
      en:
        "Take the number from the copy kept when the account was opened, else ask the customer for the document."
    ),
    examples: [
      .fails([.documentNumber: "", .documentType: "1010"], action: .contact),
      .fails([.documentNumber: "无", .documentType: "1010"], action: .contact),
      .fails(
        [.documentNumber: "000000000000000000"], action: .contact, "one figure again and again"),
      .fails([.documentNumber: "123456789012345678", .documentType: "1010"], action: .contact),
      .fails([.documentNumber: "待补录", .documentType: "1999"], action: .contact, "no figure in it"),
      .passes(
        [.documentNumber: "11010119900307771X", .documentType: "1010"],
        "IDN003 speaks of the check digit"),
      .passes([.documentNumber: "E12345678", .documentType: "1050"]),
      .passes([.documentNumber: "3601", .documentType: "1010"], "IDN002 speaks of the form"),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    switch facts.identity.document(record) {
    case .empty, .placeholder: .failed
    default: .passed
    }
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    finding.action = .contact
    finding.value.append(record[.documentNumber])
    finding.expected.append(
      zh: "有效身份证件的号码", en: "the number of a valid identity document", in: finding.language)
    if !record[.documentNumber].isEmpty {
      finding.evidence.append(
        zh: "现有内容是占位内容，不是证件号码", en: "what is recorded is a filler, not a number",
        in: finding.language)
    }
  }
}
