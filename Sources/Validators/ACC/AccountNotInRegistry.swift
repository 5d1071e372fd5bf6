import Findings
import Records
import References
import Registries

/// ACC001: the account system does not have an account that it should have.
///
/// Absence is a fault only of a settlement account of a unit that is open, was opened long
/// enough before the extract's day to be reported, and is of a nature, a branch and an age that
/// the extract has accounts of.
package struct AccountNotInRegistry: RecordValidator {
  package static let rule = Rule(
    id: "ACC001", name: "account-not-in-registry", parties: [.account], dimension: .consistency,
    severity: .error, reads: [.accountNumber, .accountNature, .accountStatus],
    alsoReads: [.openedDate, .closedDate, .currency, .branch],
    authority: Authority("人民币银行结算账户管理办法（中国人民银行令〔2003〕第5号）", clause: "第二十八条（开户后报人民银行备案）"),
    title: Text(zh: "账户管理系统中查无此户", en: "Not in the account system"),
    claim: Text(
      zh: "本行正常开立的单位结算账户，人民银行账户管理系统中没有",
      en: "An open settlement account of a unit is not in the central bank's account system."),
    remedy: Text(
      zh: "核对账号；确未报备的，当日在账户管理系统补报开户信息，并查明漏报原因",
      en: "Check the number; report an account that was not reported, and find out why."),
    parameters: [
      Parameter(
        "reporting-days", default: 15, in: 0...3650,
        zh: "开户距账户管理系统数据日期不超过多少天的，不视为漏报（天）",
        en: "Days before the day of the extract within which an opening may not be reported yet.")
    ],
    examples: [
      .fails(
        [
          .accountNumber: "3607021000000099", .accountNature: "jiben", .accountStatus: "normal",
          .openedDate: "2020-05-06",
        ], action: .review),
      .fails(
        [
          .accountNumber: "3607021000000099", .accountNature: "一般户", .accountStatus: "正常",
          .openedDate: "20200506",
        ], action: .review, "other words"),
      .fails(
        [
          .accountNumber: "3607021000000099", .accountNature: "专用存款账户",
          .accountStatus: "冻结", .openedDate: "2026-09-30", .currency: "CNY",
        ], action: .review, "frozen is open"),
      .passes(
        [
          .accountNumber: "3607021000000001", .accountNature: "jiben", .accountStatus: "normal",
          .openedDate: "2019-03-05",
        ]),
      .passes(
        [
          .accountNumber: "3607 0210 0000 0001", .accountNature: "jiben",
          .accountStatus: "normal", .openedDate: "2019-03-05",
        ], "blanks in the number"),
      .passes(
        [
          .accountNumber: "3607021000000002", .accountNature: "jiben", .accountStatus: "normal",
          .openedDate: "2019-03-05",
        ], "closed there: ACC003 speaks of it"),
      .notApplicable(
        [
          .accountNumber: "3607021000000099", .accountNature: "jiben", .accountStatus: "销户",
          .openedDate: "2020-05-06",
        ], "closed"),
      .notApplicable(
        [
          .accountNumber: "3607021000000099", .accountNature: "jiben", .accountStatus: "normal",
          .openedDate: "2026-10-20",
        ], "too young to be reported"),
      .notApplicable(
        [
          .accountNumber: "3607021000000099", .accountNature: "保证金", .accountStatus: "normal",
          .openedDate: "2020-05-06",
        ], "no settlement account"),
      .notApplicable(
        [
          .accountNumber: "3607021000000099", .accountNature: "jiben", .accountStatus: "normal",
          .openedDate: "2020-05-06", .currency: "USD",
        ], "the system has accounts in yuan"),
      .notEvaluated(
        [
          .accountNumber: "3607021000000099", .accountNature: "linshi",
          .accountStatus: "normal", .openedDate: "2020-05-06",
        ], .referenceMissing, "the extract has no account of this nature"),
      .notEvaluated(
        [
          .accountNumber: "3607021000000099", .accountNature: "jiben", .accountStatus: "normal",
          .openedDate: "2020-05-06", .branch: "360781",
        ], .referenceMissing, "the extract has no account of this branch"),
      .notEvaluated(
        [
          .accountNumber: "3607021000000099", .accountNature: "jiben", .accountStatus: "normal",
          .openedDate: "2009-05-06",
        ], .referenceMissing, "the extract has no account so old"),
      .notEvaluated(
        [
          .accountNumber: "3607021000000099", .accountNature: "某种账户",
          .accountStatus: "normal", .openedDate: "2020-05-06",
        ], .cellUnreadable),
      .notEvaluated(
        [
          .accountNumber: "3607021000000099", .accountNature: "jiben", .accountStatus: "normal",
          .openedDate: "2020-05-06",
        ], .referenceMissing, without: "accounts"),
    ])

  private let registry: FrozenBox<AccountRegistry>?
  private let reader: AccountReader
  private let days: Int

  package init(_ context: Context) {
    registry = context.accountRegistry
    reader = AccountReader(context)
    days = context.integer(Self.rule, "reporting-days")
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let isInScope = reader.isInScope(record, &facts),
      let status = reader.status(record, &facts)
    else { return .notEvaluated(reader.obstacle) }
    if !isInScope || status == .closed || status == .pending { return .notApplicable }
    guard let registry else { return AccountMatch.withoutRegistry(record) }
    if facts.account.place(record, in: registry) != nil { return .passed }
    switch DateReading(record[.openedDate]) {
    case .day(let day):
      if !registry.value.covers(openedOn: day) { return .notEvaluated(.referenceMissing) }
      if day.number > registry.value.asOf.number - Int32(days) { return .notApplicable }
    case .empty where !record.carries(.openedDate): return .notEvaluated(.columnMissing)
    default: return .notEvaluated(.cellUnreadable)
    }
    guard let nature = reader.nature(record, &facts), registry.value.covers(nature),
      registry.value.covers(branch: record[.branch])
    else { return .notEvaluated(.referenceMissing) }
    return .failed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.action = .review
    finding.value.append(record[.accountNumber])
    finding.expected.append(
      zh: "账户管理系统中有此账户", en: "an account that the system has", in: finding.language)
    guard let registry else { return }
    finding.evidence.append(
      zh: "按账号在账户管理系统中未找到，系统数据日期", en: "not found by number; account system of ",
      in: finding.language)
    finding.evidence.append(day: registry.value.asOf)
    finding.evidence.append(zh: "，开户日期", en: "; opened on ", in: finding.language)
    finding.evidence.append(record[.openedDate])
    finding.nextStep(
      zh: "核对账号，确未报备的补报", en: "check the number, report the account")
  }
}
