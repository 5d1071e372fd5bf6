import Findings
import Records
import References

/// OCC003: what is recorded does not tell what the customer does.
package struct OccupationUnclear: RecordValidator {
  package static let rule = Rule(
    id: "OCC003", name: "occupation-unclear", parties: [.person], dimension: .validity,
    severity: .error, reads: [.occupationCode], alsoReads: [.occupationText],
    authority: Authority("中国人民银行等令〔2007〕第2号", clause: "第三十三条"),
    title: Text(zh: "职业不明", en: "Occupation unclear"),
    claim: Text(
      zh: "登记的职业是“不便分类的其他从业人员”“未知”“其他”“无”一类取值，看不出客户实际从事的职业",
      en:
        "The recorded occupation is a residual class or a filler and does not tell what the customer does."
    ),
    remedy: Text(
      zh: "联系客户了解实际职业后改登具体类别；有建议值的请客户确认",
      en:
        "Ask the customer for the real occupation; where a suggestion is given, have it confirmed."),
    parameters: [
      Parameter(
        "classes", default: ["unclear"],
        zh: "按职业不明统计的取值类别（mappings/codes/occupation-unclear.csv 的 class 列）：unclear 不明，"
          + "vague 笼统，needs_explanation 需说明",
        en: "Classes of values that count (column class of mappings/codes/occupation-unclear.csv): "
          + "unclear, vague, needs_explanation")
    ],
    examples: [
      .fails([.occupationCode: "80000"], action: .contact),
      .fails(
        [.occupationCode: "80000", .occupationText: "小学教师"], suggests: "20800",
        action: .confirm, "the words tell what the code hides"),
      .fails(
        [.occupationCode: "80000", .occupationText: "小学语文教师"], suggests: "20800",
        action: .confirm, "a title at the end of the words"),
      .fails([.occupationCode: "80000", .occupationText: "其他"], action: .contact),
      .fails(
        [.occupationCode: "80000", .occupationText: "个体"], action: .contact,
        "a vague word is no ground for a suggestion"),
      .fails(
        [.occupationCode: "Y", .occupationText: "厨师"], suggests: "4", action: .confirm,
        "in the list that the record uses"),
      .fails([.occupationCode: "Z"], action: .contact),
      .fails([.occupationCode: "90", .occupationText: "退休"], suggests: "80", action: .confirm),
      .fails([.occupationCode: "800", .occupationText: "大学生"], suggests: "805", action: .confirm),
      .fails([.occupationCode: "8-00-00-00"], action: .contact),
      .fails(
        [.occupationCode: "80000", .occupationText: "直播基地筹备"], action: .review,
        "words that somebody at the bank can place"),
      .fails([.occupationCode: "其他"], action: .contact, "words in the field of the code"),
      .fails([.occupationCode: "", .occupationText: "无"], action: .contact),
      .fails([.occupationCode: "", .occupationText: "Ｎ／Ａ"], action: .contact, "full-width form"),
      .passes([.occupationCode: "20500"]),
      .passes([.occupationCode: "20500", .occupationText: "其他"], "the code tells"),
      .passes([.occupationCode: "29900"], "其他专业技术人员 is vague; counted only where asked for"),
      .passes([.occupationCode: "8"], "of the edition of 1999 too, where it means production"),
      .passes([.occupationCode: "70"], "无业 is an answer; counted only where asked for"),
      .passes([.occupationCode: "", .occupationText: "小学教师"]),
      .notApplicable([.occupationCode: "", .occupationText: ""], "OCC001 speaks of that"),
      .notApplicable([.occupationCode: "29998"], "OCC002 speaks of unknown codes"),
      .notEvaluated([.occupationCode: "80000"], .referenceMissing, without: "occupation-unclear"),
      .notEvaluated([.occupationCode: "80000"], .referenceMissing, without: "occupations"),
    ])

  private let codes: OccupationCodes?
  private let unclear: UnclearOccupations?
  private let keywords: OccupationKeywords?
  /// Class of every place of the lists, by raw value; 0 for codes that tell enough.
  private let kinds: FrozenArray<UInt8>
  /// Bit by raw value of the class.
  private let wanted: UInt8

  package init(_ context: Context) {
    codes = context.reference(OccupationCodes.self)
    unclear = context.reference(UnclearOccupations.self)
    keywords = context.reference(OccupationKeywords.self)
    if let codes, let unclear {
      kinds = codes.kinds(unclear)
    } else {
      kinds = FrozenArray([])
    }
    let classes = context.texts(Self.rule, "classes")
    // A token for an empty field says as little as an unclear one.
    wanted = UnclearOccupations.Class.allCases.reduce(into: 0) { bits, kind in
      let name = kind == .empty ? UnclearOccupations.Class.unclear.name : kind.name
      if classes.contains(name) { bits |= 1 << kind.rawValue }
    }
  }

  @inline(__always) private func outcome(_ kind: UInt8) -> Outcome {
    wanted >> kind & 1 == 1 ? .failed : .passed
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let code = record[.occupationCode]
    let text = record[.occupationText]
    if code.isEmpty && text.isEmpty { return .notApplicable }
    guard let codes, let unclear else { return .notEvaluated(.referenceMissing) }
    if code.isEmpty { return outcome(unclear.kind(ofText: text)?.rawValue ?? 0) }
    if let place = facts.occupation.place(record, codes) { return outcome(kinds[place]) }
    guard let kind = unclear.kind(ofText: code) else { return .notApplicable }
    return outcome(kind.rawValue)
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let code = record[.occupationCode]
    let text = record[.occupationText]
    finding.expected.append(
      zh: "具体职业，例如小学教师、货车司机", en: "a particular occupation, such as primary teacher",
      in: finding.language)
    finding.action = .contact
    if code.isEmpty {
      finding.element = .occupationText
      finding.value.append(text)
      return
    }
    finding.value.append(code)
    guard let codes else { return }
    let standing = facts.occupation.standing(record, codes)
    if !code.isName, let standing {
      finding.appendRecorded(standing, codes)
    }
    guard let keywords, !text.isEmpty else { return }
    let suggestion = OccupationSuggestion(codes: codes, keywords: keywords, unclear: unclear)
    let lists = code.isName ? [] : standing?.lists ?? []
    if suggestion.propose(from: text, in: lists, asName: code.isName, &finding) { return }
    // Words that we cannot place ourselves: somebody at the bank can.
    if text.isName, text.characterCount > 1, unclear?.kind(ofText: text) == nil {
      finding.action = .review
      finding.separateEvidence()
      finding.evidence.append(zh: "职业名称：", en: "occupation in words: ", in: finding.language)
      finding.evidence.append(text)
    }
  }
}
