import Findings
import Records

/// IND010: no size, though the figures give one.
package struct EnterpriseSizeMissing: RecordValidator {
  package static let rule = Rule(
    id: "IND010", name: "enterprise-size-missing", parties: [.organisation],
    dimension: .completeness, severity: .notice, reads: [.enterpriseSize, .industryCode],
    alsoReads: [.staffCount, .revenue, .totalAssets, .creditCode],
    authority: Authority("国统字〔2017〕213号 统计上大中小微型企业划分办法（2017）"),
    title: Text(zh: "企业规模为空", en: "No enterprise size"),
    claim: Text(
      zh: "没有登记企业规模，而按行业、从业人员、营业收入、资产总额可以划定",
      en: "No size is recorded, though industry, staff, revenue and assets give one."),
    remedy: Text(zh: "核实指标后按建议值登记", en: "Check the figures and record the suggested size."),
    parameters: [
      Parameter(
        "yuan-per-unit", default: 1, in: 1...10_000, zh: "营业收入、资产总额每单位合多少元（以万元登记的为10000）",
        en:
          "Yuan that one unit of revenue and assets stands for (10000 where they are in ten thousands)."
      )
    ],
    examples: [
      .fails(
        [.enterpriseSize: "", .industryCode: "3825", .staffCount: "120", .revenue: "25000000"],
        suggests: "3", action: .confirm),
      .fails(
        [
          .enterpriseSize: "", .industryCode: "7010", .revenue: "3000000000",
          .totalAssets: "200000000",
        ],
        suggests: "1", action: .confirm, "property developers by revenue and assets"),
      .fails(
        [.enterpriseSize: "", .industryCode: "0111", .revenue: "100000"], suggests: "4",
        action: .confirm),
      .passes([.enterpriseSize: "3", .industryCode: "3825"]),
      .passes([.enterpriseSize: "4", .industryCode: ""]),
      .passes(
        [.enterpriseSize: "CS05", .industryCode: "9221"],
        "whether it is right, IND009 and CON007 say"),
      .notApplicable(
        [.enterpriseSize: "", .industryCode: "3825", .staffCount: "120"], "the figures give none"),
      .notApplicable(
        [.enterpriseSize: "", .industryCode: "8321", .staffCount: "12", .revenue: "100"],
        "schools are not measured"),
      .notApplicable(
        [
          .enterpriseSize: "", .creditCode: "12360700491234567X", .industryCode: "7471",
          .staffCount: "12",
        ],
        "an institution, not an enterprise"),
      .notEvaluated(
        [.enterpriseSize: "", .industryCode: "3825"], .referenceMissing,
        without: "enterprise-size-2017"),
    ])

  private let sizing: EnterpriseSizing?

  package init(_ context: Context) {
    sizing = EnterpriseSizing(context, unit: context.integer(Self.rule, "yuan-per-unit"))
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    if !record[.enterpriseSize].isEmpty { return .passed }
    guard let sizing else { return .notEvaluated(.referenceMissing) }
    return sizing.size(record, &facts) == nil ? .notApplicable : .failed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.element = .enterpriseSize
    finding.action = .confirm
    guard let sizing, let size = sizing.size(record, &facts) else { return }
    EnterpriseSizeReading.append(size, .digit, to: &finding.suggestion)
    EnterpriseSizeReading.append(size, .long, to: &finding.expected)
    finding.confidence = 80
    sizing.writeFigures(record, facts, &finding)
  }
}
