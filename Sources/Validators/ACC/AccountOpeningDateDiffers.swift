import Findings
import Records
import References
import Registries

/// ACC007: bank and account system do not agree on the day on which the account was opened.
///
/// A few days' difference is no fault: some systems record the day of approval or of first
/// use, which by law is three working days later.
package struct AccountOpeningDateDiffers: RecordValidator {
  package static let rule = Rule(
    id: "ACC007", name: "account-opening-date-differs", parties: [.account],
    dimension: .consistency, severity: .notice, reads: [.accountNumber, .openedDate],
    alsoReads: [.accountStatus, .closedDate],
    authority: Authority("人民币银行结算账户管理办法（中国人民银行令〔2003〕第5号）", clause: "第三十八条、第六十二条"),
    title: Text(zh: "开户日期与账户管理系统不一致", en: "Opening date differs"),
    claim: Text(
      zh: "本行登记的开户日期与人民银行账户管理系统相差超过允许天数",
      en: "The opening dates at the bank and in the account system lie too far apart."),
    remedy: Text(
      zh: "调阅开户资料核实开户日期，更正错误的一方",
      en: "See the opening documents and correct the side that is wrong."),
    parameters: [
      RegistryAge.parameter,
      Parameter(
        "tolerance-days", default: 7, in: 0...365,
        zh: "开户日期相差不超过多少天视为一致（天）",
        en: "Days by which the opening dates may differ."),
    ],
    examples: [
      .fails([.accountNumber: "3607021000000001", .openedDate: "2019-05-03"], action: .review),
      .fails([.accountNumber: "3607021000000001", .openedDate: "20090305"], action: .review),
      .fails([.accountNumber: "3607021000000005", .openedDate: "2021/7/10"], action: .review),
      .passes([.accountNumber: "3607021000000001", .openedDate: "2019-03-05"]),
      .passes([.accountNumber: "3607021000000001", .openedDate: "2019年3月5日"]),
      .passes(
        [.accountNumber: "3607021000000001", .openedDate: "2019-03-08"],
        "three working days later"),
      .notApplicable(
        [.accountNumber: "3607021000000001", .openedDate: ""], "nothing is recorded"),
      .notApplicable(
        [.accountNumber: "3607021000000006", .openedDate: "2019-03-05"], "the system gives none"),
      .notApplicable(
        [.accountNumber: "3607021000000099", .openedDate: "2019-03-05"], "ACC001 speaks of it"),
      .notEvaluated(
        [.accountNumber: "3607021000000001", .openedDate: "20190231"], .cellUnreadable,
        "CON006 speaks of it"),
      .notEvaluated(
        [.accountNumber: "3607021000000001", .openedDate: "2019-03-05"], .referenceMissing,
        without: "accounts"),
    ])

  private let match: AccountMatch?
  private let days: Int

  package init(_ context: Context) {
    match = AccountMatch(context, Self.rule, comparing: .openedDate)
    days = context.integer(Self.rule, "tolerance-days")
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    if record[.openedDate].isEmpty { return .notApplicable }
    guard let match else { return AccountMatch.withoutRegistry(record) }
    guard let place = match.openPlace(record, &facts) else { return .notApplicable }
    return match.check(place) { registered in
      guard case .day(let ours) = DateReading(record[.openedDate]),
        case .day(let theirs) = DateReading(registered), ours > Expiry.blank, theirs > Expiry.blank
      else { return .notEvaluated(.cellUnreadable) }
      return abs(Int(ours.number) - Int(theirs.number)) <= days ? .passed : .failed
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    match?.explain(record, record[.openedDate], &facts, &finding) { registered, finding in
      if case .day(let ours) = DateReading(record[.openedDate]),
        case .day(let theirs) = DateReading(registered[.openedDate])
      {
        finding.evidence.append(zh: "；相差", en: "; apart by ", in: finding.language)
        finding.evidence.append(decimal: abs(Int(ours.number) - Int(theirs.number)))
        finding.evidence.append(zh: "天", en: " days", in: finding.language)
      }
      finding.nextStep(
        zh: "调阅开户资料，更正错误的一方", en: "see the opening documents, correct what is wrong")
    }
  }
}
