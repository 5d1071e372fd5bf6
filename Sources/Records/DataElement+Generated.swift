// swift-format-ignore-file
// Written by `hedui-dev generate` from mappings/elements.csv. Do not edit.

/// The standard meaning of a column, after GB/T 31186 and the regulators' templates.
///
/// A struct and no enum, so that its number is read without a call in other modules.
@frozen public struct DataElement: Hashable, CaseIterable, BitwiseCopyable, Sendable {
  /// Place in `mappings/elements.csv`, from 0.
  public let rawValue: UInt8

  /// The element at a place of the table; the place must be there.
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Every element, in the order of the table.
  public static var allCases: [DataElement] {
    (0..<UInt8(89)).map { DataElement(rawValue: $0) }
  }

  /// 客户编号: customer number.
  @inlinable public static var customerKey: DataElement { DataElement(rawValue: 0) }
  /// 账号: account number.
  @inlinable public static var accountNumber: DataElement { DataElement(rawValue: 1) }
  /// 交易流水号: transaction number.
  @inlinable public static var transactionKey: DataElement { DataElement(rawValue: 2) }
  /// 责任机构: responsible branch.
  @inlinable public static var branch: DataElement { DataElement(rawValue: 3) }
  /// 客户经理: customer manager.
  @inlinable public static var owner: DataElement { DataElement(rawValue: 4) }
  /// 客户名称: name.
  @inlinable public static var name: DataElement { DataElement(rawValue: 5) }
  /// 性别: sex.
  @inlinable public static var sex: DataElement { DataElement(rawValue: 6) }
  /// 出生日期: date of birth.
  @inlinable public static var birthDate: DataElement { DataElement(rawValue: 7) }
  /// 国籍: nationality.
  @inlinable public static var nationality: DataElement { DataElement(rawValue: 8) }
  /// 民族: ethnicity.
  @inlinable public static var ethnicity: DataElement { DataElement(rawValue: 9) }
  /// 证件种类: document type.
  @inlinable public static var documentType: DataElement { DataElement(rawValue: 10) }
  /// 证件号码: document number.
  @inlinable public static var documentNumber: DataElement { DataElement(rawValue: 11) }
  /// 证件签发日期: document issued on.
  @inlinable public static var documentIssueDate: DataElement { DataElement(rawValue: 12) }
  /// 证件有效期至: document valid until.
  @inlinable public static var documentExpiryDate: DataElement { DataElement(rawValue: 13) }
  /// 职业代码: occupation code.
  @inlinable public static var occupationCode: DataElement { DataElement(rawValue: 14) }
  /// 职业: occupation.
  @inlinable public static var occupationText: DataElement { DataElement(rawValue: 15) }
  /// 工作单位: employer.
  @inlinable public static var employer: DataElement { DataElement(rawValue: 16) }
  /// 单位地址: employer address.
  @inlinable public static var employerAddress: DataElement { DataElement(rawValue: 17) }
  /// 职务: position.
  @inlinable public static var position: DataElement { DataElement(rawValue: 18) }
  /// 学历: education.
  @inlinable public static var education: DataElement { DataElement(rawValue: 19) }
  /// 婚姻状况: marital status.
  @inlinable public static var maritalStatus: DataElement { DataElement(rawValue: 20) }
  /// 年收入: annual income.
  @inlinable public static var annualIncome: DataElement { DataElement(rawValue: 21) }
  /// 地址: address.
  @inlinable public static var address: DataElement { DataElement(rawValue: 22) }
  /// 行政区划代码: region code.
  @inlinable public static var regionCode: DataElement { DataElement(rawValue: 23) }
  /// 邮政编码: postcode.
  @inlinable public static var postcode: DataElement { DataElement(rawValue: 24) }
  /// 联系电话: telephone.
  @inlinable public static var phone: DataElement { DataElement(rawValue: 25) }
  /// 电子邮箱: e-mail.
  @inlinable public static var email: DataElement { DataElement(rawValue: 26) }
  /// 建立关系日期: relation since.
  @inlinable public static var openedDate: DataElement { DataElement(rawValue: 27) }
  /// 洗钱风险等级: money-laundering risk level.
  @inlinable public static var riskLevel: DataElement { DataElement(rawValue: 28) }
  /// 代发工资标志: payroll customer.
  @inlinable public static var payroll: DataElement { DataElement(rawValue: 29) }
  /// 统一社会信用代码: unified social credit code.
  @inlinable public static var creditCode: DataElement { DataElement(rawValue: 30) }
  /// 营业执照注册号: business licence number.
  @inlinable public static var licenceNumber: DataElement { DataElement(rawValue: 31) }
  /// 组织机构代码: organisation code.
  @inlinable public static var organisationCode: DataElement { DataElement(rawValue: 32) }
  /// 纳税人识别号: tax number.
  @inlinable public static var taxNumber: DataElement { DataElement(rawValue: 33) }
  /// 营业执照有效期至: licence valid until.
  @inlinable public static var licenceExpiryDate: DataElement { DataElement(rawValue: 34) }
  /// 行业代码: industry code.
  @inlinable public static var industryCode: DataElement { DataElement(rawValue: 35) }
  /// 行业名称: industry name.
  @inlinable public static var industryName: DataElement { DataElement(rawValue: 36) }
  /// 行业代码版本: edition of the industry code.
  @inlinable public static var industryEdition: DataElement { DataElement(rawValue: 37) }
  /// 企业规模: enterprise size.
  @inlinable public static var enterpriseSize: DataElement { DataElement(rawValue: 38) }
  /// 登记注册类型: registration type.
  @inlinable public static var registrationType: DataElement { DataElement(rawValue: 39) }
  /// 从业人员数: number of staff.
  @inlinable public static var staffCount: DataElement { DataElement(rawValue: 40) }
  /// 营业收入: annual revenue.
  @inlinable public static var revenue: DataElement { DataElement(rawValue: 41) }
  /// 资产总额: total assets.
  @inlinable public static var totalAssets: DataElement { DataElement(rawValue: 42) }
  /// 经营范围: business scope.
  @inlinable public static var businessScope: DataElement { DataElement(rawValue: 43) }
  /// 注册资本: registered capital.
  @inlinable public static var registeredCapital: DataElement { DataElement(rawValue: 44) }
  /// 注册资本币种: currency of the capital.
  @inlinable public static var capitalCurrency: DataElement { DataElement(rawValue: 45) }
  /// 成立日期: established on.
  @inlinable public static var establishedDate: DataElement { DataElement(rawValue: 46) }
  /// 法定代表人: legal representative.
  @inlinable public static var legalRepresentative: DataElement { DataElement(rawValue: 47) }
  /// 法定代表人证件种类: legal representative's document type.
  @inlinable public static var legalRepresentativeDocumentType: DataElement { DataElement(rawValue: 48) }
  /// 法定代表人证件号码: legal representative's document number.
  @inlinable public static var legalRepresentativeDocumentNumber: DataElement { DataElement(rawValue: 49) }
  /// 法定代表人证件有效期至: legal representative's document valid until.
  @inlinable public static var legalRepresentativeDocumentExpiryDate: DataElement { DataElement(rawValue: 50) }
  /// 受益所有人: beneficial owner.
  @inlinable public static var beneficialOwner: DataElement { DataElement(rawValue: 51) }
  /// 受益所有人证件种类: beneficial owner's document type.
  @inlinable public static var beneficialOwnerDocumentType: DataElement { DataElement(rawValue: 52) }
  /// 受益所有人证件号码: beneficial owner's document number.
  @inlinable public static var beneficialOwnerDocumentNumber: DataElement { DataElement(rawValue: 53) }
  /// 受益所有人证件有效期至: beneficial owner's document valid until.
  @inlinable public static var beneficialOwnerDocumentExpiryDate: DataElement { DataElement(rawValue: 54) }
  /// 控股股东或实际控制人: controlling shareholder.
  @inlinable public static var controller: DataElement { DataElement(rawValue: 55) }
  /// 登记状态: registration status.
  @inlinable public static var registryStatus: DataElement { DataElement(rawValue: 56) }
  /// 经营期限至: business term until.
  @inlinable public static var termEndDate: DataElement { DataElement(rawValue: 57) }
  /// 曾用名: former name.
  @inlinable public static var formerName: DataElement { DataElement(rawValue: 58) }
  /// 列入日期: listed on.
  @inlinable public static var listedDate: DataElement { DataElement(rawValue: 59) }
  /// 列入原因: reason of the listing.
  @inlinable public static var listingReason: DataElement { DataElement(rawValue: 60) }
  /// 移出日期: taken off the list on.
  @inlinable public static var delistedDate: DataElement { DataElement(rawValue: 61) }
  /// 账户名称: account name.
  @inlinable public static var accountName: DataElement { DataElement(rawValue: 62) }
  /// 账户性质: account nature.
  @inlinable public static var accountNature: DataElement { DataElement(rawValue: 63) }
  /// 账户状态: account status.
  @inlinable public static var accountStatus: DataElement { DataElement(rawValue: 64) }
  /// 币种: currency.
  @inlinable public static var currency: DataElement { DataElement(rawValue: 65) }
  /// 余额: balance.
  @inlinable public static var balance: DataElement { DataElement(rawValue: 66) }
  /// 销户日期: closed on.
  @inlinable public static var closedDate: DataElement { DataElement(rawValue: 67) }
  /// 最近动账日期: last movement on.
  @inlinable public static var lastMovementDate: DataElement { DataElement(rawValue: 68) }
  /// 交易日期: transaction date.
  @inlinable public static var transactionDate: DataElement { DataElement(rawValue: 69) }
  /// 金额: amount.
  @inlinable public static var amount: DataElement { DataElement(rawValue: 70) }
  /// 借贷标志: debit or credit.
  @inlinable public static var direction: DataElement { DataElement(rawValue: 71) }
  /// 对方账号: counterparty account.
  @inlinable public static var counterpartyAccount: DataElement { DataElement(rawValue: 72) }
  /// 对方户名: counterparty name.
  @inlinable public static var counterpartyName: DataElement { DataElement(rawValue: 73) }
  /// 对方行号: counterparty's bank.
  @inlinable public static var counterpartyBank: DataElement { DataElement(rawValue: 74) }
  /// 摘要: purpose.
  @inlinable public static var purpose: DataElement { DataElement(rawValue: 75) }
  /// 业务品种: product.
  @inlinable public static var product: DataElement { DataElement(rawValue: 76) }
  /// 会计科目编号: general-ledger account.
  @inlinable public static var subjectCode: DataElement { DataElement(rawValue: 77) }
  /// 会计日期: accounting day.
  @inlinable public static var bookDate: DataElement { DataElement(rawValue: 78) }
  /// 期初余额: opening balance.
  @inlinable public static var openingBalance: DataElement { DataElement(rawValue: 79) }
  /// 期末余额: closing balance.
  @inlinable public static var closingBalance: DataElement { DataElement(rawValue: 80) }
  /// 余额方向: side of the balance.
  @inlinable public static var balanceDirection: DataElement { DataElement(rawValue: 81) }
  /// 期初借方余额: opening debit balance.
  @inlinable public static var openingDebitBalance: DataElement { DataElement(rawValue: 82) }
  /// 期初贷方余额: opening credit balance.
  @inlinable public static var openingCreditBalance: DataElement { DataElement(rawValue: 83) }
  /// 期末借方余额: closing debit balance.
  @inlinable public static var closingDebitBalance: DataElement { DataElement(rawValue: 84) }
  /// 期末贷方余额: closing credit balance.
  @inlinable public static var closingCreditBalance: DataElement { DataElement(rawValue: 85) }
  /// 借方发生额: debits.
  @inlinable public static var debitTotal: DataElement { DataElement(rawValue: 86) }
  /// 贷方发生额: credits.
  @inlinable public static var creditTotal: DataElement { DataElement(rawValue: 87) }
  /// 登记簿编号: register number.
  @inlinable public static var registerKey: DataElement { DataElement(rawValue: 88) }
}

