import Findings
import Records
import References
import Registries

/// ACC008: the account is open though its owner is deregistered.
///
/// Who the owner is comes from the organisations of the run, else from the account's own
/// credit code. That the bank knows of the deregistration does not close the account.
package struct AccountOpenThoughOwnerDeregistered: RecordValidator {
  package static let rule = Rule(
    id: "ACC008", name: "account-open-though-owner-deregistered", parties: [.account],
    dimension: .timeliness, severity: .error, reads: [.accountNumber, .accountStatus],
    alsoReads: [.customerKey, .creditCode, .closedDate, .accountNature, .currency, .balance],
    authority: Authority("人民币银行结算账户管理办法（中国人民银行令〔2003〕第5号）", clause: "第四十九条"),
    title: Text(zh: "存款人已注销，账户未撤销", en: "Owner deregistered, account open"),
    claim: Text(
      zh: "登记机关已办理存款人的注销登记，账户仍未撤销",
      en: "The registry has deregistered the owner, and the account is not closed."),
    remedy: Text(
      zh: "到公示系统核实后停止账户支付，联系原经办人或清算义务人办理销户；有余额的按规定转入久悬未取专户",
      en:
        "Verify in the public registry, stop payments, have the account closed; money left goes to the suspended accounts."
    ),
    parameters: [RegistryAge.parameter],
    examples: [
      .fails(
        [
          .accountNumber: "3607021000000009", .accountStatus: "normal",
          .creditCode: "91360702MA36T0A18J",
        ], action: .review),
      .fails(
        [
          .accountNumber: "3607021000000009", .accountStatus: "久悬",
          .creditCode: "91360702MA36T0A18J",
        ], action: .review, "suspended is not closed"),
      .fails(
        [
          .accountNumber: "3607021000000088", .accountStatus: "冻结",
          .creditCode: "91360703MA36T0C37B",
        ], action: .review, "revoked first, deregistered since"),
      .passes(
        [
          .accountNumber: "3607021000000001", .accountStatus: "normal",
          .creditCode: "91360702MA35F5H94J",
        ]),
      .passes(
        [
          .accountNumber: "3607021000000088", .accountStatus: "normal",
          .creditCode: "91360702MA36T0B22N",
        ], "revoked only: ACC009 speaks of it"),
      .passes(
        [
          .accountNumber: "3607021000000088", .accountStatus: "normal",
          .creditCode: "12360700MB0X000059",
        ], "an institution, which another authority registers"),
      .notApplicable(
        [
          .accountNumber: "3607021000000009", .accountStatus: "销户",
          .creditCode: "91360702MA36T0A18J",
        ], "closed"),
      .notEvaluated(
        [.accountNumber: "3607021000000009", .accountStatus: "normal", .creditCode: ""],
        .referenceMissing, "nothing says who the owner is"),
      .notApplicable(
        [
          .accountNumber: "3607021000000009", .accountStatus: "normal",
          .creditCode: "91360702MA36T0J90F",
        ], "the registry does not have the owner: REG001 speaks of it"),
      .notEvaluated(
        [
          .accountNumber: "3607021000000009", .accountStatus: "normal",
          .creditCode: "91440300MA36T0K11W",
        ], .referenceMissing, "the registry has nobody of that province"),
      .notEvaluated(
        [
          .accountNumber: "3607021000000009", .accountStatus: "normal",
          .creditCode: "91360702MA36T0A18J",
        ], .referenceMissing, without: "business"),
    ])

  package static let needs: [KnownParties.Need] = [.owners]

  private let reader: AccountReader
  private let owners: AccountOwners

  package init(_ context: Context) {
    reader = AccountReader(context)
    owners = AccountOwners(context, Self.rule)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let status = reader.status(record, &facts) else {
      return .notEvaluated(reader.obstacle)
    }
    if status == .closed || status == .pending { return .notApplicable }
    guard let note = owners.note(record, &facts) else {
      // An account that is no settlement account of a unit has no organisation for an owner.
      return reader.nature(record, &facts) == AccountNature.none
        ? .notApplicable : .notEvaluated(.referenceMissing)
    }
    return switch note.standing(.deregistered) {
    case .holds: .failed
    case .holdsNot: .passed
    // The registry does not have the owner, which REG001 speaks of, or gives no status.
    case .unknown where note.place >= 0 || note.standing(.unmatched) == .holds: .notApplicable
    case .unknown: .notEvaluated(.referenceMissing)
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let language = finding.language
    finding.element = .accountStatus
    finding.action = .review
    finding.value.append(record[.accountStatus])
    finding.expected.append(zh: "撤销", en: "closed", in: language)
    guard let note = owners.note(record, &facts) else { return }
    var isRegistered = false
    owners.withRegistered(note) { company in
      if company[.registryStatus].isEmpty { return }
      isRegistered = true
      finding.evidence.append(zh: "存款人登记状态：", en: "the owner's status: ", in: language)
      finding.evidence.append(company[.registryStatus])
      finding.evidence.append(zh: "，", en: ", ", in: language)
      owners.writeGrade(note, to: &finding)
    }
    if !isRegistered {
      finding.evidence.append(
        zh: "本行客户信息已登记存款人注销", en: "the bank has recorded the deregistration", in: language)
    }
    if !record[.balance].isEmpty {
      finding.evidence.append(zh: "；余额", en: "; balance ", in: language)
      finding.evidence.append(record[.balance])
    }
    finding.nextStep(
      zh: "到公示系统核实，停止支付并办理销户", en: "verify, stop payments, have the account closed")
  }
}
