import Findings
import Records
import Registries

/// REG013: the organisation has moved to the area of another registration authority.
package struct MovedOut: RecordValidator {
  package static let rule = Rule(
    id: "REG013", name: "moved-out", parties: [.organisation], dimension: .timeliness,
    severity: .notice, reads: [.creditCode],
    alsoReads: [.licenceNumber, .documentNumber, .registryStatus, .name],
    authority: Authority("市场主体登记管理条例（国务院令第746号）", clause: "第二十七条"),
    title: Text(zh: "企业已迁出", en: "Moved to another authority's area"),
    claim: Text(
      zh: "登记状态为迁出，登记信息中也没有迁入地的记录，本行未作登记",
      en:
        "The registry says that the organisation has moved away and has no record of where; the bank has not recorded it."
    ),
    remedy: Text(
      zh: "到公示系统查询迁入地登记机关和新住所，请客户确认后更新注册地址、行政区划和营业执照",
      en:
        "Look up the new authority and domicile in the public registry; have them confirmed and update address, region and licence."
    ),
    parameters: [RegistryAge.parameter],
    examples: [
      .fails([.creditCode: "91360704MA36T0L34X"], suggests: "迁出", action: .confirm),
      .fails(
        [.creditCode: "91360704MA36T0L34X", .registryStatus: "存续"], suggests: "迁出",
        action: .confirm),
      .fails(
        [.creditCode: "91360704ma36t0l34x"], suggests: "迁出", action: .confirm, "small letters"),
      .passes([.creditCode: "91360702MA35F5H94J"]),
      .passes([.creditCode: "91360702MA36T0M497"], "the authority that it moved to has it"),
      .passes([.creditCode: "91360704MA36T0L34X", .registryStatus: "迁出"], "the bank knows it"),
      .passes([.creditCode: "91360702MA36T0A18J"], "REG002 speaks of a deregistered one"),
      .notApplicable([.creditCode: "91360702MA36T0J90F"], "REG001 speaks of those not found"),
      .notApplicable([.creditCode: "91360702MA36T0H8XJ"], "the registry gives no status"),
      .notEvaluated([.creditCode: "91360704MA36T0L34X"], .referenceMissing, without: "business"),
    ])

  private let match: RegistryMatch?

  package init(_ context: Context) {
    match = RegistryMatch(context, Self.rule, comparing: .registryStatus)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let match else { return RegistryMatch.withoutRegistry(record) }
    return match.checkStatus(record, &facts) { $0 == .movedOut }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    match?.explain(record, &facts, &finding) { registered, finding in
      finding.offer(registered[.registryStatus], confidence: 90)
    }
  }
}
