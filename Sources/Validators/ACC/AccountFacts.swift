import Findings
import Records
import References
import Registries

/// What the ACC rules work out of an account once: its status and nature, its place in the
/// account system, its owner.
package struct AccountFacts: Sendable {
  private static let none: UInt8 = 255
  private var knowsWords = false
  private var theStatus = Self.none
  private var theNature = Self.none
  /// Place in the account system, and of the owner: -2 not looked for, -1 none.
  private var place: Int32 = -2
  private var ownerPlace: Int32 = -2

  package init() {}

  private mutating func readWords(_ record: RecordView, _ words: AccountWords, _ asOf: Day) {
    knowsWords = true
    theNature = words.nature(record[.accountNature])?.rawValue ?? Self.none
    if let status = words.status(record[.accountStatus]) {
      theStatus = status.rawValue
    } else if record[.accountStatus].isEmpty, case .day(let day) = DateReading(record[.closedDate]),
      day <= asOf, day > Expiry.blank
    {
      theStatus = AccountStatus.closed.rawValue
    }
  }

  /// Where the account stands; nil where its word is empty or not known, and it has no day on
  /// which it was closed.
  package mutating func status(
    _ record: RecordView, _ words: AccountWords, _ asOf: Day
  ) -> AccountStatus? {
    if !knowsWords { readWords(record, words, asOf) }
    return AccountStatus(rawValue: theStatus)
  }

  /// The account's nature; nil where its word is empty or not known.
  package mutating func nature(
    _ record: RecordView, _ words: AccountWords, _ asOf: Day
  ) -> AccountNature? {
    if !knowsWords { readWords(record, words, asOf) }
    return AccountNature(rawValue: theNature)
  }

  /// Place of the account in the account system, or nil. Looked up by account number alone.
  package mutating func place(
    _ record: RecordView, in registry: FrozenBox<AccountRegistry>
  ) -> Int? {
    if place == -2 { place = Int32(registry.value.place(record[.accountNumber]) ?? -1) }
    return place < 0 ? nil : Int(place)
  }

  /// Place of the account's owner among the organisations of the run, or nil.
  package mutating func owner(_ record: RecordView, in owners: FrozenBox<OwnerTable>) -> Int? {
    if ownerPlace == -2 { ownerPlace = Int32(owners.value.place(record[.customerKey]) ?? -1) }
    return ownerPlace < 0 ? nil : Int(ownerPlace)
  }
}

/// What every ACC rule needs to read an account.
struct AccountReader: Sendable {
  /// nil where the tables of words are not there.
  let words: AccountWords?
  let asOf: Day

  init(_ context: Context) {
    words = context.reference(AccountWords.self)
    asOf = context.asOf
  }

  /// Whether the account is one that the account system has: a settlement account of a unit,
  /// in yuan. `nil` where that cannot be told.
  func isInScope(_ record: RecordView, _ facts: inout Facts) -> Bool? {
    if !record[.currency].isEmpty {
      guard let currency = Currency(record[.currency]) else { return nil }
      if currency != .cny { return false }
    }
    guard let words, let nature = facts.account.nature(record, words, asOf) else { return nil }
    return nature != .none
  }

  func status(_ record: RecordView, _ facts: inout Facts) -> AccountStatus? {
    words.flatMap { facts.account.status(record, $0, asOf) }
  }

  func nature(_ record: RecordView, _ facts: inout Facts) -> AccountNature? {
    words.flatMap { facts.account.nature(record, $0, asOf) }
  }

  /// Why an account cannot be judged whose status or nature is not known.
  var obstacle: Obstacle { words == nil ? .referenceMissing : .cellUnreadable }
}
