import Findings
import Records
import References

/// OCC002: the code stands in no list of occupations.
package struct OccupationCodeUnknown: RecordValidator {
  package static let rule = Rule(
    id: "OCC002", name: "occupation-code-unknown", parties: [.person], dimension: .validity,
    severity: .error, reads: [.occupationCode], alsoReads: [.occupationText],
    authority: Authority("GB/T 6565-2015", clause: "职业分类与代码"),
    title: Text(zh: "职业代码不在代码表内", en: "Occupation code unknown"),
    claim: Text(
      zh: "登记的职业代码（或职业栏中的名称）不在任何一版职业分类与代码、职业分类大典及常用银行代码表中",
      en:
        "No edition of the occupation lists, and no list that banks use, holds the code or class name."
    ),
    remedy: Text(
      zh: "按职业代码表改为正确代码；有建议值的核对后采用，没有的联系客户确认实际职业。本行另有自编代码的，先补入代码表",
      en: "Replace it by a code of the list: check the suggestion, or ask the customer. Add the "
        + "bank's own codes to the code table first."),
    examples: [
      .fails([.occupationCode: "29998"], action: .contact, "no such class in any edition"),
      .fails(
        [.occupationCode: "20577", .occupationText: "护士"], suggests: "20500", action: .confirm,
        "the words tell"),
      .fails(
        [.occupationCode: "20500.0"], suggests: "20500", action: .review,
        "a spreadsheet made a number of it"),
      .fails([.occupationCode: "２０８００"], suggests: "20800", action: .review, "full-width digits"),
      .fails(
        [.occupationCode: "护士长"], suggests: "卫生专业技术人员", action: .confirm,
        "words in the field of the code, of no list's wording"),
      .fails([.occupationCode: "X1Y2"], action: .contact),
      .passes([.occupationCode: "20500"]),
      .passes([.occupationCode: "2-05-08-01"], "catalogue of 2022"),
      .passes([.occupationCode: "205"], "three digits, as some banks keep it"),
      .passes([.occupationCode: "Y"], "credit registry; OCC003 speaks of it"),
      .passes([.occupationCode: "x"], "letter case does not matter"),
      .passes([.occupationCode: "011"], "edition of 1999; OCC004 speaks of it"),
      .passes([.occupationCode: "卫生专业技术人员"], "regulators' extracts hold the class name"),
      .notApplicable([.occupationCode: ""], "OCC001 speaks of an empty code"),
      .notApplicable([.occupationCode: "其它"], "OCC003 speaks of words that say nothing"),
      .notApplicable([.occupationCode: "9999"], "OCC003 speaks of fillers"),
      .notEvaluated(
        [.occupationCode: "2-05-01-77"], .referenceMissing,
        "may be a detailed class of the catalogue of 2015, of which no list is there"),
      .notEvaluated([.occupationCode: "20500"], .referenceMissing, without: "occupations"),
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
    if facts.occupation.standing(record, codes) != nil { return .passed }
    if unclear?.kind(ofText: code) != nil { return .notApplicable }
    return codes.mayBeDetailed(code) ? .notEvaluated(.referenceMissing) : .failed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let code = record[.occupationCode]
    finding.value.append(code)
    finding.expected.append(
      zh: "职业代码表内的代码", en: "a code of the occupation list", in: finding.language)
    finding.action = .contact
    guard let codes else { return }
    var mended: [UInt8] = []
    if code.count <= 40, code.mend(into: &mended), codes.place(of: mended.span) != nil {
      finding.suggestion.append(mended.span)
      finding.confidence = 95
      finding.action = .review
      finding.evidence.append(
        zh: "去掉空格、全角和表格软件带入的“.0”后为表内代码",
        en: "without blanks, full-width forms and a spreadsheet's \".0\" it is a code of the list",
        in: finding.language)
      return
    }
    guard let keywords else { return }
    let suggestion = OccupationSuggestion(codes: codes, keywords: keywords, unclear: unclear)
    if code.isName, suggestion.propose(from: code, in: [], asName: true, &finding) { return }
    if suggestion.propose(from: record[.occupationText], in: [], asName: code.isName, &finding) {
      return
    }
    // Words that we cannot place ourselves: somebody at the bank can.
    if code.isName { finding.action = .review }
  }
}

extension Span<UInt8> {
  /// Appends the text with full-width digits, letters and signs as ASCII, without blanks and
  /// without ".0" at the end. Says whether that changed it.
  fileprivate func mend(into bytes: inout [UInt8]) -> Bool {
    var index = 0
    while index < count {
      let byte = self[index]
      if byte == 0xEF, index + 2 < count, self[index + 1] == 0xBC || self[index + 1] == 0xBD {
        let low = self[index + 2] & 0x3F
        bytes.append((self[index + 1] == 0xBC ? low &+ 0x20 : low &+ 0x60) & 0x7F)
        index += 3
        continue
      }
      if byte == 0xE3, index + 2 < count, self[index + 1] == 0x80, self[index + 2] == 0x80 {
        index += 3
        continue
      }
      if byte > 0x20 { bytes.append(byte.uppercased) }
      index += 1
    }
    if bytes.count > 2, bytes[bytes.count - 1] == 0x30, bytes[bytes.count - 2] == 0x2E {
      bytes.removeLast(2)
    }
    return !bytes.span.equals(self)
  }
}
