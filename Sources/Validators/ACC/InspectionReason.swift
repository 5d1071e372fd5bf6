import Findings
import Records

/// Why an account is to be inspected, in the order in which an officer is told.
enum InspectionReason: UInt8, CaseIterable, Sendable {
  case deregistered, revoked, unmatched, listed, representativeChanged, nameChanged
  case licenceExpired, documentExpired, severalBasic, nameDiffers, representativeDiffers, idle

  /// The condition of the owner that it is; nil for one of the account.
  var condition: OwnerCondition? {
    switch self {
    case .deregistered: .deregistered
    case .revoked: .revoked
    case .unmatched: .unmatched
    case .listed: .listed
    case .representativeChanged: .representativeChanged
    case .nameChanged: .nameChanged
    case .licenceExpired: .licenceExpired
    case .documentExpired: .representativeDocumentExpired
    case .severalBasic, .nameDiffers, .representativeDiffers, .idle: nil
    }
  }

  /// For the branch officer.
  var title: (zh: StaticString, en: StaticString) {
    switch self {
    case .deregistered: ("存款人已注销", "the owner is deregistered")
    case .revoked: ("存款人被吊销或撤销登记", "the owner's licence is revoked")
    case .unmatched:
      ("存款人在市场主体登记信息中无法核实", "the owner cannot be verified in the business registry")
    case .listed:
      ("存款人列入经营异常名录或严重违法失信名单", "the owner is on the abnormal or serious-violation list")
    case .representativeChanged: ("法定代表人已变更", "the legal representative has changed")
    case .nameChanged: ("企业名称已变更", "the owner's name has changed")
    case .licenceExpired: ("营业执照已过期", "the licence has expired")
    case .documentExpired:
      ("法定代表人证件已过期", "the legal representative's document has expired")
    case .severalBasic:
      ("账户管理系统中有多个基本存款账户", "the account system has several basic accounts")
    case .nameDiffers: ("账户名称与账户管理系统不一致", "the account's name differs from the account system")
    case .representativeDiffers:
      ("法定代表人与账户管理系统不一致", "the legal representative differs from the account system")
    case .idle: ("长期无收付活动", "no movement for long")
    }
  }
}
