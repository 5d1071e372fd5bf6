import Findings
import Records
import References

/// IND008: an 其他 class is recorded although the scope names what a class beside it takes in.
package struct IndustryResidualClass: RecordValidator {
  package static let rule = Rule(
    id: "IND008", name: "industry-residual-class", parties: [.organisation],
    dimension: .accuracy, severity: .notice, reads: [.industryCode, .businessScope],
    alsoReads: [.name, .industryName, .industryEdition, .openedDate],
    authority: Authority("GB/T 4754-2017", clause: "第3章 划分行业的原则；2017国民经济行业分类注释"),
    title: Text(zh: "可细分却归入“其他”小类", en: "Residual class though a listed one fits"),
    claim: Text(
      zh: "登记的是“其他”“未列明”小类，而经营范围首先列明的活动属于同一中类（大类）的另一小类",
      en:
        "The recorded class is a residual one, although the first activity of the scope belongs to a listed class of the same group or division."
    ),
    remedy: Text(
      zh: "请客户确认主营业务，属于所列小类的改用该小类",
      en: "Let the customer confirm the main business and use the listed class where it fits."),
    examples: [
      .fails(
        [.industryCode: "3899", .businessScope: "光伏设备及元器件制造；光伏设备及元器件销售"],
        suggests: "3825", action: .confirm, "其他未列明电气机械及器材制造: what the division lists goes first"),
      .fails(
        [.industryCode: "3829", .businessScope: "光伏设备及元器件制造、销售；货物进出口"],
        suggests: "3825", action: .confirm, "a class of the same group"),
      .fails(
        [.industryCode: "6519", .businessScope: "一般项目：支撑软件开发；软件销售"], suggests: "6512",
        action: .confirm),
      .passes([.industryCode: "3825", .businessScope: "光伏设备及元器件制造"]),
      .passes(
        [.industryCode: "3829", .businessScope: "光伏设备及元器件销售"],
        "it sells them and does not make them"
      ),
      .passes(
        [.industryCode: "3829", .businessScope: "高压避雷针制造；光伏设备及元器件制造"],
        "the first activity names none of the classes beside it"),
      .passes(
        [.industryCode: "3829", .businessScope: "电子产品研发；技术咨询"], "the scope names no listed activity"
      ),
      .passes([.industryCode: "3829", .businessScope: "餐饮服务"], "another industry: IND007"),
      .notApplicable(
        [.industryCode: "3899", .businessScope: ""], "CMP002 speaks of an empty scope"),
      .notApplicable(
        [.industryCode: "6590", .businessScope: "光伏设备及元器件制造"], "IND003 speaks of such codes"),
      .notEvaluated(
        [.industryCode: "3899", .businessScope: "光伏设备及元器件制造"], .referenceMissing,
        without: "gbt4754-keywords"),
    ])

  private let judge: ScopeJudge?

  package init(_ context: Context) { judge = ScopeJudge(context) }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    ScopeJudge.outcome(judge, record, &facts) { $0.sibling >= 0 }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.action = .confirm
    finding.value.append(record[.industryCode])
    guard let judge, let sibling = judge.verdict(record, &facts)?.sibling, sibling >= 0 else {
      return
    }
    let industry = judge.industry
    var evidence = ScopeEvidence()
    judge.scope.read(scope: record[.businessScope], name: record[.name], into: &evidence)
    industry.write(Int(sibling), industry.current, to: &finding.expected)
    industry.codes.appendCode(Int(sibling), to: &finding.suggestion)
    finding.confidence = 60
    finding.evidence.append(zh: "登记为 ", en: "recorded as ", in: finding.language)
    industry.write(facts.industry.place, industry.current, to: &finding.evidence)
    if let candidate = evidence.candidate(industry.codes.classNumber(Int(sibling))) {
      finding.evidence.append(zh: "；", en: "; ", in: finding.language)
      industry.write(candidate, record, &finding)
    }
  }
}
