import Findings
import Records

/// IDN002: ought to be a citizen identification number and is not shaped like one.
package struct ResidentIdMalformed: RecordValidator {
  package static let rule = Rule(
    id: "IDN002", name: "resident-id-malformed", parties: [.person], dimension: .validity,
    severity: .blocking, reads: [.documentNumber, .documentType],
    authority: Authority("GB 11643-1999", clause: "号码的结构"),
    title: Text(zh: "公民身份号码格式不符", en: "Resident id of the wrong form"),
    claim: Text(
      zh: "证件种类是居民身份证，号码却不是18位（旧证15位）数字，或含有不该有的字符",
      en:
        "The document is a resident identity card, but the number has not 18 (formerly 15) digits, or other characters in it."
    ),
    remedy: Text(
      zh: "与留存的证件影像核对后更正；影像不清的，联系客户出示证件",
      en:
        "Compare with the copy of the card and correct it; where the copy cannot be read, ask the customer for the card."
    ),
    autoBasis: Text(
      zh: "只去掉空格、连字符和全角等写法差异，号码各位未变且校验码相符",
      en:
        "Only blanks, hyphens and full-width characters are taken away; the digits stay as they are and the check character holds."
    ),
    examples: [
      .fails(
        [.documentType: "1010", .documentNumber: "11010119900307771"], suggests: "",
        action: .review, "a character is missing"),
      .fails(
        [.documentType: "1010", .documentNumber: "110101 19900307 7715"],
        suggests: "110101199003077715",
        action: .auto, "blanks between"),
      .fails(
        [.documentType: "1010", .documentNumber: "１１０１０１１９９００３０７７７１５"],
        suggests: "110101199003077715", action: .auto, "full-width figures"),
      .fails(
        [.documentType: "1010", .documentNumber: "11O101199003077715"],
        suggests: "110101199003077715",
        action: .confirm, "a letter O for a nought"),
      .fails(
        [.documentType: "1010", .documentNumber: "11010119850101005×"],
        suggests: "11010119850101005X",
        action: .auto, "a multiplication sign for X"),
      .fails(
        [.documentType: "1010", .documentNumber: "11010119850101005"],
        suggests: "11010119850101005X",
        action: .confirm, "a system for figures only has cut off the X"),
      .fails(
        [.documentType: "1010", .documentNumber: "1.10101E+17"], action: .review,
        "kept as a number by a spreadsheet"),
      .fails([.documentType: "1011", .documentNumber: "1101011990030777151"], action: .review),
      .fails([.documentType: "1010", .documentNumber: "110101********7715"], action: .review),
      .passes([.documentType: "1010", .documentNumber: "110101199003077715"]),
      .passes(
        [.documentType: "1010", .documentNumber: "11010119850101005x"], "a small x is as good"),
      .passes(
        [.documentType: "1010", .documentNumber: "110101900307771"], "IDN008 speaks of 15 digits"),
      .passes(
        [.documentType: "1010", .documentNumber: "110101199003077710"],
        "IDN003 speaks of the check digit"),
      .passes(
        [.documentType: "", .documentNumber: "110101199003077715"],
        "no type, but the form of a resident id"),
      .notApplicable(
        [.documentType: "1010", .documentNumber: ""], "IDN001 speaks of an empty number"),
      .notApplicable([.documentType: "1010", .documentNumber: "无"], "IDN001 speaks of fillers"),
      .notApplicable([.documentType: "1050", .documentNumber: "E12345678"]),
      .notApplicable(
        [.documentType: "1040", .documentNumber: "001234567"],
        "a household register has numbers of its own"),
      .notApplicable(
        [.documentType: "1010", .documentNumber: "H12345678"],
        "IDN012 speaks of another document's number"),
      .notApplicable([.documentType: "", .documentNumber: "12345"]),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    switch facts.identity.document(record) {
    case .resident: .passed
    case .malformed: .failed
    case .empty, .placeholder, .foreign, .other: .notApplicable
    }
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    finding.value.append(record[.documentNumber])
    finding.expected.append(
      zh: "18位：前17位数字，末位数字或X", en: "17 digits and a digit or X", in: finding.language)
    guard case .malformed(let fault) = facts.identity.document(record) else { return }
    finding.explain(fault, length: "18")
    ResidentIdMalformed.suggest(record[.documentNumber], &finding)
  }

  /// Proposes a number where the form alone is wrong, for any field with such a number.
  static func suggest(_ number: Span<UInt8>, _ finding: inout FindingWriter) {
    if number.count > 200 { return }
    func isSound(_ bytes: [UInt8]) -> Bool {
      guard bytes.count == 18, case .read(let id) = ResidentID.read(bytes.span) else {
        return false
      }
      return id.isSound && !id.isForeigner
    }
    let text = NumberText(number).bytes
    if isSound(text) {
      finding.suggest(text.span, confidence: 100, .auto)
    } else if let figures = NumberText.withoutLookAlikes(text, upTo: 17), isSound(figures) {
      finding.suggest(figures.span, confidence: 90, .confirm)
      finding.evidence.append(
        zh: "；形近字母改为数字后校验码相符",
        en: "; with figures for the letters that look like them the check character holds",
        in: finding.language)
    } else if text.count == 17, isSound(text + [UInt8(ascii: "X")]) {
      finding.suggest((text + [UInt8(ascii: "X")]).span, confidence: 85, .confirm)
      finding.evidence.append(
        zh: "；补上末位X后校验码相符，疑为只收数字的系统丢失了X", en: "; with an X at the end the check character holds",
        in: finding.language)
    }
  }
}
