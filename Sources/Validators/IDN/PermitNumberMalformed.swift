import Findings
import Records

/// IDN013: the number of a passport or permit has not the form of such numbers.
package struct PermitNumberMalformed: RecordValidator {
  package static let rule = Rule(
    id: "IDN013", name: "permit-number-malformed", parties: [.person], dimension: .validity,
    severity: .error, reads: [.documentType, .documentNumber],
    authority: Authority("个人存款账户实名制规定（国务院令第285号）", clause: "第五条；ICAO Doc 9303（护照号码）"),
    title: Text(zh: "护照或通行证号码格式不符", en: "Passport or permit number of the wrong form"),
    claim: Text(
      zh: "港澳居民来往内地通行证、台湾居民来往大陆通行证、外国人居留证或护照的号码不合其编号规则",
      en:
        "The number of a mainland travel permit, a foreigner's residence permit or a passport is not formed like one."
    ),
    remedy: Text(
      zh: "与留存的证件影像核对后更正", en: "Compare with the copy of the document and correct it."),
    parameters: [
      Parameter(
        "types", default: ["1050", "1052", "1070", "1080", "1120"], zh: "要检核的证件种类代码",
        en: "codes of the document types that are checked")
    ],
    examples: [
      .fails([.documentType: "1070", .documentNumber: "X12345678"], action: .review),
      .fails(
        [.documentType: "1070", .documentNumber: "H1234567"], action: .review, "seven figures"),
      .fails([.documentType: "1080", .documentNumber: "1234567"], action: .review),
      .fails([.documentType: "1050", .documentNumber: "E1234"], action: .review),
      .fails([.documentType: "1052", .documentNumber: "张三护照1"], action: .review),
      .fails([.documentType: "1120", .documentNumber: "USA1"], action: .review),
      .fails(
        [.documentType: "1120", .documentNumber: "911156198901010012"], action: .review,
        "the check digit does not hold"),
      .passes([.documentType: "1070", .documentNumber: "H12345678"]),
      .passes(
        [.documentType: "1070", .documentNumber: "M1234567801"], "with the number of renewals"),
      .passes(
        [.documentType: "1070", .documentNumber: "810000199001010019"], "a residence permit"),
      .passes([.documentType: "1080", .documentNumber: "12345678"]),
      .passes([.documentType: "1080", .documentNumber: "0012345678(B)"], "the older form"),
      .passes([.documentType: "1050", .documentNumber: "EA1234567"]),
      .passes([.documentType: "1050", .documentNumber: "141234567"], "an older passport"),
      .passes([.documentType: "1052", .documentNumber: "c01x00t47"]),
      .passes([.documentType: "1120", .documentNumber: "USA123456789012"]),
      .passes([.documentType: "1120", .documentNumber: "911156198901010011"], "the card of 2023"),
      .notApplicable(
        [.documentType: "1010", .documentNumber: "1234"], "IDN002 speaks of resident ids"),
      .notApplicable(
        [.documentType: "1050", .documentNumber: "110101199003077715"], "IDN012 speaks of the type"),
      .notApplicable([.documentType: "1050", .documentNumber: "无"], "IDN001 speaks of fillers"),
      .notApplicable([.documentType: "1070", .documentNumber: ""]),
    ])

  /// Bits of the document types that are checked.
  private let types: UInt16

  package init(_ context: Context) {
    var types: UInt16 = 0
    for code in context.texts(Self.rule, "types") {
      types |= 1 << UInt16(DocumentType(Array(code.utf8).span).rawValue)
    }
    self.types = types
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let type = facts.identity.documentType(record)
    guard types >> UInt16(type.rawValue) & 1 == 1, case .other = facts.identity.document(record)
    else {
      return .notApplicable
    }
    let number = record[.documentNumber]
    if number.count == 18, case .read(let id) = ResidentID.read(number) {
      if type == .foreignerPermit { return !id.isForeigner || id.checkHolds ? .passed : .failed }
      return id.region / 100_000 == 8 ? .passed : id.isSound ? .notApplicable : .failed
    }
    return switch type {
    case .hongKongMacaoPermit: Self.isHongKongMacao(number) ? .passed : .failed
    case .taiwanPermit: Self.isTaiwan(number) ? .passed : .failed
    case .passport, .foreignPassport: Self.isPlain(number, 6...12) ? .passed : .failed
    case .foreignerPermit: Self.isPlain(number, 6...18) ? .passed : .failed
    case .none, .residentCard, .temporaryCard, .householdRegister, .other: .notApplicable
    }
  }

  /// H or M and 8 figures, with or without the number of renewals in two figures more.
  private static func isHongKongMacao(_ number: Span<UInt8>) -> Bool {
    guard number.count == 9 || number.count == 11 else { return false }
    let first = number[0].uppercased
    return (first == UInt8(ascii: "H") || first == UInt8(ascii: "M"))
      && number.extracting(1..<number.count).isAllDigits
  }

  /// 8 figures; the older form has 10 and a letter in brackets or without.
  private static func isTaiwan(_ number: Span<UInt8>) -> Bool {
    if number.count == 8 { return number.isAllDigits }
    guard number.count >= 10, number.count <= 14, number.extracting(0..<8).isAllDigits else {
      return number.count >= 9 && number.count <= 12 && number[0].uppercased == UInt8(ascii: "T")
        && number.extracting(1..<number.count).isAllDigits
    }
    for index in 8..<number.count {
      let byte = number[index]
      if !byte.isDigit && !byte.isLetter && byte != 0x28 && byte != 0x29 { return false }
    }
    return true
  }

  /// Figures and Latin letters only, so many of them.
  private static func isPlain(_ number: Span<UInt8>, _ length: ClosedRange<Int>) -> Bool {
    guard length.contains(number.count) else { return false }
    for index in number.indices where !number[index].isDigit && !number[index].isLetter {
      return false
    }
    return true
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    finding.element = .documentNumber
    finding.value.append(record[.documentNumber])
    switch DocumentType(record[.documentType]) {
    case .hongKongMacaoPermit:
      finding.expected.append(
        zh: "H或M加8位或10位数字", en: "H or M and 8 or 10 figures", in: finding.language)
    case .taiwanPermit:
      finding.expected.append(
        zh: "8位数字（旧证10位数字，可带字母）", en: "8 figures (formerly 10, perhaps with a letter)",
        in: finding.language)
    case .foreignerPermit:
      finding.expected.append(
        zh: "3位国籍字母加12位数字，或9开头的18位号码（末位为校验码）",
        en:
          "three letters and 12 figures, or 18 figures that begin with 9 and end in a check digit",
        in: finding.language)
    default:
      finding.expected.append(
        zh: "6至12位字母和数字", en: "6 to 12 letters and figures", in: finding.language)
    }
  }
}
