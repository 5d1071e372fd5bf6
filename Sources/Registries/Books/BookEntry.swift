import Records

/// An entry of a register or of the postings as it is matched. 64 bytes; may go to the disk.
package struct BookEntry: BitwiseCopyable, Sendable, Equatable {
  /// The key that both sides share; no bits for none.
  package let key: PackedKey
  /// Names the entry: entries are put in order by it, wherever they stand in the files.
  package let identity: PackedKey
  /// The account, where both sides have one; no bits otherwise.
  package let account: PackedKey
  /// In the smallest unit of the currency; debits positive where both sides tell directions.
  package let amount: Int64
  package let currency: BookCurrency
  package let day: Day
  package let place: BookPlace
  package let isRegister: Bool

  package init(
    key: PackedKey, identity: PackedKey, account: PackedKey, amount: Int64,
    currency: BookCurrency, day: Day, place: BookPlace, isRegister: Bool
  ) {
    self.key = key
    self.identity = identity
    self.account = account
    self.amount = amount
    self.currency = currency
    self.day = day
    self.place = place
    self.isRegister = isRegister
  }

  package static let noKey = PackedKey(high: 0, low: 0)

  /// Well mixed bits of what entries have to agree on before anything else: entries with
  /// different bits of it never belong together, unless one of them lacks a key.
  package var partition: UInt64 {
    let word = key == Self.noKey ? UInt64(bitPattern: amount) : key.mixed
    return PackedKey(high: word ^ UInt64(currency.code) << 32, low: account.mixed).mixed
  }
}
