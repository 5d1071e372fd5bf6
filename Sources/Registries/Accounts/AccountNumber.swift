import Records
import References

/// Account numbers as they are compared.
package enum AccountNumber {
  /// Equal for numbers that are the same but for blanks, hyphens, width and capitals; nil for
  /// an empty one. O(n), no allocation.
  package static func key(_ number: Span<UInt8>) -> PackedKey? {
    if number.isEmpty { return nil }
    for index in number.indices where !number[index].isDigit && !number[index].isLetter {
      return slowKey(number)
    }
    return PackedKey(foldingCase: number)
  }

  /// Its first six characters and how many it has, as one number: banks give the accounts of
  /// one kind numbers of one length that begin alike. nil for one shorter than eight or with
  /// other characters than digits and letters. O(n), no allocation.
  package static func shape(_ number: Span<UInt8>) -> UInt64? {
    var reader = FoldedText()
    var (start, count): (UInt64, UInt64) = (0, 0)
    while true {
      let scalar = reader.next(in: number)
      if scalar == 0 { break }
      if scalar == 0x2D { continue }
      if scalar >= 0x80 { return nil }
      if count < 6 { start = start << 8 | UInt64(scalar) }
      count += 1
    }
    return count < 8 || count > 200 ? nil : start << 8 | count
  }

  private static func slowKey(_ number: Span<UInt8>) -> PackedKey? {
    var plain = [64 of UInt8](repeating: 0)
    var count = 0
    var reader = FoldedText()
    while true {
      let scalar = reader.next(in: number)
      if scalar == 0 { break }
      if scalar == 0x2D { continue }
      if scalar >= 0x80 || count == plain.count { return PackedKey(foldingCase: number) }
      plain[count] = UInt8(scalar)
      count += 1
    }
    return count == 0 ? nil : PackedKey(foldingCase: plain.span.extracting(0..<count))
  }
}
