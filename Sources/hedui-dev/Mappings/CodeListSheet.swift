/// One code list of the regulators, taken from the source table of all lists.
struct CodeListSheet: Sendable {
  let id: String
  let title: String
  let titleEn: String
  let issuer: String
  var edition: String?
  var licenses: [MappingTable.DataLicense] = [.apache]

  private init(
    _ id: String, _ title: String, _ titleEn: String, by issuer: String,
    edition: String? = nil, licenses: [MappingTable.DataLicense] = [.apache]
  ) {
    self.id = id
    self.title = title
    self.titleEn = titleEn
    self.issuer = issuer
    self.edition = edition
    self.licenses = licenses
  }

  static let source = "regulatory/codelists"

  var table: MappingTable {
    MappingTable(
      path: "codes/lists/\(id.lowercased()).csv", title: title, titleEn: titleEn, issuer: issuer,
      edition: edition,
      sources: [MappingTable.Origin(title: "See the column source of each row")],
      licenses: licenses,
      columns: MappingTable.Column.list("code! name! note verified! source!"),
      primaryKey: ["code"],
      make: { [id] sources in
        try sources.table(Self.source).selecting("list_id", id).removing("list_id")
          .replacing("source", Wording.mended)
      })
  }

  private static let standards = "国家标准化管理委员会"
  private static let supervision = "国家金融监督管理总局"
  private static let centralBank = "中国人民银行"
  private static let creditCentre = "中国人民银行征信中心"
  private static let statistics = "国家统计局"
  private static let practice = "商业银行"

  static let all =
    nationalStandards + supervisionLists + centralBankLists + creditLists + statisticsLists

  private static let nationalStandards = [
    CodeListSheet(
      "GBT2261.1", "性别代码", "Sex", by: standards, edition: "GB/T 2261.1-2003"),
    CodeListSheet(
      "GBT2261.2", "婚姻状况代码", "Marital status", by: standards, edition: "GB/T 2261.2-2003"),
    CodeListSheet(
      "GBT2659", "世界各国和地区代码（三位字母）", "Countries and regions, three letters",
      by: standards, edition: "GB/T 2659, ISO 3166-1", licenses: [.unicode]),
    CodeListSheet(
      "GBT3304", "民族代码", "Ethnic groups", by: standards, edition: "GB/T 3304-1991",
      licenses: [.mit]),
    CodeListSheet(
      "GBT4658", "学历代码", "Education", by: standards, edition: "GB/T 4658-2006",
      licenses: [.mit]),
    CodeListSheet(
      "GBT12402", "经济类型分类与代码", "Types of ownership", by: standards,
      edition: "GB/T 12402-2000"),
  ]

  private static let supervisionLists = [
    CodeListSheet("YES_NO_CN", "EAST 是否标志", "EAST: yes or no", by: supervision),
    CodeListSheet("EAST_SEX", "EAST 性别", "EAST: sex", by: supervision),
    CodeListSheet("EAST_EDU", "EAST 学历", "EAST: education", by: supervision),
    CodeListSheet("EAST_ID_TYPE", "EAST 个人证件类别", "EAST: documents of persons", by: supervision),
    CodeListSheet(
      "EAST_CORP_ID_TYPE", "EAST 对公证件类别", "EAST: documents of organisations",
      by: supervision),
    CodeListSheet(
      "EAST_IND_CUST_TYPE", "EAST 个人客户类型", "EAST: kinds of persons", by: supervision),
    CodeListSheet(
      "EAST_CORP_CUST_TYPE", "EAST 对公客户类型", "EAST: kinds of organisations", by: supervision),
    CodeListSheet("EAST_ENT_CLASS", "EAST 企业分类", "EAST: classes of enterprises", by: supervision),
    CodeListSheet(
      "EAST_UNIT_NATURE", "EAST 单位性质", "EAST: nature of the employer", by: supervision),
    CodeListSheet("EAST_ORG_CLASS", "EAST 机构类别", "EAST: classes of branches", by: supervision),
    CodeListSheet("EAST_ORG_STATUS", "EAST 营业状态", "EAST: status of branches", by: supervision),
    CodeListSheet("YBT_FLAG", "一表通 是否标志", "一表通: yes or no", by: supervision, edition: "2.0"),
    CodeListSheet("YBT_SEX", "一表通 性别", "一表通: sex", by: supervision, edition: "2.0"),
    CodeListSheet(
      "YBT_IND_CUST_TYPE", "一表通 个人客户类型", "一表通: kinds of persons", by: supervision,
      edition: "2.0"),
    CodeListSheet(
      "YBT_CORP_CUST_TYPE", "一表通 对公客户类型", "一表通: kinds of organisations",
      by: supervision, edition: "2.0"),
    CodeListSheet(
      "YBT_CORP_OTHER_ID", "一表通 其他证件类型", "一表通: other documents of organisations",
      by: supervision, edition: "2.0"),
    CodeListSheet(
      "YBT_HOLDING", "一表通 控股类型", "一表通: kinds of control", by: supervision,
      edition: "2.0"),
    CodeListSheet(
      "YBT_UNIT_NATURE", "一表通 单位性质", "一表通: nature of the employer", by: supervision,
      edition: "2.0"),
  ]

