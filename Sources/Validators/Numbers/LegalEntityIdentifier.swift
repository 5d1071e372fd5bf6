import Records

/// Legal entity identifier, 全球法人识别编码: issuing organisation (1–4), 00 or entity
/// characters (5–18), two check digits. Source: ISO 17442-1:2020, ISO 7064 MOD 97-10.
package enum LegalEntityIdentifier {
  /// The first fault of a number, or nil; small letters are as good as capitals.
  /// O(1), no allocation.
  package static func fault(in number: Span<UInt8>) -> NumberFault? {
    guard number.count == 20 else {
      for index in number.indices where number[index] >= 0x80 {
        return .character(position: number.extracting(0...index).characterCount)
      }
      return .length(number.count)
    }
    var rest = 0
    for index in 0..<20 {
      let byte = number[index].uppercased
      if byte.isDigit {
        if index < 18 { rest = (rest * 10 + Int(byte &- 0x30)) % 97 }
      } else if byte.isLetter, index < 18 {
        rest = (rest * 100 + Int(byte &- 0x41) + 10) % 97
      } else {
        return .character(position: max(number.extracting(0...index).characterCount, 1))
      }
    }
    let expected = 98 - rest * 100 % 97
    let digits = CheckCharacters(
      UInt8(truncatingIfNeeded: expected / 10) + 0x30,
      UInt8(truncatingIfNeeded: expected % 10) + 0x30)
    return number[18] == digits.first && number[19] == digits.second
      ? nil : .check(expected: digits)
  }
}
