import Records

/// What banks and the account system call the status and the nature of an account.
///
/// Codes and names of `AMS_ACCT_STATUS` and `AMS_ACCT_NATURE`, and the other words of
/// `keywords/account-words.csv`. Blanks, widths and brackets make no difference.
package struct AccountWords: Reference {
  package static let name = "account-words"
  package static let tables = [
    "codes/lists/ams_acct_nature.csv", "codes/lists/ams_acct_status.csv",
    "keywords/account-words.csv",
  ]

  private struct Storage: Sendable {
    /// Raw values by word.
    let statuses: FrozenHashTable
    let natures: FrozenHashTable
  }

  private let storage: FrozenBox<Storage>

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    var statuses: [(UInt64, Int32)] = []
    var natures: [(UInt64, Int32)] = []
    func add(_ word: Span<UInt8>, _ code: String, isStatus: Bool) -> Bool {
      let hash = FoldedText.hash(word)
      if isStatus {
        guard let status = AccountStatus(code: code) else { return false }
        statuses.append((hash, Int32(status.rawValue)))
      } else {
        guard let nature = AccountNature(code: code) else { return false }
        natures.append((hash, Int32(nature.rawValue)))
      }
      return true
    }
    for (place, isStatus) in [(0, false), (1, true)] {
      let table = try ReferenceTable(Self.tables[place], from: folder)
      let (code, name) = (try table.column("code"), try table.column("name"))
      for row in 0..<table.count {
        let text = table.text(row, code)
        guard table.read(row, code, { add($0, text, isStatus: isStatus) }),
          table.read(row, name, { add($0, text, isStatus: isStatus) })
        else { throw table.fault(row, .badValue(column: "code")) }
      }
    }
    let table = try ReferenceTable(Self.tables[2], from: folder)
    let (element, word) = (try table.column("element"), try table.column("word"))
    let code = try table.column("stands_for")
    for row in 0..<table.count {
      let isStatus: Bool
      switch table.text(row, element) {
      case "account_status": isStatus = true
      case "account_nature": isStatus = false
      default: throw table.fault(row, .badValue(column: "element"))
      }
      let text = table.text(row, code)
      guard table.read(row, word, { add($0, text, isStatus: isStatus) }) else {
        throw table.fault(row, .badValue(column: "stands_for"))
      }
    }
    storage = FrozenBox(
      Storage(statuses: FrozenHashTable(statuses), natures: FrozenHashTable(natures)))
  }

  /// The status that a word stands for; nil for an empty or unknown one. O(length).
  package func status(_ word: Span<UInt8>) -> AccountStatus? {
    if word.isEmpty || word.count > 200 { return nil }
    return storage.value.statuses[FoldedText.hash(word)].flatMap {
      AccountStatus(rawValue: UInt8($0))
    }
  }

  /// The nature that a word stands for; nil for an empty or unknown one. O(length).
  package func nature(_ word: Span<UInt8>) -> AccountNature? {
    if word.isEmpty || word.count > 200 { return nil }
    return storage.value.natures[FoldedText.hash(word)].flatMap {
      AccountNature(rawValue: UInt8($0))
    }
  }
}

/// Where an account stands in its life, however it is worded.
package enum AccountStatus: UInt8, BitwiseCopyable, Sendable, CaseIterable {
  /// 正常: open. A frozen account is open too.
  case normal
  /// 久悬: unclaimed, moved to the suspended accounts.
  case suspended
  /// 撤销, 销户.
  case closed
  /// 不动户: open, but nothing has happened for long; some systems call it suspended.
  case dormant
  /// Not yet in use: awaiting approval or activation.
  case pending

  /// The status with a code of the tables.
  init?(code: String) {
    switch code {
    case "normal": self = .normal
    case "suspend": self = .suspended
    case "revoke": self = .closed
    case "dormant": self = .dormant
    case "pending": self = .pending
    default: return nil
    }
  }

  /// Whether both words may stand for the same standing.
  package func agrees(with other: AccountStatus) -> Bool {
    if self == other { return true }
    let both = (self, other)
    switch both {
    case (.dormant, .normal), (.dormant, .suspended), (.normal, .dormant), (.suspended, .dormant):
      return true
    default: return false
    }
  }
}

/// The kind of settlement account of a unit (人民币银行结算账户管理办法 第三条).
package enum AccountNature: UInt8, BitwiseCopyable, Sendable, CaseIterable {
  case basic, general
  /// Dedicated accounts: of budget units, of others, of special units.
  case budget, nonBudget, special
  /// Temporary accounts: of temporary bodies, and of others.
  case temporaryBody, temporary
  /// 专用存款账户 and 临时存款账户 without saying which.
  case anyDedicated, anyTemporary
  /// No settlement account of a unit: savings, deposits, loans, internal accounts.
  case none

  /// The nature with a code of the tables.
  init?(code: String) {
    switch code {
    case "jiben": self = .basic
    case "yiban": self = .general
    case "yusuan": self = .budget
    case "feiyusuan": self = .nonBudget
    case "teshu": self = .special
    case "linshi": self = .temporaryBody
    case "feilinshi": self = .temporary
    case "zhuanyong": self = .anyDedicated
    case "lins": self = .anyTemporary
    case "none": self = .none
    default: return nil
    }
  }

  /// Whether both words may stand for the same kind.
  package func agrees(with other: AccountNature) -> Bool {
    self == other || self == other.group || group == other
  }

  /// The word that stands for it and its like.
  private var group: AccountNature {
    switch self {
    case .budget, .nonBudget, .special: .anyDedicated
    case .temporaryBody, .temporary: .anyTemporary
    default: self
    }
  }
}
