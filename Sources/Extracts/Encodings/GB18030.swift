import Records

/// Decoding of GB18030-2005 (with GBK and GB2312, its subsets).
package enum GB18030 {
  /// Two-byte characters, filled once a process from the C library's converter.
  package static let table: DoubleByteTable = {
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
    return DoubleByteTable(entries)
  }()

  /// The scalar of a four-byte character given as four bytes, highest first; nil where the
  /// standard has none. Ranges of GB 18030-2005: beyond the basic plane by arithmetic,
  /// inside it by the C library.
  package static func scalar(fourBytes packed: UInt32) -> UInt32? {
    let linear =
      ((packed >> 24 - 0x81) * 10 + (packed >> 16 & 0xFF) - 0x30) * 1260
      + (packed >> 8 & 0xFF - 0x81) * 10 + (packed & 0xFF) - 0x30
    if linear >= 189_000 {
      let scalar = linear - 189_000 + 0x10000
      return scalar <= 0x10FFFF ? scalar : nil
    }
    let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: packed >> UInt32($0)) }
    guard let text = Iconv.utf8(bytes, from: "GB18030") else { return nil }
    return String(decoding: text, as: UTF8.self).unicodeScalars.first?.value
  }
}