extension DataElement {
  /// What `mappings/elements.csv` says of every element, in the order of the raw values.
  public static let catalogue: [Facts] = [
    Facts("customer_key", [.person, .organisation, .account, .transaction], zh: "客户编号", en: "customer number",
      type: .text, length: 70, codeList: "", sensitivity: .c2, source: "EAST5 201/203 KHTYBH"),
    Facts("account_number", [.account, .transaction], zh: "账号", en: "account number",
      type: .text, length: 60, codeList: "", sensitivity: .c2, source: "PBOC-AMS acctNo"),
    Facts("transaction_key", [.transaction], zh: "交易流水号", en: "transaction number",
      type: .text, length: 70, codeList: "", sensitivity: .c2, source: ""),
    Facts("branch", [.person, .organisation, .account, .transaction], zh: "责任机构", en: "responsible branch",
      type: .text, length: 30, codeList: "", sensitivity: .c1, source: "EAST5 201 NBJGH"),
    Facts("owner", [.person, .organisation, .account, .transaction], zh: "客户经理", en: "customer manager",
      type: .text, length: 60, codeList: "", sensitivity: .c1, source: ""),
    Facts("name", [.person, .organisation], zh: "客户名称", en: "name",
      type: .text, length: 450, codeList: "", sensitivity: .c2, source: "EAST5 201 KHXM; 203 KHMC"),
    Facts("sex", [.person], zh: "性别", en: "sex",
      type: .code, length: 1, codeList: "GBT2261.1", sensitivity: .c2, source: "EAST5 201 XB"),
    Facts("birth_date", [.person], zh: "出生日期", en: "date of birth",
      type: .date, length: 10, codeList: "", sensitivity: .c2, source: "EAST5 201 CSNY"),
    Facts("nationality", [.person], zh: "国籍", en: "nationality",
      type: .code, length: 3, codeList: "GBT2659", sensitivity: .c2, source: "EAST5 201 GJHDQ"),
    Facts("ethnicity", [.person], zh: "民族", en: "ethnicity",
      type: .code, length: 2, codeList: "GBT3304", sensitivity: .c2, source: "EAST5 201 MZ"),
    Facts("document_type", [.person, .organisation], zh: "证件种类", en: "document type",
      type: .code, length: 4, codeList: "ID_TYPE_4DIGIT", sensitivity: .c2, source: "EAST5 201 ZJLB"),
    Facts("document_number", [.person, .organisation], zh: "证件号码", en: "document number",
      type: .text, length: 70, codeList: "", sensitivity: .c2, source: "EAST5 201 ZJHM"),
    Facts("document_issue_date", [.person], zh: "证件签发日期", en: "document issued on",
      type: .date, length: 10, codeList: "", sensitivity: .c2, source: ""),
    Facts("document_expiry_date", [.person], zh: "证件有效期至", en: "document valid until",
      type: .date, length: 10, codeList: "", sensitivity: .c2, source: "PBOC-AML-300 tb_cst_pers Id_deadline"),
    Facts("occupation_code", [.person], zh: "职业代码", en: "occupation code",
      type: .code, length: 10, codeList: "GBT6565-2015", sensitivity: .c2, source: "EAST5 201 ZY"),
    Facts("occupation_text", [.person], zh: "职业", en: "occupation",
      type: .text, length: 90, codeList: "", sensitivity: .c2, source: "EAST5 201 ZY"),
    Facts("employer", [.person], zh: "工作单位", en: "employer",
      type: .text, length: 450, codeList: "", sensitivity: .c2, source: "EAST5 201 GZDWMC"),
    Facts("employer_address", [.person], zh: "单位地址", en: "employer address",
      type: .text, length: 600, codeList: "", sensitivity: .c2, source: "EAST5 201 GZDWDZ"),
    Facts("position", [.person], zh: "职务", en: "position",
      type: .text, length: 150, codeList: "", sensitivity: .c2, source: "EAST5 201 ZW"),
    Facts("education", [.person], zh: "学历", en: "education",
      type: .code, length: 2, codeList: "GBT4658", sensitivity: .c2, source: "EAST5 201 XL"),
    Facts("marital_status", [.person], zh: "婚姻状况", en: "marital status",
      type: .code, length: 2, codeList: "GBT2261.2", sensitivity: .c2, source: "EAST5 201 SFYH"),
    Facts("annual_income", [.person], zh: "年收入", en: "annual income",
      type: .amount, length: 20, codeList: "", sensitivity: .c2, source: "EAST5 201 GRNSR"),
    Facts("address", [.person, .organisation], zh: "地址", en: "address",
      type: .text, length: 600, codeList: "", sensitivity: .c2, source: "EAST5 201 TXDZ; 203 ZCDZ"),
    Facts("region_code", [.person, .organisation, .account], zh: "行政区划代码", en: "region code",
      type: .code, length: 6, codeList: "GBT2260", sensitivity: .c1, source: "EAST5 203 XZQHDM"),
    Facts("postcode", [.person, .organisation], zh: "邮政编码", en: "postcode",
      type: .text, length: 6, codeList: "", sensitivity: .c1, source: "PBOC-AMS zipCode"),
    Facts("phone", [.person, .organisation], zh: "联系电话", en: "telephone",
      type: .text, length: 70, codeList: "", sensitivity: .c2, source: "EAST5 201 LXDH"),
    Facts("email", [.person, .organisation], zh: "电子邮箱", en: "e-mail",
      type: .text, length: 100, codeList: "", sensitivity: .c2, source: ""),
    Facts("opened_date", [.person, .organisation, .account], zh: "建立关系日期", en: "relation since",
      type: .date, length: 10, codeList: "", sensitivity: .c1, source: "PBOC-AML-300 Open_time"),
    Facts("risk_level", [.person, .organisation], zh: "洗钱风险等级", en: "money-laundering risk level",
      type: .code, length: 2, codeList: "", sensitivity: .c2, source: ""),
    Facts("payroll", [.person], zh: "代发工资标志", en: "payroll customer",
      type: .code, length: 1, codeList: "FLAG01", sensitivity: .c1, source: ""),
    Facts("credit_code", [.organisation, .account], zh: "统一社会信用代码", en: "unified social credit code",
      type: .text, length: 18, codeList: "", sensitivity: .c1, source: "GB 32100-2015"),
    Facts("licence_number", [.organisation], zh: "营业执照注册号", en: "business licence number",
      type: .text, length: 50, codeList: "", sensitivity: .c1, source: "PBOC-AML-300 tb_cst_unit License"),
    Facts("organisation_code", [.organisation], zh: "组织机构代码", en: "organisation code",
      type: .text, length: 10, codeList: "", sensitivity: .c1, source: "GB 11714-1997"),
    Facts("tax_number", [.organisation], zh: "纳税人识别号", en: "tax number",
      type: .text, length: 20, codeList: "", sensitivity: .c1, source: "PBOC-AML-300 tb_cst_unit Tax_no"),
    Facts("licence_expiry_date", [.organisation], zh: "营业执照有效期至", en: "licence valid until",
      type: .date, length: 10, codeList: "", sensitivity: .c1, source: "PBOC-AML-300 tb_cst_unit Id_deadline"),
    Facts("industry_code", [.organisation], zh: "行业代码", en: "industry code",
      type: .code, length: 5, codeList: "GBT4754", sensitivity: .c1, source: "EAST5 203 SSHY"),
    Facts("industry_name", [.organisation], zh: "行业名称", en: "industry name",
      type: .text, length: 90, codeList: "", sensitivity: .c1, source: ""),
    Facts("industry_edition", [.organisation], zh: "行业代码版本", en: "edition of the industry code",
      type: .text, length: 10, codeList: "", sensitivity: .c1, source: ""),
    Facts("enterprise_size", [.organisation], zh: "企业规模", en: "enterprise size",
      type: .code, length: 2, codeList: "ENT_SIZE_STAT", sensitivity: .c1, source: "EAST5 203 QYFL"),
    Facts("registration_type", [.organisation], zh: "登记注册类型", en: "registration type",
      type: .code, length: 3, codeList: "REG_TYPE_2023", sensitivity: .c1, source: ""),
    Facts("staff_count", [.organisation], zh: "从业人员数", en: "number of staff",
      type: .integer, length: 9, codeList: "", sensitivity: .c1, source: "EAST5 203 YGRS"),
    Facts("revenue", [.organisation], zh: "营业收入", en: "annual revenue",
      type: .amount, length: 20, codeList: "", sensitivity: .c2, source: ""),
    Facts("total_assets", [.organisation], zh: "资产总额", en: "total assets",
      type: .amount, length: 20, codeList: "", sensitivity: .c2, source: ""),
    Facts("business_scope", [.organisation], zh: "经营范围", en: "business scope",
      type: .text, length: 3000, codeList: "", sensitivity: .c1, source: "EAST5 203 JYFW"),
    Facts("registered_capital", [.organisation], zh: "注册资本", en: "registered capital",
      type: .amount, length: 20, codeList: "", sensitivity: .c1, source: "EAST5 203 ZCZB"),
    Facts("capital_currency", [.organisation], zh: "注册资本币种", en: "currency of the capital",
      type: .code, length: 3, codeList: "", sensitivity: .c1, source: "EAST5 203 ZCZBBZ"),
    Facts("established_date", [.organisation], zh: "成立日期", en: "established on",
      type: .date, length: 10, codeList: "", sensitivity: .c1, source: "EAST5 203 CLRQ"),
    Facts("legal_representative", [.organisation, .account], zh: "法定代表人", en: "legal representative",
      type: .text, length: 150, codeList: "", sensitivity: .c2, source: "EAST5 203 FRDB"),
    Facts("legal_representative_document_type", [.organisation], zh: "法定代表人证件种类", en: "legal representative's document type",
      type: .code, length: 4, codeList: "ID_TYPE_4DIGIT", sensitivity: .c2, source: "EAST5 203 FRDBZJLB"),
    Facts("legal_representative_document_number", [.organisation, .account], zh: "法定代表人证件号码", en: "legal representative's document number",
      type: .text, length: 70, codeList: "", sensitivity: .c2, source: "EAST5 203 FRDBZJHM"),
    Facts("legal_representative_document_expiry_date", [.organisation], zh: "法定代表人证件有效期至", en: "legal representative's document valid until",
      type: .date, length: 10, codeList: "", sensitivity: .c2, source: "PBOC-AML-300 tb_cst_unit Id_deadline2"),
    Facts("beneficial_owner", [.organisation], zh: "受益所有人", en: "beneficial owner",
      type: .text, length: 150, codeList: "", sensitivity: .c2, source: "反洗钱法 第二十九条"),
    Facts("beneficial_owner_document_type", [.organisation], zh: "受益所有人证件种类", en: "beneficial owner's document type",
      type: .code, length: 4, codeList: "ID_TYPE_4DIGIT", sensitivity: .c2, source: ""),
    Facts("beneficial_owner_document_number", [.organisation], zh: "受益所有人证件号码", en: "beneficial owner's document number",
      type: .text, length: 70, codeList: "", sensitivity: .c2, source: ""),
    Facts("beneficial_owner_document_expiry_date", [.organisation], zh: "受益所有人证件有效期至", en: "beneficial owner's document valid until",
      type: .date, length: 10, codeList: "", sensitivity: .c2, source: ""),
    Facts("controller", [.organisation], zh: "控股股东或实际控制人", en: "controlling shareholder",
      type: .text, length: 150, codeList: "", sensitivity: .c2, source: "PBOC-AML-300 tb_cst_unit Man_name"),
    Facts("registry_status", [.organisation], zh: "登记状态", en: "registration status",
      type: .text, length: 20, codeList: "ENT_STATUS_REGISTRY", sensitivity: .c1, source: ""),
    Facts("term_end_date", [.organisation], zh: "经营期限至", en: "business term until",
      type: .date, length: 10, codeList: "", sensitivity: .c1, source: "市场主体登记管理条例 第九条"),
    Facts("former_name", [.organisation], zh: "曾用名", en: "former name",
      type: .text, length: 450, codeList: "", sensitivity: .c1, source: ""),
    Facts("listed_date", [.organisation], zh: "列入日期", en: "listed on",
      type: .date, length: 10, codeList: "", sensitivity: .c1, source: "市场监督管理严重违法失信名单管理办法（总局令第44号）"),
    Facts("listing_reason", [.organisation], zh: "列入原因", en: "reason of the listing",
      type: .text, length: 600, codeList: "", sensitivity: .c1, source: "企业信息公示暂行条例"),
    Facts("delisted_date", [.organisation], zh: "移出日期", en: "taken off the list on",
      type: .date, length: 10, codeList: "", sensitivity: .c1, source: "企业信息公示暂行条例"),
    Facts("account_name", [.account], zh: "账户名称", en: "account name",
      type: .text, length: 450, codeList: "", sensitivity: .c2, source: "PBOC-AMS acctName"),
    Facts("account_nature", [.account], zh: "账户性质", en: "account nature",
      type: .code, length: 20, codeList: "AMS_ACCT_NATURE", sensitivity: .c1, source: "PBOC-AMS acctType"),
    Facts("account_status", [.account], zh: "账户状态", en: "account status",
      type: .code, length: 10, codeList: "AMS_ACCT_STATUS", sensitivity: .c1, source: "PBOC-AMS accountStatus"),
    Facts("currency", [.account, .transaction], zh: "币种", en: "currency",
      type: .code, length: 3, codeList: "", sensitivity: .c1, source: ""),
    Facts("balance", [.account], zh: "余额", en: "balance",
      type: .amount, length: 20, codeList: "", sensitivity: .c2, source: ""),
    Facts("closed_date", [.account], zh: "销户日期", en: "closed on",
      type: .date, length: 10, codeList: "", sensitivity: .c1, source: "PBOC-AMS cancelDate"),
    Facts("last_movement_date", [.account], zh: "最近动账日期", en: "last movement on",
      type: .date, length: 10, codeList: "", sensitivity: .c1, source: ""),
    Facts("transaction_date", [.transaction], zh: "交易日期", en: "transaction date",
      type: .date, length: 10, codeList: "", sensitivity: .c2, source: ""),
    Facts("amount", [.transaction], zh: "金额", en: "amount",
      type: .amount, length: 20, codeList: "", sensitivity: .c2, source: ""),
    Facts("direction", [.transaction], zh: "借贷标志", en: "debit or credit",
      type: .code, length: 1, codeList: "", sensitivity: .c1, source: ""),
    Facts("counterparty_account", [.transaction], zh: "对方账号", en: "counterparty account",
      type: .text, length: 60, codeList: "", sensitivity: .c2, source: ""),
    Facts("counterparty_name", [.transaction], zh: "对方户名", en: "counterparty name",
      type: .text, length: 450, codeList: "", sensitivity: .c2, source: ""),
    Facts("counterparty_bank", [.transaction], zh: "对方行号", en: "counterparty's bank",
      type: .text, length: 30, codeList: "", sensitivity: .c1, source: "EAST5 对方行号"),
    Facts("purpose", [.transaction], zh: "摘要", en: "purpose",
      type: .text, length: 600, codeList: "", sensitivity: .c2, source: ""),
    Facts("product", [.transaction], zh: "业务品种", en: "product",
      type: .text, length: 60, codeList: "", sensitivity: .c1, source: ""),
    Facts("subject_code", [.account, .transaction], zh: "会计科目编号", en: "general-ledger account",
      type: .text, length: 60, codeList: "", sensitivity: .c1, source: "EAST5 401 KJKMBH"),
    Facts("book_date", [.account], zh: "会计日期", en: "accounting day",
      type: .date, length: 10, codeList: "", sensitivity: .c1, source: "EAST5 401 KJRQ"),
    Facts("opening_balance", [.account], zh: "期初余额", en: "opening balance",
      type: .amount, length: 20, codeList: "", sensitivity: .c2, source: ""),
    Facts("closing_balance", [.account], zh: "期末余额", en: "closing balance",
      type: .amount, length: 20, codeList: "", sensitivity: .c2, source: ""),
    Facts("balance_direction", [.account], zh: "余额方向", en: "side of the balance",
      type: .code, length: 1, codeList: "", sensitivity: .c1, source: "EAST5 407 JDBZ"),
    Facts("opening_debit_balance", [.account], zh: "期初借方余额", en: "opening debit balance",
      type: .amount, length: 20, codeList: "", sensitivity: .c2, source: "EAST5 401 QCJFYE"),
    Facts("opening_credit_balance", [.account], zh: "期初贷方余额", en: "opening credit balance",
      type: .amount, length: 20, codeList: "", sensitivity: .c2, source: "EAST5 401 QCDFYE"),
    Facts("closing_debit_balance", [.account], zh: "期末借方余额", en: "closing debit balance",
      type: .amount, length: 20, codeList: "", sensitivity: .c2, source: "EAST5 401 QMJFYE"),
    Facts("closing_credit_balance", [.account], zh: "期末贷方余额", en: "closing credit balance",
      type: .amount, length: 20, codeList: "", sensitivity: .c2, source: "EAST5 401 QMDFYE"),
    Facts("debit_total", [.account, .transaction], zh: "借方发生额", en: "debits",
      type: .amount, length: 20, codeList: "", sensitivity: .c2, source: "EAST5 401 JFFSE"),
    Facts("credit_total", [.account, .transaction], zh: "贷方发生额", en: "credits",
      type: .amount, length: 20, codeList: "", sensitivity: .c2, source: "EAST5 401 DFFSE"),
    Facts("register_key", [.transaction], zh: "登记簿编号", en: "register number",
      type: .text, length: 70, codeList: "", sensitivity: .c2, source: ""),
  ]
}
