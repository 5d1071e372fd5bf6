import Records

/// Comparisons of dates as nearly all stand: in eight digits, with or without hyphens, on days
/// that every month has. They are in order as numbers, without a calendar.
extension Machine {
  /// The number yyyyMMdd of such a date; nil for every other text.
  @inline(__always) private static func plain(_ text: Span<UInt8>) -> Int? {
    guard let digits = text.plainDate, digits > 1000_01_01, digits < 2099_01_01 else { return nil }
    let (month, day) = (digits / 100 % 100, digits % 100)
    return month >= 1 && month <= 12 && day >= 1 && day <= 28 ? digits : nil
  }

  @inline(__always) private static func state(
    _ comparison: RuleExpression.Comparison, _ a: Int, _ b: Int
  ) -> UInt8 {
    holds(comparison, a < b ? -1 : a == b ? 0 : 1) ? isTrue : isFalse
  }

  func compare(
    _ comparison: RuleExpression.Comparison, _ element: DataElement, _ day: Day,
    _ block: borrowing RecordBlock, _ out: inout [UInt8]
  ) {
    let slot = block.slot(of: element)
    let parts = day.parts
    let digits = parts.year * 10_000 + parts.month * 100 + parts.day
    var result = out.mutableSpan
    for place in 0..<block.count {
      let text = block.text(block.cell(place, slot))
      if let plain = Self.plain(text) {
        result[place] = Self.state(comparison, plain, digits)
      } else {
        let (number, state) = Self.day(text)
        result[place] =
          state != Self.isTrue ? state : Self.state(comparison, Int(number), Int(day.number))
      }
    }
  }

  func compare(
    _ comparison: RuleExpression.Comparison, _ a: DataElement, _ b: DataElement,
    _ block: borrowing RecordBlock, _ out: inout [UInt8]
  ) {
    let (first, second) = (block.slot(of: a), block.slot(of: b))
    var result = out.mutableSpan
    for place in 0..<block.count {
      let x = block.text(block.cell(place, first))
      let y = block.text(block.cell(place, second))
      if let left = Self.plain(x), let right = Self.plain(y) {
        result[place] = Self.state(comparison, left, right)
      } else {
        let (left, right) = (Self.day(x), Self.day(y))
        let state = max(left.1, right.1)
        result[place] =
          state != Self.isTrue ? state : Self.state(comparison, Int(left.0), Int(right.0))
      }
    }
  }
}
