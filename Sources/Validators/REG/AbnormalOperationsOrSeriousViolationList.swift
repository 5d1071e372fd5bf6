import Findings
import Records
import Registries

/// REG012: the organisation is on the list of abnormal operations or of serious violations.
///
/// The lists are registries of the job, `abnormal` and `violations`; the status in the
/// business registry counts too where it says so. An entry that was removed does not count.
/// Who is on neither has passed only where both lists were there.
package struct AbnormalOperationsOrSeriousViolationList: RecordValidator {
  package static let rule = Rule(
    id: "REG012", name: "abnormal-operations-or-serious-violation-list",
    parties: [.organisation], dimension: .timeliness, severity: .error, reads: [.creditCode],
    alsoReads: [.licenceNumber, .documentNumber, .registryStatus, .name],
    authority: Authority("企业银行结算账户管理办法（银发〔2019〕41号）", clause: "账户管理（查询企业信用信息公示系统）"),
    title: Text(zh: "列入经营异常或严重违法失信名单", en: "On the abnormal or the serious-violation list"),
    claim: Text(
      zh: "企业在经营异常名录或严重违法失信名单中，且未移出",
      en: "The organisation is on the list of abnormal operations or of serious violations."),
    remedy: Text(
      zh: "到公示系统核实列入原因，重新识别客户，采取相应的账户管控措施；督促客户改正并申请移出",
      en:
        "Verify the reason in the public registry, identify the customer anew, restrict the accounts as required, press for removal."
    ),
    parameters: [RegistryAge.parameter],
    examples: [
      .fails([.creditCode: "91360702MA36T0E567"], action: .review, "abnormal operations"),
      .fails([.creditCode: "91360700MA36T0D414"], action: .review, "serious violations"),
      .fails([.creditCode: "91360702ma36t0e567"], action: .review, "small letters"),
      .fails(
        [.creditCode: "91360704MA36T0K2XL"], action: .review,
        "by the status in the business registry"
      ),
      .passes([.creditCode: "91360702MA36T0A18J"]),
      .passes([.creditCode: "91360702MA35F5H94J"], "was on the list and is removed"),
      .passes([.creditCode: "91360702MA36T0J90F"], "on no list, whether or not registered"),
      .notApplicable([.creditCode: "", .name: "赣州（香港）贸易有限公司"], "never by name alone"),
      .notEvaluated(
        [.creditCode: "91360702MA36T0A18J"], .referenceMissing, without: "violations",
        "one list is not there"),
      .notEvaluated(
        [.creditCode: "91360702MA36T0A18J"], .referenceMissing, without: "abnormal"),
    ])

  private let abnormal: RegistryListing?
  private let violations: RegistryListing?
  private let business: RegistryMatch?

  package init(_ context: Context) {
    abnormal = RegistryListing(context, Self.rule, "abnormal")
    violations = RegistryListing(context, Self.rule, "violations")
    let match = RegistryMatch(context, Self.rule, comparing: .registryStatus)
    business = match.flatMap { $0.isCarried ? $0 : nil }
  }

  /// Whether a status says that the organisation is on a list.
  private static func isListed(_ status: Span<UInt8>) -> Bool {
    if status.isEmpty || status.contains("移出") || status.contains("正常") { return false }
    return status.contains("经营异常") || status.contains("异常名录") || status.contains("严重违法")
  }

  private func status(_ record: RecordView, _ facts: inout Facts) -> Int? {
    guard let business, let place = business.place(record, &facts),
      Self.isListed(business.registry.records[place][.registryStatus])
    else { return nil }
    return place
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    if record[.creditCode].isEmpty, record[.licenceNumber].isEmpty, record[.documentNumber].isEmpty
    {
      return .notApplicable
    }
    if abnormal?.entry(of: record) != nil || violations?.entry(of: record) != nil
      || status(record, &facts) != nil
    {
      return .failed
    }
    return abnormal == nil || violations == nil ? .notEvaluated(.referenceMissing) : .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let language = finding.language
    finding.element = .registryStatus
    finding.value.append(record[.registryStatus])
    finding.expected.append(zh: "不在名单中", en: "on neither list", in: language)
    finding.action = .review
    if let violations, let entry = violations.entry(of: record) {
      finding.evidence.append(
        zh: "严重违法失信名单：", en: "serious-violation list: ", in: language)
      violations.write(entry, to: &finding)
    }
    if let abnormal, let entry = abnormal.entry(of: record) {
      if !finding.evidence.isEmpty { finding.evidence.append(zh: "；", en: "; ", in: language) }
      finding.evidence.append(zh: "经营异常名录：", en: "abnormal operations: ", in: language)
      abnormal.write(entry, to: &finding)
    }
    if let business, let place = status(record, &facts) {
      if !finding.evidence.isEmpty { finding.evidence.append(zh: "；", en: "; ", in: language) }
      finding.evidence.append(zh: "登记状态：", en: "status in the registry: ", in: language)
      finding.evidence.append(business.registry.records[place][.registryStatus])
      finding.evidence.append(zh: "，", en: ", ", in: language)
      business.writeGrade(facts, at: place, to: &finding)
    }
  }
}
