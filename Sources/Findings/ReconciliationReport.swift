import Records

/// What comparing books came to, as far as people want to know: amounts are text, to the last
/// unit of their currency.
package struct ReconciliationReport: Sendable {
  /// An amount in the smallest units of its currency.
  package struct Money: Sendable, Equatable {
    package let units: Int128
    /// Decimal places of the currency.
    package let decimals: Int

    package init(units: Int128, decimals: Int) {
      self.units = units
      self.decimals = decimals
    }
  }

  /// One reconciliation of the job.
  package struct Book: Sendable {
    package let name: String
    package let title: String
    /// Lines compared: one for an account, currency and day.
    package var lines = 0
    package var equal = 0
    package var different = 0
    package var notEvaluated = 0
    /// Sums of the differences of closing balances or, where there are none, of movements,
    /// without their signs, by currency.
    package var differences: [String: Money] = [:]
    /// Entries that were matched, and those that are open, on both sides.
    package var matched = 0
    package var open = 0

    package init(name: String, title: String) {
      self.name = name
      self.title = title
    }
  }

  /// A figure of a line: 期初, 借方, 贷方, 期末.
  package enum Figure: Int, CaseIterable, Sendable {
    case opening, debit, credit, closing

    package var title: Text {
      switch self {
      case .opening: Text(zh: "期初余额", en: "opening balance")
      case .debit: Text(zh: "借方发生额", en: "debits")
      case .credit: Text(zh: "贷方发生额", en: "credits")
      case .closing: Text(zh: "期末余额", en: "closing balance")
      }
    }
  }

  /// The figures of one side of a line, debit balances positive; nil for what the side does
  /// not tell.
  package struct Figures: Sendable {
    package let side: BookSide
    package let values: [Money?]
    /// Opening balance and movements less the closing balance; nil where they cannot be told.
    package let imbalance: Money?

    package init(side: BookSide, values: [Money?], imbalance: Money?) {
      self.side = side
      self.values = values
      self.imbalance = imbalance
    }
  }

  /// A line on which the sides do not agree.
  package struct Difference: Sendable {
    package let book: String
    package let branch: String
    package let account: String
    package let currency: String
    package let day: Day
    package let sides: [Figures]
    /// First side less second, by figure; nil where one of them does not tell.
    package let differences: [Money?]
    /// What explains it, in words.
    package let explanation: String

    package init(
      book: String, branch: String, account: String, currency: String, day: Day,
      sides: [Figures], differences: [Money?], explanation: String
    ) {
      self.book = book
      self.branch = branch
      self.account = account
      self.currency = currency
      self.day = day
      self.sides = sides
      self.differences = differences
      self.explanation = explanation
    }
  }

  /// An entry that found nothing on the other side.
  package struct OpenItem: Sendable {
    package let book: String
    package let side: BookSide
    package let branch: String
    package let account: String
    package let key: String
    package let currency: String
    package let day: Day
    package let amount: Money
    /// Days since the entry; 0 for one of the day of the data or later.
    package let age: Int

    package init(
      book: String, side: BookSide, branch: String, account: String, key: String,
      currency: String, day: Day, amount: Money, age: Int
    ) {
      self.book = book
      self.side = side
      self.branch = branch
      self.account = account
      self.key = key
      self.currency = currency
      self.day = day
      self.amount = amount
      self.age = age
    }
  }

  /// Ages of open items by which they are added up, in days.
  package static let ages: [ClosedRange<Int>] = [
    0...7, 8...30, 31...90, 91...365, 366...Int.max,
  ]

  package var books: [Book] = []
  package var differences: [Difference] = []
  package var open: [OpenItem] = []

  package init() {}
}

extension ReconciliationReport.Money: CustomStringConvertible {
  /// As banks write it, without separators of thousands: `-1234.50`.
  package var description: String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = units < 0 ? "-" : ""
    if decimals == 0 { return sign + padded }
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}