  private static let centralBankLists = [
    CodeListSheet(
      "SEX_YF300", "反洗钱接口 性别", "AML inspection: sex", by: centralBank,
      edition: "银发〔2017〕300号"),
    CodeListSheet(
      "ID_TYPE_YF300", "反洗钱接口 证件种类", "AML inspection: documents", by: centralBank,
      edition: "银发〔2017〕300号"),
    CodeListSheet(
      "SET_FILE_YF300", "反洗钱接口 设立文件", "AML inspection: founding documents",
      by: centralBank, edition: "银发〔2017〕300号"),
    CodeListSheet(
      "ID_TYPE_AML_LATER", "反洗钱接口（保险、证券、期货） 证件种类",
      "AML inspection of insurance, securities and futures: documents", by: centralBank),
    CodeListSheet(
      "ID_TYPE_4DIGIT", "银行接口四位证件种类", "Documents, four digits, as bank interfaces have",
      by: practice),
    CodeListSheet("FLAG01", "金融基础数据 0/1 标志", "Financial base data: yes or no", by: centralBank),
    CodeListSheet(
      "PBOC_FIN_ID_TYPE", "金融基础数据 证件类型", "Financial base data: documents",
      by: centralBank),
    CodeListSheet(
      "PBOC_ENT_SCALE", "金融基础数据 企业规模", "Financial base data: size", by: centralBank),
    CodeListSheet(
      "PBOC_BUSI_STATUS", "金融基础数据 经营状态", "Financial base data: business status",
      by: centralBank),
    CodeListSheet(
      "PBOC_ECON_ELEMENT", "金融基础数据 经济成分", "Financial base data: kinds of control",
      by: centralBank),
    CodeListSheet(
      "PBOC_SECTOR", "国民经济部门", "Sectors of the economy", by: centralBank),
    CodeListSheet(
      "AMS_LEGAL_ID_TYPE", "账户管理系统 法定代表人证件种类",
      "Account system: documents of the head", by: centralBank),
    CodeListSheet(
      "AMS_DEPOSITOR_TYPE", "账户管理系统 存款人类别", "Account system: kinds of depositors",
      by: centralBank),
    CodeListSheet(
      "AMS_ACCT_NATURE", "账户管理系统 账户性质", "Account system: nature of the account",
      by: centralBank),
    CodeListSheet(
      "AMS_ACCT_STATUS", "账户管理系统 账户状态", "Account system: status of the account",
      by: centralBank),
    CodeListSheet(
      "AMS_LEGAL_TYPE", "账户管理系统 法人类型", "Account system: kinds of heads",
      by: centralBank),
  ]

  private static let creditLists = [
    CodeListSheet(
      "MARITAL_CREDIT1", "一代征信 婚姻状况", "Credit reporting, first generation: marital status",
      by: creditCentre),
    CodeListSheet(
      "MARITAL_CREDIT2", "二代征信 婚姻状况", "Credit reporting: marital status",
      by: creditCentre),
    CodeListSheet("EDU_CREDIT", "征信 学历", "Credit reporting: education", by: creditCentre),
    CodeListSheet("DEGREE_CREDIT", "征信 学位", "Credit reporting: degrees", by: creditCentre),
    CodeListSheet(
      "ID_TYPE_CREDIT1", "一代征信 个人证件类型",
      "Credit reporting, first generation: documents of persons", by: creditCentre),
    CodeListSheet(
      "ID_TYPE_CREDIT2", "二代征信 个人证件类型", "Credit reporting: documents of persons",
      by: creditCentre),
    CodeListSheet(
      "ID_TYPE_CREDIT2_ENT", "二代征信 企业标识类型",
      "Credit reporting: identifiers of organisations", by: creditCentre),
    CodeListSheet("RESI_CREDIT", "征信 居住状况", "Credit reporting: housing", by: creditCentre),
    CodeListSheet(
      "CPN_TYPE_CREDIT2", "二代征信 单位性质", "Credit reporting: nature of the employer",
      by: creditCentre),
    CodeListSheet(
      "ENT_SCALE_CREDIT", "征信 企业规模", "Credit reporting: size", by: creditCentre),
  ]

  private static let statisticsLists = [
    CodeListSheet("HOLDING_STAT", "统计 控股情况", "Statistics: kinds of control", by: statistics),
    CodeListSheet(
      "REG_TYPE_2011", "企业登记注册类型（2011）", "Registration types of 2011", by: statistics,
      edition: "国统字〔2011〕86号"),
    CodeListSheet(
      "REG_TYPE_2023", "市场主体统计分类（2023）", "Registration types of 2023", by: statistics,
      edition: "国统字〔2023〕14号"),
    CodeListSheet("STAT_ORG_TYPE", "统计 机构类型", "Statistics: kinds of units", by: statistics),
    CodeListSheet("ENT_SIZE_STAT", "统计 单位规模", "Statistics: size", by: statistics),
    CodeListSheet(
      "ENT_STATUS_REGISTRY", "企业登记状态", "Status in the business register",
      by: "国家市场监督管理总局"),
  ]
}
