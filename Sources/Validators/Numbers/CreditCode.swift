import Records

/// Unified social credit code, 统一社会信用代码: 18 characters, namely registering authority
/// (1), class (2), division (3–8), organisation code (9–17), check character (18).
///
/// Whether authority and division exist is asked of the code lists: a list may be old,
/// arithmetic is not. The organisation code inside carries a check character of its own,
/// which is read apart. Codes of the Fujian pilot (such as 91350211M0000XUF46) were given out
/// before the standard: valid, with another check character than the standard's.
/// Source: GB 32100-2015.
package enum CreditCode {
  /// A character's value: its place among the digits and the capitals without I, O, S, V, Z.
  @inline(__always) package static func value(of byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x48: Int(byte) - 0x41 + 10
    case 0x4A...0x4E: Int(byte) - 0x4A + 18
    case 0x50...0x52: Int(byte) - 0x50 + 23
    case 0x54...0x55: Int(byte) - 0x54 + 26
    case 0x57...0x59: Int(byte) - 0x57 + 28
    default: nil
    }
  }

  /// The character with a value below 31.
  package static func character(_ value: Int) -> UInt8 {
    let place = UInt8(truncatingIfNeeded: value)
    switch place {
    case 0..<10: return place + 0x30
    case 10..<18: return place - 10 + 0x41
    case 18..<23: return place - 18 + 0x4A
    case 23..<26: return place - 23 + 0x50
    case 26..<28: return place - 26 + 0x54
    default: return place - 28 + 0x57
    }
  }

  /// The first fault of a code without blanks around it, or nil; small letters are as good
  /// as capitals. O(1), no allocation.
  package static func fault(in code: Span<UInt8>) -> NumberFault? {
    if code.count != 18 {
      for index in code.indices where code[index] >= 0x80 {
        return .character(position: code.extracting(0...index).characterCount)
      }
      return .length(code.count)
    }
    // The weight of place n is 3ⁿ⁻¹: Horner from the right; 31 · 3¹⁷ has room in 64 bits.
    var sum = 0
    var index = 16
    var wrong = -1
    while index >= 0 {
      if let value = value(of: code[index].uppercased) {
        sum = sum &* 3 &+ value
      } else {
        wrong = index
      }
      index -= 1
    }
    if wrong < 0, value(of: code[17].uppercased) == nil { wrong = 17 }
    if wrong >= 0 {
      return .character(position: max(code.extracting(0...wrong).characterCount, 1))
    }
    let expected = character((31 - sum % 31) % 31)
    return code[17].uppercased == expected ? nil : .check(expected: CheckCharacters(expected))
  }

  /// Whether a code whose check character is not the standard's looks like one of the Fujian
  /// pilot: division 35…, organisation code M000… with a check character that is right. O(1).
  package static func isPilot(_ code: Span<UInt8>) -> Bool {
    code.count == 18 && code.extracting(2..<4).equals("35")
      && code.extracting(8..<12).equals("M000")
      && OrganisationCode.fault(in: code.extracting(organisationCode)) == nil
  }

  /// The organisation code inside a code of 18 characters.
  package static var organisationCode: Range<Int> { 8..<17 }
  /// The division of the registering authority.
  package static var division: Range<Int> { 2..<8 }
}
