import Records

/// What ordinary Chinese names and addresses are written with.
enum ChineseText {
  /// Characters of given names that GB 2312 lacks and that are met with every day.
  private static let ofNames: Set<UInt32> = Set(
    "玥珺喆堃昇玮璟瑄晞淏琤珩赟钰镕祎旸烨曦犇骉翀彧翊晔垚淼鑫芃頔镓".unicodeScalars.map(\.value))

  /// Whether a scalar is a Chinese character in wide use: of GB 2312, whose two bytes are both
  /// beyond A0 and whose first is B0 to F7, or one that given names are written with. O(1).
  static func isCommonHan(_ scalar: UInt32) -> Bool {
    if scalar < 0x4E00 || scalar > 0x9FFF { return false }
    let pair = GB18030Encoder.standard.pair(scalar)
    if pair >= 0xB0A1, pair < 0xF800, pair & 0xFF >= 0xA1 { return true }
    return ofNames.contains(scalar)
  }

  /// Whether a scalar may stand beside Chinese characters in a name or an address. A question
  /// mark stands for what was lost.
  static func isCompanion(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20...0x3E, 0x40...0x7E, 0xB7, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026,
      0x2160...0x216B, 0x2460...0x2473, 0x3000...0x3011, 0xFF01...0xFF1E, 0xFF20...0xFF5E:
      true
    default: false
    }
  }

  /// Number of Chinese characters of a text that reads like an ordinary name or address; nil
  /// for any other. O(n).
  static func hanCount(_ scalars: some Sequence<UInt32>) -> Int? {
    var count = 0
    for scalar in scalars {
      if isCommonHan(scalar) {
        count += 1
      } else if !isCompanion(scalar) {
        return nil
      }
    }
    return count
  }
}
