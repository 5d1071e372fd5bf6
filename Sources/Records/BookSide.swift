/// One of the records of the same money that a bank keeps and that have to agree.
public enum BookSide: String, CaseIterable, Sendable, Comparable {
  /// Totals by subject: 总账.
  case general
  /// Totals by account: 分户账.
  case sub
  /// Single entries: 明细账.
  case details
  /// What was written down to be cleared later: 登记簿.
  case register
  /// Entries of the account that the register belongs to.
  case postings

  /// The kind of record that the side consists of.
  public var party: Party {
    switch self {
    case .general, .sub: .account
    case .details, .register, .postings: .transaction
    }
  }

  /// What people call it.
  public var title: Text {
    switch self {
    case .general: Text(zh: "总账", en: "general ledger")
    case .sub: Text(zh: "分户账", en: "sub-ledger")
    case .details: Text(zh: "明细账", en: "details")
    case .register: Text(zh: "登记簿", en: "register")
    case .postings: Text(zh: "记账流水", en: "postings")
    }
  }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// From the general ledger down.
  public static func < (a: BookSide, b: BookSide) -> Bool { a.place < b.place }
}
