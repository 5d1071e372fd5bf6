import Findings
import Records
import Registries

/// REG014: the credit code is another organisation's, and the registry has the recorded name
/// under another code.
///
/// Where it speaks, the other REG rules are silent: what they would compare is another's.
package struct CreditCodeMatchesAnotherName: RecordValidator {
  package static let rule = Rule(
    id: "REG014", name: "credit-code-matches-another-name", parties: [.organisation],
    dimension: .accuracy, severity: .error, reads: [.creditCode, .name],
    alsoReads: [.licenceNumber, .documentNumber, .legalRepresentative],
    authority: Authority("GB 32100-2015", clause: "一个主体一个代码，代码唯一"),
    title: Text(zh: "统一社会信用代码是另一家的", en: "The credit code is another's"),
    claim: Text(
      zh: "登记的统一社会信用代码在登记信息中属于另一名称的主体，而登记的名称在登记信息中另有代码",
      en:
        "By the registry the credit code belongs to an organisation of another name, and the recorded name has another code."
    ),
    remedy: Text(
      zh: "核对营业执照：代码登记错的更正代码，名称登记错的更正名称；更正前不要据此代码更新其他信息",
      en:
        "Compare with the licence and correct the code or the name; update nothing else by this code before that."
    ),
    parameters: [RegistryAge.parameter],
    examples: [
      .fails(
        [.creditCode: "91360702MA35F5H94J", .name: "赣州客家建材有限公司"],
        suggests: "91360702MA36T0B22N", action: .confirm),
      .fails(
        [.creditCode: "91360702MA36T0A18J", .name: "江西赣南云算科技有限公司"],
        suggests: "91360700MA36T0D414", action: .confirm),
      .fails(
        [.creditCode: "91360702ma36t0e567", .name: "章贡区老表米粉店"],
        suggests: "92360702MA36T0F608", action: .confirm, "small letters"),
      .passes([.creditCode: "91360702MA35F5H94J", .name: "赣州市章贡区向阳商贸有限公司"]),
      .passes(
        [.creditCode: "91360702MA35F5H94J", .name: "兴国县华丰纺织厂"], "nobody's name: REG004 speaks"),
      .passes(
        [.creditCode: "91360700MA36T0D414", .name: "赣州云算电脑有限公司"], "a former name: REG004 speaks"),
      .passes(
        [
          .creditCode: "91360702MA35F5H94J", .name: "赣州客家建材有限公司",
          .legalRepresentative: "钟小军",
        ], "the code's own representative: REG004 speaks"),
      .passes(
        [.creditCode: "92360702MA36T0F608", .name: "赣州客家建材有限公司"],
        "a shop: names of shops are not unique"),
      .notApplicable([.creditCode: "91360702MA35F5H94J", .name: ""], "IDN014 speaks of it"),
      .notApplicable(
        [.creditCode: "91360702MA36T0J90F", .name: "赣州客家建材有限公司"],
        "REG001 speaks of those not found"),
      .notEvaluated(
        [.creditCode: "91360702MA35F5H94J", .name: "赣州客家建材有限公司"], .referenceMissing,
        without: "business"),
    ])

  private let match: RegistryMatch?

  package init(_ context: Context) { match = RegistryMatch(context, Self.rule, comparing: .name) }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    if record[.name].isEmpty { return .notApplicable }
    guard let match else { return RegistryMatch.withoutRegistry(record) }
    if facts.registry.place(record, in: match.registry) == nil { return .notApplicable }
    if !match.isCarried { return .notEvaluated(.referenceMissing) }
    return facts.registry.namesake(record, in: match.registry, match.forms) == nil
      ? .passed : .failed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    guard let match, let place = facts.registry.place(record, in: match.registry),
      let other = facts.registry.namesake(record, in: match.registry, match.forms)
    else { return }
    let language = finding.language
    let (registered, namesake) = (match.registry.records[place], match.registry.records[other])
    finding.element = .creditCode
    finding.value.append(
      record[.creditCode].isEmpty ? registered[.creditCode] : record[.creditCode])
    finding.expected.append(namesake[.creditCode])
    finding.evidence.append(zh: "该代码在登记信息中属于", en: "the code is that of ", in: language)
    finding.evidence.append(registered[.name])
    finding.evidence.append(zh: "；登记的名称在登记信息中的代码为", en: "; the name recorded has ", in: language)
    finding.evidence.append(namesake[.creditCode])
    finding.evidence.append(zh: "；", en: "; ", in: language)
    match.writeGrade(facts, at: place, to: &finding)
    finding.evidence.append(
      CompanyName.compare(record[.name], registered[.name], match.forms), in: language)
    finding.offer(namesake[.creditCode], confidence: 85)
  }
}
