/// Up to 15 bytes as one value: the key of code tables. Comparing and hashing need no memory.
@frozen public struct ShortKey: Hashable, BitwiseCopyable, Sendable {
  /// The first eight bytes, from the lowest up.
  public var low: UInt64
  /// The other bytes, and their number in the highest byte.
  public var high: UInt64

  /// `nil` for more than 15 bytes. O(1).
  @inlinable @inline(__always) public init?(_ bytes: Span<UInt8>) {
    let count = bytes.count
    if count > 15 { return nil }
    var low: UInt64 = 0
    var high = UInt64(count) << 56
    unsafe bytes.withUnsafeBytes { memory in
      // Two loads that overlap cover every length without reading beyond the bytes.
      if count >= 8 {
        low = unsafe UInt64(littleEndian: memory.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
        let tail = unsafe UInt64(
          littleEndian: memory.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
        high |= tail >> UInt64(8 * (16 - count))
      } else if count >= 4 {
        let head = unsafe UInt32(
          littleEndian: memory.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
        let tail = unsafe UInt32(
          littleEndian: memory.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
        low = UInt64(head) | UInt64(tail) << UInt64(8 * (count - 4))
      } else if count > 0 {
        let (first, middle, last) = unsafe (
          UInt64(memory[0]), UInt64(memory[count / 2]), UInt64(memory[count - 1])
        )
        low = first | middle << UInt64(count / 2 * 8) | last << UInt64((count - 1) * 8)
      }
    }
    self.low = low
    self.high = high
  }

  /// The key with these words: bytes from the lowest up, their number in the highest byte.
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The key of a text of at most 15 bytes in UTF-8.
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
  /// The bytes as text.
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}
