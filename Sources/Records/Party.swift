/// The kind of thing that a record describes.
public enum Party: String, CaseIterable, Sendable, Comparable {
  case person, organisation, account, transaction

  /// The element that identifies a record of this kind in the bank.
  public var keyElement: DataElement {
    switch self {
    case .person, .organisation: .customerKey
    case .account: .accountNumber
    case .transaction: .transactionKey
    }
  }

  /// The element that says what people call a record of this kind.
  public var nameElement: DataElement {
    switch self {
    case .person, .organisation: .name
    case .account: .accountName
    case .transaction: .counterpartyName
    }
  }

  /// What people call it.
  public var title: Text {
    switch self {
    case .person: Text(zh: "个人客户", en: "person")
    case .organisation: Text(zh: "对公客户", en: "organisation")
    case .account: Text(zh: "账户", en: "account")
    case .transaction: Text(zh: "内部账户交易", en: "internal-account transaction")
    }
  }

  /// Persons first, transactions last.
  public static func < (a: Party, b: Party) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}
