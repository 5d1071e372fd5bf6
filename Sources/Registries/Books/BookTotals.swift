import Records

/// The lines of one side of a reconciliation, added up from its records. Parts joined in any
/// order and any grouping give the same; memory grows with accounts and days, not with
/// entries.
package struct BookTotals: Sendable {
  /// What was added up of a line.
  package struct Line: Equatable, Sendable {
    package let key: BookKey
    package var figures = BookFigures()
    package var rows = 0
    /// Rows whose amounts could not be read.
    package var unreadable = 0
    /// The first of its rows, and the branch that it names.
    package var first: BookPlace
    package var branch: [UInt8]
  }

  /// Rows that belong to no line, by branch.
  package private(set) var lost: [[UInt8]: Int] = [:]
  /// Rows of totals of all currencies.
  package private(set) var skipped = 0
  package private(set) var lines: [Line] = []
  package let level: BookLevel
  private let reading: BookReading
  private var index = KeyIndex()
  private var buffer: [UInt8] = []
  /// The key of the row before and its line: rows of an account often follow each other.
  private var last = (key: PackedKey(high: 0, low: 0), line: -1)

  package init(_ reading: BookReading, level: BookLevel) {
    self.reading = reading
    self.level = level
  }

  /// The figures that the side tells.
  package var tells: FigureSet { reading.tells }

  /// Adds a record. O(bytes), no allocation for a line that is known.
  package mutating func add(_ record: RecordView, at place: BookPlace) {
    switch reading.read(record) {
    case .total: skipped += 1
    case .lost: lose(record[.branch])
    case .line(let figures, let currency, let day):
      guard let line = line(record, currency, day, place) else { return }
      lines[line].figures = lines[line].figures + figures
    case .unreadable(let currency, let day):
      guard let line = line(record, currency, day, place) else { return }
      lines[line].unreadable += 1
    }
  }

  private mutating func lose(_ branch: Span<UInt8>) {
    var copy: [UInt8] = []
    copy.append(branch)
    lost[copy, default: 0] += 1
  }

  /// The line of a record, made where there is none; nil for a record without an account.
  private mutating func line(
    _ record: RecordView, _ currency: BookCurrency, _ day: Day, _ place: BookPlace
  ) -> Int? {
    guard let key = Self.key(record, currency, day, level, &buffer) else {
      lose(record[.branch])
      return nil
    }
    var number = last.line
    if number < 0 || last.key != key {
      let (found, isNew) = index.number(of: key)
      number = found
      if isNew {
        var account: [UInt8] = []
        account.append(record[level.account])
        var branch: [UInt8] = []
        branch.append(record[.branch])
        lines.append(
          Line(
            key: BookKey(
              account: account, branch: level.byBranch ? branch : [], currency: currency, day: day),
            first: place, branch: branch))
      }
      last = (key, number)
    }
    lines[number].rows += 1
    if place < lines[number].first {
      lines[number].first = place
      lines[number].branch.removeAll(keepingCapacity: true)
      lines[number].branch.append(record[.branch])
    }
    return number
  }

  /// The line that a record belongs to, in 16 bytes; nil where it names no account. `buffer` is
  /// memory that is used again. O(bytes), no allocation once the buffer has grown.
  package static func key(
    _ record: RecordView, _ currency: BookCurrency, _ day: Day, _ level: BookLevel,
    _ buffer: inout [UInt8]
  ) -> PackedKey? {
    let account = record[level.account]
    if account.isEmpty { return nil }
    buffer.removeAll(keepingCapacity: true)
    buffer.append(account)
    buffer.append(0x1F)
    if level.byBranch {
      buffer.append(record[.branch])
      buffer.append(0x1F)
    }
    return packed(&buffer, currency, day)
  }

  private static func packed(
    _ buffer: inout [UInt8], _ currency: BookCurrency, _ day: Day
  ) -> PackedKey {
    for shift: UInt32 in [16, 8, 0] {
      buffer.append(UInt8(truncatingIfNeeded: currency.code >> shift))
    }
    for shift: UInt32 in [24, 16, 8, 0] {
      buffer.append(UInt8(truncatingIfNeeded: UInt32(bitPattern: day.number) >> shift))
    }
    return PackedKey(buffer.span)
  }

  /// The same of a line that is known.
  package func packed(_ key: BookKey) -> PackedKey {
    var bytes = key.account
    bytes.append(0x1F)
    if level.byBranch {
      bytes += key.branch
      bytes.append(0x1F)
    }
    return Self.packed(&bytes, key.currency, key.day)
  }

  /// Takes in another part of the same side. O(lines of the other).
  package mutating func merge(_ other: consuming BookTotals) {
    for (branch, count) in other.lost { lost[branch, default: 0] += count }
    skipped += other.skipped
    for line in other.lines {
      let (number, isNew) = index.number(of: packed(line.key))
      if isNew {
        lines.append(line)
        continue
      }
      lines[number].figures = lines[number].figures + line.figures
      lines[number].rows += line.rows
      lines[number].unreadable += line.unreadable
      if line.first < lines[number].first {
        lines[number].first = line.first
        lines[number].branch = line.branch
      }
    }
    last.line = -1
  }
}

extension BookTotals: Equatable {
  /// The same lines, in whatever order.
  package static func == (a: BookTotals, b: BookTotals) -> Bool {
    a.lost == b.lost && a.skipped == b.skipped && a.lines.count == b.lines.count
      && Dictionary(uniqueKeysWithValues: a.lines.map { ($0.key, $0) })
        == Dictionary(uniqueKeysWithValues: b.lines.map { ($0.key, $0) })
  }
}
