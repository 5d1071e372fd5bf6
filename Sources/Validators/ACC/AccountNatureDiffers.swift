import Findings
import Records
import References
import Registries

/// ACC005: bank and account system do not agree on the kind of the account.
package struct AccountNatureDiffers: RecordValidator {
  package static let rule = Rule(
    id: "ACC005", name: "account-nature-differs", parties: [.account], dimension: .consistency,
    severity: .error, reads: [.accountNumber, .accountNature],
    alsoReads: [.accountStatus, .closedDate, .currency],
    authority: Authority("人民币银行结算账户管理办法（中国人民银行令〔2003〕第5号）", clause: "第三条、第六十二条"),
    title: Text(zh: "账户性质与账户管理系统不一致", en: "Account nature differs"),
    claim: Text(
      zh: "本行登记的账户性质（基本、一般、专用、临时）与人民银行账户管理系统不同",
      en: "The nature of the account at the bank is not the one in the account system."),
    remedy: Text(
      zh: "调阅开户资料核实账户性质，更正错误的一方；涉及基本存款账户的优先处理",
      en: "See the opening documents, correct the side that is wrong; basic accounts first."),
    parameters: [RegistryAge.parameter],
    examples: [
      .fails([.accountNumber: "3607021000000001", .accountNature: "yiban"], action: .review),
      .fails([.accountNumber: "3607021000000005", .accountNature: "基本户"], action: .review),
      .fails(
        [.accountNumber: "3607021000000004", .accountNature: "yusuan"], action: .review,
        "dedicated, of another kind"),
      .passes([.accountNumber: "3607021000000001", .accountNature: "jiben"]),
      .passes([.accountNumber: "3607021000000005", .accountNature: "一般存款账户"]),
      .passes(
        [.accountNumber: "3607021000000004", .accountNature: "专用存款账户"],
        "one word for three natures"),
      .notApplicable(
        [.accountNumber: "3607021000000099", .accountNature: "jiben"], "ACC001 speaks of it"),
      .notApplicable(
        [.accountNumber: "3607021000000006", .accountNature: "jiben"], "the system gives none"),
      .notApplicable(
        [
          .accountNumber: "3607021000000001", .accountNature: "yiban", .accountStatus: "销户",
        ], "closed"),
      .notEvaluated(
        [.accountNumber: "3607021000000001", .accountNature: "0999"], .cellUnreadable),
      .notEvaluated(
        [.accountNumber: "3607021000000001", .accountNature: "jiben"], .referenceMissing,
        without: "accounts"),
    ])

  private let match: AccountMatch?

  package init(_ context: Context) {
    match = AccountMatch(context, Self.rule, comparing: .accountNature)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let match else { return AccountMatch.withoutRegistry(record) }
    guard let place = match.openPlace(record, &facts) else { return .notApplicable }
    return match.check(place) { _ in
      guard let ours = match.reader.nature(record, &facts),
        let theirs = match.registry.value.nature(place)
      else { return .notEvaluated(match.reader.obstacle) }
      return ours.agrees(with: theirs) ? .passed : .failed
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    match?.explain(record, record[.accountNature], &facts, &finding) { _, finding in
      finding.nextStep(
        zh: "调阅开户资料，更正错误的一方", en: "see the opening documents, correct what is wrong")
    }
  }
}
