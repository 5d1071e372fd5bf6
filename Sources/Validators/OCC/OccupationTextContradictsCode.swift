import Findings
import Records
import References

/// OCC008: the occupation in words is another than that of the code.
package struct OccupationTextContradictsCode: RecordValidator {
  package static let rule = Rule(
    id: "OCC008", name: "occupation-text-contradicts-code",
    status: .trial(since: "0.1.0", reviewBy: "2027-06-30"), parties: [.person],
    dimension: .consistency, severity: .error, reads: [.occupationCode, .occupationText],
    authority: Authority("GB/T 6565-2015", clause: "职业分类与代码"),
    title: Text(zh: "职业名称与职业代码矛盾", en: "Occupation in words contradicts the code"),
    claim: Text(
      zh: "职业名称与职业代码指向明显不同的职业（如代码为农业生产人员，名称为医生）",
      en:
        "Code and words point to occupations that cannot be the same, such as farmer and physician."
    ),
    remedy: Text(
      zh: "核对客户实际职业，改正代码或名称", en: "Find out the occupation and correct code or words."),
    examples: [
      .fails(
        [.occupationCode: "50100", .occupationText: "医生"], suggests: "20500", action: .confirm),
      .fails(
        [.occupationCode: "62901", .occupationText: "小学教师"], suggests: "20800", action: .confirm),
      .fails(
        [.occupationCode: "30101", .occupationText: "大学生"], action: .confirm,
        "no code for students in the list that the record uses"),
      .fails(
        [.occupationCode: "20800", .occupationText: "快递员"], suggests: "40200", action: .confirm),
      .fails(
        [.occupationCode: "70000", .occupationText: "护士"], suggests: "20500", action: .confirm),
      .passes([.occupationCode: "20500", .occupationText: "医生"]),
      .passes(
        [.occupationCode: "30101", .occupationText: "会计"], "clerk and bookkeeper lie too close"),
      .passes([.occupationCode: "63101", .occupationText: "修理工"], "as 40000 and 60000 often do"),
      .passes([.occupationCode: "80", .occupationText: "教师"], "what a retired person was"),
      .passes([.occupationCode: "50100", .occupationText: "村干部"]),
      .notApplicable(
        [.occupationCode: "50100", .occupationText: "部门负责"], "words that name no group"),
      .notApplicable([.occupationCode: "80000", .occupationText: "医生"], "OCC003 speaks of that"),
      .notApplicable([.occupationCode: "", .occupationText: "医生"]),
      .notApplicable([.occupationCode: "50100", .occupationText: ""]),
      .notEvaluated(
        [.occupationCode: "50100", .occupationText: "医生"], .referenceMissing,
        without: "occupation-keywords"),
    ])

  private let codes: OccupationCodes?
  private let keywords: OccupationKeywords?
  /// Row of GB/T 6565-2015: professions that one cannot drift into.
  private let distinct: FrozenArray<Bool>
  /// 20300 农业技术人员.
  private let farmAdviser: Int16

  package init(_ context: Context) {
    let codes = context.reference(OccupationCodes.self)
    self.codes = codes
    keywords = context.reference(OccupationKeywords.self)
    distinct = FrozenArray(
      codes.map { codes in
        codes.rows.map { row in
          ["204", "205", "207", "208"].contains { codes.code(of: row, startsWith: $0) }
        }
      } ?? [])
    farmAdviser = ShortKey("20300").flatMap { codes?.row(of: $0) }.map { Int16($0) } ?? -2
  }

  private func isDistinct(_ middle: Int16) -> Bool { middle >= 0 && distinct[Int(middle)] }

  /// Whether code and words cannot be of one person at one time.
  private func contradict(
    _ code: OccupationStanding, _ words: OccupationKeywords.Meaning, _ middle: Int16
  ) -> Bool {
    switch (code.status, words.status) {
    case (.working, .student), (.working, .preschool), (.working, .retired),
      (.farmer, .preschool), (.farmer, .student), (.soldier, .preschool), (.soldier, .retired):
      return true
    case (.preschool, .working), (.preschool, .soldier), (.preschool, .farmer):
      return true
    case (.student, .working):
      return words.major != 2 || isDistinct(middle)
    case (.soldier, .working):
      // Military doctors and teachers write their profession; police lies close.
      return words.major == 4 || words.major == 6 || isDistinct(middle)
    case (.working, .soldier):
      return code.major == 4 || code.major == 6
    case (.farmer, .working):
      return words.major == 2 && middle != farmAdviser
    case (.working, .farmer):
      return code.major == 2 && code.middle >= 0 && code.middle != farmAdviser
    case (.working, .working):
      // Professions of their own against services and production, both ways.
      return isDistinct(middle) && (code.major == 4 || code.major == 6)
        || isDistinct(code.middle) && (words.major == 4 || words.major == 6)
    default:
      return false
    }
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let text = record[.occupationText]
    if text.isEmpty || record[.occupationCode].isEmpty { return .notApplicable }
    guard let codes, let keywords else { return .notEvaluated(.referenceMissing) }
    guard let standing = facts.occupation.standing(record, codes), standing.status != .unknown,
      standing.status != .residual, let meaning = keywords[text]
    else { return .notApplicable }
    let middle = Int16(truncatingIfNeeded: codes.row(of: meaning.code) ?? -1)
    return contradict(standing, meaning, middle) ? .failed : .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let code = record[.occupationCode]
    finding.value.append(code)
    finding.action = .confirm
    guard let codes, let keywords, let standing = facts.occupation.standing(record, codes) else {
      return
    }
    if !code.isName {
      finding.appendRecorded(standing, codes)
    }
    finding.expected.append(
      zh: "与职业名称一致的代码", en: "the code of the occupation in words", in: finding.language)
    let suggestion = OccupationSuggestion(codes: codes, keywords: keywords, unclear: nil)
    if suggestion.propose(
      from: record[.occupationText], in: code.isName ? [] : standing.lists, asName: code.isName,
      &finding)
    {
      // Either may be the wrong one.
      finding.confidence = 60
    } else {
      finding.separateEvidence()
      finding.evidence.append(zh: "职业名称：", en: "occupation in words: ", in: finding.language)
      finding.evidence.append(record[.occupationText])
    }
  }
}
