import Findings
import Records
import Registries

/// REG003: the organisation's licence was revoked, or its registration undone.
package struct LicenceRevoked: RecordValidator {
  package static let rule = Rule(
    id: "REG003", name: "licence-revoked", parties: [.organisation], dimension: .timeliness,
    severity: .error, reads: [.creditCode],
    alsoReads: [.licenceNumber, .documentNumber, .registryStatus, .name],
    authority: Authority("反洗钱法（2024年修订）", clause: "第三十四条"),
    title: Text(zh: "营业执照被吊销", en: "Licence revoked"),
    claim: Text(
      zh: "登记状态为吊销、撤销或责令关闭，本行未作登记",
      en:
        "The registry says that the licence is revoked or the registration undone; the bank has not recorded it."
    ),
    remedy: Text(
      zh: "到公示系统核实，对账户采取相应控制措施，督促客户办理注销和销户",
      en: "Verify in the public registry, restrict the accounts as required, press for closure."),
    parameters: [RegistryAge.parameter],
    examples: [
      .fails([.creditCode: "91360702MA36T0B22N"], suggests: "吊销，未注销", action: .review),
      .fails(
        [.creditCode: "91360702MA36T0B22N", .registryStatus: "在业"], suggests: "吊销，未注销",
        action: .review),
      .fails(
        [.creditCode: "91360702MA36T0G75H"], suggests: "撤销", action: .review,
        "the registration was undone"),
      .passes([.creditCode: "91360702MA35F5H94J"]),
      .passes([.creditCode: "91360703MA36T0C37B"], "吊销，已注销: REG002 speaks of it"),
      .passes(
        [.creditCode: "91360702MA36T0B22N", .registryStatus: "吊销,未注销"], "the bank knows it"),
      .notApplicable([.creditCode: "91360702MA36T0J90F"], "REG001 speaks of those not found"),
      .notApplicable([.creditCode: "91360702MA36T0H8XJ"], "the registry gives no status"),
      .notEvaluated([.creditCode: "91360702MA36T0B22N"], .referenceMissing, without: "business"),
    ])

  private let match: RegistryMatch?

  package init(_ context: Context) {
    match = RegistryMatch(context, Self.rule, comparing: .registryStatus)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let match else { return RegistryMatch.withoutRegistry(record) }
    return match.checkStatus(record, &facts) { $0 == .revoked || $0 == .undone }
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
