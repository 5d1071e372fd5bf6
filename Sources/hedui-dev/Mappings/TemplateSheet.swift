/// The fields of one regulator's template, taken from the source table of all templates.
struct TemplateSheet: Sendable {
  let id: String
  let title: String
  let titleEn: String
  let issuer: String
  let edition: String?

  static let all = [
    TemplateSheet(
      id: "EAST5", title: "EAST 5.0 字段", titleEn: "Fields of EAST 5.0",
      issuer: "原中国银行保险监督管理委员会", edition: "2021"),
    TemplateSheet(
      id: "PBOC-AML-300", title: "反洗钱现场检查数据接口字段",
      titleEn: "Fields of the anti-money-laundering inspection tables", issuer: "中国人民银行",
      edition: "银发〔2017〕300号"),
    TemplateSheet(
      id: "YBT2", title: "一表通 2.0 字段", titleEn: "Fields of 一表通 2.0",
      issuer: "国家金融监督管理总局", edition: "2.0"),
    TemplateSheet(
      id: "PBOC-FINBASE", title: "金融基础数据统计字段", titleEn: "Fields of the financial base data",
      issuer: "中国人民银行", edition: nil),
    TemplateSheet(
      id: "CREDIT2", title: "第二代征信系统基本信息字段",
      titleEn: "Fields of second-generation credit reporting", issuer: "中国人民银行征信中心",
      edition: nil),
    TemplateSheet(
      id: "PBOC-AMS", title: "人民币银行结算账户管理系统对账字段",
      titleEn: "Fields compared with the account management system", issuer: "中国人民银行",
      edition: nil),
  ]

  static let source = "regulatory/templates"

  var table: MappingTable {
    MappingTable(
      path: "templates/\(id.lowercased()).csv", title: title, titleEn: titleEn, issuer: issuer,
      edition: edition,
      sources: [MappingTable.Origin(title: "Public bank software; the official text was not seen")],
      columns: MappingTable.Column.list(
        "template_id! template_name! table! field_order:integer! field_code! field_name! type!"
          + " length required! code_list rule_note verified!"),
      primaryKey: ["table", "field_code"],
      make: { [id] sources in try sources.table(Self.source).selecting("template_id", id) })
  }

  /// Which data element goes into which field; kept by hand.
  static let fieldElements = MappingTable(
    path: "templates/field-elements.csv", title: "报送字段与数据项",
    titleEn: "Fields of the regulators' tables and the data elements that go into them",
    issuer: "hedui",
    columns: MappingTable.Column.list(
      "template_id! table! field_code! party! element! counted! source! verified! note"),
    primaryKey: ["template_id", "table", "field_code"],
    foreignKeys: [MappingTable.ForeignKey(column: "element", table: "elements", key: "name")])
}
