import Findings
import Records
import References

/// IND002: the code stands in no edition of GB/T 4754.
package struct IndustryCodeUnknown: RecordValidator {
  package static let rule = Rule(
    id: "IND002", name: "industry-code-unknown", parties: [.organisation], dimension: .validity,
    severity: .error, reads: [.industryCode],
    alsoReads: [.industryName, .creditCode, .licenceNumber],
    authority: Authority("GB/T 4754-2017", clause: "第5章 分类与代码"),
    title: Text(zh: "行业代码不存在", en: "Unknown industry code"),
    claim: Text(
      zh: "行业代码在 GB/T 4754 的 2002、2011、2017 年版（含 2019 年修改单）中都不存在",
      en: "No edition of GB/T 4754 since 2002 has this code."),
    remedy: Text(
      zh: "有建议值的请客户确认后更正；没有的请了解客户主营业务后按现行版登记",
      en:
        "Confirm the suggested code with the customer; where there is none, ask what the main business is."
    ),
    examples: [
      .fails([.industryCode: "9999"], action: .contact),
      .fails([.industryCode: "无"], action: .contact, "a word is no code"),
      .fails([.industryCode: "65130"], action: .contact, "five digits"),
      .fails(
        [.industryCode: "9999", .industryName: "应用软件开发"], suggests: "6513", action: .confirm,
        "the recorded name is the name of one class"),
      .fails(
        [.industryCode: "0000", .creditCode: "91360702MA35F5H94J"], suggests: "5141",
        action: .confirm, "the registry knows the industry"),
      .fails(
        [.industryCode: "6513 应用软件开发"], suggests: "6513", action: .confirm,
        "code and name in one field"),
      .fails(
        [.industryCode: "113"], suggests: "0113", action: .confirm,
        "a leading zero that a spreadsheet lost: no edition has a group 113"),
      .passes([.industryCode: "6513"]),
      .passes([.industryCode: "C 3825"], "the letter of the section in front"),
      .passes([.industryCode: "６５１３"], "full-width digits are the same code"),
      .passes([.industryCode: "6510"], "IND003 speaks of codes of older editions"),
      .passes([.industryCode: "65"], "IND004 speaks of codes that are too coarse"),
      .notApplicable([.industryCode: ""], "IND001 speaks of an empty code"),
      .notEvaluated([.industryCode: "9999"], .referenceMissing, without: "gbt4754"),
    ])

  private let industry: Industry?

  package init(_ context: Context) { industry = Industry(context) }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let industry else {
      return record[.industryCode].isEmpty ? .notApplicable : .notEvaluated(.referenceMissing)
    }
    facts.industry.read(record, industry)
    return switch facts.industry.standing {
    case .empty: .notApplicable
    case .unknown: .failed
    case .coarse, .current, .superseded: .passed
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let text = record[.industryCode]
    finding.value.append(text)
    finding.action = .contact
    guard let industry else { return }
    if industry.propose(for: record, &facts, &finding) { return }
    // A code and its own name in one field.
    var length = 0
    while length < min(text.count, 5), text[length] < 0x80, text[length] > 0x20 { length += 1 }
    let place = industry.codes.read(text.extracting(0..<length)).place
    if length >= 4, length < text.count, place >= 0, industry.isCurrentClass(place) {
      let rest = text.extracting(length..<text.count)
      let hasName =
        industry.codes.readName(place, in: industry.current) { FoldedText.contains(rest, $0) }
        ?? false
      if hasName {
        industry.propose(
          place, confidence: 98, zh: "代码栏内为“代码+名称”，名称与代码相符",
          en: "the field holds a code and its own name", &finding)
        return
      }
    }
    if text.count == 3, text.isAllDigits {
      let padded: [UInt8] = [0x30, text[0], text[1], text[2]]
      let place = industry.codes.read(padded.span).place
      if place >= 0, industry.isCurrentClass(place) {
        industry.propose(
          place, confidence: 70, zh: "疑似电子表格丢失首位 0",
          en: "a spreadsheet may have lost a leading zero",
          &finding)
        return
      }
    }
    finding.expected.append(
      zh: "GB/T 4754 小类代码（四位）", en: "a class of GB/T 4754 (four digits)", in: finding.language)
  }
}
