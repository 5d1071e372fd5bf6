import Findings
import Records
import References
import Registries

/// OCC012: the employer is a corporate customer of the same run, in an industry in which nobody
/// has the occupation. Persons and organisations are grouped by the name of the organisation.
package struct EmployerIsCorporateCustomerWithOtherIndustry: DatasetValidator {
  package static let rule = Rule(
    id: "OCC012", name: "employer-is-corporate-customer-with-other-industry",
    status: .trial(since: "0.1.0", reviewBy: "2027-12-31"), parties: [.person],
    dimension: .consistency, severity: .notice, reads: [.employer],
    alsoReads: [.occupationCode, .occupationText, .name, .industryCode],
    authority: Authority("GB/T 4754-2017、GB/T 6565-2015", clause: "各大类的范围"),
    title: Text(
      zh: "职业与单位（对公客户）的行业不符", en: "Occupation contradicts the corporate customer's industry"),
    claim: Text(
      zh:
        "工作单位是本行对公客户，登记的职业大类不会出现在该客户的行业中（如在银行、学校登记为农业生产人员）；单位名称须与对公客户名称一致，同名客户行业不一的不判断；本批次没有对公客户的不适用",
      en:
        "The employer is a corporate customer of the same run, and nobody of that major group of occupations works in its industry, such as a farmer at a bank or school. Names have to be the same; where customers of one name differ nothing is said, nor where the run has no organisations."
    ),
    remedy: Text(
      zh: "与客户核实职业和工作单位，或核对对公客户的行业代码，改正有误的一项",
      en:
        "Ask the customer for occupation and employer, or look at the organisation's industry code; correct the one that is wrong."
    ),
    examples: [],
    groups: [
      GroupExample(
        [
          [.customerKey: "P1", .employer: "赣州章江软件有限公司", .occupationCode: "50102"],
          [.customerKey: "C1", .name: "赣州章江软件有限公司", .industryCode: "6513"],
        ], failing: [0], "a farmer at a software house"),
      GroupExample(
        [
          [.customerKey: "C1", .name: "赣州章江软件有限责任公司", .industryCode: "I6513"],
          [.customerKey: "P1", .employer: "赣州章江软件有限公司", .occupationText: "农民"],
          [.customerKey: "P2", .employer: "赣州章江软件有限公司", .occupationCode: "40102"],
        ], failing: [1], "the form of the company is written in another way"),
      GroupExample(
        [
          [.customerKey: "P1", .employer: "赣州七里小学", .occupationCode: "70000"],
          [.customerKey: "C1", .name: "赣州七里小学", .industryCode: "8321"],
        ], failing: [0], "a soldier at a school"),
      GroupExample(
        [
          [.customerKey: "P1", .employer: "赣州章江软件有限公司", .occupationCode: "40202"],
          [.customerKey: "C1", .name: "赣州章江软件有限公司", .industryCode: "6513"],
        ], failing: [], "it may have drivers"),
      GroupExample(
        [
          [.customerKey: "P1", .employer: "赣州章江农业有限公司", .occupationCode: "50102"],
          [.customerKey: "C1", .name: "赣州章江农业有限公司", .industryCode: "0111"],
        ], failing: [], "a farmer at a farm"),
      GroupExample(
        [
          [.customerKey: "P1", .employer: "赣州章江软件有限公司", .occupationCode: "50102"],
          [.customerKey: "C1", .name: "赣州章江软件有限公司", .industryCode: "6513"],
          [.customerKey: "C2", .name: "赣州章江软件有限公司", .industryCode: "0111"],
        ], failing: [], "two customers of one name, of which one is a farm"),
      GroupExample(
        [
          [.customerKey: "P1", .employer: "赣州章江软件有限公司", .occupationCode: "50102"],
          [.customerKey: "P2", .employer: "赣州章江软件有限公司", .occupationCode: "50102"],
        ], failing: [], "no customer of that name"),
    ])

  package static let alsoCollects: [Party] = [.organisation]

  package static func reads(of party: Party) -> [DataElement] {
    party == .organisation ? [.name, .industryCode] : [.employer]
  }

  /// Marks the value of an organisation.
  private static let organisation: UInt64 = 1 << 63
  package static let mark = organisation

  private let industries: EmployerIndustries?
  private let industry: Industry?
  private let codes: OccupationCodes?
  private let keywords: OccupationKeywords?

  package init(_ context: Context) {
    industries = context.reference(EmployerIndustries.self)
    industry = Industry(context)
    codes = context.reference(OccupationCodes.self)
    keywords = context.reference(OccupationKeywords.self)
  }

  package func key(_ record: RecordView, _ facts: inout Facts) -> PackedKey? {
    let isPerson = record.carries(.employer)
    let name = isPerson ? record[.employer] : record[.name]
    // Shorter than any name of an organisation: 甲公司.
    if name.count < 9 || name.count > 300 { return nil }
    // Of most occupations no industry is without.
    if isPerson, contradicted(record, &facts) == 0 { return nil }
    return PackedKey(high: 0xEC << 56, low: CompanyName.key(name))
  }

  package func values(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, facts: inout [Facts],
    values: inout [UInt64]
  ) -> Bool {
    let isPerson = batch.layout.carries(.employer)
    var facts = facts.mutableSpan
    for place in 0..<block.count {
      let record = batch[block.lowerBound + place]
      values[place] =
        isPerson ? contradicted(record, &facts[place]) : kinds(record, &facts[place])
    }
    return true
  }

  /// A bit for every kind of industry that a person's occupation contradicts.
  private func contradicted(_ record: RecordView, _ facts: inout Facts) -> UInt64 {
    guard let industries, let codes, let keywords, !record[.employer].isEmpty else { return 0 }
    let work = facts.occupation.work(record, codes, keywords)
    switch work.status {
    case .working, .farmer, .soldier: return industries.contradicted(by: work.major)
    default: return 0
    }
  }

  /// The mark, and the bit of an organisation's kind of industry.
  private func kinds(_ record: RecordView, _ facts: inout Facts) -> UInt64 {
    guard let industries, let industry else { return Self.organisation }
    facts.industry.read(record, industry)
    let code = record[.industryCode]
    guard facts.industry.standing == .current, code.count >= 4,
      let digits = code.extracting((code.count - 4)..<code.count).decimalValue,
      let kind = industries.kind(ofClass: digits)
    else { return Self.organisation }
    return Self.organisation | 1 << UInt64(kind)
  }

  package func fails(_ group: [Holder], key: PackedKey) -> Bool { !failing(group).isEmpty }

  package func failing(_ group: [Holder]) -> [Holder] {
    // Customers of one name have to agree.
    let organisations = shown(of: group)
    if organisations.isEmpty { return [] }
    let kinds = organisations.reduce(~Self.organisation) { $0 & $1.value }
    return group.filter { $0.value & Self.organisation == 0 && $0.value & kinds != 0 }
  }

  package func shown(of group: [Holder]) -> [Holder] {
    group.filter { $0.value & Self.organisation != 0 }
  }

  package func explain(
    _ holder: Holder, in group: [Holder], key: PackedKey, _ finding: inout FindingWriter
  ) {
    let language = finding.language
    finding.action = .contact
    finding.element = .employer
    guard let organisation = group.first else { return }
    finding.value.append(contentsOf: organisation.name)
    finding.expected.append(
      zh: "与单位行业相符的职业，或正确的工作单位", en: "an occupation of that industry, or another employer",
      in: language)
    finding.evidence.append(zh: "该单位是对公客户 ", en: "corporate customer ", in: language)
    finding.evidence.append(contentsOf: organisation.recordKey)
    let kind = (holder.value & organisation.value).trailingZeroBitCount
    guard let industries, kind < 63 else { return }
    finding.evidence.append(zh: "，行业：", en: ", industry: ", in: language)
    finding.evidence.append(contentsOf: industries.name(of: kind).utf8)
  }
}
