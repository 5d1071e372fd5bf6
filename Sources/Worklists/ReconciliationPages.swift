import Findings
import Records

/// The sheets of `reconciliation.xlsx`.
struct ReconciliationPages {
  let report: ReconciliationReport
  let words: ReconciliationWords
  let masking: Masking
  /// Most rows of a sheet behind its header.
  let rows: Int

  private var hidesAmounts: Bool { masking.hides(.closingBalance) }
  private var hidesAccounts: Bool { masking.hides(.accountNumber) }

  // MARK: Cells

  /// An amount: a number where Excel keeps every digit of it, its exact digits as text
  /// otherwise.
  private func write(
    _ money: ReconciliationReport.Money?, _ sheet: WorkbookSheet, row: Int, column: Int
  ) throws {
    guard let money else {
      return try sheet.writeBlank(row: row, column: column, style: .text)
    }
    if hidesAmounts { return try sheet.write("***", row: row, column: column, style: .text) }
    let isShort = money.units.magnitude < 1_000_000_000_000_000
    if isShort, money.decimals == 2 {
      try sheet.write(
        number: Double(Int64(money.units)) / 100, row: row, column: column, style: .amount)
    } else if isShort, money.decimals == 0 {
      try sheet.write(
        number: Double(Int64(money.units)), row: row, column: column, style: .integer)
    } else {
      try sheet.write(money.description, row: row, column: column, style: .text)
    }
  }

  private func account(_ text: String) -> String {
    if !hidesAccounts { return text }
    var bytes = Array(text.utf8)
    bytes.mask()
    return String(decoding: bytes, as: UTF8.self)
  }

  private func header(
    _ titles: [(title: String, width: Double)], _ sheet: WorkbookSheet, row: Int = 0
  ) throws {
    for (column, entry) in titles.enumerated() {
      try sheet.write(entry.title, row: row, column: column, style: .header)
      try sheet.setWidth(entry.width, columns: column...column)
    }
  }

  // MARK: Sheets

  /// One row a reconciliation; sums of differences in rows of their own.
  func summary(_ sheet: WorkbookSheet) throws {
    try header(
      [
        (words.book, 34), (words.lines, 13), (words.equal, 13), (words.different, 13),
        (words.notEvaluated, 13), (words.matched, 13), (words.openEntries, 13),
        (words.currency, 10), (words.sums, 24),
      ], sheet)
    var row = 1
    for book in report.books {
      try sheet.write(book.title, row: row, column: 0, style: .wrapped)
      let numbers = [
        book.lines, book.equal, book.different, book.notEvaluated, book.matched, book.open,
      ]
      for (column, number) in numbers.enumerated() {
        try sheet.write(number: Double(number), row: row, column: column + 1, style: .integer)
      }
      for (currency, money) in book.differences.sorted(by: { $0.key < $1.key }) {
        try sheet.write(currency, row: row, column: 7, style: .text)
        try write(money, sheet, row: row, column: 8)
        row += 1
      }
      if book.differences.isEmpty { row += 1 }
    }
    try sheet.freeze(rows: 1, columns: 1)
  }

  /// One row a figure that differs, or a side that does not balance.
  func differences(_ sheet: WorkbookSheet) throws {
    let sides = BookSide.allCases.filter { side in
      report.differences.contains { $0.sides.contains { $0.side == side } }
    }
    var titles: [(title: String, width: Double)] = [
      (words.book, 24), (words.branch, 12), (words.account, 26), (words.currency, 8),
      (words.day, 12), (words.figure, 24),
    ]
    titles += sides.map { ($0.title[words.language], 20) }
    titles += [(words.difference, 20), (words.explanation, 60)]
    try header(titles, sheet)
    let books = names
    var row = 1
    for (number, difference) in report.differences.enumerated() {
      let lines = Self.lines(of: difference)
      if row + lines.count > rows {
        try sheet.write(
          words.more(report.differences.count - number), row: row, column: 0, style: .muted)
        break
      }
      for (place, line) in lines.enumerated() {
        try sheet.write(
          books[difference.book] ?? difference.book, row: row, column: 0, style: .wrapped)
        try sheet.write(difference.branch, row: row, column: 1, style: .text)
        try sheet.write(account(difference.account), row: row, column: 2, style: .text)
        try sheet.write(difference.currency, row: row, column: 3, style: .text)
        try sheet.write(day: difference.day, row: row, column: 4)
        try sheet.write(
          line.figure.map { $0.title[words.language] } ?? words.rollForward, row: row, column: 5,
          style: .wrapped)
        for (offset, side) in sides.enumerated() {
          try write(line.values[side] ?? nil, sheet, row: row, column: 6 + offset)
        }
        try write(line.difference, sheet, row: row, column: 6 + sides.count)
        let text = place == 0 && !hidesAmounts ? difference.explanation : ""
        try sheet.write(text, row: row, column: 7 + sides.count, style: .wrapped)
        row += 1
      }
    }
    try sheet.freeze(rows: 1, columns: 3)
  }

  private struct Line {
    /// nil for the row on what does not balance.
    let figure: ReconciliationReport.Figure?
    let values: [BookSide: ReconciliationReport.Money?]
    let difference: ReconciliationReport.Money?
  }

