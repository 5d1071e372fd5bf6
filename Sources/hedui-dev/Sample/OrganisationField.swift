/// Columns of the extract of organisations, in the order in which they stand.
enum OrganisationField: Int, CaseIterable, Sendable {
  case customerKey, name, creditCode, licenceNumber, licenceExpiryDate, industryCode, industryName
  case industryEdition, enterpriseSize, registrationType, staffCount, revenue, totalAssets
  case businessScope, registeredCapital, capitalCurrency, establishedDate, legalRepresentative
  case legalRepresentativeDocumentType, legalRepresentativeDocumentNumber
  case legalRepresentativeDocumentExpiryDate, beneficialOwner, beneficialOwnerDocumentType
  case beneficialOwnerDocumentNumber, beneficialOwnerDocumentExpiryDate, address, regionCode
  case postcode, phone, email, openedDate, riskLevel, branch, owner

  /// Title in the header, as a report tool exports it; and the data element.
  private var names: (title: String, element: String) {
    switch self {
    case .customerKey: ("客户号", "customer_key")
    case .name: ("客户名称", "name")
    case .creditCode: ("统一社会信用代码", "credit_code")
    case .licenceNumber: ("营业执照注册号", "licence_number")
    case .licenceExpiryDate: ("执照到期日", "licence_expiry_date")
    case .industryCode: ("行业代码", "industry_code")
    case .industryName: ("行业名称", "industry_name")
    case .industryEdition: ("行业代码版本", "industry_edition")
    case .enterpriseSize: ("企业规模", "enterprise_size")
    case .registrationType: ("登记注册类型", "registration_type")
    case .staffCount: ("从业人数", "staff_count")
    case .revenue: ("年营业收入", "revenue")
    case .totalAssets: ("资产总额", "total_assets")
    case .businessScope: ("经营范围", "business_scope")
    case .registeredCapital: ("注册资本", "registered_capital")
    case .capitalCurrency: ("注册币种", "capital_currency")
    case .establishedDate: ("成立日期", "established_date")
    case .legalRepresentative: ("法定代表人", "legal_representative")
    case .legalRepresentativeDocumentType: ("法人证件类型", "legal_representative_document_type")
    case .legalRepresentativeDocumentNumber:
      ("法人证件号码", "legal_representative_document_number")
    case .legalRepresentativeDocumentExpiryDate:
      ("法人证件到期日", "legal_representative_document_expiry_date")
    case .beneficialOwner: ("受益所有人", "beneficial_owner")
    case .beneficialOwnerDocumentType: ("受益人证件类型", "beneficial_owner_document_type")
    case .beneficialOwnerDocumentNumber: ("受益人证件号码", "beneficial_owner_document_number")
    case .beneficialOwnerDocumentExpiryDate:
      ("受益人证件到期日", "beneficial_owner_document_expiry_date")
    case .address: ("注册地址", "address")
    case .regionCode: ("行政区划", "region_code")
    case .postcode: ("邮编", "postcode")
    case .phone: ("联系电话", "phone")
    case .email: ("电子邮箱", "email")
    case .openedDate: ("开户日期", "opened_date")
    case .riskLevel: ("洗钱风险等级", "risk_level")
    case .branch: ("开户机构", "branch")
    case .owner: ("客户经理", "owner")
    }
  }

  var title: String { names.title }
  /// Name of the data element.
  var element: String { names.element }
}
