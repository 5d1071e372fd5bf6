import Findings
import Records
import Registries

/// REG004: the registry has another name for the organisation.
package struct NameChanged: RecordValidator {
  package static let rule = Rule(
    id: "REG004", name: "name-changed", parties: [.organisation], dimension: .timeliness,
    severity: .error, reads: [.creditCode, .name], alsoReads: [.licenceNumber, .documentNumber],
    authority: Authority("市场主体登记管理条例（国务院令第746号）", clause: "第二十四条"),
    title: Text(zh: "企业名称已变更", en: "Name changed"),
    claim: Text(
      zh: "客户名称与登记信息中的现名称不一致（全半角、括号、空格的差别不计）",
      en:
        "The customer's name is not the one in the registry, widths, brackets and blanks left out of account."
    ),
    remedy: Text(
      zh: "请客户提供变更后的营业执照，更新客户名称和账户名称；名称毫不相干的先核实代码是否登错",
      en:
        "Ask for the new licence and update customer and account names; where the names have nothing in common, check the code first."
    ),
    examples: [
      .fails(
        [.creditCode: "91360700MA36T0D414", .name: "赣州云算电脑有限公司"],
        suggests: "江西赣南云算科技有限公司", action: .confirm, "a former name"),
      .fails(
        [.creditCode: "91360700MA36T0D414", .name: "赣州市云算电子经营部"],
        suggests: "江西赣南云算科技有限公司", action: .confirm, "the second of two former names"),
      .fails(
        [.creditCode: "91360702MA35F5H94J", .name: "赣州市章贡区向阳商贸公司"],
        suggests: "赣州市章贡区向阳商贸有限公司", action: .confirm, "much in common"),
      .fails(
        [.creditCode: "91360702MA35F5H94J", .name: "兴国县华丰纺织厂"], action: .review,
        "nothing in common: the code may be another's"),
      .passes([.creditCode: "91360702MA35F5H94J", .name: "赣州市章贡区向阳商贸有限公司"]),
      .passes(
        [.creditCode: "91360702MA36T0E567", .name: "赣州(香港)贸易有限公司"], "half-width brackets"),
      .passes(
        [.creditCode: "91360702MA36T0E567", .name: "赣州〔香港〕 贸易有限公司"], "other brackets and a blank"),
      .notApplicable(
        [.creditCode: "91360702MA36T0E567", .name: ""], "IDN014 speaks of an empty name"),
      .notApplicable(
        [.creditCode: "91360702MA36T0J90F", .name: "赣州甲公司"], "REG001 speaks of those not found"),
      .notEvaluated(
        [.creditCode: "91360702MA35F5H94J", .name: "甲"], .referenceMissing, without: "business"),
    ])

  private let match: RegistryMatch?

  package init(_ context: Context) { match = RegistryMatch(context, comparing: .name) }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let name = record[.name]
    if name.isEmpty { return .notApplicable }
    guard let match else { return RegistryMatch.withoutRegistry(record) }
    return match.check(record, &facts) { CompanyName.equal($0, name) ? .passed : .failed }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    match?.explain(record, &facts, &finding) { registered, finding in
      let name = record[.name]
      let language = finding.language
      if CompanyName.isAmong(registered[.formerName], name) {
        finding.suggestion.append(registered[.name])
        finding.confidence = 98
        finding.action = .confirm
        finding.evidence.append(
          zh: "；本行名称为登记信息中的曾用名", en: "; the bank's name is a former name there", in: language)
        return
      }
      let likeness =
        name.count > 900 ? 0 : CompanyName.likeness(name, registered[.name])
      finding.evidence.append(zh: "；名称相似度", en: "; names alike to ", in: language)
      finding.evidence.append(decimal: likeness)
      finding.evidence.append(UInt8(ascii: "%"))
      if likeness >= 50 {
        finding.suggestion.append(registered[.name])
        finding.confidence = 85
        finding.action = .confirm
      } else {
        finding.action = .review
        finding.evidence.append(
          zh: "，差异较大，请先核实代码是否登错", en: ": check first whether the code is another's", in: language)
      }
    }
  }
}
