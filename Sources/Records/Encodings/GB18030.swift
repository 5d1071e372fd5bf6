/// Decoding of GB18030-2005 (with GBK and GB2312, its subsets).
public enum GB18030 {
  /// Two-byte characters, filled once a process from the C library's converter.
  public static let table = DoubleByteTable(entries)

  /// The entries of the table.
  private static let entries: [UInt32] = {
    var entries = [UInt32](repeating: 0, count: DoubleByteTable.rows * DoubleByteTable.columns)
    let trails = (0x40...0xFE).filter { $0 != 0x7F }.map { UInt8($0) }
    for row in 0..<DoubleByteTable.rows {
      let lead = UInt8(0x81 + row)
      // A line a character: one conversion a lead byte, character by character only where
      // the row has holes.
      let whole = Iconv.utf8(trails.flatMap { [lead, $0, 0x0A] }, from: "GB18030")
      let texts = whole?.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
      for (index, trail) in trails.enumerated() {
        let text = texts.map { $0[index] } ?? Iconv.utf8([lead, trail], from: "GB18030") ?? []
        guard (1...3).contains(text.count) else { continue }
        var entry = UInt32(text.count) << 24
        for (place, byte) in text.enumerated() { entry |= UInt32(byte) << UInt32(place * 8) }
        entries[row * DoubleByteTable.columns + Int(trail) - 0x40] = entry
      }
    }
    return entries
  }()

  /// The scalar of the two-byte character, or 0 where there is none. O(1).
  public static func scalar(lead: UInt8, trail: UInt8) -> UInt32 {
    guard lead >= 0x81, lead <= 0xFE, trail >= 0x40 else { return 0 }
    let entry = table.entries[
      Int(lead - 0x81) * DoubleByteTable.columns + Int(trail - 0x40)]
    return scalar(ofEntry: entry)
  }

  /// The one scalar whose bytes an entry of the table holds; 0 for an empty entry.
  static func scalar(ofEntry entry: UInt32) -> UInt32 {
    let (first, second, third) = (entry & 0xFF, entry >> 8 & 0x3F, entry >> 16 & 0x3F)
    switch entry >> 24 {
    case 1: return first
    case 2: return (first & 0x1F) << 6 | second
    case 3: return (first & 0x0F) << 12 | second << 6 | third
    default: return 0
    }
  }

  /// The scalar of a four-byte character given as four bytes, highest first; nil where the
  /// standard has none. Ranges of GB 18030-2005: beyond the basic plane by arithmetic,
  /// inside it as the C library has it.
  public static func scalar(fourBytes packed: UInt32) -> UInt32? {
    let linear =
      ((packed >> 24 - 0x81) * 10 + (packed >> 16 & 0xFF) - 0x30) * 1260
      + (packed >> 8 & 0xFF - 0x81) * 10 + (packed & 0xFF) - 0x30
    if linear >= 189_000 {
      let scalar = linear - 189_000 + 0x10000
      return scalar <= 0x10FFFF ? scalar : nil
    }
    guard linear < basicPlane.count, basicPlane[Int(linear)] > 0 else { return nil }
    return UInt32(basicPlane[Int(linear)])
  }

  /// Scalars of the four-byte characters inside the basic plane, by their number; 0 for none.
  static let basicPlane: [UInt16] = {
    var scalars: [UInt16] = []
    for first: UInt8 in 0x81...0x84 {
      for second: UInt8 in 0x30...0x39 {
        let codes = (0x81...0xFE).flatMap { third in
          (0x30...0x39).map { fourth in [first, second, third, fourth] as [UInt8] }
        }
        // A line a character, as in the table of two bytes.
        let whole = Iconv.utf8(codes.flatMap { $0 + [0x0A] }, from: "GB18030")
        let texts = whole?.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        for (index, code) in codes.enumerated() {
          let text = texts?[index] ?? Iconv.utf8(code, from: "GB18030") ?? []
          let scalar = String(decoding: text, as: UTF8.self).unicodeScalars.first?.value ?? 0
          scalars.append(UInt16(exactly: scalar) ?? 0)
        }
        // The last of them is 84 31 A4 39.
        if first == 0x84, second == 0x31 { return scalars }
      }
    }
    return scalars
  }()

  /// Length of the character at `place` of text that ends at `end`; 1 for a byte that is no
  /// character. Steps exactly as decoding does.
  public static func length(_ bytes: [UInt8], _ place: Int, _ end: Int) -> Int {
    let lead = bytes[place]
    guard lead >= 0x81, lead <= 0xFE, place + 1 < end else { return 1 }
    let trail = bytes[place + 1]
    if trail >= 0x40 {
      return entries[Int(lead - 0x81) * DoubleByteTable.columns + Int(trail - 0x40)] == 0 ? 1 : 2
    }
    guard trail.isDigit, place + 3 < end, bytes[place + 2] >= 0x81, bytes[place + 2] <= 0xFE,
      bytes[place + 3].isDigit
    else { return 1 }
    var packed: UInt32 = 0
    for byte in bytes[place..<(place + 4)] { packed = packed << 8 | UInt32(byte) }
    return scalar(fourBytes: packed).flatMap(Unicode.Scalar.init) == nil ? 1 : 4
  }

  /// How many bytes a text in UTF-8 takes in GB18030: one for ASCII, two for what the table
  /// has, four for everything else. O(n), no allocation.
  public static func byteCount(of text: Span<UInt8>) -> Int {
    var count = 0
    var index = 0
    while index < text.count {
      let lead = text[index]
      if lead < 0x80 {
        count += 1
        index += 1
        continue
      }
      let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard index + length <= text.count else { return count + text.count - index }
      var scalar = Int(lead) & (0x7F >> length)
      for place in 1..<length { scalar = scalar << 6 | Int(text[index + place] & 0x3F) }
      let isDouble = length < 4 && doubles[scalar >> 6 & 0x3FF] >> UInt64(scalar & 63) & 1 == 1
      count += isDouble ? 2 : 4
      index += length
    }
    return count
  }

  /// A bit for every scalar of the basic plane that takes two bytes.
  private static let doubles: FrozenArray<UInt64> = {
    var bits = [UInt64](repeating: 0, count: 1024)
    for entry in entries where entry != 0 {
      let bytes = (0..<Int(entry >> 24)).map { UInt8(truncatingIfNeeded: entry >> UInt32($0 * 8)) }
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        let value = Int(scalar.value)
        if value < 0x10000 { bits[value >> 6] |= 1 << UInt64(value & 63) }
      }
    }
    return FrozenArray(bits)
  }()
}
