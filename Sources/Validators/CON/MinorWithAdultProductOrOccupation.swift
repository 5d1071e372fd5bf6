import Findings
import Records

/// CON003: a child under the age of employment with a wage account.
///
/// What a child's occupation says, OCC006 looks at.
package struct MinorWithAdultProductOrOccupation: RecordValidator {
  package static let rule = Rule(
    id: "CON003", name: "minor-with-adult-product-or-occupation", parties: [.person],
    dimension: .consistency, severity: .notice, reads: [.birthDate, .payroll],
    authority: Authority("劳动法", clause: "第十五条"),
    title: Text(zh: "未成年人登记为代发工资客户", en: "Child with a wage account"),
    claim: Text(
      zh: "按出生日期未满十六周岁，却登记为代发工资客户",
      en: "By the date of birth the customer is under sixteen, yet marked as paid wages."),
    remedy: Text(
      zh: "核实出生日期和代发工资标志；文艺、体育单位依法招用的除外",
      en:
        "Check the date of birth and the mark; art and sports organisations may employ children by law."
    ),
    parameters: [
      Parameter(
        "least-age", default: 16, in: 1...18, zh: "最低就业年龄（周岁）",
        en: "Least age of employment, in years.")
    ],
    examples: [
      .fails([.birthDate: "2015-05-20", .payroll: "1"], action: .review),
      .fails([.birthDate: "20101101", .payroll: "Y"], action: .review, "sixteen tomorrow"),
      .fails([.birthDate: "2020-01-01", .payroll: "是"], action: .review),
      .passes([.birthDate: "20101031", .payroll: "1"], "sixteen today"),
      .passes([.birthDate: "1990-05-20", .payroll: "1"]),
      .passes([.birthDate: "2015-05-20", .payroll: "0"], "no wages"),
      .notApplicable([.birthDate: "2015-05-20", .payroll: ""]),
      .notApplicable([.birthDate: "", .payroll: "1"], "CMP001 speaks of it"),
      .notApplicable([.birthDate: "2030-01-01", .payroll: "1"], "CON006 speaks of it"),
    ])

  private let asOf: Day
  private let age: Int

  package init(_ context: Context) {
    asOf = context.asOf
    age = context.integer(Self.rule, "least-age")
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let mark = record[.payroll]
    if mark.isEmpty { return .notApplicable }
    guard mark.equals("1") || mark.equals("Y") || mark.equals("y") || mark.equals("是") else {
      return .passed
    }
    guard case .day(let birth) = DateReading(record[.birthDate]), birth <= asOf else {
      return .notApplicable
    }
    return asOf.years(since: birth) < age ? .failed : .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.element = .payroll
    finding.action = .review
    finding.value.append(record[.payroll])
    finding.expected.append(
      zh: "非代发工资客户，或更正出生日期", en: "no wages, or another date of birth", in: finding.language)
    finding.evidence.append(zh: "出生日期 ", en: "born on ", in: finding.language)
    finding.evidence.append(record[.birthDate])
  }
}
