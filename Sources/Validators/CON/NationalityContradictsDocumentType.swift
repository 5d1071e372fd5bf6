import Findings
import Records
import References

/// CON001: the document is not one that people of the nationality have.
///
/// Chinese citizens hold passports too, and the mainland travel permit for residents of Hong
/// Kong and Macao is given to foreigners as well: neither is looked at.
package struct NationalityContradictsDocumentType: RecordValidator {
  package static let rule = Rule(
    id: "CON001", name: "nationality-contradicts-document-type", parties: [.person],
    dimension: .consistency, severity: .error, reads: [.nationality, .documentType],
    authority: Authority("个人存款账户实名制规定（国务院令第285号）", clause: "第五条"),
    title: Text(zh: "国籍与证件种类矛盾", en: "Nationality and document disagree"),
    claim: Text(
      zh: "外国籍客户登记了只发给中国公民的证件，或中国籍客户登记了只发给外国人的证件",
      en:
        "A foreigner with a document for Chinese citizens only, or a Chinese citizen with one for foreigners only."
    ),
    remedy: Text(
      zh: "按证件核实国籍和证件种类，改正登记有误的一项",
      en: "Check both against the document and correct the wrong one."),
    examples: [
      .fails([.nationality: "USA", .documentType: "1010"], suggests: "CHN", action: .confirm),
      .fails([.nationality: "840", .documentType: "1040"], suggests: "156", action: .confirm),
      .fails([.nationality: "CHN", .documentType: "1052"], action: .review, "a foreign passport"),
      .fails([.nationality: "中国", .documentType: "1120"], action: .review),
      .fails([.nationality: "JPN", .documentType: "1080"], action: .review),
      .passes([.nationality: "CHN", .documentType: "1010"]),
      .passes([.nationality: "USA", .documentType: "1052"]),
      .passes([.nationality: "CHN", .documentType: "1050"], "Chinese citizens hold passports"),
      .passes(
        [.nationality: "USA", .documentType: "1050"], "whose passport it is, the code leaves open"),
      .passes([.nationality: "HKG", .documentType: "1070"]),
      .passes([.nationality: "GBR", .documentType: "1070"], "given to foreigners too"),
      .notApplicable([.nationality: "", .documentType: "1010"], "CMP001 speaks of it"),
      .notApplicable([.nationality: "USA", .documentType: ""], "CMP001 speaks of it"),
      .notApplicable(
        [.nationality: "ZZZ", .documentType: "1010"], "CON007 speaks of unknown codes"),
      .notEvaluated(
        [.nationality: "USA", .documentType: "1010"], .referenceMissing, without: "gbt2659"),
    ])

  private let countries: Countries?

  package init(_ context: Context) { countries = context.reference(Countries.self) }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let nationality = record[.nationality]
    let type = record[.documentType]
    if nationality.isEmpty || type.isEmpty { return .notApplicable }
    guard let countries else { return .notEvaluated(.referenceMissing) }
    guard let region = countries.region(nationality) else { return .notApplicable }
    switch DocumentType(type) {
    case .residentCard, .temporaryCard, .householdRegister, .taiwanPermit:
      return region == .foreign ? .failed : .passed
    case .foreignPassport, .foreignerPermit:
      return region == .mainland ? .failed : .passed
    default: return .passed
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let nationality = record[.nationality]
    let language = finding.language
    finding.value.append(nationality)
    finding.action = .review
    finding.evidence.append(zh: "证件种类 ", en: "document type ", in: language)
    finding.evidence.append(record[.documentType])
    switch DocumentType(record[.documentType]) {
    case .residentCard, .temporaryCard, .householdRegister:
      finding.expected.append(zh: "中国", en: "China", in: language)
      if nationality.isAllDigits {
        finding.suggestion.append("156")
      } else if nationality.count == 2 {
        finding.suggestion.append("CN")
      } else if nationality.count == 3 {
        finding.suggestion.append("CHN")
      } else {
        finding.suggestion.append("中国")
      }
      finding.confidence = 85
      finding.action = .confirm
    case .taiwanPermit:
      finding.expected.append(
        zh: "中国或中国台湾，或核实证件种类", en: "China or Taiwan, or another document", in: language)
    default:
      finding.expected.append(
        zh: "外国国籍，或核实证件种类", en: "a foreign nationality, or another document", in: language)
    }
  }
}
