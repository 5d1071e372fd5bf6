import Findings
import Records
import References
import Registries

/// ACC003: bank and account system do not agree on whether the account is open.
package struct AccountStatusDiffers: RecordValidator {
  package static let rule = Rule(
    id: "ACC003", name: "account-status-differs", parties: [.account], dimension: .consistency,
    severity: .error, reads: [.accountNumber, .accountStatus], alsoReads: [.closedDate],
    authority: Authority("人民币银行结算账户管理办法（中国人民银行令〔2003〕第5号）", clause: "第五十六条、第六十二条"),
    title: Text(zh: "账户状态与账户管理系统不一致", en: "Account status differs"),
    claim: Text(
      zh: "本行登记的账户状态（正常、久悬、撤销）与人民银行账户管理系统不同",
      en:
        "The status at the bank (open, suspended, closed) is not the one in the account system."),
    remedy: Text(
      zh: "核实账户实际状态：本行正确的，在账户管理系统补报撤销或久悬；系统正确的，更正本行状态",
      en:
        "Find out which is right: report the closure or suspension, or correct the bank's status."),
    parameters: [
      RegistryAge.parameter,
      Parameter(
        "reporting-days", default: 15, in: 0...3650,
        zh: "销户距账户管理系统数据日期不超过多少天的，不视为漏报（天）",
        en: "Days before the day of the extract within which a closure may not be reported yet."),
    ],
    examples: [
      .fails(
        [.accountNumber: "3607021000000002", .accountStatus: "normal"], action: .review,
        "closed there"),
      .fails(
        [
          .accountNumber: "3607021000000001", .accountStatus: "已销户", .closedDate: "2025-01-06",
        ], action: .review, "open there"),
      .fails(
        [.accountNumber: "3607021000000003", .accountStatus: "正常"], action: .review,
        "suspended there"),
      .passes([.accountNumber: "3607021000000001", .accountStatus: "normal"]),
      .passes([.accountNumber: "3607021000000001", .accountStatus: "止付"], "open all the same"),
      .passes([.accountNumber: "3607021000000002", .accountStatus: "注销"], "another word"),
      .passes(
        [.accountNumber: "3607021000000003", .accountStatus: "不动户"],
        "dormant agrees with suspended"),
      .notApplicable(
        [.accountNumber: "3607021000000099", .accountStatus: "normal"], "ACC001 speaks of it"),
      .notApplicable(
        [
          .accountNumber: "3607021000000001", .accountStatus: "销户", .closedDate: "2026-10-28",
        ], "closed too lately to be reported"),
      .notApplicable(
        [.accountNumber: "3607021000000006", .accountStatus: "normal"], "the system gives none"),
      .notEvaluated(
        [.accountNumber: "3607021000000001", .accountStatus: "Q7"], .cellUnreadable),
      .notEvaluated(
        [.accountNumber: "3607021000000001", .accountStatus: "normal"], .referenceMissing,
        without: "accounts"),
    ])

  private let match: AccountMatch?
  private let days: Int

  package init(_ context: Context) {
    match = AccountMatch(context, Self.rule, comparing: .accountStatus)
    days = context.integer(Self.rule, "reporting-days")
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let match else { return AccountMatch.withoutRegistry(record) }
    guard let place = facts.account.place(record, in: match.registry) else {
      return .notApplicable
    }
    return match.check(place) { _ in
      guard let ours = match.reader.status(record, &facts),
        let theirs = match.registry.value.status(place)
      else { return .notEvaluated(match.reader.obstacle) }
      if ours == .pending || theirs == .pending { return .notApplicable }
      if ours.agrees(with: theirs) { return .passed }
      if ours == .closed, case .day(let day) = DateReading(record[.closedDate]),
        day.number > match.registry.value.asOf.number - Int32(days)
      {
        return .notApplicable
      }
      return .failed
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    match?.explain(record, record[.accountStatus], &facts, &finding) { registered, finding in
      let language = finding.language
      if !record[.closedDate].isEmpty {
        finding.evidence.append(zh: "；本行销户日期", en: "; closed at the bank on ", in: language)
        finding.evidence.append(record[.closedDate])
      }
      if !registered[.closedDate].isEmpty {
        finding.evidence.append(zh: "；系统销户日期", en: "; closed there on ", in: language)
        finding.evidence.append(registered[.closedDate])
      }
      finding.nextStep(
        zh: "核实实际状态，补报系统或更正本行", en: "find out which is right, report or correct it")
    }
  }
}
