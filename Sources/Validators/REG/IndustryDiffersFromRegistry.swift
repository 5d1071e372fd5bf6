import Findings
import Records
import References
import Registries

/// REG011: the registry has another industry code.
package struct IndustryDiffersFromRegistry: RecordValidator {
  package static let rule = Rule(
    id: "REG011", name: "industry-differs-from-registry",
    status: .trial(since: "0.1.0", reviewBy: "2027-06-30"), parties: [.organisation],
    dimension: .consistency, severity: .notice, reads: [.creditCode, .industryCode],
    alsoReads: [
      .licenceNumber, .documentNumber, .industryName, .industryEdition, .openedDate, .name,
    ],
    authority: Authority("GB/T 4754-2017", clause: "及第1号修改单（XG1-2019）"),
    title: Text(zh: "行业与登记信息不一致", en: "Industry differs from the registry"),
    claim: Text(
      zh: "行业代码与登记信息的行业代码不同，也不是其上级、下级或新旧版本的对应代码",
      en:
        "The industry code is another than the registry's, and neither above nor below it nor its counterpart in another edition."
    ),
    remedy: Text(
      zh: "对照经营范围和主营业务判断哪一个正确；登记机关的行业代码由系统按经营范围推定，不一定更准",
      en:
        "Judge by scope and main business which is right; registries derive the code from the scope, and it need not be better."
    ),
    parameters: [RegistryAge.parameter],
    examples: [
      .fails(
        [.creditCode: "91360702MA35F5H94J", .industryCode: "6210"], suggests: "5141",
        action: .confirm),
      .fails(
        [.creditCode: "91360702MA35F5H94J", .industryCode: "5142"], suggests: "5141",
        action: .confirm, "same group"),
      .fails(
        [.creditCode: "91360702MA36T0A18J", .industryCode: "C1391"], suggests: "1392",
        action: .confirm, "with the letter of the section"),
      .passes([.creditCode: "91360702MA35F5H94J", .industryCode: "5141"]),
      .passes([.creditCode: "91360702MA35F5H94J", .industryCode: "F5141"]),
      .passes(
        [.creditCode: "91360702MA35F5H94J", .industryCode: "51"],
        "coarser: IND004 speaks of it"),
      .notApplicable(
        [.creditCode: "91360702MA35F5H94J", .industryCode: ""], "IND001 speaks of it"),
      .notApplicable(
        [.creditCode: "91360702MA35F5H94J", .industryCode: "9999"], "IND002 speaks of it"),
      .notApplicable(
        [.creditCode: "91360702MA36T0B22N", .industryCode: "5141"], "the registry gives none"),
      .notEvaluated(
        [.creditCode: "91360702MA35F5H94J", .industryCode: "6210"], .referenceMissing,
        without: "gbt4754"),
      .notEvaluated(
        [.creditCode: "91360702MA35F5H94J", .industryCode: "6210"], .referenceMissing,
        without: "business"),
    ])

  private let match: RegistryMatch?
  private let industry: Industry?

  package init(_ context: Context) {
    match = RegistryMatch(context, Self.rule, comparing: .industryCode)
    industry = Industry(context)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    if record[.industryCode].isEmpty { return .notApplicable }
    guard let match else { return RegistryMatch.withoutRegistry(record) }
    guard let industry else { return .notEvaluated(.referenceMissing) }
    facts.industry.read(record, industry)
    switch facts.industry.standing {
    case .current, .coarse: break
    case .empty, .unknown, .superseded: return .notApplicable
    }
    // Where it is not known what the bank's code means, IND006 speaks.
    if !facts.industry.ambiguous(industry).isEmpty { return .notApplicable }
    let ours = facts.industry.place
    return match.check(record, &facts) { registered in
      let theirs = industry.codes.read(registered).place
      if theirs < 0 { return .notEvaluated(.cellUnreadable) }
      switch IndustryComparison.compare(ours, theirs, industry.codes, in: industry.current) {
      case .exact, .equalAfterNormalisation, .similar(.precision), .similar(.olderEdition):
        return .passed
      case .notComparable: return .notEvaluated(.cellUnreadable)
      case .similar, .different:
        // A code that meant something else before says nothing without its edition.
        return industry.codes[theirs].moved(in: industry.current).isEmpty
          ? .failed : .notEvaluated(.cellUnreadable)
      }
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    guard let industry else { return }
    let ours = facts.industry.place
    match?.explain(record, &facts, &finding) { registered, finding in
      let theirs = industry.codes.read(registered[.industryCode]).place
      guard ours >= 0, theirs >= 0 else { return }
      let agreement = IndustryComparison.compare(
        ours, theirs, industry.codes, in: industry.current)
      finding.evidence.append(agreement, in: finding.language)
      finding.action = .review
      guard industry.isCurrentClass(theirs) else { return }
      finding.expected.removeAll(keepingCapacity: true)
      industry.write(theirs, industry.current, to: &finding.expected)
      industry.codes.appendCode(theirs, to: &finding.suggestion)
      finding.confidence = 60
      finding.action = .confirm
    }
  }
}
