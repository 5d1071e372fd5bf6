import Findings
import Records
import References

/// ACC009: there is a reason to inspect the account; all reasons stand in one finding.
///
/// An account that passes need not be inspected. That is said only where the business registry
/// says where the owner stands and at least half of the reasons were judged; else the account is
/// not evaluated. An owner whom the registry ought to have and does not is a reason of its own.
/// Suspended accounts are no longer inspected.
package struct AnnualInspectionDue: RecordValidator {
  package static let rule = Rule(
    id: "ACC009", name: "annual-inspection-due", parties: [.account], dimension: .timeliness,
    severity: .error, reads: [.accountNumber, .accountNature, .accountStatus],
    alsoReads: [
      .customerKey, .creditCode, .accountName, .legalRepresentative, .lastMovementDate,
      .closedDate, .currency,
    ],
    authority: Authority("人民币银行结算账户管理办法（中国人民银行令〔2003〕第5号）", clause: "第六十二条（年检制度）、第五十六条"),
    title: Text(zh: "账户应当年检", en: "Annual inspection due"),
    claim: Text(
      zh: "单位结算账户有应当年检核实的事由（注销、吊销、登记信息中无法核实、法定代表人变更、证照过期、列入名单、长期不动、名称不符、多个基本户）",
      en:
        "There is a reason to inspect the account: deregistered, revoked or not to be found, representative changed, papers expired, listed, no movement, names that differ, several basic accounts."
    ),
    remedy: Text(
      zh: "按依据所列事由逐项核实开户资料，办理变更、补正或销户，并将变动报账户管理系统；通过本项检核的账户不必逐户年检",
      en:
        "Go through the reasons in the evidence, have documents changed or the account closed, report the changes; accounts that pass need not be touched."
    ),
    parameters: [
      RegistryAge.parameter,
      Parameter(
        "idle-days", default: 365, in: 30...3650, zh: "多少天无收付活动视为长期不动（天）",
        en: "Days without a movement from which an account counts as idle."),
    ],
    examples: examples)

  package static let needs: [KnownParties.Need] = [.owners]

  private let reasons: InspectionReasons

  package init(_ context: Context) {
    reasons = InspectionReasons(
      context, Self.rule, idleDays: context.integer(Self.rule, "idle-days"))
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let isInScope = reasons.reader.isInScope(record, &facts),
      let status = reasons.reader.status(record, &facts)
    else { return .notEvaluated(reasons.reader.obstacle) }
    if !isInScope || status == .closed || status == .suspended || status == .pending {
      return .notApplicable
    }
    let found = reasons.found(record, &facts)
    if found.holding != 0 { return .failed }
    if found.isUnknown(.deregistered) || found.isUnknown(.revoked)
      || found.isMostlyUnknown
    {
      return .notEvaluated(.referenceMissing)
    }
    return .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.action = .review
    finding.value.append(record[.accountNumber])
    finding.expected.append(zh: "无年检事由", en: "no reason to inspect", in: finding.language)
    let found = reasons.found(record, &facts)
    reasons.write(found, record, &facts, to: &finding)
  }
}
