import Records

/// Turns the cells of a source into the cells of a record: cuts blanks, empties null
/// tokens, translates values and dates. Made once a source; used by many cores.
struct CellReader: Sendable {
  /// What happens to the cells of one column.
  struct Column: Sendable {
    /// Slot in the record; 0 for a column that nothing is mapped to.
    var slot = 0
    /// Number of the column's translation; -1 for none.
    var translation = -1
  }

  /// A column's value map or date form.
  struct Translation: Sendable {
    let values: [ShortKey: [UInt8]]
    let longValues: [[UInt8]: [UInt8]]
    let dateForm: ColumnMapping.DateForm?
  }

  let layout: RecordLayout
  private let trims: Bool
  /// Null tokens of up to 15 bytes, and the longer ones.
  private let shortNulls: FrozenArray<ShortKey>
  private let longNulls: [[UInt8]]
  /// Bit n: some null token has n bytes; bit 63: or more.
  private let nullLengths: UInt64
  private let translations: [Translation]
  /// Translation of every mapping, in the mappings' order.
  let columns: [Column]

  /// `mappings` name every element once.
  init(party: Party, mappings: [ColumnMapping], rules: CellRules) {
    layout = RecordLayout(party: party, elements: mappings.map(\.element))
    trims = rules.trims
    let nulls = rules.nulls.map { Array($0.utf8) }.filter { !$0.isEmpty }
    shortNulls = FrozenArray(nulls.compactMap { ShortKey($0.span) })
    longNulls = nulls.filter { ShortKey($0.span) == nil }
    nullLengths = nulls.reduce(0) { $0 | 1 << UInt64(min($1.count, 63)) }
    var translations: [Translation] = []
    var columns: [Column] = []
    for (index, mapping) in mappings.enumerated() {
      var column = Column(slot: index + 1)
      if !mapping.values.isEmpty || mapping.dateForm != nil {
        column.translation = translations.count
        var short: [ShortKey: [UInt8]] = [:]
        var long: [[UInt8]: [UInt8]] = [:]
        for (from, to) in mapping.values {
          if let key = ShortKey(from) {
            short[key] = Array(to.utf8)
          } else {
            long[Array(from.utf8)] = Array(to.utf8)
          }
        }
        translations.append(
          Translation(values: short, longValues: long, dateForm: mapping.dateForm))
      }
      columns.append(column)
    }
    self.translations = translations
    self.columns = columns
  }

  /// The cell of a record for the bytes `range` of `bytes`. A translated value is put at
  /// the end of the buffer.
  @inline(__always) func cell(
    _ column: Column, _ range: Range<Int>, in bytes: inout [UInt8]
  ) -> Cell {
    if range.isEmpty { return .empty }
    var range = range
    let first = bytes[range.lowerBound]
    let last = bytes[range.upperBound - 1]
    // Anything but a blank, or the first or last byte of one, is by far the rule.
    if trims,
      first <= 0x20 || last <= 0x20 || first == 0xE3 || first == 0xC2 || first == 0xEF
        || last == 0x80 || last == 0xA0
    {
      range = bytes.span.trimmedRange(range)
      if range.isEmpty { return .empty }
    }
    if nullLengths >> UInt64(min(range.count, 63)) & 1 != 0, isNull(range, bytes) {
      return .empty
    }
    if column.translation >= 0 { return translated(column.translation, range, &bytes) }
    return Cell(range)
  }

  private func isNull(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let text = bytes.span.extracting(range)
    if let key = ShortKey(text) {
      for index in shortNulls.indices where shortNulls[index] == key { return true }
      return false
    }
    for null in longNulls where text.equals(null.span) { return true }
    return false
  }

  private func translated(_ number: Int, _ range: Range<Int>, _ bytes: inout [UInt8]) -> Cell {
    let translation = translations[number]
    let value: [UInt8]?
    if let key = ShortKey(bytes.span.extracting(range)) {
      value = translation.values[key]
    } else {
      value = translation.longValues[Array(bytes[range])]
    }
    if let value {
      let start = bytes.count
      bytes.append(contentsOf: value)
      return Cell(start..<bytes.count)
    }
    if let form = translation.dateForm, let day = form.day(in: bytes.span.extracting(range)) {
      let start = bytes.count
      bytes.append(day: day)
      return Cell(start..<bytes.count)
    }
    return Cell(range)
  }
}

extension ColumnMapping.DateForm {
  /// The day that `text` means in this form, or nil: the text then stays as it is, and the
  /// rules on dates speak of it.
  func day(in text: Span<UInt8>) -> Day? {
    var numbers: [Int] = []
    if self == .shortYear {
      guard text.count == 6, let all = text.decimalValue else { return nil }
      numbers = [all / 10_000, all / 100 % 100, all % 100]
      // Two digits: the century nearest to the data. 70–99 is the twentieth.
      numbers[0] += numbers[0] >= 70 ? 1900 : 2000
      return Day(year: numbers[0], month: numbers[1], day: numbers[2])
    }
    var value = 0
    var digits = 0
    for index in text.indices {
      let byte = text[index]
      if byte.isDigit {
        value = value * 10 + Int(byte &- 0x30)
        digits += 1
        if digits > 4 { return nil }
      } else if byte == 0x2F || byte == 0x2D || byte == 0x2E, digits > 0 {
        numbers.append(value)
        (value, digits) = (0, 0)
      } else {
        return nil
      }
    }
    numbers.append(value)
    guard numbers.count == 3, digits == 4 else { return nil }
    return self == .dayMonthYear
      ? Day(year: numbers[2], month: numbers[1], day: numbers[0])
      : Day(year: numbers[2], month: numbers[0], day: numbers[1])
  }
}
