import Findings
import Records
import References

/// IND003: the code belongs to an older edition of GB/T 4754.
package struct IndustryCodeSuperseded: RecordValidator {
  package static let rule = Rule(
    id: "IND003", name: "industry-code-superseded", parties: [.organisation],
    dimension: .timeliness, severity: .error, reads: [.industryCode],
    alsoReads: [
      .industryName, .industryEdition, .openedDate, .creditCode, .licenceNumber, .businessScope,
      .name,
    ],
    authority: Authority("GB/T 4754-2017", clause: "附录B 新旧类目对照表"),
    title: Text(zh: "行业代码为旧版", en: "Industry code of an older edition"),
    claim: Text(
      zh: "行业代码（或按登记的版本、名称所指的行业代码）属于 GB/T 4754 旧版，现行版中已改用其他代码",
      en:
        "The code, or the code as the recorded edition or name means it, belongs to an older edition of GB/T 4754; the current one has another."
    ),
    remedy: Text(
      zh:
        "改用现行版的后继小类；后继不止一个时按经营范围排出先后，请客户按主营业务选定其一；旧类被拆散、又无从判断的，请了解客户主营业务。同时登记了代码版本的，一并更新版本",
      en:
        "Use the successor in the current edition; where there are several, they are ranked by the business scope and the customer chooses by main business; where a class was dissolved and nothing decides, ask what the main business is. Update the edition where it is recorded."
    ),
    autoBasis: Text(
      zh: "国家统计局新旧类目对照中后继唯一",
      en: "The official correspondence names exactly one successor."),
    examples: [
      .fails([.industryCode: "5911"], suggests: "5951", action: .auto, "one successor"),
      .fails([.industryCode: " 5911 "], suggests: "5951", action: .auto, "blanks do not hide it"),
      .fails([.industryCode: "G5911"], suggests: "5951", action: .auto, "with its section"),
      .fails(
        [.industryCode: "6510"], action: .contact,
        "dissolved into four classes, none of which carries it on, and nothing decides"),
      .fails(
        [.industryCode: "6510", .businessScope: "办公软件开发、销售；应用软件开发；货物进出口"],
        suggests: "6513", action: .confirm, "the scope names one of the four"),
      .fails(
        [
          .industryCode: "6510",
          .businessScope: "技术服务（不含应用软件开发）；依法须经批准的项目，经相关部门批准后方可开展经营活动",
        ],
        action: .contact, "what a scope excepts speaks for nothing"),
      .fails(
        [.industryCode: "8011", .industryEdition: "2011"], action: .confirm,
        "one class carries it on, a part went elsewhere"),
      .fails(
        [.industryCode: "6510", .industryName: "应用软件开发"], suggests: "6513", action: .confirm,
        "the recorded name is that of one successor"),
      .fails(
        [.industryCode: "5911", .industryName: "货物运输代理"], suggests: "5951", action: .confirm,
        "the recorded name is neither the old nor the new one"),
      .fails(
        [.industryCode: "2644", .industryName: "染料制造"], suggests: "2645", action: .auto,
        "2644 is another class today, but the name says that the code is of 2011"),
      .fails(
        [.industryCode: "2644", .industryEdition: "2011"], suggests: "2645", action: .auto,
        "the edition says so; a second finding corrects the edition with the code"),
      .passes([.industryCode: "6513"]),
      .passes([.industryCode: "2644"], "IND006 speaks of codes that tell nothing of their edition"),
      .passes(
        [.industryCode: "2644", .industryEdition: "GB/T 4754-2017"],
        "a class of the current edition"),
      .passes(
        [.industryCode: "0111", .industryEdition: "2011"], "the same class in both editions"),
      .notApplicable([:], "IND001 speaks of an empty code"),
      .notApplicable([.industryCode: "9999"], "IND002 speaks of a code in no edition"),
      .notApplicable([.industryCode: "65"], "IND004 speaks of codes that are too coarse"),
      .notEvaluated([.industryCode: "5911"], .referenceMissing, without: "gbt4754"),
    ])

  private let industry: Industry?
  private let scope: IndustryScope?

  package init(_ context: Context) {
    industry = Industry(context)
    scope = context.reference(IndustryScope.self)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let industry else {
      return record[.industryCode].isEmpty ? .notApplicable : .notEvaluated(.referenceMissing)
    }
    facts.industry.read(record, industry)
    return switch facts.industry.standing {
    case .superseded: .failed
    case .current: .passed
    case .empty, .unknown, .coarse: .notApplicable
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.value.append(record[.industryCode])
    guard let industry, facts.industry.place >= 0 else { return }
    let language = finding.language
    let place = facts.industry.place
    let old = facts.industry.plausible
    var candidates: [Int] = []
    var livesOn = false
    var isFirst = true
    for edition in IndustryEdition.allCases.reversed() where old.contains(edition) {
      for next in industry.codes.successors(of: place, from: edition, to: industry.current) {
        if next.livesOn { livesOn = true }
        if !candidates.contains(next.place) { candidates.append(next.place) }
      }
      if !isFirst { finding.evidence.append(zh: "；", en: "; ", in: language) }
      isFirst = false
      finding.evidence.append(edition.title)
      finding.evidence.append(zh: "：", en: ": ", in: language)
      industry.write(place, edition, to: &finding.evidence)
    }
    switch candidates.count {
    case 0:
      finding.action = .contact
      finding.expected.append(
        zh: "现行版中没有后继小类，请按主营业务重新归类",
        en: "no successor in the current edition: classify anew by main business", in: language)
    case 1: explain(only: candidates[0], industry, record, facts, &finding)
    default: explain(candidates, livesOn: livesOn, industry, record, &facts, &finding)
    }
  }

  private func explain(
    only successor: Int, _ industry: Industry, _ record: RecordView, _ facts: Facts,
    _ finding: inout FindingWriter
  ) {
    let language = finding.language
    let name = record[.industryName]
    let hash = IndustryCodes.hash(name)
    let hasForeignName =
      !name.isEmpty
      && industry.codes.editions(
        facts.industry.place, named: hash, among: facts.industry.plausible
      ).isEmpty
      && industry.codes.place(named: hash, in: industry.current) != successor
    industry.write([successor], to: &finding.expected, in: language)
    industry.codes.appendCode(successor, to: &finding.suggestion)
    finding.confidence = hasForeignName ? 80 : 100
    finding.action = hasForeignName ? .confirm : .auto
    finding.evidence.append(zh: "；后继唯一", en: "; one successor", in: language)
    let stated = record[.industryEdition]
    if IndustryEditions.stated(in: stated).isEmpty { return }
    finding.evidence.append(
      zh: "；更正代码时须同时更新代码版本", en: "; the edition has to be updated with the code",
      in: language)
    if hasForeignName { return }
    var renewed: [UInt8] = []
    industry.current.append(to: &renewed, inPlaceOfYearIn: stated)
    if stated.equals(renewed.span) { return }
    finding.next()
    finding.element = .industryEdition
    finding.value.append(stated)
    finding.suggestion = renewed
    finding.confidence = 100
    finding.action = .auto
    finding.expected.append(industry.current.title)
    finding.evidence.append(
      zh: "与行业代码一并更正", en: "corrected with the industry code", in: language)
  }

  /// Several successors: the registry decides, then the recorded name, then scope and name of
  /// the customer; where nothing does and none of them carries the class on, somebody asks.
  private func explain(
    _ candidates: [Int], livesOn: Bool, _ industry: Industry, _ record: RecordView,
    _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let language = finding.language
    finding.action = .confirm
    if let registered = industry.registered(record, &facts), candidates.contains(registered) {
      industry.write(candidates, to: &finding.expected, in: language)
      industry.codes.appendCode(registered, to: &finding.suggestion)
      finding.confidence = 95
      finding.evidence.append(
        zh: "；登记信息的行业代码为其中之一", en: "; the registry has one of the successors", in: language)
      return
    }
    if let named = industry.named(record), candidates.contains(named) {
      industry.write(candidates, to: &finding.expected, in: language)
      industry.codes.appendCode(named, to: &finding.suggestion)
      finding.confidence = 95
      finding.evidence.append(
        zh: "；登记的行业名称与其中一个小类一致", en: "; the recorded name is that of one successor",
        in: language)
      return
    }
    var evidence = ScopeEvidence()
    guard let scope, industry.current >= .of2017 else {
      industry.write(candidates, to: &finding.expected, in: language)
      if !livesOn { finding.action = .contact }
      return
    }
    scope.read(scope: record[.businessScope], name: record[.name], into: &evidence)
    let ranked = industry.ranked(candidates, by: evidence, scope)
    industry.write(ranked.map(\.place), to: &finding.expected, in: language)
    for entry in ranked.prefix(3) where entry.score > 0 {
      guard let candidate = evidence.candidate(industry.codes.classNumber(entry.place)) else {
        continue
      }
      finding.evidence.append(zh: "；", en: "; ", in: language)
      industry.write(candidate, record, &finding)
    }
    if ranked[0].score == 0 {
      if !livesOn { finding.action = .contact }
    } else if ranked[0].score >= ranked[1].score * 2 {
      industry.codes.appendCode(ranked[0].place, to: &finding.suggestion)
      finding.confidence = ranked[1].score == 0 ? 75 : 60
    }
  }
}
