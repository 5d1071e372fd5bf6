import Findings
import Records
import Registries

/// REG002: the registry has deregistered the organisation.
package struct Deregistered: RecordValidator {
  package static let rule = Rule(
    id: "REG002", name: "deregistered", parties: [.organisation], dimension: .timeliness,
    severity: .error, reads: [.creditCode],
    alsoReads: [.licenceNumber, .documentNumber, .registryStatus, .name],
    authority: Authority("市场主体登记管理条例（国务院令第746号）", clause: "第三十一条"),
    title: Text(zh: "企业已注销", en: "Deregistered"),
    claim: Text(
      zh: "登记机关已办理注销登记，主体终止，本行未作注销登记",
      en: "The registry has deregistered the organisation; the bank has not recorded it."),
    remedy: Text(
      zh: "到公示系统核实后联系原经办人办理销户；客户信息中登记状态改为注销",
      en: "Verify in the public registry, have the accounts closed, record the status."),
    parameters: [RegistryAge.parameter],
    examples: [
      .fails([.creditCode: "91360702MA36T0A18J"], suggests: "注销", action: .review),
      .fails(
        [.creditCode: "91360702MA36T0A18J", .registryStatus: "存续"], suggests: "注销",
        action: .review),
      .fails(
        [.creditCode: "91360703MA36T0C37B"], suggests: "吊销，已注销", action: .review,
        "revoked first, deregistered since"),
      .fails([.creditCode: "91360702ma36t0a18j"], suggests: "注销", action: .review, "small letters"),
      .fails(
        [.creditCode: "", .name: "赣州红土地食品有限公司"], suggests: "注销", action: .review,
        "by the name alone where no number is recorded"),
      .passes([.creditCode: "91360702MA35F5H94J"]),
      .passes([.creditCode: "91360702MA36T0B22N"], "吊销，未注销: REG003 speaks of it"),
      .passes(
        [.creditCode: "91360702MA36T0A18J", .registryStatus: "已注销"], "the bank knows it"),
      .notApplicable([.creditCode: "91360702MA36T0J90F"], "REG001 speaks of those not found"),
      .notApplicable([.creditCode: "91360702MA36T0H8XJ"], "the registry gives no status"),
      .notApplicable(
        [.creditCode: "91360702MA36T0J90F", .name: "赣州红土地食品有限公司"],
        "never by the name of one with another number"),
      .notEvaluated([.creditCode: "91360702MA36T0A18J"], .referenceMissing, without: "business"),
    ])

  private let match: RegistryMatch?

  package init(_ context: Context) {
    match = RegistryMatch(context, Self.rule, comparing: .registryStatus)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let match else { return RegistryMatch.withoutRegistry(record) }
    return match.checkStatus(record, &facts) { $0 == .deregistered }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.action = .review
    match?.explain(record, &facts, &finding) { registered, finding in
      finding.suggestion.append(registered[.registryStatus])
      finding.confidence = 95
    }
  }
}
