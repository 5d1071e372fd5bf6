import Records

/// A number as people key it, brought to the characters that numbers are made of: capitals,
/// no full-width characters, no blanks, hyphens or points between.
///
/// Makes text; meant for numbers that have something wrong with them.
package struct NumberText: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// What was changed.
  package private(set) var changes: Set<Change> = []

  package enum Change: String, CaseIterable, Sendable {
    case fullWidth = "full-width"
    case blanks
    case separators
    case lowerCase = "lower-case"
    /// ×, Х and the like in the place of X.
    case lookAlike = "look-alike"
  }

  /// O(n).
  package init(_ text: Span<UInt8>) {
    var index = 0
    while index < text.count {
      let scalar = NameText.nextScalar(in: text, at: &index)
      switch scalar {
      case 0x30...0x39, 0x41...0x5A: bytes.append(UInt8(scalar))
      case 0x61...0x7A:
        bytes.append(UInt8(scalar - 0x20))
        changes.insert(.lowerCase)
      case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
        bytes.append(UInt8(scalar - 0xFEE0).uppercased)
        changes.insert(.fullWidth)
      case 0x20, 0x09, 0xA0, 0x3000, 0x2000...0x200F, 0xFEFF, 0: changes.insert(.blanks)
      case 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D, 0x2E, 0xFF0E, 0xB7, 0x27, 0x2018, 0x2019, 0x60:
        changes.insert(.separators)
      case 0xD7, 0x425, 0x445, 0x3A7, 0x3C7, 0x2169, 0x2179:
        bytes.append(UInt8(ascii: "X"))
        changes.insert(.lookAlike)
      default: bytes.append(scalar: scalar)
      }
    }
  }

  /// Letters that are read as figures, put right: O and 0, I and 1 …; nil where there are none.
  package static func withoutLookAlikes(_ number: [UInt8], upTo end: Int) -> [UInt8]? {
    var result = number
    var changed = false
    for index in 0..<Swift.min(end, number.count) {
      let figure: UInt8
      switch number[index] {
      case UInt8(ascii: "O"), UInt8(ascii: "Q"), UInt8(ascii: "D"): figure = UInt8(ascii: "0")
      case UInt8(ascii: "I"), UInt8(ascii: "L"): figure = UInt8(ascii: "1")
      case UInt8(ascii: "Z"): figure = UInt8(ascii: "2")
      case UInt8(ascii: "S"): figure = UInt8(ascii: "5")
      case UInt8(ascii: "B"): figure = UInt8(ascii: "8")
      default: continue
      }
      result[index] = figure
      changed = true
    }
    return changed ? result : nil
  }
}
