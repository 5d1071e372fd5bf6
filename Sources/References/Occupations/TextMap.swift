import Records

/// An unchangeable table from texts of any length to numbers.
///
/// Texts of up to 15 bytes are compared byte for byte, longer ones by `PackedKey`. A look-up
/// never allocates.
package struct TextMap: Sendable {
  private let short: FrozenMap
  private let keys: FrozenArray<PackedKey>
  private let values: FrozenArray<Int32>
  private let mask: Int
  /// Which beginnings longer texts have: a bit for every hash of eight bytes and a length.
  private let beginnings: FrozenArray<UInt64>
  /// Bytes of the longest text.
  package let longest: Int

  /// Of texts that repeat, the first counts. O(bytes).
  package init(_ pairs: [(text: String, value: Int32)]) {
    var few: [(ShortKey, Int32)] = []
    var many: [(PackedKey, Int32)] = []
    var longest = 0
    for (text, value) in pairs {
      longest = max(longest, text.utf8.count)
      if let key = ShortKey(text) {
        few.append((key, value))
      } else {
        many.append((PackedKey(Array(text.utf8).span), value))
      }
    }
    var capacity = 16
    while capacity < many.count * 2 { capacity *= 2 }
    var keys = [PackedKey](repeating: PackedKey(high: 0, low: 0), count: capacity)
    var values = [Int32](repeating: -1, count: capacity)
    for (key, value) in many {
      precondition(value >= 0)
      var place = Int(truncatingIfNeeded: key.mixed) & (capacity - 1)
      while values[place] >= 0, keys[place] != key { place = (place + 1) & (capacity - 1) }
      if values[place] < 0 {
        keys[place] = key
        values[place] = value
      }
    }
    var beginnings = [UInt64](repeating: 0, count: 64)
    for (text, _) in pairs where text.utf8.count > 15 {
      let bit = Self.beginning(Array(text.utf8).span)
      beginnings[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    self.beginnings = FrozenArray(beginnings)
    self.short = FrozenMap(few)
    self.keys = FrozenArray(keys)
    self.values = FrozenArray(values)
    self.mask = capacity - 1
    self.longest = longest
  }

  /// A number below 4096 for how a text of eight bytes and more begins, and its length.
  private static func beginning(_ text: Span<UInt8>) -> Int {
    let word = text.word(at: 0) ^ UInt64(truncatingIfNeeded: text.count)
    return Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 52)
  }

  /// The number of a text, or nil. O(length), at most `longest`.
  package subscript(text: Span<UInt8>) -> Int? {
    if text.count > longest { return nil }
    if text.count <= 15 { return short[text] }
    // Few texts are in the table: most are told by their beginning.
    let bit = Self.beginning(text)
    if beginnings[bit >> 6] >> UInt64(bit & 63) & 1 == 0 { return nil }
    let key = PackedKey(text)
    var place = Int(truncatingIfNeeded: key.mixed) & mask
    while true {
      let value = values[place]
      if value < 0 { return nil }
      if keys[place] == key { return Int(value) }
      place = (place + 1) & mask
    }
  }

  /// The number of a text as it stands; else of the text without blanks, ASCII letters as
  /// capitals and full-width letters, digits and signs as ASCII. O(length).
  package func normalised(_ text: Span<UInt8>) -> Int? {
    if let exact = self[text] { return exact }
    if text.isEmpty || text.count > 96 || !text.mayBeNormalised { return nil }
    var bytes = [96 of UInt8](repeating: 0)
    var length = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      let left = text.count - index
      if byte == 0x20 || byte == 0x09 {
        index += 1
        continue
      }
      if byte == 0xE3, left >= 3, text[index + 1] == 0x80, text[index + 2] == 0x80 {
        index += 3
        continue
      }
      var plain = byte.uppercased
      var width = 1
      // U+FF01 to U+FF5E are the full-width forms of 0x21 to 0x7E.
      if byte == 0xEF, left >= 3, text[index + 1] == 0xBC || text[index + 1] == 0xBD,
        text[index + 2] & 0xC0 == 0x80
      {
        let low = text[index + 2] & 0x3F
        let code = text[index + 1] == 0xBC ? low &+ 0x20 : low &+ 0x60
        if code > 0x20, code < 0x7F {
          plain = code.uppercased
          width = 3
        }
      }
      bytes[length] = plain
      length += 1
      index += width
    }
    return self[bytes.span.extracting(0..<length)]
  }
}

extension Span<UInt8> {
  /// Whether `normalised` would change anything.
  fileprivate var mayBeNormalised: Bool {
    for index in indices {
      let byte = self[index]
      if byte < 0x80
        ? byte.uppercased != byte || byte == 0x20 || byte == 0x09 : byte == 0xEF || byte == 0xE3
      {
        return true
      }
    }
    return false
  }
}
