import Findings
import Records
import References

/// IND003: the code belongs to an older edition of GB/T 4754.
package struct IndustryCodeSuperseded: RecordValidator {
  package static let rule = Rule(
    id: "IND003", name: "industry-code-superseded", parties: [.organisation],
    dimension: .timeliness, severity: .error, reads: [.industryCode],
    alsoReads: [.industryName, .industryEdition, .openedDate, .creditCode, .licenceNumber],
    authority: Authority("GB/T 4754-2017", clause: "附录B 新旧类目对照表"),
    title: Text(zh: "行业代码为旧版", en: "Industry code of an older edition"),
    claim: Text(
      zh: "行业代码（或按登记的版本、名称所指的行业代码）属于 GB/T 4754 旧版，现行版中已改用其他代码",
      en:
        "The code, or the code as the recorded edition or name means it, belongs to an older edition of GB/T 4754; the current one has another."
    ),
    remedy: Text(
      zh: "改用现行版的后继小类；后继不止一个时请客户按主营业务选定其一。同时登记了代码版本的，一并更新版本",
      en:
        "Use the successor in the current edition; where there are several the customer chooses by main business. Update the edition where it is recorded."
    ),
    autoBasis: Text(
      zh: "国家统计局新旧类目对照中后继唯一",
      en: "The official correspondence names exactly one successor."),
    examples: [
      .fails([.industryCode: "5911"], suggests: "5951", action: .auto, "one successor"),
      .fails([.industryCode: " 5911 "], suggests: "5951", action: .auto, "blanks do not hide it"),
      .fails([.industryCode: "G5911"], suggests: "5951", action: .auto, "with its section"),
      .fails([.industryCode: "6510"], action: .confirm, "split into several classes"),
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
        [.industryCode: "2644", .industryEdition: "2011"], suggests: "2645", action: .confirm,
        "the edition says so; code and edition change together"),
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

  package init(_ context: Context) { industry = Industry(context) }

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
    var isFirst = true
    for edition in IndustryEdition.allCases.reversed() where old.contains(edition) {
      for next in industry.codes.successors(of: place, from: edition, to: industry.current)
      where !candidates.contains(next.place) { candidates.append(next.place) }
      if !isFirst { finding.evidence.append(zh: "；", en: "; ", in: language) }
      isFirst = false
      finding.evidence.append(edition.title)
      finding.evidence.append(zh: "：", en: ": ", in: language)
      industry.write(place, edition, to: &finding.evidence)
    }
    industry.write(candidates, to: &finding.expected, in: language)
    let name = record[.industryName]
    switch candidates.count {
    case 0:
      finding.action = .contact
      finding.expected.append(
        zh: "现行版中没有后继小类，请按主营业务重新归类",
        en: "no successor in the current edition: classify anew by main business", in: language)
    case 1:
      let statesEdition = !IndustryEditions.stated(in: record[.industryEdition]).isEmpty
      let hash = IndustryCodes.hash(name)
      let hasForeignName =
        !name.isEmpty && industry.codes.editions(place, named: hash, among: old).isEmpty
        && industry.codes.place(named: hash, in: industry.current) != candidates[0]
      industry.codes.appendCode(candidates[0], to: &finding.suggestion)
      finding.confidence = hasForeignName ? 80 : 100
      finding.action = statesEdition || hasForeignName ? .confirm : .auto
      finding.evidence.append(zh: "；后继唯一", en: "; one successor", in: language)
      if statesEdition {
        finding.evidence.append(
          zh: "；更正代码时须同时更新代码版本", en: "; the edition has to be updated with the code",
          in: language)
      }
    default:
      finding.action = .confirm
      if let registered = industry.registered(record, &facts), candidates.contains(registered) {
        industry.codes.appendCode(registered, to: &finding.suggestion)
        finding.confidence = 95
        finding.evidence.append(
          zh: "；登记信息的行业代码为其中之一", en: "; the registry has one of the successors", in: language)
      } else if let named = industry.named(record), candidates.contains(named) {
        industry.codes.appendCode(named, to: &finding.suggestion)
        finding.confidence = 95
        finding.evidence.append(
          zh: "；登记的行业名称与其中一个小类一致", en: "; the recorded name is that of one successor",
          in: language)
      }
    }
  }
}
