import Records

/// Business licence number, 工商注册号: fifteen digits, namely first registering authority
/// (1–6), sequence (7–14), check digit (15). Numbers of thirteen digits are older than 2007
/// and have no check digit. Source: GS 15-2006 (ISO 7064 MOD 11,10).
package enum LicenceNumber {
  /// The first fault of a number, or nil. O(1), no allocation.
  package static func fault(in number: Span<UInt8>) -> NumberFault? {
    for index in number.indices where !number[index].isDigit {
      return .character(position: max(number.extracting(0...index).characterCount, 1))
    }
    if number.count == 13 { return nil }
    guard number.count == 15 else { return .length(number.count) }
    var product = 10
    for index in 0..<14 {
      let sum = (product + Int(number[index] &- 0x30)) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    let expected = UInt8(truncatingIfNeeded: (11 - product) % 10) + 0x30
    return number[14] == expected ? nil : .check(expected: CheckCharacters(expected))
  }
}
