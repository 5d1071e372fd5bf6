import Findings
import Records
import References

/// OCC005: a major group where a finer one is asked for.
package struct OccupationTooCoarse: RecordValidator {
  package static let rule = Rule(
    id: "OCC005", name: "occupation-too-coarse", parties: [.person], dimension: .validity,
    severity: .notice, reads: [.occupationCode], alsoReads: [.occupationText],
    authority: Authority("GB/T 6565-2015", clause: "大类、中类、小类"),
    title: Text(zh: "职业类别过粗", en: "Occupation too coarse"),
    claim: Text(
      zh: "职业只登记到大类（如 20000 专业技术人员），没有登记到要求的层级",
      en:
        "The occupation is recorded as a major group of GB/T 6565-2015, not as the level asked for."
    ),
    remedy: Text(
      zh: "按客户的职业名称改登中类或小类代码",
      en: "Record the medium or minor group that the customer's title belongs to."),
    parameters: [
      Parameter(
        "level", default: 2, in: 1...3, zh: "要求登记到的层级：1 大类，2 中类，3 小类",
        en: "Level asked for: 1 major, 2 medium, 3 minor group")
    ],
    examples: [
      .fails([.occupationCode: "20000"], action: .contact),
      .fails(
        [.occupationCode: "20000", .occupationText: "小学教师"], suggests: "20800",
        action: .confirm),
      .fails(
        [.occupationCode: "20000", .occupationText: "货车司机"], action: .contact,
        "the words point to another major group: no suggestion"),
      .fails([.occupationCode: "办事人员和有关人员"], action: .contact, "the name of a major group"),
      .fails([.occupationCode: "600"], action: .contact, "three digits of a major group"),
      .passes([.occupationCode: "20500"], "medium group"),
      .passes([.occupationCode: "20501"], "minor group"),
      .passes([.occupationCode: "70000"], "军人 has no finer groups"),
      .passes([.occupationCode: "4"], "one character is all that the credit registry has"),
      .passes([.occupationCode: "2-05-08-01"]),
      .notApplicable([.occupationCode: "80000"], "OCC003 speaks of that"),
      .notApplicable([.occupationCode: ""], "OCC001 speaks of that"),
      .notApplicable([.occupationCode: "29998"], "OCC002 speaks of unknown codes"),
      .notEvaluated([.occupationCode: "20000"], .referenceMissing, without: "occupations"),
    ])

  private let codes: OccupationCodes?
  private let keywords: OccupationKeywords?
  private let unclear: UnclearOccupations?
  private let level: UInt8

  package init(_ context: Context) {
    codes = context.reference(OccupationCodes.self)
    keywords = context.reference(OccupationKeywords.self)
    unclear = context.reference(UnclearOccupations.self)
    level = UInt8(clamping: context.integer(Self.rule, "level"))
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let code = record[.occupationCode]
    if code.isEmpty { return .notApplicable }
    guard let codes else { return .notEvaluated(.referenceMissing) }
    guard let standing = facts.occupation.standing(record, codes), standing.status != .residual
    else { return .notApplicable }
    if standing.lists == .bankMiddle {
      // Three digits of a major group end in 00; 军人 has no finer groups.
      return level > 1 && code.count == 3 && code.ends(with: "00") && standing.status != .soldier
        ? .failed : .passed
    }
    // A code that an old list holds as well may mean a finer class there.
    return standing.level > 0 && standing.level < level && !standing.isLeaf
      && standing.lists.isDisjoint(with: .superseded) ? .failed : .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let code = record[.occupationCode]
    finding.value.append(code)
    if level > 2 {
      finding.expected.append(
        zh: "GB/T 6565-2015 小类", en: "a minor group of GB/T 6565-2015", in: finding.language)
    } else {
      finding.expected.append(
        zh: "GB/T 6565-2015 中类或小类", en: "a medium or minor group of GB/T 6565-2015",
        in: finding.language)
    }
    finding.action = .contact
    guard let codes, let standing = facts.occupation.standing(record, codes) else { return }
    if !code.isName {
      finding.appendRecorded(standing, codes)
    }
    let text = record[.occupationText]
    guard let keywords, level == 2, let meaning = keywords[text] ?? keywords.ending(text),
      meaning.major == standing.major
    else { return }
    let suggestion = OccupationSuggestion(codes: codes, keywords: keywords, unclear: unclear)
    _ = suggestion.propose(
      from: text, in: code.isName ? [] : standing.lists, asName: code.isName, &finding)
  }
}
