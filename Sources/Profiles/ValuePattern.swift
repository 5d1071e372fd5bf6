import Records

/// The shape of a value: every character by its class, equal ones counted: 9{17}A, 汉{3}.
///
/// Classes are 9 for digits, A and a for letters, 汉 for Chinese characters, ９ and Ａ for
/// full-width digits and letters, 文 for letters of other writings, ␣ for a blank and □ for
/// what cannot be shown; marks stand for themselves.
struct ValuePattern {
  /// Runs that are kept; a longer pattern ends with ….
  static let runLimit = 24

  /// Characters of the value that was read last.
  private(set) var length = 0
  /// The pattern of the value that was read last, in UTF-8.
  private(set) var bytes: [UInt8] = []

  /// O(n), no allocation once the memory has grown.
  mutating func read(_ value: Span<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    length = 0
    var place = 0
    var run: UInt32 = 0
    var count = 0
    var runs = 0
    while place < value.count {
      let kind = Self.kind(value.scalar(at: &place))
      length += 1
      if kind == run {
        count += 1
        continue
      }
      write(run, count, &runs)
      (run, count) = (kind, 1)
    }
    write(run, count, &runs)
  }

  private mutating func write(_ kind: UInt32, _ count: Int, _ runs: inout Int) {
    if count == 0 || runs > Self.runLimit { return }
    runs += 1
    if runs > Self.runLimit {
      bytes.append("…")
      return
    }
    bytes.append(scalar: kind)
    if count > 1 {
      bytes.append(UInt8(ascii: "{"))
      bytes.append(decimal: count)
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func kind(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x30...0x39: return 0x39
    case 0x41...0x5A: return 0x41
    case 0x61...0x7A: return 0x61
    case 0x20, 0x09, 0xA0, 0x3000: return 0x2423
    case 0x21...0x7E: return scalar
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007, 0xF900...0xFAFF, 0x20000...0x3FFFD:
      return 0x6C49
    case 0xFF10...0xFF19: return 0xFF19
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: return 0xFF21
    case 0xFFFD: return 0x25A1
    default: break
    }
    guard let known = Unicode.Scalar(scalar) else { return 0x25A1 }
    switch known.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      return 0x6587
    case .dashPunctuation, .openPunctuation, .closePunctuation, .connectorPunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .otherSymbol, .modifierSymbol:
      return scalar
    default: return 0x25A1
    }
  }
}
