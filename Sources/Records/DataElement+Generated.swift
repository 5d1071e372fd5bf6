// swift-format-ignore-file
// Written by `hedui-dev generate` from mappings/elements.csv. Do not edit.

/// The standard meaning of a column, after GB/T 31186 and the regulators' templates.
/// The raw value is the place in `mappings/elements.csv`.
package enum DataElement: UInt8, CaseIterable, Sendable {
  /// 客户编号: customer number.
  case customerKey
  /// 账号: account number.
  case accountNumber
  /// 交易流水号: transaction number.
  case transactionKey
  /// 责任机构: responsible branch.
  case branch
  /// 客户经理: customer manager.
  case owner
  /// 客户名称: name.
  case name
  /// 性别: sex.
  case sex
  /// 出生日期: date of birth.
  case birthDate
  /// 国籍: nationality.
  case nationality
  /// 民族: ethnicity.
  case ethnicity
  /// 证件种类: document type.
  case documentType
  /// 证件号码: document number.
  case documentNumber
  /// 证件签发日期: document issued on.
  case documentIssueDate
  /// 证件有效期至: document valid until.
  case documentExpiryDate
  /// 职业代码: occupation code.
  case occupationCode
  /// 职业: occupation.
  case occupationText
  /// 工作单位: employer.
  case employer
  /// 单位地址: employer address.
  case employerAddress
  /// 职务: position.
  case position
  /// 学历: education.
  case education
  /// 婚姻状况: marital status.
  case maritalStatus
  /// 年收入: annual income.
  case annualIncome
  /// 地址: address.
  case address
  /// 行政区划代码: region code.
  case regionCode
  /// 邮政编码: postcode.
  case postcode
  /// 联系电话: telephone.
  case phone
  /// 电子邮箱: e-mail.
  case email
  /// 建立关系日期: relation since.
  case openedDate
  /// 洗钱风险等级: money-laundering risk level.
  case riskLevel
  /// 代发工资标志: payroll customer.
  case payroll
  /// 统一社会信用代码: unified social credit code.
  case creditCode
  /// 营业执照注册号: business licence number.
  case licenceNumber
  /// 组织机构代码: organisation code.
  case organisationCode
  /// 纳税人识别号: tax number.
  case taxNumber
  /// 营业执照有效期至: licence valid until.
  case licenceExpiryDate
  /// 行业代码: industry code.
  case industryCode
  /// 行业名称: industry name.
  case industryName
  /// 行业代码版本: edition of the industry code.
  case industryEdition
  /// 企业规模: enterprise size.
  case enterpriseSize
  /// 登记注册类型: registration type.
  case registrationType
  /// 从业人员数: number of staff.
  case staffCount
  /// 营业收入: annual revenue.
  case revenue
  /// 资产总额: total assets.
  case totalAssets
  /// 经营范围: business scope.
  case businessScope
  /// 注册资本: registered capital.
  case registeredCapital
  /// 注册资本币种: currency of the capital.
  case capitalCurrency
  /// 成立日期: established on.
  case establishedDate
  /// 法定代表人: legal representative.
  case legalRepresentative
  /// 法定代表人证件种类: legal representative's document type.
  case legalRepresentativeDocumentType
  /// 法定代表人证件号码: legal representative's document number.
  case legalRepresentativeDocumentNumber
  /// 法定代表人证件有效期至: legal representative's document valid until.
  case legalRepresentativeDocumentExpiryDate
  /// 受益所有人: beneficial owner.
  case beneficialOwner
  /// 受益所有人证件种类: beneficial owner's document type.
  case beneficialOwnerDocumentType
  /// 受益所有人证件号码: beneficial owner's document number.
  case beneficialOwnerDocumentNumber
  /// 受益所有人证件有效期至: beneficial owner's document valid until.
  case beneficialOwnerDocumentExpiryDate
  /// 控股股东或实际控制人: controlling shareholder.
  case controller
  /// 登记状态: registration status.
  case registryStatus
  /// 经营期限至: business term until.
  case termEndDate
  /// 曾用名: former name.
  case formerName
  /// 账户名称: account name.
  case accountName
  /// 账户性质: account nature.
  case accountNature
  /// 账户状态: account status.
  case accountStatus
  /// 币种: currency.
  case currency
  /// 余额: balance.
  case balance
  /// 销户日期: closed on.
  case closedDate
  /// 最近动账日期: last movement on.
  case lastMovementDate
  /// 交易日期: transaction date.
  case transactionDate
  /// 金额: amount.
  case amount
  /// 借贷标志: debit or credit.
  case direction
  /// 对方账号: counterparty account.
  case counterpartyAccount
  /// 对方户名: counterparty name.
  case counterpartyName
  /// 摘要: purpose.
  case purpose
  /// 业务品种: product.
  case product
}

extension DataElement {
  /// What `mappings/elements.csv` says of every element, in the order of the raw values.
  package static let catalogue: [Facts] = [
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
    Facts("purpose", [.transaction], zh: "摘要", en: "purpose",
      type: .text, length: 600, codeList: "", sensitivity: .c2, source: ""),
    Facts("product", [.transaction], zh: "业务品种", en: "product",
      type: .text, length: 60, codeList: "", sensitivity: .c1, source: ""),
  ]
}
