/// Up to 15 bytes as one value: the key of code tables. Comparing and hashing need no memory.
@frozen public struct ShortKey: Hashable, BitwiseCopyable, Sendable {
  public var low: UInt64
  public var high: UInt64

  /// `nil` for more than 15 bytes. O(n).
  @inlinable @inline(__always) public init?(_ bytes: Span<UInt8>) {
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

  public init?(_ text: String) { self.init(Array(text.utf8).span) }

  /// A well mixed 64-bit number; the same in every process.
  @inlinable @inline(__always) public var mixed: UInt64 {
    let first = (low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: high ^ 0xE703_7ED1_A0B4_28DB)
    return first.high ^ first.low
  }

  /// The bytes of the key.
  public var bytes: [UInt8] {
    (0..<Int(high >> 56)).map { index -> UInt8 in
      let word = index < 8 ? low : high
      return UInt8(truncatingIfNeeded: word >> UInt64(index % 8 * 8))
    }
  }
}

extension ShortKey: CustomStringConvertible {
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}
