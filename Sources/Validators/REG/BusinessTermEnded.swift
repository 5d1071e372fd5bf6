import Findings
import Records
import Registries

/// REG008: by the registry the business term has ended, and the organisation goes on.
package struct BusinessTermEnded: RecordValidator {
  package static let rule = Rule(
    id: "REG008", name: "business-term-ended", parties: [.organisation], dimension: .timeliness,
    severity: .error, reads: [.creditCode],
    alsoReads: [.licenceNumber, .documentNumber, .termEndDate, .licenceExpiryDate, .name],
    authority: Authority(
      "公司法（2023年修订）", clause: "第二百二十九条；市场主体登记管理条例（国务院令第746号）第九条"),
    title: Text(zh: "营业期限已届满", en: "Business term ended"),
    claim: Text(
      zh: "登记信息中的营业期限已届满，而登记状态仍为存续，本行也没有更新的期限",
      en:
        "The business term in the registry has ended although the organisation is active there, and the bank has no later term."
    ),
    remedy: Text(
      zh: "到公示系统核实是否已延期；请客户办理期限变更并提供新营业执照，未办理的按期限届满处理",
      en:
        "See in the public registry whether the term was extended; ask for the change and the new licence."
    ),
    parameters: [RegistryAge.parameter],
    examples: [
      .fails([.creditCode: "91360700MA36T0D414"], suggests: "2025-06-30", action: .confirm),
      .fails(
        [.creditCode: "91360700MA36T0D414", .licenceExpiryDate: "长期"], suggests: "2025-06-30",
        action: .confirm, "no end at the bank"),
      .fails(
        [.creditCode: "91360700MA36T0D414", .licenceExpiryDate: "20250630"], action: .contact,
        "both have it"),
      .fails(
        [.creditCode: "91360700MA36T0D414", .termEndDate: "2035-06-30"], suggests: "2025-06-30",
        action: .confirm, "later at the bank, though the registry is younger than the end"),
      .passes([.creditCode: "91360702MA35F5H94J"], "ends in 2036"),
      .passes([.creditCode: "91360702MA36T0E567"], "without end"),
      .passes(
        [.creditCode: "91360702MA35F5H94J", .licenceExpiryDate: "2020-01-01"], "IDN026 speaks of it"
      ),
      .notApplicable([.creditCode: "91360702MA36T0B22N"], "revoked: REG003 speaks of it"),
      .notApplicable([.creditCode: "92360702MA36T0F608"], "the registry gives no term"),
      .notApplicable([.creditCode: "91360702MA36T0J90F"], "REG001 speaks of those not found"),
      .notEvaluated([.creditCode: "91360700MA36T0D414"], .referenceMissing, without: "business"),
    ])

  private let match: RegistryMatch?
  private let asOf: Day
  package init(_ context: Context) {
    asOf = context.asOf
    match = RegistryMatch(context, Self.rule, comparing: .termEndDate)
  }

  /// The bank's element that says until when: the term, else the licence.
  private static func ours(_ record: RecordView) -> DataElement {
    record[.termEndDate].isEmpty ? .licenceExpiryDate : .termEndDate
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let match else { return RegistryMatch.withoutRegistry(record) }
    guard let place = match.place(record, &facts) else { return .notApplicable }
    if !match.isCarried(at: place) { return .notEvaluated(.referenceMissing) }
    let registered = match.registry.records[place]
    switch RegistryStatus(registered[.registryStatus]) {
    case .deregistered, .revoked, .undone, .movedOut: return .notApplicable
    case .active, .other, nil: break
    }
    switch BusinessTerm(registered[.termEndDate]) {
    case .empty:
      return match.registry.leavesEndlessTermsEmpty(place) ? .passed : .notApplicable
    case .unreadable: return .notEvaluated(.cellUnreadable)
    case .endless: return .passed
    case .end(let day):
      if day >= asOf { return .passed }
      return day >= match.registry.asOf(place) && isExtended(record, beyond: day)
        ? .passed : .failed
    }
  }

  /// Whether the bank has a later term, which the registry's extract may be too old to know.
  private func isExtended(_ record: RecordView, beyond day: Day) -> Bool {
    switch BusinessTerm(record[Self.ours(record)]) {
    case .endless: true
    case .end(let end): end > day
    case .empty, .unreadable: false
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let element = Self.ours(record)
    finding.action = .contact
    match?.explain(record, &facts, &finding, ours: element) { registered, finding in
      let term = registered[.termEndDate]
      let agreement = BusinessTermComparison.compare(record[element], term)
      finding.evidence.append(agreement, in: finding.language)
      if !agreement.isEqual { finding.offer(term, confidence: 85) }
    }
  }
}
