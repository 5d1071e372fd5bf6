import Findings
import Records

/// IDN014: no name.
package struct NameMissing: RecordValidator {
  package static let rule = Rule(
    id: "IDN014", name: "name-missing", parties: [.person, .organisation], dimension: .completeness,
    severity: .blocking, reads: [.name],
    authority: Authority("中国人民银行等令〔2007〕第2号", clause: "第三十三条"),
    title: Text(zh: "客户名称为空", en: "No name"),
    claim: Text(zh: "没有登记客户的姓名或名称", en: "No name of the customer is recorded."),
    remedy: Text(
      zh: "按开户留存的证件或营业执照补录姓名（名称）",
      en: "Record the name from the document or licence kept when the account was opened."),
    examples: [
      .fails([.name: ""], action: .contact),
      .fails([.name: "  "], action: .contact, "blanks are nothing"),
      .fails(
        [.name: "\u{3000}", .creditCode: "91320102MA1MA2MC7N"], action: .contact,
        party: .organisation),
      .passes([.name: "张伟"]),
      .passes([.name: "测试"], "IDN015 speaks of fillers"),
      .passes([.name: "某某公司", .creditCode: ""], party: .organisation),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    record[.name].isEmpty ? .failed : .passed
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    finding.action = .contact
    finding.expected.append(zh: "证件上的姓名（名称）", en: "the name on the document", in: finding.language)
  }
}
