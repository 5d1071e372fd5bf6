import Records
import References

/// The central bank's account system, found by account number.
///
/// Of several records of one number an open one counts, else the last. The system has
/// settlement accounts of units in yuan (人民币银行结算账户管理办法 第二条、第三条).
package struct AccountRegistry: Sendable {
  package let index: RegistryIndex
  private let numbers: PlaceMap
  /// By record: `AccountStatus` and `AccountNature`; 255 for none.
  private let statuses: FrozenArray<UInt8>
  private let natures: FrozenArray<UInt8>
  /// By record: how many open basic accounts there are of its owner, by credit code; 0 where
  /// that is not known.
  private let basics: FrozenArray<UInt8>
  /// By nature, and by key of the branch: whether the extract has any.
  private let hasNature: FrozenArray<Bool>
  private let branches: PlaceMap
  /// Day before which one in a thousand of the accounts was opened; nil where no day is known.
  /// An extract of what is new has none that are older.
  private let since: Day?

  package var records: JoinedRecords { index.records }
  /// Day the extract speaks of.
  package var asOf: Day { index.asOf }

  /// O(n).
  package init(_ index: RegistryIndex, _ words: AccountWords?) {
    self.index = index
    let records = index.records
    var numbers: [PackedKey?] = []
    var branches: [PackedKey?] = []
    var statuses: [UInt8] = []
    var natures: [UInt8] = []
    var hasNature = [Bool](repeating: false, count: 256)
    var opened: [Day] = []
    for place in 0..<records.count {
      let record = records[place]
      numbers.append(AccountNumber.key(record[.accountNumber]))
      branches.append(Self.branchKey(record[.branch]))
      let status = words?.status(record[.accountStatus])
      statuses.append(status?.rawValue ?? Self.none)
      let nature = words?.nature(record[.accountNature])
      natures.append(nature?.rawValue ?? Self.none)
      if let nature { hasNature[Int(nature.rawValue)] = true }
      if case .day(let day) = DateReading(record[.openedDate]) { opened.append(day) }
    }
    let closed = AccountStatus.closed.rawValue
    self.numbers = PlaceMap(numbers) { later, earlier in
      statuses[later] != closed || statuses[earlier] == closed
    }
    self.branches = PlaceMap(branches)
    basics = FrozenArray(Self.basics(records, statuses, natures))
    opened.sort()
    since = opened.isEmpty ? nil : opened[opened.count / 1000]
    self.statuses = FrozenArray(statuses)
    self.natures = FrozenArray(natures)
    self.hasNature = FrozenArray(hasNature)
  }

  private static let none: UInt8 = 255

  private static func branchKey(_ branch: Span<UInt8>) -> PackedKey? {
    branch.isEmpty ? nil : PackedKey(foldingCase: branch)
  }

  private static func basics(
    _ records: JoinedRecords, _ statuses: [UInt8], _ natures: [UInt8]
  ) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: records.count)
    if !records.carries(.creditCode) { return result }
    func owner(_ place: Int) -> PackedKey? {
      guard natures[place] == AccountNature.basic.rawValue,
        statuses[place] == AccountStatus.normal.rawValue
      else { return nil }
      let code = records[place][.creditCode]
      return code.count == 18 ? PackedKey(foldingCase: code) : nil
    }
    var accounts: [PackedKey: Set<PackedKey>] = [:]
    for place in 0..<records.count {
      guard let owner = owner(place), let number = AccountNumber.key(records[place][.accountNumber])
      else { continue }
      accounts[owner, default: []].insert(number)
    }
    for place in 0..<records.count {
      if let owner = owner(place) { result[place] = UInt8(clamping: accounts[owner]?.count ?? 0) }
    }
    return result
  }

  /// Place of the record with an account number, or nil. O(length).
  package func place(_ number: Span<UInt8>) -> Int? {
    AccountNumber.key(number).flatMap { numbers[$0] }
  }

  /// O(1).
  package func status(_ place: Int) -> AccountStatus? { AccountStatus(rawValue: statuses[place]) }
  /// O(1).
  package func nature(_ place: Int) -> AccountNature? { AccountNature(rawValue: natures[place]) }

  /// Open basic accounts that the system has of the owner of a basic account; 0 where that is
  /// not known. O(1).
  package func basicAccounts(_ place: Int) -> Int { Int(basics[place]) }

  /// Whether the extract has accounts of a nature at all, as far as that can be told. O(1).
  package func covers(_ nature: AccountNature) -> Bool {
    if !records.carries(.accountNature) { return records.count > 0 }
    return AccountNature.allCases.contains {
      hasNature[Int($0.rawValue)] && $0.agrees(with: nature)
    }
  }

  /// Whether the extract has accounts as old as one that was opened on a day. O(1).
  package func covers(openedOn day: Day) -> Bool { since.map { day >= $0 } ?? true }

  /// Whether the extract has accounts of a branch; true where it does not name branches, or
  /// the account has none. O(length).
  package func covers(branch: Span<UInt8>) -> Bool {
    guard records.carries(.branch), let key = Self.branchKey(branch) else { return true }
    return branches[key] != nil
  }
}
