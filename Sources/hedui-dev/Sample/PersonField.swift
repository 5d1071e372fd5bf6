/// Columns of the extract of persons, in the order in which they stand.
enum PersonField: Int, CaseIterable, Sendable {
  case customerKey, name, sex, birthDate, nationality, documentType, documentNumber
  case documentExpiryDate, occupationCode, occupationText, employer, address, regionCode, postcode
  case phone, email, riskLevel, payroll, openedDate, branch, owner

  /// Title in the header, as a core banking system has it.
  var title: String {
    switch self {
    case .customerKey: "CUST_NO"
    case .name: "CUST_NM"
    case .sex: "SEX_CD"
    case .birthDate: "BRTH_DT"
    case .nationality: "NATN_CD"
    case .documentType: "CERT_TYP_CD"
    case .documentNumber: "CERT_NO"
    case .documentExpiryDate: "CERT_EXPD_DT"
    case .occupationCode: "OCPN_CD"
    case .occupationText: "OCPN_DESC"
    case .employer: "WORK_UNIT_NM"
    case .address: "HOME_ADDR"
    case .regionCode: "RGN_CD"
    case .postcode: "POST_CD"
    case .phone: "MOBL_NO"
    case .email: "EMAIL_ADDR"
    case .riskLevel: "AML_RISK_LVL"
    case .payroll: "PAYROLL_FLG"
    case .openedDate: "OPEN_DT"
    case .branch: "BLNG_ORG_NO"
    case .owner: "CUST_MGR_NO"
    }
  }

  /// Name of the data element.
  var element: String {
    switch self {
    case .customerKey: "customer_key"
    case .name: "name"
    case .sex: "sex"
    case .birthDate: "birth_date"
    case .nationality: "nationality"
    case .documentType: "document_type"
    case .documentNumber: "document_number"
    case .documentExpiryDate: "document_expiry_date"
    case .occupationCode: "occupation_code"
    case .occupationText: "occupation_text"
    case .employer: "employer"
    case .address: "address"
    case .regionCode: "region_code"
    case .postcode: "postcode"
    case .phone: "phone"
    case .email: "email"
    case .riskLevel: "risk_level"
    case .payroll: "payroll"
    case .openedDate: "opened_date"
    case .branch: "branch"
    case .owner: "owner"
    }
  }
}
