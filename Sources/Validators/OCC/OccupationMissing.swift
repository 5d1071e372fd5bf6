import Findings
import Records

/// OCC001: neither an occupation code nor an occupation in words.
package struct OccupationMissing: RecordValidator {
  package static let rule = Rule(
    id: "OCC001", name: "occupation-missing", parties: [.person], dimension: .completeness,
    severity: .error, reads: [.occupationCode], alsoReads: [.occupationText],
    authority: Authority("中国人民银行等令〔2007〕第2号", clause: "第三十三条"),
    title: Text(zh: "职业为空", en: "No occupation"),
    claim: Text(
      zh: "职业代码和职业名称都没有登记",
      en: "Neither an occupation code nor an occupation in words is recorded."),
    remedy: Text(
      zh: "联系客户了解实际从事的职业，按职业代码表登记",
      en: "Ask the customer what work they do and record it from the occupation list."),
    examples: [
      .fails([.occupationCode: "", .occupationText: ""], action: .contact),
      .fails([.occupationCode: "  "], action: .contact, "blanks are nothing"),
      .fails([.occupationCode: "\u{3000}", .occupationText: " "], action: .contact),
      .passes([.occupationCode: "20500"]),
      .passes([.occupationText: "小学教师", .occupationCode: ""], "words without a code"),
      .passes([.occupationCode: "80000"], "OCC003 speaks of unclear codes"),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    record[.occupationCode].isEmpty && record[.occupationText].isEmpty ? .failed : .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.action = .contact
    finding.expected.append(zh: "职业代码", en: "an occupation code", in: finding.language)
  }
}
