import Findings
import Records
import References

/// OCC004: only lists of 1999 hold the code.
package struct OccupationCodeSuperseded: RecordValidator {
  package static let rule = Rule(
    id: "OCC004", name: "occupation-code-superseded", parties: [.person], dimension: .timeliness,
    severity: .error, reads: [.occupationCode], alsoReads: [.occupationText],
    authority: Authority("GB/T 6565-2015", clause: "代替 GB/T 6565-2009"),
    title: Text(zh: "职业代码为旧版", en: "Occupation code superseded"),
    claim: Text(
      zh: "职业代码（或类别名称）只见于 1999 年版职业分类，现行各代码表中已没有",
      en: "Only the occupation lists of 1999 hold the code or class name; no list in force does."),
    remedy: Text(
      zh: "改用 GB/T 6565-2015 的代码；有同名类别的核对后采用，其余按旧类别名称在现行表中选定",
      en: "Use a code of GB/T 6565-2015: the class of the same name where there is one, else "
        + "choose by the old class."),
    examples: [
      .fails([.occupationCode: "011"], action: .review, "no class of that name today"),
      .fails(
        [.occupationCode: "133"], suggests: "20203", action: .review,
        "a class of the same name"),
      .fails([.occupationCode: "20806"], action: .review, "catalogue of 1999, five digits"),
      .fails(
        [.occupationCode: "011", .occupationText: "村支书"], suggests: "10500",
        action: .confirm, "the words tell"),
      .passes([.occupationCode: "20500"]),
      .passes([.occupationCode: "20201"], "in the edition of 2015 as well as in that of 1999"),
      .passes([.occupationCode: "205"], "may be three digits of the edition of 2015"),
      .passes([.occupationCode: "9"], "one character is too little to tell the list"),
      .passes([.occupationCode: "2-05-08-01"]),
      .notApplicable([.occupationCode: ""], "OCC001 speaks of that"),
      .notApplicable([.occupationCode: "29998"], "OCC002 speaks of unknown codes"),
      .notEvaluated([.occupationCode: "011"], .referenceMissing, without: "occupations"),
    ])

  private let codes: OccupationCodes?
  private let keywords: OccupationKeywords?
  private let unclear: UnclearOccupations?

  package init(_ context: Context) {
    codes = context.reference(OccupationCodes.self)
    keywords = context.reference(OccupationKeywords.self)
    unclear = context.reference(UnclearOccupations.self)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let code = record[.occupationCode]
    if code.isEmpty { return .notApplicable }
    guard let codes else { return .notEvaluated(.referenceMissing) }
    guard let standing = facts.occupation.standing(record, codes) else { return .notApplicable }
    return standing.isSuperseded && code.count >= 3 && unclear?.kind(ofText: code) == nil
      ? .failed : .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let code = record[.occupationCode]
    finding.value.append(code)
    finding.expected.append(
      zh: "GB/T 6565-2015 的代码", en: "a code of GB/T 6565-2015", in: finding.language)
    guard let codes, let standing = facts.occupation.standing(record, codes) else { return }
    if !code.isName {
      finding.evidence.append(zh: "1999年版类别：", en: "class of 1999: ", in: finding.language)
      codes.appendName(standing, to: &finding.evidence)
    }
    if standing.namesake >= 0 {
      codes.appendCode(Int(standing.namesake), to: &finding.suggestion)
      finding.confidence = 90
      finding.separateEvidence()
      finding.evidence.append(
        zh: "现行版有同名类别", en: "the edition in force has a class of that name",
        in: finding.language)
      return
    }
    guard let keywords else { return }
    let suggestion = OccupationSuggestion(codes: codes, keywords: keywords, unclear: unclear)
    _ = suggestion.propose(from: record[.occupationText], in: [], asName: code.isName, &finding)
  }
}
