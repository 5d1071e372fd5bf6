/// Identity of a document number, customer number or the like in 16 bytes.
///
/// Up to 15 bytes of any kind, and up to 20 characters of `0-9A-Z-_`, are kept without loss,
/// so that equal keys mean equal numbers. Anything else is represented by 120 bits of a hash
/// that mixes every byte; its chance of standing for two different numbers is below 10⁻¹⁸
/// for a billion of them.
@frozen public struct PackedKey: Hashable, Comparable, BitwiseCopyable, Sendable {
  /// The higher 64 bits; the highest byte tells how the key is to be read.
  public let high: UInt64
  /// The lower 64 bits.
  public let low: UInt64

  /// The key with these bits.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The key of a number whose letters may be written either way, such as that of an
  /// identity document. O(n), no allocation.
  @inlinable public init(foldingCase bytes: Span<UInt8>) { self.init(bytes, folds: true) }

  /// O(n), no allocation.
  @inlinable public init(_ bytes: Span<UInt8>) {
    if let short = ShortKey(bytes) {
      self.init(high: short.high, low: short.low)
    } else {
      self.init(bytes, folds: false)
    }
  }

  /// Marks in the highest byte: below 16 the bytes themselves and their number.
  private static let packed: UInt64 = 0x20 << 56
  private static let hashed: UInt64 = 0x80 << 56

  /// Up to 18 digits, the last of which may be X: identity numbers of citizens.
  private static let decimal: UInt64 = 0x40 << 56

  /// Number of 16 to 18 digits, the last of which may be X; nil for anything else. O(1).
  private init?(citizen bytes: Span<UInt8>) {
    let count = bytes.count
    if count < 16 || count > 18 { return nil }
    let words = unsafe bytes.withUnsafeBytes { memory in
      unsafe (
        UInt64(littleEndian: memory.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
        UInt64(littleEndian: memory.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
    guard let first = Span<UInt8>.eightDigits(words.0),
      let second = Span<UInt8>.eightDigits(words.1)
    else { return nil }
    var value = UInt64(first) * 100_000_000 + UInt64(second)
    var flag: UInt64 = 0
    for index in 16..<count {
      let byte = bytes[index]
      if byte.isDigit {
        value = value * 10 + UInt64(byte &- 0x30)
      } else if byte.uppercased == UInt8(ascii: "X"), index == count - 1 {
        value *= 10
        flag = 1 << 8
      } else {
        return nil
      }
    }
    self.init(high: Self.decimal | flag | UInt64(count), low: value)
  }

  @usableFromInline init(_ bytes: Span<UInt8>, folds: Bool) {
    if folds, let citizen = PackedKey(citizen: bytes) {
      self = citizen
      return
    }
    if !folds, let short = ShortKey(bytes) {
      self.init(high: short.high, low: short.low)
      return
    }
    var high: UInt64 = 0
    var low: UInt64 = 0
    if bytes.count <= 20 {
      let digits = folds ? Self.foldedDigits : Self.digits
      var index = 0
      while index < bytes.count {
        let digit = UInt64(digits[Int(bytes[index])])
        if digit == 0 { break }
        high = high << 6 | low >> 58
        low = low << 6 | digit
        index += 1
      }
      if index == bytes.count {
        self.init(high: high | Self.packed, low: low)
        return
      }
    }
    high = 0x9AE1_6A3B_2F90_404F
    low = 0xC3A5_C85C_97CB_3127 ^ UInt64(bytes.count)
    for index in bytes.indices {
      let byte = UInt64(folds ? bytes[index].uppercased : bytes[index])
      let product = (low ^ byte).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      low = product.low ^ high
      high = (high ^ product.high) &* 0xD6E8_FEB8_6659_FD93 ^ (high >> 29)
    }
    self.init(high: high >> 8 | Self.hashed, low: low)
  }

  /// The digit of every byte, 1 to 38; 0 for one that cannot be packed.
  private static let digits = FrozenArray<UInt8>(
    (0..<256).map { byte in
      switch UInt8(byte) {
      case 0x30...0x39: UInt8(byte - 0x30 + 1)
      case 0x41...0x5A: UInt8(byte - 0x41 + 11)
      case 0x2D: 37
      case 0x5F: 38
      default: 0
      }
    })

  /// The same with small letters as capitals.
  private static let foldedDigits = FrozenArray<UInt8>(
    (0..<256).map { digits[Int(UInt8($0).uppercased)] })

  /// Whether the number itself can be read back.
  public var isExact: Bool { high >> 63 == 0 }

  /// Of a number of 18 figures, the last of which may be X, the first 17 as a number; nil for
  /// any other. O(1).
  @inlinable public var firstSeventeen: UInt64? {
    high >> 56 == 0x40 && high & 0xFF == 18 ? low / 10 : nil
  }

  /// Appends the number where it is exact.
  public func write(to text: inout [UInt8]) {
    guard isExact else { return }
    if high >> 56 < 16 {
      text.append(contentsOf: ShortKey(low: low, high: high).bytes)
      return
    }
    let start = text.count
    if high >> 56 == 0x40 {
      var (value, left) = (low, Int(high & 0xFF))
      if high & 1 << 8 != 0 {
        text.append(UInt8(ascii: "X"))
        value /= 10
        left -= 1
      }
      for _ in 0..<left {
        text.append(UInt8(truncatingIfNeeded: value % 10) + 0x30)
        value /= 10
      }
      text[start...].reverse()
      return
    }
    var (high, low) = (high ^ Self.packed, low)
    while high | low != 0 {
      let digit = UInt8(truncatingIfNeeded: low & 63)
      switch digit {
      case 1...10: text.append(digit - 1 + 0x30)
      case 11...36: text.append(digit - 11 + 0x41)
      case 37: text.append(UInt8(ascii: "-"))
      default: text.append(UInt8(ascii: "_"))
      }
      low = low >> 6 | high << 58
      high >>= 6
    }
    text[start...].reverse()
  }

  /// A well mixed number for tables.
  @inlinable public var mixed: UInt64 {
    let product = (low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: high ^ 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }

  /// By the bits.
  @inlinable public static func < (a: PackedKey, b: PackedKey) -> Bool {
    (a.high, a.low) < (b.high, b.low)
  }
}
