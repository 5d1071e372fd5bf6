/// Texts made fit for a workbook.
enum WorkbookText {
  /// Most characters of a cell, in UTF-16 as Excel counts.
  static let cellLength = 32_767

  /// `text` as a cell may hold it: control characters as `_xHHHH_`, which Excel reads back;
  /// text that merely looks like such an escape escaped itself; U+FFFE and U+FFFF replaced;
  /// what is too long cut, with "…" for the rest.
  static func cell(_ text: String) -> String {
    var plain = text.utf8.count < cellLength
    if plain {
      for byte in text.utf8 where byte < 0x20 || byte == 0x5F || byte == 0xEF { plain = false }
    }
    if plain { return text }
    var result = String.UnicodeScalarView()
    var length = 0
    /// Scalars of `result`, and its length, where a cut would leave room for "…".
    var cut = result.endIndex
    let scalars = text.unicodeScalars
    var place = scalars.startIndex
    while place < scalars.endIndex {
      let scalar = scalars[place]
      let piece = escaped(scalar, followed: scalars[place...])
      let added = piece.utf16.count
      if length + added <= cellLength - 1 { cut = result.endIndex }
      if length + added > cellLength {
        result.removeSubrange(cut...)
        result.append("…")
        break
      }
      result.append(contentsOf: piece.unicodeScalars)
      length += added
      if length <= cellLength - 1 { cut = result.endIndex }
      place = scalars.index(after: place)
    }
    return String(result)
  }

  private static func escaped(_ scalar: Unicode.Scalar, followed rest: Substring.UnicodeScalarView)
    -> String
  {
    switch scalar.value {
    case 0x09, 0x0A: return String(scalar)
    case 0..<0x20:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
    case 0xFFFE, 0xFFFF: return "\u{FFFD}"
    case 0x5F:
      let next = Array(rest.prefix(7))
      let looks =
        next.count == 7 && next[1] == "x" && next[6] == "_"
        && next[2..<6].allSatisfy { $0.isASCII && $0.properties.isASCIIHexDigit }
      return looks ? "_x005F_" : "_"
    default: return String(scalar)
    }
  }

  /// Whether Excel would compute the text, were it typed in.
  static func looksLikeFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first(where: { $0 > 0x20 }) else { return false }
    return "=+-@".utf8.contains(first)
  }

  /// `text` cut to `length` in UTF-16, without control characters but line ends.
  static func short(_ text: String, _ length: Int) -> String {
    var result = ""
    var used = 0
    let clean = text.unicodeScalars.lazy.map { scalar -> Unicode.Scalar in
      switch scalar.value {
      case 0x0A: scalar
      case 0..<0x20, 0x7F: " "
      case 0xFFFE, 0xFFFF: "\u{FFFD}"
      default: scalar
      }
    }
    let whole = clean.reduce(0) { $0 + UTF16.width($1) } <= length
    for scalar in clean {
      used += UTF16.width(scalar)
      if used > (whole ? length : length - 1) { break }
      result.unicodeScalars.append(scalar)
    }
    return whole ? result : result + "…"
  }

  /// `name` as a sheet may be called, and unlike the names `taken` (in lower case): at most 31
  /// characters, none of `[]:*?/\`, no apostrophe at either end, not empty.
  static func sheetName(_ name: String, taken: Set<String>) -> String {
    let clean = String(name.map { "[]:*?/\\\n\r\n".contains($0) ? "_" : $0 })
    func cut(_ length: Int) -> String {
      var text = short(clean, length)
      while text.hasPrefix("'") || text.hasPrefix(" ") { text.removeFirst() }
      while text.hasSuffix("'") || text.hasSuffix(" ") { text.removeLast() }
      return text.isEmpty ? "Sheet" : text
    }
    let first = cut(31)
    if !taken.contains(first.lowercased()), first.lowercased() != "history" { return first }
    var number = 2
    while true {
      let suffix = " (\(number))"
      let next = cut(31 - suffix.count) + suffix
      if !taken.contains(next.lowercased()) { return next }
      number += 1
    }
  }
}
