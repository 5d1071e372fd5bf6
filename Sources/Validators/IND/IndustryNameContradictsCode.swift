import Findings
import Records
import References

/// IND005: the recorded name is not the code's.
///
/// Free wording that shares a word with the official name, with a name further up or with a
/// predecessor is let through: what is looked for is a name that belongs elsewhere.
package struct IndustryNameContradictsCode: RecordValidator {
  package static let rule = Rule(
    id: "IND005", name: "industry-name-contradicts-code", parties: [.organisation],
    dimension: .consistency, severity: .error, reads: [.industryCode, .industryName],
    alsoReads: [.industryEdition],
    authority: Authority("GB/T 4754-2017", clause: "第5章 分类与代码"),
    title: Text(zh: "行业名称与代码不符", en: "Industry name and code disagree"),
    claim: Text(
      zh: "登记的行业名称不是该行业代码在任何一版中的名称",
      en: "The recorded industry name is not the code's name in any edition."),
    remedy: Text(
      zh: "按客户主营业务核实代码与名称哪个正确，改正另一个",
      en: "Find out by the main business which of the two is right and correct the other."),
    examples: [
      .fails(
        [.industryCode: "3825", .industryName: "应用软件开发"], suggests: "6513", action: .review,
        "the name of another class"),
      .fails(
        [.industryCode: "6513", .industryName: "光伏设备及元器件制造"], suggests: "3825",
        action: .review),
      .fails(
        [.industryCode: "6513", .industryName: "水果批发零售店"], action: .review,
        "nothing in common with the class"),
      .fails(
        [.industryCode: "2644", .industryEdition: "2017", .industryName: "染料制造"],
        suggests: "2645", action: .review, "the name that the code had in another edition"),
      .passes([.industryCode: "6513", .industryName: "应用软件开发"]),
      .passes([.industryCode: "6510", .industryName: "软件开发"], "the name of an older edition"),
      .passes(
        [.industryCode: "7289", .industryName: "其他会议、展览及相关服务"], "another official wording"),
      .passes(
        [.industryCode: "6513", .industryName: "软件和信息技术服务业"], "the name of its division"),
      .passes([.industryCode: "6513", .industryName: "手机软件研发"], "shares a word with the name"),
      .passes(
        [.industryCode: "6513", .industryName: "软件开发"],
        "the name of the class in the older edition that this one comes from"),
      .passes(
        [.industryCode: "4190", .industryName: "家用杂件"], "a residual class takes in anything"),
      .passes(
        [.industryCode: "3825", .industryName: "光伏设备及 元器件制造"], "blanks make no difference"),
      .notApplicable([.industryCode: "6513"], "no name to compare"),
      .notApplicable(
        [.industryCode: "9999", .industryName: "软件开发"], "IND002 speaks of such codes"),
      .notApplicable([.industryCode: "6513", .industryName: "-"], "no name at all"),
      .notEvaluated(
        [.industryCode: "3825", .industryName: "应用软件开发"], .referenceMissing, without: "gbt4754"),
    ])

  private let industry: Industry?

  package init(_ context: Context) { industry = Industry(context) }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let name = record[.industryName]
    if name.isEmpty { return .notApplicable }
    guard let industry else {
      return record[.industryCode].isEmpty ? .notApplicable : .notEvaluated(.referenceMissing)
    }
    facts.industry.read(record, industry)
    let place = facts.industry.place
    if place < 0 { return .notApplicable }
    if name.count > 300 { return .notApplicable }
    let hash = IndustryCodes.hash(name)
    let editions = industry.codes[place].editions
    let matching = industry.codes.editions(place, named: hash, among: editions)
    if !matching.isDisjoint(with: facts.industry.plausible) { return .passed }
    if !matching.isEmpty {
      return matching.isSubset(of: industry.codes[place].moved(in: industry.current))
        ? .failed : .passed
    }
    if industry.codes.hasAlias(place, hash) { return .passed }
    return compare(name, hash, place, industry)
  }

  /// The slow way, for a name that is not the code's own.
  private func compare(
    _ name: Span<UInt8>, _ hash: UInt64, _ place: Int, _ industry: Industry
  ) -> Outcome {
    if FoldedText.count(name) < 2 { return .notApplicable }
    let codes = industry.codes
    if codes.read(name).place >= 0 { return .notApplicable }  // a code in the place of the name
    var foreign = false
    for edition in IndustryEdition.allCases {
      guard let other = codes.place(named: hash, in: edition) else { continue }
      if other == place { return .passed }
      if edition < industry.current,
        codes.successors(of: other, from: edition, to: industry.current).contains(where: {
          $0.place == place
        })
      {
        return .passed
      }
      foreign = true
    }
    for edition in IndustryEdition.allCases where codes[place].editions.contains(edition) {
      var above = codes.parent(place, in: edition)
      while let here = above {
        if !codes.editions(here, named: hash, among: IndustryEditions(edition)).isEmpty {
          return .passed
        }
        above = codes.parent(here, in: edition)
      }
    }
    if foreign { return .failed }
    if FoldedText.count(name) < 3 { return .passed }
    for edition in IndustryEdition.allCases where codes[place].editions.contains(edition) {
      var next: Int? = place
      while let here = next {
        let isNear =
          codes.readName(here, in: edition) { official in
            official.starts(with: "其他") && here == place
              || FoldedText.commonPairs(of: name, in: official, leavingOut: IndustryWords.isGeneral)
                .common
                > 0
          } ?? false
        if isNear { return .passed }
        next = codes.parent(here, in: edition)
      }
    }
    return .failed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let name = record[.industryName]
    finding.element = .industryCode
    finding.action = .review
    finding.value.append(record[.industryCode])
    finding.value.append(UInt8(ascii: " "))
    finding.value.append(name)
    guard let industry, facts.industry.place >= 0 else { return }
    let codes = industry.codes
    let place = facts.industry.place
    let language = finding.language
    let edition =
      facts.industry.plausible.contains(industry.current)
      ? industry.current : facts.industry.plausible.newest ?? industry.current
    industry.write(place, edition, to: &finding.expected)
    let hash = IndustryCodes.hash(name)
    if let other = codes.place(named: hash, in: industry.current), other != place {
      codes.appendCode(other, to: &finding.suggestion)
      finding.confidence = 60
      finding.evidence.append(
        zh: "登记的名称是另一小类的名称：", en: "the recorded name is that of ", in: language)
      industry.write(other, industry.current, to: &finding.evidence)
      return
    }
    for old in IndustryEdition.allCases.reversed() where old < industry.current {
      guard let other = codes.place(named: hash, in: old) else { continue }
      let next = codes.successors(of: other, from: old, to: industry.current)
      finding.evidence.append(
        zh: "登记的名称是旧版另一小类的名称：", en: "the recorded name is that of an older class: ", in: language)
      finding.evidence.append(old.title)
      finding.evidence.append(UInt8(ascii: " "))
      industry.write(other, old, to: &finding.evidence)
      if next.count == 1 {
        codes.appendCode(next[0].place, to: &finding.suggestion)
        finding.confidence = 55
      }
      return
    }
    finding.evidence.append(
      zh: "登记的名称不是任何一版中的小类名称，也与该小类无共同词语",
      en: "the recorded name is that of no class and shares no word with this one", in: language)
  }
}
