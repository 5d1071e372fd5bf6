import Findings
import Records
import References

/// IND007: scope and name point clearly to another division than the recorded code's.
///
/// Silent wherever anything speaks for the recorded code: a word in common, a term of its
/// division anywhere, a scope that says too little or points several ways.
package struct IndustryContradictsBusinessScope: RecordValidator {
  package static let rule = Rule(
    id: "IND007", name: "industry-contradicts-business-scope",
    status: .trial(since: "0.1.0", reviewBy: "2027-06-30"), parties: [.organisation],
    dimension: .consistency, severity: .notice, reads: [.industryCode, .businessScope],
    alsoReads: [.name, .industryName, .industryEdition, .openedDate],
    authority: Authority("GB/T 4754-2017", clause: "第3章 划分行业的原则；2017国民经济行业分类注释"),
    title: Text(zh: "行业代码与经营范围不符", en: "Industry code and business scope disagree"),
    claim: Text(
      zh: "经营范围（连同客户名称）中列明的活动明显属于另一行业大类，没有一项属于登记的行业",
      en:
        "The activities that the business scope lists (with the name) belong to another division, and none belongs to the recorded industry."
    ),
    remedy: Text(
      zh: "请客户确认主营业务：按主营业务更正行业代码；登记无误的，注明主营业务后保留",
      en:
        "Ask the customer to confirm the main business and correct the code by it; where the code is right, note the main business and keep it."
    ),
    examples: [
      .fails(
        [
          .industryCode: "6210", .name: "赣州虔光能源有限公司",
          .businessScope: "一般项目：光伏设备及元器件制造；太阳能电池、光伏电池的生产、销售；货物进出口",
        ],
        suggests: "3825", action: .confirm, "a maker of electrical equipment, coded as a restaurant"
      ),
      .fails(
        [
          .industryCode: "3825", .name: "赣州虔光商贸有限公司",
          .businessScope: "建筑材料销售；五金产品批发；日用百货销售；办公用品零售",
        ],
        action: .confirm, "sells and makes nothing, coded as a maker"),
      .fails(
        [
          .industryCode: "3021", .name: "赣州安居物业服务有限公司",
          .businessScope: "物业管理；房地产中介服务；房地产租赁经营",
        ],
        action: .confirm, "property management, coded as concrete parts"),
      .passes(
        [
          .industryCode: "3825", .name: "赣州虔光能源有限公司",
          .businessScope: "一般项目：光伏设备及元器件制造；变压器、逆变器、电力电容器的生产、销售",
        ]),
      .passes(
        [
          .industryCode: "5171", .name: "赣州虔光能源有限公司",
          .businessScope: "光伏设备及元器件制造；变压器、逆变器、电力电容器的生产、销售",
        ], "it sells too: which of the two it lives on, the scope does not say"),
      .passes(
        [
          .industryCode: "6210", .businessScope: "餐饮服务；光伏设备及元器件制造；逆变器、变压器的生产",
        ], "one activity is the recorded one"),
      .passes(
        [
          .industryCode: "6210", .businessScope: "光伏设备及元器件制造（不含逆变器、变压器）；会议服务；技术咨询",
        ], "one term alone is not enough"),
      .passes(
        [
          .industryCode: "6210",
          .businessScope: "技术服务、技术开发；货物进出口（依法须经批准的项目，经相关部门批准后方可开展经营活动）",
        ], "what every scope says speaks for nothing"),
      .notApplicable(
        [.industryCode: "", .businessScope: "光伏设备及元器件制造"], "IND001 speaks of an empty code"),
      .notApplicable(
        [.industryCode: "3825", .businessScope: ""], "CMP002 speaks of an empty scope"),
      .notApplicable(
        [.industryCode: "6510", .businessScope: "光伏设备及元器件制造"], "IND003 speaks of such codes"),
      .notEvaluated(
        [.industryCode: "6210", .businessScope: "光伏设备及元器件制造；逆变器生产"], .referenceMissing,
        without: "gbt4754-keywords"),
    ])

  private let judge: ScopeJudge?

  package init(_ context: Context) { judge = ScopeJudge(context) }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    ScopeJudge.outcome(judge, record, &facts) { $0.division != 0 }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.action = .confirm
    finding.value.append(record[.industryCode])
    guard let judge, let division = judge.verdict(record, &facts)?.division, division != 0 else {
      return
    }
    let industry = judge.industry
    let language = finding.language
    var evidence = ScopeEvidence()
    judge.scope.read(scope: record[.businessScope], name: record[.name], into: &evidence)
    var speaking: [ScopeEvidence.Candidate] = []
    for index in 0..<evidence.count {
      let candidate = evidence[index]
      if candidate.score > 0, ScopeEvidence.division(candidate.code) == division {
        speaking.append(candidate)
      }
    }
    speaking.sort { $0.score > $1.score }
    writeDivision(division, industry, &finding)
    finding.evidence.append(zh: "登记为 ", en: "recorded as ", in: language)
    industry.write(facts.industry.place, industry.current, to: &finding.evidence)
    for candidate in speaking.prefix(3) {
      finding.evidence.append(zh: "；", en: "; ", in: language)
      industry.write(candidate, record, &finding)
    }
    if division == ScopeEvidence.trade {
      finding.evidence.append(
        zh: "；列明的都是销售，没有生产", en: "; all it lists is selling, nothing is made", in: language)
    }
    // A class only where it stands out from the others of its division.
    if let first = speaking.first, first.code < 10_000, division != ScopeEvidence.trade,
      speaking.count < 2 || first.score >= speaking[1].score * 2,
      let place = industry.codes.place(ofClass: first.code)
    {
      industry.codes.appendCode(place, to: &finding.suggestion)
      finding.confidence = 50
    }
  }

  private func writeDivision(
    _ division: UInt8, _ industry: Industry, _ finding: inout FindingWriter
  ) {
    for number in division == ScopeEvidence.trade ? [51, 52] : [division] {
      if !finding.expected.isEmpty {
        finding.expected.append(zh: "或 ", en: " or ", in: finding.language)
      }
      let code: [UInt8] = [number / 10 + 0x30, number % 10 + 0x30]
      let place = industry.codes.read(code.span).place
      if place >= 0 { industry.write(place, industry.current, to: &finding.expected) }
    }
  }
}
