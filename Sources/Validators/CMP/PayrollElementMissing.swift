import Findings
import Records

/// CMP003: an element of batch account opening is not recorded for a payroll customer.
package struct PayrollElementMissing: RecordValidator {
  package static let rule = Rule(
    id: "CMP003", name: "payroll-element-missing", parties: [.person], dimension: .completeness,
    severity: .error, reads: [.payroll],
    alsoReads: [.postcode, .regionCode, .occupationCode, .occupationText, .employer],
    authority: Authority("中国人民银行等令〔2007〕第2号", clause: "第三十三条"),
    title: Text(zh: "代发工资客户要素缺失", en: "Element of a payroll customer missing"),
    claim: Text(
      zh: "批量开户的代发工资客户没有登记邮政编码、行政区划代码、职业或工作单位",
      en: "Postcode, region code, occupation or employer of a payroll customer is not recorded."),
    remedy: Text(
      zh: "向代发单位一次取得名册批量补录：工作单位和地址即代发单位，职业由单位提供，客户确认",
      en:
        "Take the roll from the paying employer, who knows employer, place and occupation, and have it confirmed."
    ),
    parameters: [
      Parameter(
        "elements", default: ["postcode", "region_code", "occupation_code", "employer"],
        zh: "代发工资客户要求登记的数据项", en: "Elements asked of payroll customers")
    ],
    examples: [
      .fails([.payroll: "1", .postcode: "", .employer: "赣州市水东小学"], action: .confirm),
      .fails([.payroll: "是", .employer: ""], action: .confirm),
      .fails(
        [.payroll: "1", .occupationCode: "", .occupationText: "", .regionCode: ""], "two findings"),
      .fails([.payroll: "Y", .regionCode: ""]),
      .passes([.payroll: "1", .postcode: "341000", .regionCode: "360702", .employer: "赣州市水东小学"]),
      .passes(
        [.payroll: "1", .occupationCode: "", .occupationText: "小学教师"], "occupation in words"),
      .passes([.payroll: "1", .employer: "无"], "OCC010 speaks of fillers"),
      .notApplicable([.payroll: "0", .employer: ""]),
      .notApplicable([.payroll: "", .employer: ""]),
      .notEvaluated([.payroll: "1"], .columnMissing, "the source carries none of the elements"),
    ])

  private let wanted: WantedElements

  package init(_ context: Context) {
    wanted = WantedElements(context.texts(Self.rule, "elements"), of: Self.rule)
  }

  @inline(__always) private func judge(_ element: DataElement, _ record: RecordView) -> Judgement {
    element == .occupationCode
      ? record.standing(of: .occupationCode, or: .occupationText) : record.standing(of: element)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let payroll = record[.payroll]
    guard !payroll.isEmpty,
      payroll.equals("1") || payroll.equals("是") || payroll.equals("Y") || payroll.equals("y")
    else { return .notApplicable }
    return wanted.outcome(record) { judge($0, $1) }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let language = finding.language
    wanted.forEachMissing(record, &finding) {
      judge($0, $1)
    } _: { element, finding in
      finding.action = .confirm
      finding.expected.append(titleOf: element, in: language)
      finding.evidence.append(
        zh: "代发工资客户，可由代发单位提供", en: "payroll customer: the paying employer can tell", in: language)
    }
  }
}
