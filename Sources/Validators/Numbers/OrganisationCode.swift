import Records

/// Organisation code, 组织机构代码: eight digits or capitals and a check character, printed
/// with a hyphen before it (12345678-8) or without. Superseded by the credit code in 2015,
/// where it stands at places 9 to 17. Source: GB 11714-1997.
package enum OrganisationCode {
  /// The first fault of a code, or nil. Positions leave the hyphen out of account; small
  /// letters are as good as capitals. O(1), no allocation.
  package static func fault(in code: Span<UInt8>) -> NumberFault? {
    let hyphen = code.count == 10 && code[8] == 0x2D
    guard code.count == 9 || hyphen else {
      for index in code.indices where code[index] >= 0x80 {
        return .character(position: code.extracting(0...index).characterCount)
      }
      return .length(code.count)
    }
    var sum = 0
    for index in 0..<8 {
      let byte = code[index].uppercased
      guard let value = value(of: byte) else {
        return .character(position: max(code.extracting(0...index).characterCount, 1))
      }
      sum += value * weight(index)
    }
    let last = code[hyphen ? 9 : 8].uppercased
    if !last.isDigit && last != 0x58 { return .character(position: 9) }
    let check = 11 - sum % 11
    let expected: UInt8 =
      check == 10 ? 0x58 : check == 11 ? 0x30 : UInt8(truncatingIfNeeded: check) + 0x30
    return last == expected ? nil : .check(expected: CheckCharacters(expected))
  }

  /// A digit's value is itself, A is 10 and Z is 35.
  @inline(__always) private static func value(of byte: UInt8) -> Int? {
    if byte.isDigit { return Int(byte &- 0x30) }
    return byte.isLetter ? Int(byte &- 0x41) + 10 : nil
  }

  @inline(__always) private static func weight(_ index: Int) -> Int {
    switch index {
    case 0: 3
    case 1: 7
    case 2: 9
    case 3: 10
    case 4: 5
    case 5: 8
    case 6: 4
    default: 2
    }
  }
}
