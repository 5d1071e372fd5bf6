import Findings
import Records

/// IND001: no industry code.
package struct IndustryCodeMissing: RecordValidator {
  package static let rule = Rule(
    id: "IND001", name: "industry-code-missing", parties: [.organisation],
    dimension: .completeness, severity: .error, reads: [.industryCode],
    alsoReads: [.industryName, .creditCode, .licenceNumber],
    authority: Authority("EAST5.0 对公客户信息表", clause: "所属行业"),
    title: Text(zh: "行业代码为空", en: "No industry code"),
    claim: Text(zh: "没有登记所属行业代码", en: "No industry code is recorded."),
    remedy: Text(
      zh: "有建议值的请客户确认后登记；没有的请了解客户主营业务，按 GB/T 4754 现行版登记到小类（四位）",
      en:
        "Confirm the suggested code with the customer; where there is none, ask what the main business is and record the four-digit class of the current GB/T 4754."
    ),
    examples: [
      .fails([.industryCode: ""], action: .contact),
      .fails([.industryCode: " \u{3000}"], action: .contact, "blanks are nothing"),
      .fails(
        [.industryCode: "", .industryName: "应用软件开发"], suggests: "6513", action: .confirm,
        "the recorded name is the name of one class"),
      .fails(
        [.industryCode: "", .creditCode: "91360702MA35F5H94J"], suggests: "5141",
        action: .confirm, "the registry knows the industry"),
      .fails(
        [.industryCode: "", .industryName: "软件"], action: .contact, "no class has this name"),
      .passes([.industryCode: "6513"]),
      .passes([.industryCode: "J"], "IND004 speaks of codes that are too coarse"),
      .passes([.industryCode: "9999"], "IND002 speaks of codes in no edition"),
    ])

  private let industry: Industry?

  package init(_ context: Context) { industry = Industry(context) }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    record[.industryCode].isEmpty ? .failed : .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.action = .contact
    if let industry, industry.propose(for: record, &facts, &finding) { return }
    finding.expected.append(
      zh: "GB/T 4754 小类代码（四位）", en: "a class of GB/T 4754 (four digits)", in: finding.language)
  }
}
