import Findings
import Records
import References

/// OCC009: no employer, though the occupation goes with one.
package struct EmployerMissing: RecordValidator {
  package static let rule = Rule(
    id: "OCC009", name: "employer-missing", parties: [.person], dimension: .completeness,
    severity: .notice, reads: [.employer],
    alsoReads: [.occupationCode, .occupationText, .birthDate, .documentType, .documentNumber],
    authority: Authority("EAST 5.0（2021版）", clause: "个人基础信息表 工作单位名称：未采集或无工作单位可空"),
    title: Text(zh: "工作单位为空", en: "No employer"),
    claim: Text(
      zh: "职业属于单位负责人、专业技术人员、办事人员等受雇职业，工作单位没有登记",
      en:
        "The occupation goes with an employer, such as manager, professional or clerk, and no employer is recorded."
    ),
    remedy: Text(
      zh: "联系客户补录工作单位全称；代发工资客户可从代发单位带出",
      en:
        "Ask the customer for the employer's full name; of payroll customers take it from the paying employer."
    ),
    parameters: [
      Parameter(
        "occupations", default: ["1", "2", "3"],
        zh: "视为有工作单位的职业：GB/T 6565-2015 代码的开头数字",
        en: "Occupations that go with an employer: first digits of GB/T 6565-2015 codes"),
      Parameter(
        "exempt", default: ["20900"],
        zh: "其中不要求工作单位的职业（如自由职业较多的文学艺术、体育专业人员）",
        en: "Of these, occupations that need none, such as artists and athletes"),
    ],
    examples: [
      .fails([.occupationCode: "20800", .employer: ""], action: .contact, "teacher"),
      .fails([.occupationCode: "10601", .employer: "", .occupationText: "总经理"], action: .contact),
      .fails(
        [.occupationCode: "", .occupationText: "公务员", .employer: ""], action: .contact,
        "the occupation stands in words"),
      .fails(
        [.occupationCode: "2-05-08-01", .employer: ""], action: .contact, "catalogue of 2022"),
      .passes([.occupationCode: "20800", .employer: "赣州市水东小学"]),
      .passes([.occupationCode: "20800", .employer: "无"], "OCC010 speaks of fillers"),
      .passes([.occupationCode: "10601", .employer: "向阳商贸有限公司"]),
      .notApplicable([.occupationCode: "50101", .employer: ""], "farmer"),
      .notApplicable([.occupationCode: "40102", .employer: ""], "may be self-employed"),
      .notApplicable([.occupationCode: "20901", .employer: ""], "writer"),
      .notApplicable([.occupationCode: "", .occupationText: "学生", .employer: ""]),
      .notApplicable([.occupationCode: "", .occupationText: "退休教师", .employer: ""]),
      .notApplicable([.occupationCode: "80000", .employer: ""], "OCC003 speaks of that"),
      .notApplicable(
        [.occupationCode: "13", .employer: ""], "means different things in different lists"),
      .notApplicable(
        [.occupationCode: "20800", .employer: "", .birthDate: "2015-02-03"],
        "OCC006 speaks of a child with an occupation"),
      .notEvaluated([.employer: ""], .columnMissing, "the source tells no occupation"),
      .notEvaluated(
        [.occupationCode: "20800", .employer: ""], .referenceMissing, without: "occupations"),
      .notEvaluated(
        [.occupationCode: "20800", .employer: ""], .referenceMissing, without: "occupation-keywords"
      ),
    ])

  private let codes: OccupationCodes?
  private let keywords: OccupationKeywords?
  private let employed: EmployedOccupations?
  private let asOf: Day

  package init(_ context: Context) {
    codes = context.reference(OccupationCodes.self)
    keywords = context.reference(OccupationKeywords.self)
    asOf = context.asOf
    employed = EmployerMissing.occupations(context)
  }

  /// The occupations that go with an employer, for the other rules on employers.
  static func occupations(_ context: Context) -> EmployedOccupations? {
    context.reference(OccupationCodes.self).map {
      EmployedOccupations(
        $0, named: context.texts(rule, "occupations"), exempt: context.texts(rule, "exempt"))
    }
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    if !record[.employer].isEmpty { return .passed }
    if !record.carries(.occupationCode) && !record.carries(.occupationText) {
      return .notEvaluated(.columnMissing)
    }
    guard let codes, let keywords, let employed else { return .notEvaluated(.referenceMissing) }
    guard employed.contains(facts.occupation.work(record, codes, keywords)) else {
      return .notApplicable
    }
    if let age = facts.identity.age(record, asOf: asOf), age < 16 { return .notApplicable }
    return .failed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.action = .contact
    finding.expected.append(zh: "工作单位全称", en: "full name of the employer", in: finding.language)
    finding.evidence.append(zh: "职业：", en: "occupation: ", in: finding.language)
    let code = record[.occupationCode]
    finding.evidence.append(code)
    if let codes, !code.isName, let standing = facts.occupation.standing(record, codes) {
      finding.evidence.append(" ")
      codes.appendName(standing, to: &finding.evidence)
    }
    let text = record[.occupationText]
    if !text.isEmpty {
      if !code.isEmpty { finding.evidence.append(" ") }
      finding.evidence.append(text)
    }
  }
}
