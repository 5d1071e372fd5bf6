extension Sequence<UInt8> {
  /// The bytes in lower-case hexadecimal, two digits each, such as a digest. O(n).
  public var hexadecimal: String {
    String(decoding: flatMap { [hexDigit($0 >> 4), hexDigit($0 & 15)] }, as: UTF8.self)
  }
}

extension Array<UInt8> {
  /// Appends a text of any bytes as a JSON string; every byte that is no UTF-8
  /// becomes U+FFFD. O(n).
  public mutating func append(json text: Span<UInt8>) {
    append(UInt8(ascii: "\""))
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x80 {
        let start = index
        while index < text.count, text[index] >= 0x80 { index += 1 }
        append(repairing: text.extracting(start..<index))
        continue
      }
      index += 1
      switch byte {
      case 0x22, 0x5C:
        append(0x5C)
        append(byte)
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0x00...0x1F, 0x7F:
        append("\\u00")
        append(hexDigit(byte >> 4))
        append(hexDigit(byte & 15))
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }
}

extension Array<UInt8> {
  private mutating func append(repairing text: Span<UInt8>) {
    var start = count
    append(text)
    while let broken = firstBrokenUTF8(in: start..<count) {
      replaceSubrange(broken...broken, with: [0xEF, 0xBF, 0xBD])
      start = broken + 3
    }
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? value + 0x30 : value - 10 + 0x61 }
