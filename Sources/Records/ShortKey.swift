/// Up to 15 bytes as one value: the key of code tables. Comparing and hashing need no memory.
@frozen package struct ShortKey: Hashable, BitwiseCopyable, Sendable {
  @usableFromInline package var low: UInt64
  @usableFromInline package var high: UInt64

  /// `nil` for more than 15 bytes. O(n).
  @inlinable @inline(__always) package init?(_ bytes: Span<UInt8>) {
    if bytes.count > 15 { return nil }
    low = 0
    high = UInt64(bytes.count) << 56
    var index = 0
    while index < bytes.count {
      let byte = UInt64(bytes[index])
      if index < 8 { low |= byte << UInt64(index * 8) } else { high |= byte << UInt64((index - 8) * 8) }
      index += 1
    }
  }

  package init?(_ text: String) { self.init(Array(text.utf8).span) }

  /// A well mixed 64-bit number; the same in every process.
  @inlinable @inline(__always) package var mixed: UInt64 {
    let first = (low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: high ^ 0xE703_7ED1_A0B4_28DB)
    return first.high ^ first.low
  }

  /// The bytes of the key.
  package var bytes: [UInt8] {
    (0..<Int(high >> 56)).map { index -> UInt8 in
      let word = index < 8 ? low : high
      return UInt8(truncatingIfNeeded: word >> UInt64(index % 8 * 8))
    }
  }
}

extension ShortKey: CustomStringConvertible {
  package var description: String { String(decoding: bytes, as: UTF8.self) }
}
