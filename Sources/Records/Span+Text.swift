/// Reading text as bytes of UTF-8, without making a `String`.
extension Span<UInt8> {
  /// The bytes between `range` without blanks at either end: space, tab, NUL, the
  /// ideographic space U+3000, the no-break space U+00A0 and the byte order mark.
  @inlinable public func trimmedRange(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let byte = self[start]
      if byte == 0x20 || byte == 0x09 || byte == 0 {
        start += 1
      } else if byte == 0xE3, end - start >= 3, self[start + 1] == 0x80, self[start + 2] == 0x80 {
        start += 3
      } else if byte == 0xC2, end - start >= 2, self[start + 1] == 0xA0 {
        start += 2
      } else if byte == 0xEF, end - start >= 3, self[start + 1] == 0xBB, self[start + 2] == 0xBF {
        start += 3
      } else {
        break
      }
    }
    while start < end {
      let byte = self[end - 1]
      if byte == 0x20 || byte == 0x09 || byte == 0 {
        end -= 1
      } else if byte == 0x80, end - start >= 3, self[end - 3] == 0xE3, self[end - 2] == 0x80 {
        end -= 3
      } else if byte == 0xA0, end - start >= 2, self[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// Without blanks at either end. O(number of blanks).
  @inlinable public var trimmed: Span<UInt8> {
    @_lifetime(copy self) get { extracting(trimmedRange(0..<count)) }
  }

  /// Same bytes. O(n), eight at a time.
  @inlinable public func equals(_ other: Span<UInt8>) -> Bool {
    count == other.count && agrees(at: 0, with: other, at: 0, count: count)
  }

  /// Whether `count` bytes from `place` on are those of `other` from `start` on; false where
  /// either has fewer. O(count), eight at a time.
  @inlinable public func agrees(
    at place: Int, with other: Span<UInt8>, at start: Int, count length: Int
  ) -> Bool {
    if place < 0 || start < 0 || place > count - length || start > other.count - length {
      return false
    }
    return unsafe withUnsafeBytes { mine in
      unsafe other.withUnsafeBytes { theirs in
        unsafe Self.agree(mine.baseAddress, place, theirs.baseAddress, start, length)
      }
    }
  }

  /// Whether `length` bytes behind two pointers are the same; the last words overlap.
  @inlinable static func agree(
    _ mine: UnsafeRawPointer?, _ place: Int, _ theirs: UnsafeRawPointer?, _ start: Int,
    _ length: Int
  ) -> Bool {
    guard length > 0, let mine = unsafe mine, let theirs = unsafe theirs else { return true }
    let (a, b) = unsafe (mine + place, theirs + start)
    @inline(__always) func differ<Word: FixedWidthInteger>(_ at: Int, _ type: Word.Type) -> Bool {
      unsafe a.loadUnaligned(fromByteOffset: at, as: Word.self)
        != b.loadUnaligned(fromByteOffset: at, as: Word.self)
    }
    if length >= 8 {
      var index = 0
      while index < length - 8 {
        if differ(index, UInt64.self) { return false }
        index += 8
      }
      return !differ(length - 8, UInt64.self)
    }
    if length >= 4 { return !differ(0, UInt32.self) && !differ(length - 4, UInt32.self) }
    if length >= 2 { return !differ(0, UInt16.self) && !differ(length - 2, UInt16.self) }
    return !differ(0, UInt8.self)
  }

  /// Same bytes as a literal.
  @inlinable public func equals(_ literal: StaticString) -> Bool {
    count == literal.utf8CodeUnitCount && starts(with: literal)
  }

  /// Begins with the bytes of a literal.
  @inlinable public func starts(with literal: StaticString) -> Bool {
    let length = literal.utf8CodeUnitCount
    if count < length { return false }
    let start = unsafe literal.utf8Start
    return unsafe withUnsafeBytes {
      unsafe Self.agree($0.baseAddress, 0, UnsafeRawPointer(start), 0, length)
    }
  }

  /// Ends with the bytes of a literal.
  @inlinable public func ends(with literal: StaticString) -> Bool {
    let length = literal.utf8CodeUnitCount
    return count >= length && extracting((count - length)..<count).starts(with: literal)
  }

  /// Place of the first occurrence of a literal at or after `start`, or `nil`.
  /// O(n · length of the literal) at worst.
  @inlinable public func firstRange(of literal: StaticString, from start: Int = 0) -> Range<Int>? {
    let length = literal.utf8CodeUnitCount
    if length == 0 { return start..<start }
    let first = unsafe literal.utf8Start[0]
    var index = start
    while index + length <= count {
      if self[index] == first, extracting(index..<count).starts(with: literal) {
        return index..<(index + length)
      }
      index += 1
    }
    return nil
  }

  /// Whether a literal occurs anywhere.
  @inlinable public func contains(_ literal: StaticString) -> Bool {
    firstRange(of: literal) != nil
  }

  /// Whether `byte` occurs anywhere.
  @inlinable public func contains(_ byte: UInt8) -> Bool {
    for index in indices where self[index] == byte { return true }
    return false
  }

  /// At least one byte, and nothing but ASCII digits.
  @inlinable public var isAllDigits: Bool {
    for index in indices where !self[index].isDigit { return false }
    return !isEmpty
  }

  /// The Unicode scalar at `place`, which goes behind it; U+FFFD and one byte on where there is
  /// none. O(1).
  @inlinable @inline(__always) public func scalar(at place: inout Int) -> UInt32 {
    let first = UInt32(self[place])
    if first < 0x80 {
      place += 1
      return first
    }
    let length = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    if length == 1 || first >= 0xF5 || place + length > count {
      place += 1
      return 0xFFFD
    }
    var scalar = first & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for index in (place + 1)..<(place + length) {
      let byte = UInt32(self[index])
      if byte & 0xC0 != 0x80 {
        place += 1
        return 0xFFFD
      }
      scalar = scalar << 6 | byte & 0x3F
    }
    place += length
    return scalar
  }

  /// Number of Unicode scalars; broken bytes count as they come. O(n).
  @inlinable public var characterCount: Int {
    var result = 0
    for index in indices where self[index] & 0xC0 != 0x80 { result += 1 }
    return result
  }

  /// The value of up to 18 ASCII digits, or `nil` for anything else.
  @inlinable public var decimalValue: Int? {
    if isEmpty || count > 18 { return nil }
    var result = 0
    for index in indices {
      guard self[index].isDigit else { return nil }
      result = result * 10 + Int(self[index] &- 0x30)
    }
    return result
  }
}

extension UInt8 {
  /// An ASCII digit.
  @inlinable public var isDigit: Bool { self &- 0x30 < 10 }
  /// An ASCII letter.
  @inlinable public var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// An ASCII letter as a capital; every other byte as it is.
  @inlinable public var uppercased: UInt8 { self &- 0x61 < 26 ? self &- 0x20 : self }
}

extension String {
  /// The text of `bytes`; broken UTF-8 shows as U+FFFD. For texts that people read.
  public init(_ bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension Array<UInt8> {
  /// Appends the bytes of a view. O(n).
  @inlinable public mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends the bytes of a literal. O(n).
  @inlinable public mutating func append(_ literal: StaticString) {
    unsafe append(
      contentsOf: UnsafeBufferPointer(
        start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Appends a character in UTF-8; `scalar` is one.
  public mutating func append(scalar: UInt32) {
    switch scalar {
    case 0..<0x80: append(UInt8(scalar))
    case 0x80..<0x800:
      append(UInt8(0xC0 | scalar >> 6))
      append(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x1_0000:
      append(UInt8(0xE0 | scalar >> 12))
      append(UInt8(0x80 | scalar >> 6 & 0x3F))
      append(UInt8(0x80 | scalar & 0x3F))
    default:
      append(UInt8(0xF0 | scalar >> 18 & 0x07))
      append(UInt8(0x80 | scalar >> 12 & 0x3F))
      append(UInt8(0x80 | scalar >> 6 & 0x3F))
      append(UInt8(0x80 | scalar & 0x3F))
    }
  }

  /// Appends a whole number in decimal digits.
  @inlinable public mutating func append(decimal number: Int) {
    var magnitude = number.magnitude
    if number < 0 { append(UInt8(ascii: "-")) }
    let start = count
    repeat {
      append(UInt8(truncatingIfNeeded: magnitude % 10) + 0x30)
      magnitude /= 10
    } while magnitude > 0
    self[start...].reverse()
  }
}

extension Array<UInt8> {
  /// Appends the lowest `count` digits of `number` in base 32.
  public mutating func append(digits number: UInt64, count: Int, alphabet: StaticString) {
    precondition(alphabet.utf8CodeUnitCount == 32)
    for place in 0..<count {
      unsafe append(alphabet.utf8Start[Int(number >> UInt64(place * 5) & 31)])
    }
  }
}
