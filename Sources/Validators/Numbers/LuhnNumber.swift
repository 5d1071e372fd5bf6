import Records

/// Card number, 银行卡号: 13 to 19 digits, the last of them a check digit after Luhn.
/// Source: ISO/IEC 7812-1:2017 annex B.
package enum LuhnNumber {
  /// The first fault of a number, or nil. O(1), no allocation.
  package static func fault(in number: Span<UInt8>) -> NumberFault? {
    for index in number.indices where !number[index].isDigit {
      return .character(position: max(number.extracting(0...index).characterCount, 1))
    }
    guard (13...19).contains(number.count) else { return .length(number.count) }
    var sum = 0
    for index in 0..<(number.count - 1) {
      let digit = Int(number[index] &- 0x30)
      let doubled = (number.count - 1 - index) % 2 == 1
      sum += doubled ? (digit >= 5 ? digit * 2 - 9 : digit * 2) : digit
    }
    let expected = UInt8(truncatingIfNeeded: (10 - sum % 10) % 10) + 0x30
    return number[number.count - 1] == expected ? nil : .check(expected: CheckCharacters(expected))
  }
}
