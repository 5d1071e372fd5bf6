import Records

/// Reading the amounts of books: exact, in the smallest unit of their currency.
package enum BookAmount {
  /// The amount that a cell says, in units of which `decimals` places make one of the
  /// currency; nil for what is no amount, has a finer part, or is beyond 64 bits.
  ///
  /// Read are digits with commas between thousands, a sign on either side (`100.00-` comes
  /// from hosts), brackets for negative sums, and whatever `Amount` reads. O(n), no
  /// allocation.
  package static func units(_ text: Span<UInt8>, decimals: Int) -> Int64? {
    var (start, end) = (0, text.count)
    var isNegative = false
    if end >= 3, text[0] == 0x28, text[end - 1] == 0x29 {
      isNegative = true
      (start, end) = (1, end - 1)
    } else if end >= 2, text[end - 1] == 0x2D {
      isNegative = true
      end -= 1
    } else if end >= 2, text[0] == 0x2D || text[0] == 0x2B {
      isNegative = text[0] == 0x2D
      start = 1
    }
    guard start < end, text[start].isDigit || text[start] == 0x2E else {
      return worded(text, decimals)
    }
    var value: Int64 = 0
    var places = -1
    var digits = 0
    for index in start..<end {
      let byte = text[index]
      if byte.isDigit {
        if places >= decimals {
          if byte != 0x30 { return nil }
          continue
        }
        let (tenfold, first) = value.multipliedReportingOverflow(by: 10)
        let (sum, second) = tenfold.addingReportingOverflow(Int64(byte &- 0x30))
        if first || second { return nil }
        value = sum
        digits += 1
        if places >= 0 { places += 1 }
      } else if byte == 0x2E, places < 0 {
        places = 0
      } else if byte == 0x2C, places < 0, digits > 0 {
        continue
      } else {
        return worded(text, decimals)
      }
    }
    if digits == 0 { return nil }
    for _ in max(places, 0)..<max(decimals, max(places, 0)) {
      let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = tenfold
    }
    return isNegative ? -value : value
  }

  /// What is written with words or units.
  private static func worded(_ text: Span<UInt8>, _ decimals: Int) -> Int64? {
    guard let amount = Amount(text) else { return nil }
    var divisor: Int128 = Amount.unit
    for _ in 0..<decimals { divisor /= 10 }
    let (quotient, rest) = amount.tenThousandths.quotientAndRemainder(dividingBy: divisor)
    return rest == 0 ? Int64(exactly: quotient) : nil
  }

  /// Whether a word means debit (true) or credit (false); nil for any other. O(1).
  package static func isDebit(_ text: Span<UInt8>) -> Bool? {
    switch text.count {
    case 1:
      switch text[0].uppercased {
      case 0x44: return true
      case 0x43: return false
      default: return nil
      }
    case 2:
      if text[1].uppercased != 0x52 { return nil }
      return isDebit(text.extracting(0..<1))
    default:
      if text.starts(with: "借") && (text.count == 3 || text.equals("借方")) { return true }
      if text.starts(with: "贷") && (text.count == 3 || text.equals("贷方")) { return false }
      return nil
    }
  }
}
