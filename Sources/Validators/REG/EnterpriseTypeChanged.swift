import Findings
import Records
import References
import Registries

/// REG010: the registry has another type of enterprise.
package struct EnterpriseTypeChanged: RecordValidator {
  package static let rule = Rule(
    id: "REG010", name: "enterprise-type-changed", parties: [.organisation],
    dimension: .timeliness, severity: .notice, reads: [.creditCode, .registrationType],
    alsoReads: [.licenceNumber, .documentNumber, .name],
    authority: Authority("市场主体登记管理条例（国务院令第746号）", clause: "第八条、第二十四条"),
    title: Text(zh: "企业类型已变更", en: "Type of enterprise changed"),
    claim: Text(
      zh: "登记注册类型与登记信息中的企业类型不是同一类（粗细、新旧代码的差别不计）",
      en:
        "The registration type recorded is another than the registry's; detail and editions make no difference."
    ),
    remedy: Text(
      zh: "以登记信息中的类型请客户确认；由有限责任公司改制为股份有限公司等情形，同时更新名称、执照和账户资料",
      en:
        "Have the customer confirm the type in the registry; after a conversion update name, licence and account data too."
    ),
    parameters: [RegistryAge.parameter],
    examples: [
      .fails(
        [.creditCode: "91360700MA36T0D414", .registrationType: "112"],
        suggests: "股份有限公司（非上市、自然人投资或控股）", action: .confirm, "converted to a joint-stock company"),
      .fails(
        [.creditCode: "91360702MA35F5H94J", .registrationType: "500"],
        suggests: "有限责任公司（自然人投资或控股）", action: .confirm, "a shop became a company"),
      .fails(
        [.creditCode: "91360702MA35F5H94J", .registrationType: "个人独资企业"],
        suggests: "有限责任公司（自然人投资或控股）", action: .confirm, "by name"),
      .passes([.creditCode: "91360702MA35F5H94J", .registrationType: "112"], "says more"),
      .passes([.creditCode: "91360702MA35F5H94J", .registrationType: "有限责任公司"]),
      .passes(
        [.creditCode: "91360700MA36T0D414", .registrationType: "174"], "code of 2011 for 121"),
      .notApplicable([.creditCode: "91360702MA35F5H94J", .registrationType: ""]),
      .notApplicable(
        [.creditCode: "91360702MA36T0A18J", .registrationType: "112"], "the registry gives none"),
      .notApplicable(
        [.creditCode: "91360702MA35F5H94J", .registrationType: "民营企业"], "IND011 speaks of it"),
      .notEvaluated(
        [.creditCode: "91360702MA35F5H94J", .registrationType: "112"], .referenceMissing,
        without: "business"),
    ])

  private let match: RegistryMatch?
  private let types: RegistrationTypes?

  package init(_ context: Context) {
    match = RegistryMatch(context, Self.rule, comparing: .registrationType)
    types = match == nil ? nil : context.reference(RegistrationTypes.self)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let type = record[.registrationType]
    if type.isEmpty { return .notApplicable }
    guard let match else { return RegistryMatch.withoutRegistry(record) }
    return match.check(record, &facts) { registered in
      guard let types else { return .notEvaluated(.referenceMissing) }
      switch EnterpriseType.compare(type, registered, types) {
      case .exact, .equalAfterNormalisation, .similar: return .passed
      case .notComparable:
        return types.read(type).isKnown ? .notEvaluated(.cellUnreadable) : .notApplicable
      case .different: return .failed
      }
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    guard let types else { return }
    match?.explain(record, &facts, &finding) { registered, finding in
      let type = registered[.registrationType]
      let agreement = EnterpriseType.compare(record[.registrationType], type, types)
      finding.evidence.append(agreement, in: finding.language)
      finding.offer(type, confidence: 80)
    }
  }
}
