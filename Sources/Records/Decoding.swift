/// Two-byte characters of GB18030 as UTF-8, by lead and trail byte.
///
/// Entry `(lead - 0x81) * 192 + (trail - 0x40)`: the bytes of the character from the lowest
/// byte up, their number in the highest byte; 0 where the pair is no character.
public struct DoubleByteTable: Sendable {
  /// Lead bytes 0x81 to 0xFE.
  public static let rows = 126
  /// Trail bytes 0x40 to 0xFF.
  public static let columns = 192
  let entries: FrozenArray<UInt32>

  /// A table of `rows` × `columns` entries.
  public init(_ entries: [UInt32]) {
    precondition(entries.count == Self.rows * Self.columns)
    self.entries = FrozenArray(entries)
  }
}

/// A byte that is no character in the encoding of its file.
public struct BadByte: Equatable, Sendable {
  /// Place in the piece that was decoded, counted from 0.
  public let offset: Int

  /// A bad byte at a place of the piece.
  public init(offset: Int) { self.offset = offset }
}

extension Array<UInt8> {
  /// Appends GB18030 text between `range` of `source` as UTF-8. A byte that is no character
  /// becomes U+FFFD and is reported; decoding goes on behind it. O(n).
  ///
  /// - Parameter fourBytes: gives the scalar of a four-byte character, or nil.
  public mutating func append(
    gb18030 source: [UInt8], _ range: Range<Int>, table: DoubleByteTable, bad: inout [BadByte],
    fourBytes: (UInt32) -> UInt32?
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= source.count)
    var used = count
    append(contentsOf: repeatElement(0, count: range.count * 2 + 16))
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      // The hot loop stops where the output might not hold the rest, or at an oddity.
      unsafe withUnsafeMutableBytes { output in
        unsafe source.withUnsafeBytes { input in
          let room = output.count - 12
          while index < end, used < room {
            let byte = unsafe input[index]
            if byte < 0x80 {
              if index + 8 <= end {
                let word = unsafe UInt64(
                  littleEndian: input.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                let high = word & 0x8080_8080_8080_8080
                unsafe output.storeBytes(
                  of: word.littleEndian, toByteOffset: used, as: UInt64.self)
                let run = high == 0 ? 8 : high.trailingZeroBitCount >> 3
                index += run
                used += run
              } else {
                unsafe output[used] = byte
                index += 1
                used += 1
              }
              continue
            }
            guard byte >= 0x81, byte <= 0xFE, index + 1 < end else { break }
            let trail = unsafe input[index + 1]
            guard trail >= 0x40 else { break }
            let entry = table.entries[
              Int(byte &- 0x81) &* DoubleByteTable.columns &+ Int(trail &- 0x40)]
            if entry == 0 { break }
            unsafe output.storeBytes(
              of: (entry & 0xFF_FFFF).littleEndian, toByteOffset: used, as: UInt32.self)
            used += Int(entry >> 24)
            index += 2
          }
        }
      }
      if index >= end { break }
      if used >= count - 12 {
        append(contentsOf: repeatElement(0, count: (end - index) * 3 + 64))
        continue
      }
      if index + 3 < end, source[index] >= 0x81, source[index] <= 0xFE, source[index + 1].isDigit,
        source[index + 2] >= 0x81, source[index + 2] <= 0xFE, source[index + 3].isDigit
      {
        var packed: UInt32 = 0
        for byte in source[index..<(index + 4)] { packed = packed << 8 | UInt32(byte) }
        if let scalar = fourBytes(packed), let character = Unicode.Scalar(scalar) {
          for byte in UTF8.encode(character)! {
            self[used] = byte
            used += 1
          }
          index += 4
          continue
        }
      }
      bad.append(BadByte(offset: index))
      for byte: UInt8 in [0xEF, 0xBF, 0xBD] {
        self[used] = byte
        used += 1
      }
      index += 1
    }
    removeLast(count - used)
  }

  /// Place of the first byte of `range` that breaks UTF-8, or nil. O(n).
  public func firstBrokenUTF8(in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { memory in
      var index = range.lowerBound
      let end = range.upperBound
      while index < end {
        if index + 8 <= end {
          let word = unsafe UInt64(
            littleEndian: memory.loadUnaligned(fromByteOffset: index, as: UInt64.self))
          // Two Chinese characters and what follows, or a run of ASCII.
          let high = word & 0x8080_8080_8080_8080
          if high & 0x80 == 0 {
            index += high == 0 ? 8 : high.trailingZeroBitCount >> 3
            continue
          }
          // Two at once, of leads E1 to EC: the common Chinese characters.
          if word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0, (word & 0x0F) &- 1 < 0x0C,
            (word >> 24 & 0x0F) &- 1 < 0x0C
          {
            index += 6
            continue
          }
          if word & 0x00C0_C0F0 == 0x0080_80E0 {
            // Refuses overlong forms and surrogates: E0 80–9F, ED A0–BF.
            let second = word >> 8 & 0x3F
            let lead = word & 0xFF
            if !(lead == 0xE0 && second < 0x20) && !(lead == 0xED && second >= 0x20) {
              index += 3
              continue
            }
            return index
          }
        }
        let byte = unsafe memory[index]
        if byte < 0x80 {
          index += 1
          continue
        }
        let length: Int
        switch byte {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return index
        }
        if index + length > end { return index }
        let second = unsafe memory[index + 1]
        switch byte {
        case 0xE0: if second < 0xA0 { return index }
        case 0xED: if second > 0x9F { return index }
        case 0xF0: if second < 0x90 { return index }
        case 0xF4: if second > 0x8F { return index }
        default: break
        }
        for place in 1..<length {
          if unsafe memory[index + place] & 0xC0 != 0x80 { return index }
        }
        index += length
      }
      return nil
    }
  }
}
