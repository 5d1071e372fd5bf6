import Findings
import Records
import References

/// IND006: the code means another thing in another edition, and the record does not tell
/// which edition is meant.
package struct IndustryEditionAmbiguous: RecordValidator {
  package static let rule = Rule(
    id: "IND006", name: "industry-edition-ambiguous", parties: [.organisation],
    dimension: .consistency, severity: .notice, reads: [.industryCode],
    alsoReads: [.industryName, .industryEdition, .openedDate],
    authority: Authority("GB/T 4754-2017", clause: "附录B 新旧类目对照表；第1号修改单"),
    title: Text(zh: "行业代码版本不明", en: "Edition of the industry code unclear"),
    claim: Text(
      zh: "该代码在不同版本中指不同的行业，而登记的版本、名称、日期都不能说明用的是哪一版",
      en:
        "The code stands for different industries in different editions, and edition, name and dates do not tell which is meant."
    ),
    remedy: Text(
      zh: "按客户主营业务核实所指行业，登记现行版代码并补登行业名称或代码版本",
      en: "Find out which industry is meant, record its current code and the name or the edition."),
    parameters: [
      Parameter(
        "oldest-edition", default: 2011, in: 2002...2019,
        zh: "仍可能在用的最早版本（2002、2011、2017 或 2019）",
        en: "Year of the oldest edition that may still be in use (2002, 2011, 2017 or 2019).")
    ],
    examples: [
      .fails([.industryCode: "2644"], action: .review, "染料制造 in 2011, 工艺美术颜料制造 today"),
      .fails([.industryCode: "9231"], action: .review, "人民法院 before the amendment of 2019"),
      .fails(
        [.industryCode: "9232", .industryEdition: "GB/T 4754-2017"], action: .review,
        "with or without the amendment"),
      .fails(
        [.industryCode: "2644", .industryName: "颜料厂"], action: .review,
        "the name fits neither edition"),
      .fails([.industryCode: "2644", .openedDate: "2015-06-01"], action: .review),
      .passes([.industryCode: "6513"], "no other edition has the code"),
      .passes([.industryCode: "0111"], "the same class in the older edition"),
      .passes(
        [.industryCode: "2644", .industryName: "染料制造"], "settled by the name; IND003 speaks of it"),
      .passes([.industryCode: "2644", .industryName: "工艺美术颜料制造"], "settled by the name"),
      .passes([.industryCode: "2644", .industryEdition: "2017"], "settled by the edition"),
      .passes(
        [.industryCode: "2644", .openedDate: "20210301"], "recorded when the edition was in force"),
      .passes([.industryCode: "9232", .industryName: "人民法院", .industryEdition: "2017"]),
      .passes([.industryCode: "0112"], "薯类的种植 in 2002: too long ago, unless the parameter says so"),
      .notApplicable([:], "IND001 speaks of an empty code"),
      .notApplicable([.industryCode: "65"], "IND004 speaks of codes that are too coarse"),
      .notEvaluated([.industryCode: "2644"], .referenceMissing, without: "gbt4754"),
    ])

  private let industry: Industry?
  private let considered: IndustryEditions

  package init(_ context: Context) {
    industry = Industry(context)
    let oldest = context.integer(Self.rule, "oldest-edition")
    considered = .since(IndustryEdition.allCases.first { $0.year >= oldest } ?? .of2019)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let industry else {
      return record[.industryCode].isEmpty ? .notApplicable : .notEvaluated(.referenceMissing)
    }
    facts.industry.read(record, industry)
    switch facts.industry.standing {
    case .empty, .unknown, .coarse: return .notApplicable
    case .superseded: return .passed
    case .current:
      return facts.industry.ambiguous(industry).isDisjoint(with: considered) ? .passed : .failed
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.value.append(record[.industryCode])
    finding.action = .review
    guard let industry, facts.industry.place >= 0 else { return }
    let place = facts.industry.place
    let language = finding.language
    let others = facts.industry.ambiguous(industry).intersection(considered)
    var readings: [UInt8] = []
    readings.append(industry.current.title)
    readings.append(zh: "：", en: ": ", in: language)
    industry.codes.appendName(place, in: industry.current, to: &readings)
    for edition in IndustryEdition.allCases.reversed() where others.contains(edition) {
      readings.append(zh: "；", en: "; ", in: language)
      readings.append(edition.title)
      readings.append(zh: "：", en: ": ", in: language)
      industry.codes.appendName(place, in: edition, to: &readings)
      let next = industry.codes.successors(of: place, from: edition, to: industry.current)
      if next.isEmpty { continue }
      readings.append(zh: "（现行代码", en: " (today ", in: language)
      for (index, successor) in next.prefix(4).enumerated() {
        if index > 0 { readings.append(zh: "、", en: ", ", in: language) }
        industry.codes.appendCode(successor.place, to: &readings)
      }
      readings.append(
        zh: next.count > 4 ? "等）" : "）", en: next.count > 4 ? " …)" : ")", in: language)
    }
    finding.expected.append(readings.span)
    finding.evidence.append(
      zh: "登记的代码版本、行业名称、建立关系日期均不能说明版本",
      en: "neither edition nor name nor date of the relation tells which is meant", in: language)
  }
}
