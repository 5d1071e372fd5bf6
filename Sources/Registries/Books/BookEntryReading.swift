import Records

/// Reads the entries of a register or of postings as they are matched.
package struct BookEntryReading: Sendable {
  /// What a record says.
  package enum Row: Sendable, Equatable {
    case entry(BookEntry)
    /// A total of all currencies.
    case total
    /// Without an amount, day or currency that can be read.
    case unreadable
  }

  package let side: BookSide
  private let reading: BookReading
  /// The element by which entries belong together; nil where amounts and days alone tell.
  private let key: DataElement?
  private let usesAccount: Bool
  private let usesDirection: Bool
  private var buffer: [UInt8] = []

  /// `layouts` are those of both sides: only what both tell is compared.
  package init(
    side: BookSide, layouts: (register: RecordLayout, postings: RecordLayout), key: DataElement?,
    asOf: Day
  ) {
    self.side = side
    self.key = key
    reading = BookReading(
      side: side, layout: side == .register ? layouts.register : layouts.postings, isDebit: true,
      asOf: asOf)
    func both(_ element: DataElement) -> Bool {
      layouts.register.carries(element) && layouts.postings.carries(element)
    }
    usesAccount = both(.accountNumber)
    func tellsDirection(_ layout: RecordLayout) -> Bool {
      layout.carries(.direction) || layout.carries(.debitTotal) || layout.carries(.creditTotal)
    }
    usesDirection = tellsDirection(layouts.register) && tellsDirection(layouts.postings)
  }

  /// What a record says. O(bytes), no allocation once the buffer has grown.
  package mutating func read(_ record: RecordView, at place: BookPlace) -> Row {
    if BookCurrency.isTotal(record[.currency]) { return .total }
    guard let currency = BookCurrency(record[.currency]), let day = reading.day(of: record),
      let amount = reading.signedAmount(record, currency, usingDirection: usesDirection)
    else { return .unreadable }
    buffer.removeAll(keepingCapacity: true)
    buffer.append(record[.transactionKey])
    buffer.append(0x1F)
    buffer.append(record[.registerKey])
    let identity =
      buffer.count == 1
      ? PackedKey(high: UInt64(place.file), low: UInt64(place.line)) : PackedKey(buffer.span)
    return .entry(
      BookEntry(
        key: key.map { PackedKey(record[$0]) } ?? BookEntry.noKey, identity: identity,
        account: usesAccount ? PackedKey(record[.accountNumber]) : BookEntry.noKey,
        amount: amount, currency: currency, day: day, place: place,
        isRegister: side == .register))
  }
}
