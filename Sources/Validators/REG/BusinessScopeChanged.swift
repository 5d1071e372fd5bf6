import Findings
import Records
import Registries

/// REG009: the registry has other activities in the business scope.
package struct BusinessScopeChanged: RecordValidator {
  package static let rule = Rule(
    id: "REG009", name: "business-scope-changed",
    status: .trial(since: "0.1.0", reviewBy: "2027-06-30"), parties: [.organisation],
    dimension: .timeliness, severity: .notice, reads: [.creditCode, .businessScope],
    alsoReads: [.licenceNumber, .documentNumber, .name],
    authority: Authority("市场主体登记管理条例（国务院令第746号）", clause: "第八条、第二十六条"),
    title: Text(zh: "经营范围已变更", en: "Business scope changed"),
    claim: Text(
      zh: "登记的经营范围与登记信息的项目不同（次序、标点、标准提示语和表述的差别不计）",
      en:
        "The scope recorded has other activities than the registry's; order, punctuation, standard sentences and wording make no difference."
    ),
    remedy: Text(
      zh: "以登记信息中的经营范围请客户确认后更新；新增项目涉及其他行业的，同时核对行业代码",
      en:
        "Have the customer confirm the scope in the registry and update it; where new activities are of another industry, check the industry code."
    ),
    parameters: [RegistryAge.parameter],
    examples: [
      .fails(
        [.creditCode: "91360702MA35F5H94J", .businessScope: "日用百货销售；文具用品零售"],
        suggests: scope, action: .confirm, "an activity was added"),
      .fails(
        [.creditCode: "91360702MA35F5H94J", .businessScope: "日用百货、办公用品、文具用品零售、烟草制品零售"],
        suggests: scope, action: .confirm, "an activity was dropped"),
      .fails(
        [.creditCode: "91360702MA35F5H94J", .businessScope: "软件开发；信息技术咨询"], suggests: scope,
        action: .confirm, "nothing in common"),
      .passes([.creditCode: "91360702MA35F5H94J", .businessScope: scope]),
      .passes(
        [.creditCode: "91360702MA35F5H94J", .businessScope: "文具用品零售、办公用品销售，日用百货销售。"],
        "order, punctuation, standard sentence"),
      .passes(
        [.creditCode: "91360702MA35F5H94J", .businessScope: "销售日用百货，销售办公用品，文具用品零售"],
        "in other words"),
      .passes(
        [.creditCode: "91360702MA35F5H94J", .businessScope: "日用百货销售；办公用品销售；文具用"],
        "cut off by the field's length"),
      .notApplicable(
        [.creditCode: "91360702MA35F5H94J", .businessScope: ""], "CMP002 speaks of it"),
      .notApplicable(
        [.creditCode: "91360702MA36T0E567", .businessScope: "贸易"], "the registry gives none"),
      .notEvaluated(
        [.creditCode: "91360702MA35F5H94J", .businessScope: "贸易"], .referenceMissing,
        without: "business"),
    ])

  /// What the examples' registry has.
  private static let scope =
    "一般项目：日用百货销售；办公用品销售；文具用品零售（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"
  private static let named = 5

  private let match: RegistryMatch?

  package init(_ context: Context) {
    match = RegistryMatch(context, Self.rule, comparing: .businessScope)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let scope = record[.businessScope]
    if scope.isEmpty { return .notApplicable }
    guard let match else { return RegistryMatch.withoutRegistry(record) }
    return match.check(record, &facts) { registered in
      switch BusinessScope.compare(scope, registered, match.forms) {
      case .exact, .equalAfterNormalisation, .similar(.reworded), .similar(.cutOff): return .passed
      case .notComparable: return .notApplicable
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
      let (ours, theirs) = (record[.businessScope], registered[.businessScope])
      let language = finding.language
      let agreement = BusinessScope.compare(ours, theirs, match.forms)
      finding.evidence.append(agreement, in: language)
      let differences = BusinessScope.differences(ours, theirs, match.forms)
      if !differences.theirs.isEmpty {
        finding.evidence.append(zh: "；登记信息另有", en: "; only in the registry: ", in: language)
        Self.write(differences.theirs, of: theirs, to: &finding)
      }
      if !differences.ours.isEmpty {
        finding.evidence.append(zh: "；仅本行登记有", en: "; only at the bank: ", in: language)
        Self.write(differences.ours, of: ours, to: &finding)
      }
      finding.offer(theirs, confidence: agreement.isSimilar ? 75 : 80)
    }
  }

  private static func write(
    _ activities: [Range<Int>], of scope: Span<UInt8>, to finding: inout FindingWriter
  ) {
    for range in activities.prefix(named) {
      finding.evidence.append(zh: "「", en: "“", in: finding.language)
      finding.evidence.append(scope.extracting(range))
      finding.evidence.append(zh: "」", en: "” ", in: finding.language)
    }
    if activities.count > named { finding.evidence.append(zh: "等", en: "…", in: finding.language) }
  }
}
