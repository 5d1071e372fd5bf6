/// Latin-1 and Windows-1252, the character sets that Western systems read bytes with.
package enum WesternText {
  /// Characters of Windows-1252 at 80 to 9F; 0 where it has none. Source: the code page's
  /// mapping table of the Unicode Consortium (CP1252.TXT).
  private static let specials: [32 of UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// The byte that a character of either set was read from; nil for a character of neither.
  /// What Windows-1252 leaves open, readers take for the control characters of Latin-1. O(1).
  package static func byte(of scalar: UInt32) -> UInt8? {
    if scalar < 0x100 { return UInt8(scalar) }
    if scalar < 0x0152 || scalar > 0x2122 { return nil }
    for index in specials.indices where UInt32(specials[index]) == scalar {
      return UInt8(0x80 + index)
    }
    return nil
  }
}
