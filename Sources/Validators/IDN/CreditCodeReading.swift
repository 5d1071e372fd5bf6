import Records

/// What the field for the unified credit code says.
package enum CreditCodeReading: Equatable, Sendable {
  case empty
  /// 无, 0000: words or figures in the place of a code.
  case placeholder
  /// A business licence number or an organisation code, from the time before the credit code.
  case legacy
  /// Length or characters are not those of a credit code.
  case malformed(NumberFault)
  case checkWrong(expected: UInt8)
  /// Not the check character of the standard, but a code of the pilot before it.
  case pilot
  case sound

  /// Reads a value without blanks around it. O(1), no allocation.
  package init(_ code: Span<UInt8>) {
    if code.isEmpty {
      self = .empty
      return
    }
    if DocumentReading.isPlaceholder(code) {
      self = .placeholder
      return
    }
    switch CreditCode.fault(in: code) {
    case nil: self = .sound
    case .check(let expected):
      self = CreditCode.isPilot(code) ? .pilot : .checkWrong(expected: expected.first)
    case .some(let fault): self = CreditCodeReading.isLegacy(code) ? .legacy : .malformed(fault)
    }
  }

  /// Shaped like a licence number (15 digits, before 2007 13) or an organisation code.
  package static func isLegacy(_ code: Span<UInt8>) -> Bool {
    if code.count == 15 || code.count == 13 { return code.isAllDigits }
    guard code.count == 9 || (code.count == 10 && code[8] == 0x2D) else { return false }
    for index in 0..<8 where !code[index].isDigit && !code[index].isLetter { return false }
    let last = code[code.count - 1].uppercased
    return last.isDigit || last == 0x58
  }
}
