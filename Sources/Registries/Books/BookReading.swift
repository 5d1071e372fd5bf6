import Records

/// Reads the lines of one side of a reconciliation out of its records.
package struct BookReading: Sendable {
  /// What a record says.
  package enum Row: Sendable, Equatable {
    case line(BookFigures, BookCurrency, Day)
    /// A total of all currencies: belongs to no line.
    case total
    /// Amounts that cannot be read, of a line that is known.
    case unreadable(BookCurrency, Day)
    /// No line is known that it could belong to.
    case lost
  }

  package let side: BookSide
  /// The figures that the side's columns tell.
  package let tells: FigureSet
  /// Whether a balance without a direction is on the debit side.
  private let isDebit: Bool
  private let asOf: Day
  private let date: DataElement
  private let hasDate: Bool
  private let hasDirection: Bool
  private let hasSplitOpening: Bool
  private let hasSplitClosing: Bool
  private let hasTotals: Bool

  /// Balances without a direction of their own are on the debit side where `isDebit`. Without
  /// a column of days, every record is of `asOf`.
  package init(side: BookSide, layout: RecordLayout, isDebit: Bool, asOf: Day) {
    self.side = side
    self.isDebit = isDebit
    self.asOf = asOf
    date = side.party == .account ? .bookDate : .transactionDate
    hasDate = layout.carries(date)
    hasSplitOpening =
      layout.carries(.openingDebitBalance) || layout.carries(.openingCreditBalance)
    hasSplitClosing =
      layout.carries(.closingDebitBalance) || layout.carries(.closingCreditBalance)
    hasTotals = layout.carries(.debitTotal) || layout.carries(.creditTotal)
    var tells: FigureSet = []
    if side.party == .account {
      hasDirection = layout.carries(.balanceDirection)
      if hasSplitOpening || layout.carries(.openingBalance) { tells.insert(.opening) }
      if layout.carries(.debitTotal) { tells.insert(.debit) }
      if layout.carries(.creditTotal) { tells.insert(.credit) }
      if hasSplitClosing || layout.carries(.closingBalance) { tells.insert(.closing) }
    } else {
      hasDirection = layout.carries(.direction)
      tells = .movements
    }
    self.tells = tells
  }

  /// What a record says. O(bytes), no allocation.
  package func read(_ record: RecordView) -> Row {
    let currencyCell = record[.currency]
    if BookCurrency.isTotal(currencyCell) { return .total }
    guard let currency = BookCurrency(currencyCell), let day = day(of: record) else {
      return .lost
    }
    let figures =
      side.party == .account
      ? balances(record, currency.decimals) : movement(record, currency.decimals)
    return figures.map { .line($0, currency, day) } ?? .unreadable(currency, day)
  }

  /// The day that a record is of; nil where it cannot be read.
  package func day(of record: RecordView) -> Day? {
    if !hasDate { return asOf }
    guard case .day(let day) = DateReading(record[date]) else { return nil }
    return day
  }

  /// The amount of an entry as it is matched: debits positive where there is a direction, the
  /// sign of the amount otherwise. nil where it cannot be read.
  package func signedAmount(
    _ record: RecordView, _ currency: BookCurrency, usingDirection: Bool
  ) -> Int64? {
    if hasTotals {
      guard let figures = movement(record, currency.decimals) else { return nil }
      return Int64(exactly: figures.debit - figures.credit)
    }
    guard let amount = BookAmount.units(record[.amount], decimals: currency.decimals) else {
      return nil
    }
    if !usingDirection { return amount }
    guard let isDebit = BookAmount.isDebit(record[.direction]) else { return nil }
    return isDebit ? amount : -amount
  }

  /// Debits and credits of an entry.
  private func movement(_ record: RecordView, _ decimals: Int) -> BookFigures? {
    if hasTotals {
      let (debit, credit) = (record[.debitTotal], record[.creditTotal])
      if debit.isEmpty, credit.isEmpty { return nil }
      guard let first = orZero(debit, decimals), let second = orZero(credit, decimals) else {
        return nil
      }
      return BookFigures(debit: first, credit: second)
    }
    guard let amount = BookAmount.units(record[.amount], decimals: decimals),
      let isDebit = BookAmount.isDebit(record[.direction])
    else { return nil }
    return isDebit
      ? BookFigures(debit: Int128(amount)) : BookFigures(credit: Int128(amount))
  }

  /// The figures of a line of a ledger.
  private func balances(_ record: RecordView, _ decimals: Int) -> BookFigures? {
    var isDebit = self.isDebit
    if hasDirection {
      let cell = record[.balanceDirection]
      if let read = BookAmount.isDebit(cell) {
        isDebit = read
      } else if !cell.isEmpty, !cell.equals("平") {
        return nil
      }
    }
    let sign: Int128 = isDebit ? 1 : -1
    guard let debit = orZero(record[.debitTotal], decimals),
      let credit = orZero(record[.creditTotal], decimals),
      let openingDebit = orZero(record[.openingDebitBalance], decimals),
      let openingCredit = orZero(record[.openingCreditBalance], decimals),
      let closingDebit = orZero(record[.closingDebitBalance], decimals),
      let closingCredit = orZero(record[.closingCreditBalance], decimals)
    else { return nil }
    var figures = BookFigures(
      opening: openingDebit - openingCredit, debit: debit, credit: credit,
      closing: closingDebit - closingCredit)
    if !hasSplitClosing, tells.contains(.closing) {
      guard let read = BookAmount.units(record[.closingBalance], decimals: decimals) else {
        return nil
      }
      figures.closing = sign * Int128(read)
    }
    if !hasSplitOpening, tells.contains(.opening) {
      guard let read = BookAmount.units(record[.openingBalance], decimals: decimals) else {
        return nil
      }
      figures.opening = sign * Int128(read)
      // The direction is that of the closing balance. Where the balance changed sides during
      // the day, the opening balance was on the other one.
      if hasDirection, tells == .all, figures.imbalance != 0 {
        var other = figures
        other.opening = -figures.opening
        if other.imbalance == 0 { figures = other }
      }
    }
    return figures
  }

  private func orZero(_ cell: Span<UInt8>, _ decimals: Int) -> Int128? {
    if cell.isEmpty { return 0 }
    return BookAmount.units(cell, decimals: decimals).map { Int128($0) }
  }
}
