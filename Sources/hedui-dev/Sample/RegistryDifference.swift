/// One way in which the registry or a list speaks against the record of an organisation that
/// is otherwise without fault.
///
/// Kept apart from `OrganisationFault`, so that a new one leaves the faults of all other
/// organisations as they are.
enum RegistryDifference: Int, CaseIterable, Sendable {
  case addressMoved, capitalRaised, termEnded, scopeWidened, typeChanged, industryOther
  case abnormalListed, violationListed, movedOut, codeOfAnother
}

/// An entry of the list of abnormal operations or of serious violations.
struct ListRow: Sendable {
  enum List: Sendable { case abnormal, violations }

  let list: List
  let creditCode: String
  let name: String
  let listed: String
  let reason: String
  /// Empty where the entry is in force.
  let delisted: String

  static let reasons: [List: [String]] = [
    .abnormal: [
      "未按规定期限公示年度报告", "通过登记的住所或者经营场所无法联系", "公示企业信息隐瞒真实情况、弄虚作假",
    ],
    .violations: ["提交虚假材料取得市场主体登记", "拒不履行行政处罚决定"],
  ]
}
