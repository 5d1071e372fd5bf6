import Findings
import Records
import Registries

/// REG004: the registry has another name for the organisation.
package struct NameChanged: RecordValidator {
  package static let rule = Rule(
    id: "REG004", name: "name-changed", parties: [.organisation], dimension: .timeliness,
    severity: .error, reads: [.creditCode, .name],
    alsoReads: [.licenceNumber, .documentNumber, .formerName],
    authority: Authority("市场主体登记管理条例（国务院令第746号）", clause: "第二十四条"),
    title: Text(zh: "企业名称已变更", en: "Name changed"),
    claim: Text(
      zh: "客户名称与登记信息中的现名称不一致（全半角、括号样式、空格、繁简体的差别不计）",
      en:
        "The customer's name is not the one in the registry; widths, kinds of brackets, blanks and traditional characters make no difference."
    ),
    remedy: Text(
      zh: "请客户提供变更后的营业执照，更新客户名称和账户名称；名称毫不相干的先核实代码是否登错",
      en:
        "Ask for the new licence and update customer and account names; where the names have nothing in common, check the code first."
    ),
    parameters: [RegistryAge.parameter],
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
      .fails(
        [.creditCode: "91360702MA35F5H94J", .name: "赣州市章贡区向阳商贸有限责任公司"],
        suggests: "赣州市章贡区向阳商贸有限公司", action: .confirm, "the legal form in other words"),
      .fails(
        [.creditCode: "91360702MA35F5H94J", .name: "赣州市章贡区向?商贸有限公司"],
        suggests: "赣州市章贡区向阳商贸有限公司", action: .confirm, "a character was lost"),
      .fails(
        [.creditCode: "91360702MA35F5H94J", .name: "赣州市章贡区向阳商贸有限公司兴国分公司"],
        action: .review, "a branch under the code of its head office"),
      .passes([.creditCode: "91360702MA35F5H94J", .name: "赣州市章贡区向阳商贸有限公司"]),
      .passes(
        [.creditCode: "91360702MA36T0E567", .name: "赣州(香港)贸易有限公司"], "half-width brackets"),
      .passes(
        [.creditCode: "91360702MA36T0E567", .name: "赣州〔香港〕 贸易有限公司"], "other brackets and a blank"),
      .passes(
        [.creditCode: "91360702MA36T0E567", .name: "贛州（香港）貿易有限公司"], "traditional characters"),
      .notApplicable(
        [.creditCode: "91360702MA36T0E567", .name: ""], "IDN014 speaks of an empty name"),
      .notApplicable(
        [.creditCode: "91360702MA36T0J90F", .name: "赣州甲公司"], "REG001 speaks of those not found"),
      .notApplicable(
        [.creditCode: "91360702MA35F5H94J", .name: "赣州客家建材有限公司"],
        "another organisation bears the name: REG014 speaks of it"),
      .notEvaluated(
        [.creditCode: "91360702MA35F5H94J", .name: "甲"], .referenceMissing, without: "business"),
    ])

  private let match: RegistryMatch?

  package init(_ context: Context) { match = RegistryMatch(context, Self.rule, comparing: .name) }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let name = record[.name]
    if name.isEmpty { return .notApplicable }
    guard let match else { return RegistryMatch.withoutRegistry(record) }
    return match.check(record, &facts) { registered in
      switch CompanyName.compare(name, registered, match.forms) {
      case .exact, .equalAfterNormalisation: return .passed
      case .notComparable: return .notApplicable
      // The registry's extract has lost a character, not the bank.
      case .similar(.substitute(.theirs)): return .passed
      case .similar, .different:
        return match.forms == nil ? .notEvaluated(.referenceMissing) : .failed
      }
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    guard let match else { return }
    match.explain(record, &facts, &finding) { registered, finding in
      let (name, now) = (record[.name], registered[.name])
      let language = finding.language
      let agreement = CompanyName.compare(
        name, now, former: registered[.formerName], match.forms)
      finding.evidence.append(agreement, in: language)
      switch agreement {
      case .similar(.formerName): return finding.offer(now, confidence: 98)
      case .similar(.oneCharacter): return finding.offer(now, confidence: 92)
      case .similar: return finding.offer(now, confidence: 95)
      case .different(.branch): break
      default:
        let likeness = name.count > 900 ? 0 : CompanyName.likeness(name, now)
        finding.evidence.append(zh: "；名称相似度", en: "; names alike to ", in: language)
        finding.evidence.append(decimal: likeness)
        finding.evidence.append(UInt8(ascii: "%"))
        if likeness >= 50 { return finding.offer(now, confidence: 85) }
      }
      finding.action = .review
      finding.evidence.append(
        zh: "，请先核实代码是否登错", en: ": check first whether the code is another's", in: language)
    }
  }
}