  /// The figures of a line that differ, and the sides that do not balance.
  private static func lines(of difference: ReconciliationReport.Difference) -> [Line] {
    var lines: [Line] = []
    for figure in ReconciliationReport.Figure.allCases {
      let apart = difference.differences[figure.rawValue]
      if (apart?.units ?? 0) == 0 { continue }
      lines.append(
        Line(
          figure: figure,
          values: Dictionary(
            uniqueKeysWithValues: difference.sides.map { ($0.side, $0.values[figure.rawValue]) }),
          difference: apart))
    }
    if difference.sides.contains(where: { ($0.imbalance?.units ?? 0) != 0 }) {
      lines.append(
        Line(
          figure: nil,
          values: Dictionary(
            uniqueKeysWithValues: difference.sides.map { ($0.side, $0.imbalance) }),
          difference: nil))
    }
    return lines
  }

  /// Totals by age, then every item, the oldest first.
  func open(_ sheet: WorkbookSheet) throws {
    var row = try ages(sheet) + 1
    let titles: [(title: String, width: Double)] = [
      (words.book, 24), (words.side, 12), (words.bucket, 16), (words.currency, 10),
      (words.count, 12), (words.amount, 20), (words.key, 26), (words.account, 26),
      (words.branch, 12), (words.day, 12), (words.age, 12),
    ]
    try header(titles, sheet, row: row)
    row += 1
    let books = names
    let items = report.open.enumerated().sorted {
      ($1.element.age, $0.offset) < ($0.element.age, $1.offset)
    }.map(\.element)
    for (number, item) in items.enumerated() {
      if row >= rows {
        try sheet.write(words.more(items.count - number), row: row, column: 0, style: .muted)
        break
      }
      try sheet.write(books[item.book] ?? item.book, row: row, column: 0, style: .wrapped)
      try sheet.write(item.side.title[words.language], row: row, column: 1, style: .text)
      try sheet.write(bucket(of: item.age), row: row, column: 2, style: .text)
      try sheet.write(item.currency, row: row, column: 3, style: .text)
      try sheet.write(number: 1, row: row, column: 4, style: .integer)
      try write(item.amount, sheet, row: row, column: 5)
      try sheet.write(account(item.key), row: row, column: 6, style: .text)
      try sheet.write(account(item.account), row: row, column: 7, style: .text)
      try sheet.write(item.branch, row: row, column: 8, style: .text)
      try sheet.write(day: item.day, row: row, column: 9)
      try sheet.write(number: Double(item.age), row: row, column: 10, style: .integer)
      row += 1
    }
  }

  private func bucket(of age: Int) -> String {
    let range = ReconciliationReport.ages.first { $0.contains(age) }
    return range.map(words.bucket) ?? ""
  }

  /// The table of totals by age, and the row behind it.
  private func ages(_ sheet: WorkbookSheet) throws -> Int {
    try header(
      [
        (words.book, 24), (words.side, 12), (words.bucket, 16), (words.currency, 10),
        (words.count, 12), (words.amount, 20),
      ], sheet)
    struct Key: Hashable {
      let book: Int
      let side: BookSide
      let currency: String
      /// Place among the ages; nil for their total.
      let age: Int?
    }
    var sums: [Key: (count: Int, money: ReconciliationReport.Money)] = [:]
    let order = Dictionary(
      uniqueKeysWithValues: report.books.enumerated().map { ($0.element.name, $0.offset) })
    for item in report.open {
      let age = ReconciliationReport.ages.firstIndex { $0.contains(item.age) }
      for place in [age, nil] {
        let key = Key(
          book: order[item.book] ?? 0, side: item.side, currency: item.currency, age: place)
        let known = sums[key]
        sums[key] = (
          (known?.count ?? 0) + 1,
          ReconciliationReport.Money(
            units: (known?.money.units ?? 0) + item.amount.units, decimals: item.amount.decimals)
        )
      }
    }
    var row = 1
    let sorted = sums.sorted { a, b in
      let (x, y) = (a.key, b.key)
      return (x.book, x.side, x.currency) == (y.book, y.side, y.currency)
        ? (x.age ?? .max) < (y.age ?? .max)
        : (x.book, x.side, x.currency) < (y.book, y.side, y.currency)
    }
    for (key, sum) in sorted {
      try sheet.write(report.books[key.book].title, row: row, column: 0, style: .wrapped)
      try sheet.write(key.side.title[words.language], row: row, column: 1, style: .text)
      try sheet.write(
        key.age.map { words.bucket(ReconciliationReport.ages[$0]) } ?? words.total, row: row,
        column: 2, style: .text)
      try sheet.write(key.currency, row: row, column: 3, style: .text)
      try sheet.write(number: Double(sum.count), row: row, column: 4, style: .integer)
      try write(sum.money, sheet, row: row, column: 5)
      row += 1
    }
    return row
  }

  /// Titles of the reconciliations, by name.
  private var names: [String: String] {
    Dictionary(uniqueKeysWithValues: report.books.map { ($0.name, $0.title) })
  }
}
