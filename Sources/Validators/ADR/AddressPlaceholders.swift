import Records

/// Texts that fill an address field without saying anything: 无, 不详, 同上, 123, 。。。, xxxx.
package struct AddressPlaceholders: Sendable {
  package enum Kind: UInt8, Sendable {
    case none
    /// One of the words.
    case word
    /// Digits and punctuation only.
    case digits
    /// One character over and over.
    case repeated
  }

  private let hashes: FrozenArray<UInt64>
  private let longest: Int

  package init(_ words: [String]) {
    var hashes: [UInt64] = []
    var longest = 0
    for word in words {
      let bytes = Array(word.utf8)
      let scan = Self.scan(bytes.span, limit: Int.max)
      if scan.count > 0 { hashes.append(scan.hash) }
      longest = max(longest, scan.count)
    }
    self.hashes = FrozenArray(hashes.sorted())
    self.longest = longest
  }

  /// O(number of characters), at most a few more than the longest word for a text that says
  /// something; no allocation.
  package func kind(of text: Span<UInt8>) -> Kind {
    if text.isEmpty { return .none }
    // More Chinese characters than any word has, and not one over and over.
    if text.leadingHan(limit: longest + 1) > longest,
      !text.extracting(0..<3).equals(text.extracting(3..<6))
    {
      return .none
    }
    let scan = Self.scan(text, limit: longest)
    if scan.isAllDigits { return .digits }
    if scan.isAllSame, scan.count > 1 { return .repeated }
    return scan.count <= longest && contains(scan.hash) ? .word : .none
  }

  /// Whether a text is one of the words.
  package func isWord(_ text: Span<UInt8>) -> Bool {
    if text.isEmpty { return false }
    let scan = Self.scan(text, limit: longest)
    return scan.count > 0 && scan.count <= longest && contains(scan.hash)
  }

  private func contains(_ hash: UInt64) -> Bool {
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < hashes.count && hashes[low] == hash
  }

  private struct Scan {
    /// Characters other than blanks and punctuation.
    var count = 0
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var isAllDigits = true
    var isAllSame = true
  }

  /// Looks at the characters without blanks and punctuation, capitals and full-width letters
  /// as small ones; stops behind `limit` of them where nothing can come of it.
  private static func scan(_ text: Span<UInt8>, limit: Int) -> Scan {
    var scan = Scan()
    var first: UInt32 = 0
    var place = 0
    while place < text.count {
      let scalar = next(text, &place)
      if isPunctuation(scalar) { continue }
      var value = scalar
      if value >= 0xFF01, value <= 0xFF5E { value -= 0xFEE0 }
      if value &- 0x41 < 26 { value += 0x20 }
      if scan.count == 0 { first = value }
      scan.count += 1
      if value &- 0x30 >= 10 { scan.isAllDigits = false }
      if value != first { scan.isAllSame = false }
      scan.hash = (scan.hash ^ UInt64(value)) &* 0x100_0000_01B3
      scan.hash ^= scan.hash >> 29
      if scan.count > limit, !scan.isAllDigits, !scan.isAllSame { break }
    }
    return scan
  }

  private static func isPunctuation(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      return scalar < 0x30 || scalar &- 0x3A < 7 || scalar &- 0x5B < 6 || scalar >= 0x7B
    }
    switch scalar {
    case 0x80...0xBF, 0xD7, 0xF7, 0x2000...0x206F, 0x3000...0x303F, 0xFF01...0xFF0F,
      0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFE30...0xFE6F, 0x2500...0x25FF, 0xFEFF:
      return true
    default: return false
    }
  }

  /// One character; a broken byte stands for itself.
  private static func next(_ text: Span<UInt8>, _ place: inout Int) -> UInt32 {
    let lead = UInt32(text[place])
    let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    if length == 1 || place + length > text.count {
      place += 1
      return lead < 0x80 ? lead : 0x11_0000 + lead
    }
    var value = lead & (0x7F >> UInt32(length))
    for index in 1..<length { value = value << 6 | UInt32(text[place + index] & 0x3F) }
    place += length
    return value
  }
}
