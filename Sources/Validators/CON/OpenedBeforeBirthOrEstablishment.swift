import Findings
import Records

/// CON002: the relation begins before the customer was born or established.
package struct OpenedBeforeBirthOrEstablishment: RecordValidator {
  package static let rule = Rule(
    id: "CON002", name: "opened-before-birth-or-establishment", parties: [.person, .organisation],
    dimension: .consistency, severity: .error, reads: [.openedDate],
    alsoReads: [.birthDate, .establishedDate],
    authority: Authority("GB/T 36344-2018", clause: "一致性"),
    title: Text(zh: "建立关系早于出生或成立", en: "Relation older than the customer"),
    claim: Text(
      zh: "建立业务关系的日期早于客户的出生日期（个人）或成立日期（单位）",
      en: "The relation begins before the person was born or the organisation established."),
    remedy: Text(
      zh: "按证件和开户资料核实两个日期，改正登记有误的一个",
      en: "Check both dates against the document and the opening papers and correct the wrong one."),
    parameters: [
      Parameter(
        "days-before-establishment", default: 365, in: 0...36_500,
        zh: "单位成立前开立验资等临时账户的容许天数（天）",
        en:
          "Days before its establishment on which an organisation may open an account, for capital verification and the like."
      )
    ],
    examples: [
      .fails([.openedDate: "1985-03-01", .birthDate: "1990-05-20"], action: .review),
      .fails([.openedDate: "19900519", .birthDate: "19900520"], action: .review, "one day"),
      .fails(
        [.openedDate: "2001-01-01", .establishedDate: "2015-08-17"], action: .review,
        party: .organisation),
      .passes([.openedDate: "2012-03-01", .birthDate: "1990-05-20"]),
      .passes([.openedDate: "1990-05-20", .birthDate: "1990-05-20"], "on the day of birth"),
      .passes([.openedDate: "2015-08-17", .establishedDate: "2015-08-17"], party: .organisation),
      .passes(
        [.openedDate: "2015-06-01", .establishedDate: "2015-08-17"], party: .organisation,
        "an account for capital verification"),
      .notApplicable([.openedDate: "", .birthDate: "1990-05-20"], "no date of the relation"),
      .notApplicable([.openedDate: "2012-03-01", .birthDate: ""], "CMP001 speaks of it"),
      .notApplicable([.openedDate: "2012-13-01", .birthDate: "1990-05-20"], "CON006 speaks of it"),
      .notApplicable(
        [.openedDate: "1900-01-01", .birthDate: "1990-05-20"], "a filler date: CON006 speaks of it"),
    ])

  private let tolerance: Int32

  package init(_ context: Context) {
    tolerance = Int32(clamping: context.integer(Self.rule, "days-before-establishment"))
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let birth = record[.birthDate]
    let isPerson = !birth.isEmpty
    guard case .day(let opened) = DateReading(record[.openedDate]), opened > PlausibleDates.filler,
      case .day(let start) = DateReading(isPerson ? birth : record[.establishedDate])
    else { return .notApplicable }
    return opened.number < start.number - (isPerson ? 0 : tolerance) ? .failed : .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.element = .openedDate
    finding.action = .review
    finding.value.append(record[.openedDate])
    let birth = record[.birthDate]
    finding.expected.append(zh: "不早于 ", en: "not before ", in: finding.language)
    finding.expected.append(birth.isEmpty ? record[.establishedDate] : birth)
    finding.evidence.append(
      zh: birth.isEmpty ? "成立日期" : "出生日期", en: birth.isEmpty ? "established on " : "born on ",
      in: finding.language)
    finding.evidence.append(birth.isEmpty ? record[.establishedDate] : birth)
  }
}
