/// How much room texts take in a terminal or a cell, where a Chinese character is twice as
/// wide as a Latin one.
extension Unicode.Scalar {
  /// 2 for wide and full-width characters (Unicode Standard Annex 11), 0 for combining marks
  /// and controls, 1 for the rest.
  package var displayWidth: Int {
    switch value {
    case 0x20..<0x7F: return 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default:
      switch properties.generalCategory {
      case .control, .format, .nonspacingMark, .enclosingMark: return 0
      default: return 1
      }
    }
  }
}

extension String {
  /// Sum of the widths of its characters. O(n).
  package var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }

  /// The text with blanks behind it, up to a width.
  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - displayWidth))
  }

  /// The text with blanks before it, up to a width.
  package func aligned(to width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - displayWidth)) + self
  }

  /// The beginning of the text in no more than `width`, with ".." for what is left out.
  package func shortened(to width: Int) -> String {
    if displayWidth <= width { return self }
    var result = ""
    var used = 2
    for character in self {
      used += character.unicodeScalars.reduce(0) { $0 + $1.displayWidth }
      if used > width { break }
      result.append(character)
    }
    return result + ".."
  }
}
