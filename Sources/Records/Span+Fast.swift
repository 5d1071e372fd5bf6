/// Short cuts for texts that look as nearly all do; whatever they do not know they leave to
/// the careful reading.
extension Span<UInt8> {
  /// The eight bytes from `place` on, the first one lowest; they must be there. O(1).
  @inlinable @inline(__always) public func word(at place: Int) -> UInt64 {
    precondition(place >= 0 && place <= count - 8)
    return unsafe withUnsafeBytes {
      unsafe UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
  }

  /// Mixes the text and its length into a hash, to tell texts apart that nobody makes up to
  /// look the same. O(n), eight bytes at a time.
  public func mix(into hash: inout UInt64) {
    var place = 0
    var mixed = hash ^ UInt64(count) &* 0x9E37_79B9_7F4A_7C15
    while place + 8 <= count {
      let product = (mixed ^ word(at: place)).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      mixed = product.high ^ product.low
      place += 8
    }
    var rest: UInt64 = 0
    while place < count {
      rest = rest << 8 | UInt64(self[place])
      place += 1
    }
    let product = (mixed ^ rest).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    hash = product.high ^ product.low
  }

  /// The number yyyyMMdd of a text `yyyy-MM-dd` or `yyyyMMdd`, or nil for any other. O(1).
  @inlinable public var plainDate: Int? {
    if count != 10 && count != 8 { return nil }
    return unsafe withUnsafeBytes { memory in
      let word = unsafe UInt64(
        littleEndian: memory.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
      if count == 8 { return Self.eightDigits(word) }
      // Digits become their values, the hyphens 0.
      let head = word ^ 0x2D30_302D_3030_3030
      let tail = unsafe (memory[8] &- 0x30, memory[9] &- 0x30)
      if head & 0xFF00_00FF_0000_0000 != 0
        || (head &+ 0x0076_7600_7676_7676) & 0x0080_8000_8080_8080 != 0
        || head & 0x0080_8000_8080_8080 != 0 || tail.0 > 9 || tail.1 > 9
      {
        return nil
      }
      @inline(__always) func digit(_ place: UInt64) -> Int { Int(head >> (place * 8) & 0x0F) }
      let year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
      let month = digit(5) * 10 + digit(6)
      return year * 10_000 + month * 100 + Int(tail.0) * 10 + Int(tail.1)
    }
  }

  /// The value of eight ASCII digits in a word, the first in the lowest byte; nil where one
  /// of them is no digit.
  @inlinable static func eightDigits(_ word: UInt64) -> Int? {
    let digits = word ^ 0x3030_3030_3030_3030
    if (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080 != 0 { return nil }
    // Pairs, then fours, then all eight.
    let pairs = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return Int(truncatingIfNeeded: (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF)
  }

  /// How many characters from the start are Chinese ones of U+4E00 to U+9FFF; stops at
  /// `limit` or a little above. O(limit).
  public func leadingHan(limit: Int) -> Int {
    unsafe withUnsafeBytes { memory in
      var place = 0
      var found = 0
      while place + 8 <= memory.count, found < limit {
        let word = unsafe UInt64(
          littleEndian: memory.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        // Leads E5 to E9 surely; E4 from its second byte B8 on, which is U+4E00.
        let lead = word & 0xFF
        let isHan = lead &- 0xE5 < 5 || lead == 0xE4 && word >> 8 & 0xFF >= 0xB8
        if !isHan || word & 0xC0_C000 != 0x80_8000 { return found }
        found += 1
        place += 3
      }
      return found
    }
  }

  /// Place of the first byte from `start` on that is neither printable ASCII other than `?`
  /// nor part of a character of U+3000 to U+8FFF, or a byte near the end of the text. O(n).
  public func endOfOrdinaryText(from start: Int) -> Int {
    unsafe withUnsafeBytes { memory in
      var place = start
      while place + 8 <= memory.count {
        let word = unsafe UInt64(
          littleEndian: memory.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        let lead = word & 0xFF
        if lead &- 0xE3 < 6, word & 0xC0_C000 == 0x80_8000 {
          // Most often another one follows.
          let isPair =
            word & 0xC0C0_0000_0000 == 0x8080_0000_0000 && (word >> 24 & 0xFF) &- 0xE3 < 6
          place += isPair ? 6 : 3
        } else if lead &- 0x20 < 0x5F, lead != 0x3F {
          place += 1
        } else {
          break
        }
      }
      return place
    }
  }
}
