import Records

extension JobFault {
  /// The fault with its place, its line and hints; ends with a line end.
  package func text(_ language: Language) -> String {
    var text = "\(file):\(line):\(column): "
    text += language == .zh ? "错误：" : "error: "
    text += kind.text[language] + "\n"
    if let excerpt { text += lines(excerpt) }
    let colon = language == .zh ? "：" : ": "
    if let expected {
      text += "      \(language == .zh ? "应为" : "expected")\(colon)\(expected.text[language])\n"
    }
    if let nearest { text += "      \(language == .zh ? "相近" : "nearest")\(colon)\(nearest)\n" }
    return text
  }

  /// The line with its number, and marks under the word. Wide characters before the word
  /// are matched by wide blanks, so that the marks stand under it on a terminal.
  private func lines(_ excerpt: Excerpt) -> String {
    let characters = Array(excerpt.text)
    let number = String(line)
    let gutter = String(repeating: " ", count: max(0, 5 - number.count)) + number
    let blanks = characters.prefix(excerpt.start).map { character -> String in
      character == "\t" ? "\t" : character.isWide ? "\u{3000}" : " "
    }
    let word = characters.dropFirst(excerpt.start).prefix(excerpt.length)
    let marks = word.isEmpty ? "^" : word.map { $0.isWide ? "^^" : "^" }.joined()
    return """
      \(gutter) | \(String(characters.map { $0.isControl ? "\u{FFFD}" : $0 }))
      \(String(repeating: " ", count: gutter.count)) | \(blanks.joined())\(marks)

      """
  }
}

extension Character {
  /// Whether it would do something to a terminal; a tab does no harm.
  fileprivate var isControl: Bool {
    self != "\t" && unicodeScalars.contains { $0.properties.generalCategory == .control }
  }

  /// Whether a terminal gives it two columns: Chinese characters and their punctuation.
  fileprivate var isWide: Bool {
    guard let first = unicodeScalars.first?.value else { return false }
    return switch first {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
