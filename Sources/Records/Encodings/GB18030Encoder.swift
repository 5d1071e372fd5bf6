/// Writes UTF-8 as GB18030: the other way round of `GB18030.table`.
public struct GB18030Encoder: Sendable {
  /// The one encoder, made when first asked for.
  public static let standard = GB18030Encoder()

  /// Two bytes by scalar of the basic plane; 0 where there are none.
  private let pairs: FrozenArray<UInt16>

  private init() {
    var pairs = [UInt16](repeating: 0, count: 0x10000)
    let table = GB18030.table.entries
    for index in table.indices {
      let scalar = GB18030.scalar(ofEntry: table[index])
      if scalar < 0x80 || scalar == 0xFFFD { continue }
      let lead = 0x81 + index / DoubleByteTable.columns
      let trail = 0x40 + index % DoubleByteTable.columns
      pairs[Int(scalar)] = UInt16(lead << 8 | trail)
    }
    self.pairs = FrozenArray(pairs)
  }

  /// The two bytes of a character, the lead byte higher; 0 where it has none. O(1).
  public func pair(_ scalar: UInt32) -> UInt16 {
    scalar < 0x10000 ? pairs[Int(scalar)] : 0
  }

  /// Numbers of the four-byte characters inside the basic plane, by scalar.
  private static let numbers: [UInt16: Int] = Dictionary(
    GB18030.basicPlane.enumerated().compactMap { $1 == 0 ? nil : ($1, $0) }
  ) { first, _ in first }

  /// Appends `text`, which is sound UTF-8. O(n).
  public func append(_ text: [UInt8], to bytes: inout [UInt8]) {
    append(text[...], to: &bytes)
  }

  /// The same for a part of a text. A scalar that GB18030 has no bytes for, of which there is
  /// none but surrogates, becomes a question mark.
  public func append(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    var index = text.startIndex
    let end = text.endIndex
    while index < end {
      let lead = text[index]
      if lead < 0x80 {
        bytes.append(lead)
        index += 1
        continue
      }
      let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
      var scalar = UInt32(lead) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
      for place in 1..<length { scalar = scalar << 6 | UInt32(text[index + place] & 0x3F) }
      index += length
      let pair = pair(scalar)
      if pair != 0 {
        bytes.append(UInt8(truncatingIfNeeded: pair >> 8))
        bytes.append(UInt8(truncatingIfNeeded: pair))
      } else if scalar >= 0x10000 {
        append(number: Int(scalar) - 0x10000 + 189_000, to: &bytes)
      } else if let number = Self.numbers[UInt16(scalar)] {
        append(number: number, to: &bytes)
      } else {
        bytes.append(0x3F)
      }
    }
  }

  /// The four bytes of a character by its number.
  private func append(number: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: number / 12_600) + 0x81)
    bytes.append(UInt8(truncatingIfNeeded: number / 1260 % 10) + 0x30)
    bytes.append(UInt8(truncatingIfNeeded: number / 10 % 126) + 0x81)
    bytes.append(UInt8(truncatingIfNeeded: number % 10) + 0x30)
  }
}
