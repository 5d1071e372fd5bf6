import Findings
import Records

/// IDN011: a resident identity card of that age is not valid for so long.
package struct DocumentValidityContradictsAge: RecordValidator {
  package static let rule = Rule(
    id: "IDN011", name: "document-validity-contradicts-age", parties: [.person],
    dimension: .consistency,
    severity: .error, reads: [.documentExpiryDate, .documentType],
    alsoReads: [.documentIssueDate, .documentNumber, .birthDate],
    authority: Authority("居民身份证法", clause: "第五条"),
    title: Text(zh: "居民身份证有效期与年龄不符", en: "Validity of the card contradicts the age"),
    claim: Text(
      zh: "居民身份证未满16岁签发的有效5年，16至25岁10年，26至45岁20年，46岁以上长期；登记的有效期与签发时的年龄不符",
      en:
        "A card is valid for 5 years when issued before 16, for 10 from 16, 20 from 26, and without end from 46; the recorded validity does not fit the age at issue."
    ),
    remedy: Text(
      zh: "与留存的证件影像（国徽面）核对签发日期和有效期后更正",
      en: "Compare both dates with the copy of the card's reverse and correct them."),
    parameters: [
      Parameter(
        "days", default: 92, in: 0...366,
        zh: "签发日期与有效期止日的容差，以及申领至签发可能跨越年龄界限的天数",
        en:
          "days by which the term may miss whole years, and by which the age at application may lie before that at issue"
      )
    ],
    examples: [
      .fails(
        [.documentType: "1010", .documentNumber: "110101199003077715", .documentExpiryDate: "长期"],
        action: .review,
        "without end at 36"),
      .fails(
        [
          .documentType: "1010", .documentNumber: "110101199003077715",
          .documentExpiryDate: "2036-05-01", .documentIssueDate: "2006-05-01",
        ],
        action: .review, "30 years"),
      .fails(
        [
          .documentType: "1010", .documentNumber: "370102201010100017",
          .documentExpiryDate: "2035-05-01", .documentIssueDate: "2025-05-01",
        ],
        action: .review, "10 years for a child of 14"),
      .fails(
        [
          .documentType: "1010", .birthDate: "2005-02-01", .documentExpiryDate: "2045-01-01",
          .documentIssueDate: "2025-01-01",
        ],
        action: .review, "20 years at 19"),
      .fails(
        [
          .documentType: "1010", .birthDate: "1990-03-07", .documentExpiryDate: "2010-01-01",
          .documentIssueDate: "2020-01-01",
        ],
        action: .review, "issued after its end"),
      .fails(
        [
          .documentType: "1010", .birthDate: "1979-01-01", .documentExpiryDate: "9999-12-31",
          .documentIssueDate: "2015-01-01",
        ],
        action: .review, "issued without end at 36"),
      .passes(
        [
          .documentType: "1010", .documentNumber: "110101199003077715",
          .documentExpiryDate: "2036-05-01", .documentIssueDate: "2016-05-01",
        ],
        "20 years at 26"),
      .passes(
        [
          .documentType: "1010", .documentNumber: "110101199003077715",
          .documentExpiryDate: "2026-04-01", .documentIssueDate: "2016-04-01",
        ],
        "10 years, applied for before the birthday"),
      .passes([
        .documentType: "1010", .documentNumber: "110102194910011027", .documentExpiryDate: "长期",
      ]),
      .passes([
        .documentType: "1010", .birthDate: "2010-10-10", .documentExpiryDate: "2029-04-30",
        .documentIssueDate: "2024-05-01",
      ]),
      .notApplicable(
        [
          .documentType: "1010", .documentNumber: "110101199003077715",
          .documentExpiryDate: "2036-05-01",
        ], "the day of issue is not known"),
      .notApplicable([.documentType: "1010", .documentExpiryDate: "长期"], "the age is not known"),
      .notApplicable(
        [.documentType: "1050", .birthDate: "1990-03-07", .documentExpiryDate: "长期"],
        "another document"),
      .notApplicable([
        .documentType: "1010", .documentNumber: "110101199003077715", .documentExpiryDate: "",
      ]),
    ])

  private let asOf: Day
  private let days: Int

  package init(_ context: Context) {
    asOf = context.asOf
    days = context.integer(Self.rule, "days")
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard facts.identity.documentType(record) == .residentCard else { return .notApplicable }
    let until = facts.identity.expiryDate(record)
    switch until {
    case .empty: return .notApplicable
    case .impossible, .notADate: return .notEvaluated(.cellUnreadable)
    case .day, .endless: break
    }
    guard let birth = facts.identity.birthDay(record), birth <= asOf else { return .notApplicable }
    let issue = issue(record)
    switch until {
    case .endless:
      // Without the day of issue the age on the day of the data is the greatest it can have been.
      return (issue ?? asOf).years(since: birth) < 46 ? .failed : .passed
    case .day(let end):
      guard let issue, end > Expiry.blank else { return .notApplicable }
      if issue < birth || end <= issue { return .failed }
      let age = Int(issue.number - birth.number)
      let held = Int(end.number - issue.number)
      return fits(held, age + 1) || fits(held, age - days) ? .passed : .failed
    default: return .notApplicable
    }
  }

  /// The day of issue, where it is known.
  private func issue(_ record: RecordView) -> Day? {
    guard case .day(let day) = DateReading(record[.documentIssueDate]), day > Expiry.blank
    else {
      return nil
    }
    return day
  }

  /// Whether a card issued at an age in days is valid for so many days; a year has 365.25.
  private func fits(_ held: Int, _ age: Int) -> Bool {
    let term: Int
    switch age * 4 {
    case ..<(16 * 1461): term = 5 * 1461 / 4
    case ..<(26 * 1461): term = 10 * 1461 / 4
    case ..<(46 * 1461): term = 20 * 1461 / 4
    default: return false
    }
    return abs(held - term) <= days + 1
  }

  /// Years of validity of a card issued at an age; nil for without end.
  private static func term(_ age: Int) -> Int? {
    age < 16 ? 5 : age < 26 ? 10 : age < 46 ? 20 : nil
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    finding.value.append(record[.documentExpiryDate])
    guard let birth = facts.identity.birthDay(record) else { return }
    let issue = issue(record)
    let age = (issue ?? asOf).years(since: birth)
    if issue == nil {
      finding.evidence.append(zh: "数据日期时", en: "on the day of the data ", in: finding.language)
    } else {
      finding.evidence.append(zh: "签发时", en: "at issue ", in: finding.language)
    }
    finding.evidence.append(zh: "年龄为", en: "the age is ", in: finding.language)
    finding.evidence.append(decimal: age)
    finding.evidence.append(zh: "岁", en: "", in: finding.language)
    if let years = Self.term(age) {
      finding.expected.append(zh: "有效期", en: "valid for ", in: finding.language)
      finding.expected.append(decimal: years)
      finding.expected.append(zh: "年", en: " years", in: finding.language)
      if let issue, age >= 0 {
        finding.expected.append(zh: "，至", en: ", until ", in: finding.language)
        finding.expected.append(day: issue.adding(years: years))
      }
    } else {
      finding.expected.append(zh: "长期", en: "without end", in: finding.language)
    }
  }
}
