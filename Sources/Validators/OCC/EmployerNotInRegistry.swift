import Findings
import Records
import References
import Registries

/// OCC011: the employer is written like a company, and no company is called so.
///
/// Asked of full names only that begin with a place which the registry's extract covers: of
/// another city's companies the extract of one city says nothing, and a name without a place
/// may be short for any.
package struct EmployerNotInRegistry: RecordValidator {
  package static let rule = Rule(
    id: "OCC011", name: "employer-not-in-registry",
    status: .trial(since: "0.1.0", reviewBy: "2027-12-31"), parties: [.person],
    dimension: .accuracy, severity: .notice, reads: [.employer],
    authority: Authority("反洗钱法（2024年修订）", clause: "第三十三条"),
    title: Text(zh: "工作单位在工商登记信息中查无", en: "Employer not in the business registry"),
    claim: Text(
      zh: "工作单位写的是本地区企业的全称，工商登记信息（含曾用名）中没有这个名称",
      en:
        "The employer is written as a company of the region, and the business registry has none of that name, now or formerly."
    ),
    remedy: Text(
      zh: "与客户核对单位全称（有无错字、简称）；单位属实而登记信息没有的，注明后保留；抽取的登记信息只含部分企业的，请停用本规则",
      en:
        "Have the customer confirm the employer's full name; keep one that is right. Switch the rule off where the registry extract holds some companies only."
    ),
    parameters: [
      Parameter(
        "covered-per-mille", default: 1, in: 0...1000,
        zh: "某设区的市在登记信息中的占比不低于千分之几才视为覆盖该市",
        en: "Share of a prefecture in the extract, per mille, from which it counts as covered.")
    ],
    examples: [
      .fails([.employer: "赣州市章贡区红日商贸有限公司"], action: .contact),
      .fails([.employer: "赣州红日电子科技有限责任公司"], action: .contact, "the city in short"),
      .fails([.employer: "赣州市南康区旭日家具厂"], action: .contact, "a factory"),
      .fails([.employer: "江西省赣州市信丰县绿源脐橙专业合作社"], action: .contact),
      .passes([.employer: "赣州市章贡区向阳商贸有限公司"]),
      .passes([.employer: "赣州市章贡区向阳商贸有限责任公司"], "the form in another way"),
      .passes([.employer: "赣州(香港)贸易 有限公司"], "brackets and blanks"),
      .passes([.employer: "江西省赣州市向阳商贸公司"], "the place in another way"),
      .passes([.employer: "赣州云算电脑有限公司"], "a former name"),
      .notApplicable([.employer: "深圳市红日电子科技有限公司"], "a city that the extract does not cover"),
      .notApplicable([.employer: "江西红日电子科技有限公司"], "one city of the province is covered"),
      .notApplicable([.employer: "红日电子科技有限公司"], "no place"),
      .notApplicable([.employer: "赣州红日商贸有限公司信丰分公司"], "branches are not always registered"),
      .notApplicable([.employer: "赣州市红日商贸有限公司财务部"], "a department"),
      .notApplicable([.employer: "赣州市公司"], "no name"),
      .notApplicable([.employer: "赣州***科技有限公司"]),
      .notApplicable([.employer: "赣州市第一中学"], "no company"),
      .notApplicable([.employer: ""]),
      .notEvaluated([.employer: "赣州市章贡区红日商贸有限公司"], .referenceMissing, without: "business"),
      .notEvaluated([.employer: "赣州市章贡区红日商贸有限公司"], .referenceMissing, without: "divisions"),
    ])

  private let registry: RegistryIndex?
  private let divisions: Divisions?
  private let names: CompanyNames?

  package init(_ context: Context) {
    let registry = context.registry("business")
    let divisions = context.reference(Divisions.self)
    self.registry = registry
    self.divisions = divisions
    if let registry, let divisions {
      names = CompanyNames(
        registry, divisions, share: context.integer(Self.rule, "covered-per-mille"))
    } else {
      names = nil
    }
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let employer = record[.employer]
    guard CompanyNameParts.hasForm(employer) else { return .notApplicable }
    guard let divisions, let names, names.isUsable else {
      return .notEvaluated(.referenceMissing)
    }
    // Most employers are found so, which spares reading them.
    if registry?.place(name: employer) != nil { return .passed }
    if names.contains(employer) { return .passed }
    guard let parts = CompanyNameParts(employer, divisions) else { return .notApplicable }
    if names.contains(core: parts, of: employer) { return .passed }
    return names.covers(parts.place) ? .failed : .notApplicable
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let language = finding.language
    finding.action = .contact
    finding.value.append(record[.employer])
    finding.expected.append(
      zh: "工商登记信息中的单位全称", en: "the full name as the registry has it", in: language)
    guard let registry else { return }
    finding.evidence.append(
      zh: "登记信息中无此名称（含曾用名）；登记信息数据日期", en: "no such name, now or formerly; registry data of ",
      in: language)
    finding.evidence.append(day: registry.asOf)
    finding.evidence.append(zh: "，共", en: ", ", in: language)
    finding.evidence.append(decimal: registry.rows)
    finding.evidence.append(zh: "户", en: " organisations", in: language)
  }
}
