import Records

/// Between scalars and the bytes of character sets, strictly: nil where anything would be lost.
enum ConversionBytes {
  /// The byte that 936, the GBK of Windows, reads as €.
  static let euroByte: UInt8 = 0x80

  /// Scalars of sound UTF-8. O(n).
  static func scalars(utf8 text: Span<UInt8>) -> [UInt32]? {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(text.count / 2)
    var place = 0
    while place < text.count {
      guard let scalar = scalar(utf8: text, at: &place) else { return nil }
      scalars.append(scalar)
    }
    return scalars
  }

  /// The scalar at `place`, which moves behind it; nil for bytes that are none. O(1).
  static func scalar(utf8 text: Span<UInt8>, at place: inout Int) -> UInt32? {
    let lead = text[place]
    if lead < 0x80 {
      place += 1
      return UInt32(lead)
    }
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    if length == 0 || place + length > text.count { return nil }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for index in 1..<length {
      let byte = text[place + index]
      if byte & 0xC0 != 0x80 { return nil }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    if length == 3, scalar < 0x800 || scalar >= 0xD800 && scalar < 0xE000 { return nil }
    if length == 4, scalar < 0x10000 || scalar > 0x10FFFF { return nil }
    place += length
    return scalar
  }

  static func utf8(_ scalars: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in scalars { bytes.append(scalar: scalar) }
    return bytes
  }

  /// The two bytes of GBK that a character was read from; 0 for none. Readers differ at a few
  /// places, where those of Windows have private characters: both are known. Sources: the GBK
  /// of the C library, and the table of code page 936 with its private characters as GB
  /// 18030-2000 lists them.
  static func pair(_ scalar: UInt32) -> UInt16 {
    switch scalar {
    case 0xE7C7: 0xA8BC
    case 0xE7C8: 0xA8BF
    case 0xE7E7...0xE7F3: UInt16(0xA989 + scalar - 0xE7E7)
    default: GB18030Encoder.standard.pair(scalar)
    }
  }

  /// Bytes of GBK, with € as `euroByte` where `isWindows`. O(n).
  static func gbk(_ scalars: [UInt32], isWindows: Bool) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count * 2)
    for scalar in scalars {
      guard append(gbk: scalar, isWindows: isWindows, to: &bytes) else { return nil }
    }
    return bytes
  }

  /// Appends a character in GBK; false where it has no bytes.
  static func append(gbk scalar: UInt32, isWindows: Bool, to bytes: inout [UInt8]) -> Bool {
    if scalar < 0x80 {
      bytes.append(UInt8(scalar))
    } else if isWindows, scalar == 0x20AC {
      bytes.append(euroByte)
    } else {
      let pair = pair(scalar)
      if pair == 0 { return false }
      bytes.append(UInt8(pair >> 8))
      bytes.append(UInt8(pair & 0xFF))
    }
    return true
  }

  /// Scalars of bytes that are nothing but ASCII and two-byte characters of GBK. O(n).
  static func scalars(gbk bytes: [UInt8]) -> [UInt32]? {
    var scalars: [UInt32] = []
    var place = 0
    while place < bytes.count {
      let lead = bytes[place]
      if lead < 0x80 {
        scalars.append(UInt32(lead))
        place += 1
        continue
      }
      if place + 1 >= bytes.count { return nil }
      let scalar = GB18030.scalar(lead: lead, trail: bytes[place + 1])
      if scalar == 0 { return nil }
      scalars.append(scalar)
      place += 2
    }
    return scalars
  }

  /// Bytes that Western readers took these characters from. O(n).
  static func western(_ scalars: [UInt32]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count)
    for scalar in scalars {
      guard let byte = WesternText.byte(of: scalar) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}
