import Findings
import Records

/// IDN012: the number belongs to another kind of document than the one recorded.
package struct DocumentTypeContradictsNumber: RecordValidator {
  package static let rule = Rule(
    id: "IDN012", name: "document-type-contradicts-number", parties: [.person],
    dimension: .consistency,
    severity: .error, reads: [.documentType, .documentNumber],
    authority: Authority("个人存款账户实名制规定（国务院令第285号）", clause: "第五条"),
    title: Text(zh: "证件种类与证件号码不符", en: "Document type contradicts its number"),
    claim: Text(
      zh: "证件种类是居民身份证，号码却是其他证件的；或证件种类是护照、通行证，号码却是公民身份号码",
      en:
        "A resident card with the number of another document, or a passport or permit with a resident id."
    ),
    remedy: Text(
      zh: "与留存的证件影像核对，更正证件种类或号码",
      en: "Compare with the copy of the document and correct type or number."),
    examples: [
      .fails(
        [.documentType: "1010", .documentNumber: "H12345678"], suggests: "1070", action: .confirm),
      .fails(
        [.documentType: "1010", .documentNumber: "E12345678"], suggests: "1050", action: .confirm),
      .fails(
        [.documentType: "1010", .documentNumber: "911156198901010011"], suggests: "1120",
        action: .confirm,
        "the card of a foreigner with permanent residence"),
      .fails(
        [.documentType: "1010", .documentNumber: "91320102MA1MA2MC7N"], action: .review,
        "a credit code"),
      .fails(
        [.documentType: "1050", .documentNumber: "110101199003077715"], suggests: "1010",
        action: .confirm),
      .fails(
        [.documentType: "1052", .documentNumber: "110101199003077715"], suggests: "1010",
        action: .confirm),
      .passes([.documentType: "1010", .documentNumber: "110101199003077715"]),
      .passes([.documentType: "1050", .documentNumber: "E12345678"]),
      .passes(
        [.documentType: "1050", .documentNumber: "11010119900307771X"],
        "the check digit does not hold: perhaps another number"),
      .passes(
        [.documentType: "1070", .documentNumber: "810000199001010019"],
        "a residence permit for people from Hong Kong"),
      .passes([.documentType: "1080", .documentNumber: "12345678"]),
      .notApplicable([.documentType: "", .documentNumber: "E12345678"], "no type to contradict"),
      .notApplicable(
        [.documentType: "1999", .documentNumber: "110101199003077715"],
        "other documents may have any number"),
      .notApplicable(
        [.documentType: "1010", .documentNumber: "12345"], "IDN002 speaks of the form"),
      .notApplicable([.documentType: "1010", .documentNumber: ""]),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    switch facts.identity.document(record) {
    case .empty, .placeholder, .malformed: return .notApplicable
    case .foreign: return .failed
    case .resident: return facts.identity.documentType(record) == .none ? .notApplicable : .passed
    case .other:
      switch facts.identity.documentType(record) {
      case .passport, .foreignPassport, .hongKongMacaoPermit, .taiwanPermit:
        let number = record[.documentNumber]
        guard number.count == 18, case .read(let id) = ResidentID.read(number) else {
          return .passed
        }
        // Residence permits of 81, 82 and 83 are kept under these types, for want of another.
        return id.isSound && !id.isForeigner && id.region / 100_000 != 8 ? .failed : .passed
      case .foreignerPermit: return .passed
      case .none, .residentCard, .temporaryCard, .householdRegister, .other: return .notApplicable
      }
    }
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    let number = record[.documentNumber]
    finding.value.append(record[.documentType])
    guard case .foreign = facts.identity.document(record) else {
      finding.suggestion.append("1010")
      finding.confidence = 90
      finding.action = .confirm
      finding.expected.append(
        zh: "1010 居民身份证", en: "1010 resident identity card", in: finding.language)
      finding.evidence.append(
        zh: "号码是校验码相符的公民身份号码", en: "the number is a resident id whose check digit holds",
        in: finding.language)
      return
    }
    switch DocumentForm(number) {
    case .hongKongMacaoPermit:
      finding.suggestion.append("1070")
      finding.evidence.append(
        zh: "号码是港澳居民来往内地通行证的形式", en: "the number has the form of a mainland travel permit",
        in: finding.language)
    case .passport:
      finding.suggestion.append("1050")
      finding.evidence.append(
        zh: "号码是护照的形式", en: "the number has the form of a passport's", in: finding.language)
    case .creditCode:
      finding.evidence.append(
        zh: "号码是单位的统一社会信用代码", en: "the number is an organisation's credit code",
        in: finding.language)
    case .foreignerPermit, nil:
      finding.suggestion.append("1120")
      finding.evidence.append(
        zh: "号码是外国人永久居留身份证的形式",
        en: "the number has the form of a foreigner's permanent residence card",
        in: finding.language)
    }
    finding.expected.append(
      zh: "与号码相符的证件种类", en: "the type of document that the number belongs to", in: finding.language)
    if !finding.suggestion.isEmpty {
      finding.confidence = 80
      finding.action = .confirm
    }
  }
}
