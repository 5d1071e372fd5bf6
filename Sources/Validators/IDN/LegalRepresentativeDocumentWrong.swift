import Findings
import Records

/// IDN024: the resident id of the legal representative cannot be right.
package struct LegalRepresentativeDocumentWrong: RecordValidator {
  package static let rule = Rule(
    id: "IDN024", name: "legal-representative-document-wrong", parties: [.organisation],
    dimension: .accuracy, severity: .error, reads: [.legalRepresentativeDocumentNumber],
    alsoReads: [.legalRepresentativeDocumentType],
    authority: Authority("GB 11643-1999", clause: "号码的结构、校验码；中国人民银行等令〔2007〕第2号 第三十三条"),
    title: Text(zh: "法定代表人身份证号码有误", en: "Legal representative's resident id wrong"),
    claim: Text(
      zh: "法定代表人（负责人）的公民身份号码格式、出生日期或校验码不符",
      en: "Form, date of birth or check digit of the legal representative's resident id is wrong."),
    remedy: Text(
      zh: "与留存的法定代表人证件影像核对后更正",
      en: "Compare with the copy of the representative's card and correct it."),
    autoBasis: Text(
      zh: "只去掉空格、连字符和全角等写法差异，号码各位未变且校验码相符",
      en:
        "Only blanks, hyphens and full-width characters are taken away; the digits stay as they are and the check character holds."
    ),
    examples: [
      .fails(
        [
          .legalRepresentativeDocumentType: "1010",
          .legalRepresentativeDocumentNumber: "11010119900307771X",
        ],
        action: .review, "check digit"),
      .fails(
        [
          .legalRepresentativeDocumentType: "1010",
          .legalRepresentativeDocumentNumber: "1101011990030777",
        ],
        action: .review, "form"),
      .fails(
        [
          .legalRepresentativeDocumentType: "1010",
          .legalRepresentativeDocumentNumber: "110101199002300014",
        ],
        action: .review, "30 February"),
      .fails(
        [
          .legalRepresentativeDocumentType: "1010",
          .legalRepresentativeDocumentNumber: "110101 19900307 7715",
        ],
        suggests: "110101199003077715", action: .auto),
      .fails(
        [.legalRepresentativeDocumentNumber: "110101199003077710"], action: .review,
        "no type, but the form of a resident id"),
      .passes([
        .legalRepresentativeDocumentType: "1010",
        .legalRepresentativeDocumentNumber: "110101199003077715",
      ]),
      .passes([.legalRepresentativeDocumentNumber: "11010119850101005x"]),
      .passes([
        .legalRepresentativeDocumentType: "1010",
        .legalRepresentativeDocumentNumber: "110101900307771",
      ]),
      .notApplicable([
        .legalRepresentativeDocumentType: "1050", .legalRepresentativeDocumentNumber: "E12345678",
      ]),
      .notApplicable(
        [.legalRepresentativeDocumentType: "1010", .legalRepresentativeDocumentNumber: ""],
        "CMP002 speaks of it"),
      .notApplicable(
        [.legalRepresentativeDocumentType: "1010", .legalRepresentativeDocumentNumber: "无"],
        "CMP002 speaks of it"),
    ])

  private let asOf: Day

  package init(_ context: Context) { asOf = context.asOf }

  private func read(_ record: RecordView) -> DocumentReading {
    DocumentReading(
      DocumentType(record[.legalRepresentativeDocumentType]),
      record[.legalRepresentativeDocumentNumber])
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    switch read(record) {
    case .empty, .placeholder, .other, .foreign: return .notApplicable
    case .malformed: return .failed
    case .resident(let id):
      guard id.checkHolds, let birth = id.birth, birth <= asOf,
        asOf.years(since: birth) <= IdentityFacts.greatestAge
      else { return .failed }
      return .passed
    }
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    let number = record[.legalRepresentativeDocumentNumber]
    finding.value.append(number)
    switch read(record) {
    case .malformed(let fault):
      finding.expected.append(
        zh: "18位：前17位数字，末位数字或X", en: "17 digits and a digit or X", in: finding.language)
      finding.explain(fault, length: "18")
      ResidentIdMalformed.suggest(number, &finding)
    case .resident(let id) where !id.checkHolds:
      finding.expected.append(zh: "末位为", en: "last character ", in: finding.language)
      finding.expected.append(id.expectedCheck)
      finding.explain(.check(expected: CheckCharacters(id.expectedCheck)), length: "18")
    default:
      finding.expected.append(
        zh: "号码中为真实的出生日期", en: "a real date of birth in the number", in: finding.language)
      finding.evidence.append(
        zh: "号码中的出生日期不存在、晚于数据日期或过早",
        en: "the date of birth in the number does not exist, lies ahead or too far back",
        in: finding.language)
    }
  }
}
