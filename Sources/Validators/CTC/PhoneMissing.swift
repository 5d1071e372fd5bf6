import Findings
import Records

/// CTC001: no telephone number.
package struct PhoneMissing: RecordValidator {
  package static let rule = Rule(
    id: "CTC001", name: "phone-missing", parties: [.person, .organisation],
    dimension: .completeness, severity: .error, reads: [.phone],
    authority: Authority("中国人民银行等令〔2007〕第2号", clause: "第三十三条"),
    title: Text(zh: "联系电话为空", en: "No telephone number"),
    claim: Text(zh: "没有登记联系电话", en: "No telephone number is recorded."),
    remedy: Text(
      zh: "联系客户登记本人或单位的电话",
      en: "Ask the customer for a number of their own."),
    examples: [
      .fails([.phone: ""], action: .contact),
      .fails([.phone: "  "], action: .contact, "blanks are nothing"),
      .fails([.phone: "\u{3000}"], action: .contact, party: .organisation),
      .passes([.phone: "13970712345"]),
      .passes([.phone: "0797-8123456"], party: .organisation),
      .passes([.phone: "无"], "CTC003 speaks of placeholders"),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    record[.phone].isEmpty ? .failed : .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.action = .contact
    finding.expected.append(zh: "联系电话", en: "a telephone number", in: finding.language)
  }
}
