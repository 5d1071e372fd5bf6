import Findings
import Records

/// IND009: the size recorded is not the one that staff, revenue and assets give.
package struct EnterpriseSizeContradictsFigures: RecordValidator {
  package static let rule = Rule(
    id: "IND009", name: "enterprise-size-contradicts-figures", parties: [.organisation],
    dimension: .consistency, severity: .notice, reads: [.enterpriseSize, .industryCode],
    alsoReads: [.staffCount, .revenue, .totalAssets, .creditCode],
    authority: Authority("国统字〔2017〕213号 统计上大中小微型企业划分办法（2017）"),
    title: Text(zh: "企业规模与指标不符", en: "Enterprise size and figures disagree"),
    claim: Text(
      zh: "登记的企业规模与按行业、从业人员、营业收入、资产总额划定的规模不同",
      en: "The size recorded differs from the one by industry, staff, revenue and assets."),
    remedy: Text(
      zh: "核实各项指标的时点和单位，确认后按划型标准更新",
      en: "Check date and unit of the figures, then update the size by the standard."),
    parameters: [
      Parameter(
        "yuan-per-unit", default: 1, in: 1...10_000, zh: "营业收入、资产总额每单位合多少元（以万元登记的为10000）",
        en:
          "Yuan that one unit of revenue and assets stands for (10000 where they are in ten thousands)."
      )
    ],
    examples: [
      .fails(
        [.enterpriseSize: "1", .industryCode: "3825", .staffCount: "120", .revenue: "25000000"],
        suggests: "3", action: .confirm, "industry: 120 persons and 25 million are small"),
      .fails(
        [
          .enterpriseSize: "微型企业", .industryCode: "3825", .staffCount: "1200",
          .revenue: "500000000",
        ],
        suggests: "大型企业", action: .confirm, "in the form of the field"),
      .fails(
        [.enterpriseSize: "CS02", .industryCode: "5141", .staffCount: "4", .revenue: "90000000"],
        suggests: "CS04", action: .confirm, "one figure below its limit moves it down"),
      .passes([
        .enterpriseSize: "3", .industryCode: "3825", .staffCount: "120", .revenue: "25000000",
      ]),
      .passes(
        [.enterpriseSize: "小型", .industryCode: "3825", .staffCount: "20", .revenue: "3000000"],
        "the very limits"),
      .passes(
        [.enterpriseSize: "4", .industryCode: "0111", .revenue: "499999"],
        "farming goes by revenue alone"),
      .notApplicable(
        [.enterpriseSize: "", .industryCode: "3825", .staffCount: "120", .revenue: "25000000"],
        "IND010 speaks of it"),
      .notApplicable(
        [.enterpriseSize: "1", .industryCode: "3825", .staffCount: "120"], "no revenue"),
      .notApplicable(
        [.enterpriseSize: "1", .industryCode: "6620", .staffCount: "1", .revenue: "1"],
        "banking has limits of its own"),
      .notApplicable(
        [.enterpriseSize: "CS05", .industryCode: "3825", .staffCount: "1", .revenue: "1"],
        "not an enterprise"),
      .notApplicable(
        [.enterpriseSize: "1", .industryCode: "6510", .staffCount: "1", .revenue: "1"],
        "IND003 speaks of such codes"),
      .notEvaluated(
        [.enterpriseSize: "1", .industryCode: "3825", .staffCount: "120", .revenue: "25000000"],
        .referenceMissing, without: "enterprise-size-2017"),
    ])

  private let sizing: EnterpriseSizing?

  package init(_ context: Context) {
    sizing = EnterpriseSizing(context, unit: context.integer(Self.rule, "yuan-per-unit"))
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let recorded = EnterpriseSizeReading(record[.enterpriseSize]) else {
      return .notApplicable
    }
    guard let sizing else { return .notEvaluated(.referenceMissing) }
    guard let size = sizing.size(record, &facts) else { return .notApplicable }
    return recorded.size == size ? .passed : .failed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let text = record[.enterpriseSize]
    finding.element = .enterpriseSize
    finding.action = .confirm
    finding.value.append(text)
    guard let sizing, let size = sizing.size(record, &facts),
      let recorded = EnterpriseSizeReading(text)
    else { return }
    EnterpriseSizeReading.append(size, recorded.form, to: &finding.suggestion)
    EnterpriseSizeReading.append(size, .long, to: &finding.expected)
    finding.confidence = 80
    sizing.writeFigures(record, facts, &finding)
  }
}
