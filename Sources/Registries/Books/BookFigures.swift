import Records

/// The four figures of a line of a book, in the smallest units of its currency: opening
/// balance, debits, credits, closing balance. Balances on the debit side are positive.
package struct BookFigures: Hashable, BitwiseCopyable, Sendable {
  package var opening: Int128 = 0
  package var debit: Int128 = 0
  package var credit: Int128 = 0
  package var closing: Int128 = 0

  package init(
    opening: Int128 = 0, debit: Int128 = 0, credit: Int128 = 0, closing: Int128 = 0
  ) {
    self.opening = opening
    self.debit = debit
    self.credit = credit
    self.closing = closing
  }

  /// By place: opening, debit, credit, closing.
  package subscript(place: Int) -> Int128 {
    get {
      switch place {
      case 0: opening
      case 1: debit
      case 2: credit
      default: closing
      }
    }
    set {
      switch place {
      case 0: opening = newValue
      case 1: debit = newValue
      case 2: credit = newValue
      default: closing = newValue
      }
    }
  }

  /// How far opening balance and movements are from the closing balance.
  package var imbalance: Int128 { opening + debit - credit - closing }

  /// Whether everything is 0.
  package var isZero: Bool { self == BookFigures() }

  /// The figures that a set has; the others 0.
  package func only(_ set: FigureSet) -> BookFigures {
    var result = BookFigures()
    for place in 0..<4 where set.contains(FigureSet(place: place)) {
      result[place] = self[place]
    }
    return result
  }

  package static func + (a: BookFigures, b: BookFigures) -> BookFigures {
    BookFigures(
      opening: a.opening + b.opening, debit: a.debit + b.debit, credit: a.credit + b.credit,
      closing: a.closing + b.closing)
  }

  package static func - (a: BookFigures, b: BookFigures) -> BookFigures {
    BookFigures(
      opening: a.opening - b.opening, debit: a.debit - b.debit, credit: a.credit - b.credit,
      closing: a.closing - b.closing)
  }
}

/// Which of the four figures a book tells.
package struct FigureSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The figure at a place.
  package init(place: Int) { self.init(rawValue: 1 << UInt8(place)) }

  package static let opening = FigureSet(place: 0)
  package static let debit = FigureSet(place: 1)
  package static let credit = FigureSet(place: 2)
  package static let closing = FigureSet(place: 3)
  package static let movements: FigureSet = [.debit, .credit]
  package static let balances: FigureSet = [.opening, .closing]
  package static let all: FigureSet = [.opening, .debit, .credit, .closing]
}
