import Findings
import Records

/// IDN006: the recorded date of birth is not the one inside the identification number.
package struct BirthDateContradictsResidentId: RecordValidator {
  package static let rule = Rule(
    id: "IDN006", name: "birth-date-contradicts-resident-id", parties: [.person],
    dimension: .consistency,
    severity: .error, reads: [.birthDate, .documentNumber], alsoReads: [.documentType],
    authority: Authority("GB 11643-1999", clause: "出生日期码"),
    title: Text(zh: "出生日期与公民身份号码不一致", en: "Birth date differs from the resident id"),
    claim: Text(
      zh: "登记的出生日期与公民身份号码第7至14位不一致",
      en: "The recorded date of birth is not that of digits 7 to 14 of the number."),
    remedy: Text(
      zh: "号码校验码相符的，按号码更正出生日期；旧15位号码没有校验码，须与证件影像核对",
      en:
        "Take the date from the number where its check digit holds; old numbers of 15 digits have none: compare with the copy of the card."
    ),
    autoBasis: Text(
      zh: "居民身份证上的出生日期即公民身份号码中的出生日期，该号码校验码相符",
      en:
        "The date of birth on the card is the one in the number, and the number's check digit holds."
    ),
    examples: [
      .fails(
        [.documentType: "1010", .documentNumber: "110101199003077715", .birthDate: "1990-07-03"],
        suggests: "1990-03-07", action: .auto, "month and day swapped"),
      .fails(
        [.documentType: "1010", .documentNumber: "110101199003077715", .birthDate: "19900308"],
        suggests: "19900307", action: .auto, "the suggestion is written as the record writes dates"),
      .fails(
        [.documentType: "1010", .documentNumber: "110101900307771", .birthDate: "1990-03-08"],
        suggests: "1990-03-07", action: .confirm, "15 digits have no check digit"),
      .fails(
        [.documentType: "1010", .documentNumber: "110101199003077715", .birthDate: "1900-01-01"],
        suggests: "1990-03-07", action: .auto, "a system's filler for a date"),
      .passes([
        .documentType: "1010", .documentNumber: "110101199003077715", .birthDate: "1990-03-07",
      ]),
      .passes([
        .documentType: "1010", .documentNumber: "110101199003077715", .birthDate: "19900307",
      ]),
      .passes([.documentType: "1010", .documentNumber: "110101900307771", .birthDate: "1990/3/7"]),
      .notApplicable(
        [.documentType: "1010", .documentNumber: "11010119900307771X", .birthDate: "1990-03-08"],
        "IDN003 speaks of the number; a wrong number proves nothing"),
      .notApplicable([.documentType: "1010", .documentNumber: "110101199003077715", .birthDate: ""]
      ),
      .notApplicable(
        [.documentType: "1010", .documentNumber: "110101199003077715", .birthDate: "9999-12-31"],
        "a filler for a missing date"),
      .notApplicable(
        [.documentType: "1010", .documentNumber: "110101199002300014", .birthDate: "1990-03-02"],
        "IDN004 speaks of the number"),
      .notApplicable([
        .documentType: "1050", .documentNumber: "E12345678", .birthDate: "1990-03-07",
      ]),
      .notEvaluated(
        [.documentType: "1010", .documentNumber: "110101199003077715", .birthDate: "1990-13-07"],
        .cellUnreadable,
        "CON006 speaks of the date"),
    ])

  private let asOf: Day

  package init(_ context: Context) { asOf = context.asOf }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let id = facts.identity.residentID(record), id.checkHolds, let birth = id.birth,
      birth <= asOf
    else { return .notApplicable }
    return switch facts.identity.birthDate(record) {
    case .day(let day): day == birth ? .passed : .failed
    case .empty, .endless: .notApplicable
    case .impossible, .notADate: .notEvaluated(.cellUnreadable)
    }
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    let value = record[.birthDate]
    finding.value.append(value)
    guard let id = facts.identity.residentID(record), let birth = id.birth else { return }
    finding.expected.append(day: birth)
    finding.suggestion.append(day: birth)
    if value.isAllDigits { finding.suggestion.removeAll { $0 == UInt8(ascii: "-") } }
    finding.confidence = id.isFifteen ? 90 : 100
    finding.action = id.isFifteen ? .confirm : .auto
    finding.evidence.append(
      zh: "公民身份号码中的出生日期为", en: "the number says born on ", in: finding.language)
    finding.evidence.append(day: birth)
    if !id.isFifteen {
      finding.evidence.append(zh: "，校验码相符", en: ", and its check digit holds", in: finding.language)
    }
  }
}
