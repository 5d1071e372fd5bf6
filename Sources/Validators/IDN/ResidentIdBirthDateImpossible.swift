import Findings
import Records

/// IDN004: the date of birth inside the number is no day of the past 130 years.
package struct ResidentIdBirthDateImpossible: RecordValidator {
  package static let rule = Rule(
    id: "IDN004", name: "resident-id-birth-date-impossible", parties: [.person],
    dimension: .validity,
    severity: .blocking, reads: [.documentNumber, .documentType],
    authority: Authority("GB 11643-1999", clause: "出生日期码"),
    title: Text(zh: "公民身份号码中的出生日期不可能", en: "Impossible birth date in the resident id"),
    claim: Text(
      zh: "公民身份号码第7至14位不是真实的日期，或晚于数据日期，或早得不合常理",
      en:
        "Digits 7 to 14 are no day of the calendar, lie after the day of the data, or too far back."
    ),
    remedy: Text(
      zh: "与留存的证件影像逐位核对后更正；影像不清的，联系客户出示证件",
      en:
        "Compare digit by digit with the copy of the card; where it cannot be read, ask the customer for the card."
    ),
    parameters: [
      Parameter(
        "age", default: IdentityFacts.greatestAge, in: 100...200, zh: "合理的最大年龄（周岁）",
        en: "greatest age that is believed, in years")
    ],
    examples: [
      .fails(
        [.documentType: "1010", .documentNumber: "110101199002300014"], action: .review,
        "30 February"),
      .fails(
        [.documentType: "1010", .documentNumber: "110101203012310012"], action: .review,
        "in the future"),
      .fails(
        [.documentType: "1010", .documentNumber: "110101188501010018"], action: .review,
        "141 years ago"),
      .fails(
        [.documentType: "1010", .documentNumber: "110101901307771"], action: .review,
        "15 digits, month 13"),
      .fails([.documentType: "1010", .documentNumber: "110101199000000018"], action: .review),
      .passes([.documentType: "1010", .documentNumber: "110101199003077715"]),
      .passes(
        [.documentType: "1010", .documentNumber: "110101200002290018"], "2000 was a leap year"),
      .passes(
        [.documentType: "1010", .documentNumber: "110101202610310018"],
        "born on the day of the data"),
      .passes(
        [.documentType: "1010", .documentNumber: "11010119900307771X"],
        "IDN003 speaks of the check digit"),
      .notApplicable(
        [.documentType: "1010", .documentNumber: "1101011990023000"], "IDN002 speaks of the form"),
      .notApplicable([.documentType: "1050", .documentNumber: "E12345678"]),
      .notApplicable([.documentType: "1010"]),
    ])

  private let asOf: Day
  /// Born later than this is young enough.
  private let earliest: Day

  package init(_ context: Context) {
    asOf = context.asOf
    earliest = context.asOf.adding(years: -(context.integer(Self.rule, "age") + 1))
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let id = facts.identity.residentID(record) else { return .notApplicable }
    guard let birth = id.birth else { return .failed }
    return birth <= asOf && birth > earliest ? .passed : .failed
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    finding.value.append(record[.documentNumber])
    finding.expected.append(
      zh: "号码中为真实的出生日期", en: "a real date of birth in the number", in: finding.language)
    guard let birth = facts.identity.residentID(record)?.birth else {
      finding.evidence.append(
        zh: "号码中的出生日期在日历上不存在", en: "the calendar has no such day as the number names",
        in: finding.language)
      return
    }
    finding.evidence.append(zh: "号码中的出生日期为", en: "the number says born on ", in: finding.language)
    finding.evidence.append(day: birth)
    if birth > asOf {
      finding.evidence.append(
        zh: "，晚于数据日期", en: ", after the day of the data", in: finding.language)
    } else {
      finding.evidence.append(zh: "，至今已", en: ", which makes an age of ", in: finding.language)
      finding.evidence.append(decimal: asOf.years(since: birth))
      finding.evidence.append(zh: "岁", en: "", in: finding.language)
    }
  }
}
