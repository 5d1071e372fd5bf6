import Findings
import Records

/// CON004: an organisation's name on a person.
package struct NameContradictsDocumentKind: RecordValidator {
  package static let rule = Rule(
    id: "CON004", name: "name-contradicts-document-kind", parties: [.person],
    dimension: .consistency, severity: .error, reads: [.name], alsoReads: [.documentType],
    authority: Authority("个人存款账户实名制规定（国务院令第285号）", clause: "第五条"),
    title: Text(zh: "个人客户登记了单位名称", en: "Organisation's name on a person"),
    claim: Text(
      zh: "个人客户的名称是单位名称（以“公司”“合作社”“事务所”等结尾）",
      en:
        "The name of a person is that of an organisation (it ends with 公司, 合作社, 事务所 and the like)."),
    remedy: Text(
      zh: "按证件核实姓名；实为单位的转为对公客户管理",
      en:
        "Check the name against the document; what is an organisation becomes a corporate customer."
    ),
    examples: [
      .fails([.name: "赣州市章贡区向阳商贸有限公司"], action: .review),
      .fails([.name: "于都县甜橙种植专业合作社"], action: .review),
      .fails([.name: "江西甲乙律师事务所"], action: .review),
      .fails([.name: "赣州乙公司（筹）"], action: .review, "being founded"),
      .passes([.name: "钟小军"]),
      .passes([.name: "买买提·艾力"]),
      .passes([.name: "欧阳公司"], "four characters: too short to say"),
      .notApplicable([.name: ""], "IDN014 speaks of it"),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let name = record[.name]
    if name.isEmpty { return .notApplicable }
    return name.count >= 15 && Self.isOrganisation(name) ? .failed : .passed
  }

  private static func isOrganisation(_ name: Span<UInt8>) -> Bool {
    var name = name
    if name.ends(with: "（筹）") { name = name.extracting(0..<(name.count - 9)) }
    return name.ends(with: "公司") || name.ends(with: "合作社") || name.ends(with: "事务所")
      || name.ends(with: "委员会") || name.ends(with: "经营部") || name.ends(with: "办事处")
      || name.ends(with: "研究院") || name.ends(with: "医院") || name.ends(with: "学校")
      || name.ends(with: "小学") || name.ends(with: "中学") || name.ends(with: "幼儿园")
      || name.ends(with: "管理局") || name.ends(with: "商行") || name.ends(with: "协会")
      || name.ends(with: "工会") || name.ends(with: "人民政府")
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.action = .review
    finding.value.append(record[.name])
    finding.expected.append(zh: "证件上的姓名", en: "the name on the document", in: finding.language)
  }
}
