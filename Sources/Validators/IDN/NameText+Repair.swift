import Records

extension NameText {
  /// Where the characters at FE50 to FEA0 of GBK, which older systems kept at U+E815 to
  /// U+E864 of the private use area, stand today. Source: GB 18030-2022, mapping table.
  private static let formerPrivateUse: FrozenArray<UInt32> = FrozenArray([
    0x2E81, 0x20087, 0x20089, 0x200CC, 0x2E84, 0x3473, 0x3447, 0x2E88, 0x2E8B, 0x9FB4,
    0x359E, 0x361A, 0x360E, 0x2E8C, 0x2E97, 0x396E, 0x3918, 0x9FB5, 0x39CF, 0x39DF,
    0x3A73, 0x39D0, 0x9FB6, 0x9FB7, 0x3B4E, 0x3C6E, 0x3CE0, 0x2EA7, 0x215D7, 0x9FB8,
    0x2EAA, 0x4056, 0x415F, 0x2EAE, 0x4337, 0x2EB3, 0x2EB6, 0x2EB7, 0x2298F, 0x43B1,
    0x43AC, 0x2EBB, 0x43DD, 0x44D6, 0x4661, 0x464C, 0x9FB9, 0x4723, 0x4729, 0x477C,
    0x478D, 0x2ECA, 0x4947, 0x497A, 0x497D, 0x4982, 0x4983, 0x4985, 0x4986, 0x499F,
    0x499B, 0x49B7, 0x49B6, 0x9FBA, 0x241FE, 0x4CA3, 0x4C9F, 0x4CA0, 0x4CA1, 0x4C77,
    0x4CA2, 0x4D13, 0x4D14, 0x4D15, 0x4D16, 0x4D17, 0x4D18, 0x4D19, 0x4DAE, 0x9FBB,
  ])

  /// The character that a private-use character of GBK stands for today, or nil.
  static func standard(_ scalar: UInt32) -> UInt32? {
    guard (0xE815...0xE864).contains(scalar) else { return nil }
    return formerPrivateUse[Int(scalar) - 0xE815]
  }

  /// The text with characters of the standard for private ones; nil where one of these is not
  /// known, or there is none. O(n).
  static func standardised(_ text: Span<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var isChanged = false
    var index = 0
    while index < text.count {
      let scalar = nextScalar(in: text, at: &index)
      if (0xE000...0xF8FF).contains(scalar) || scalar >= 0xF0000 {
        guard let standard = standard(scalar) else { return nil }
        result.append(scalar: standard)
        isChanged = true
      } else {
        result.append(scalar: scalar)
      }
    }
    return isChanged ? result : nil
  }

  /// A name of the same characters written as names are: the right middle dot, no blanks
  /// between Chinese characters, no invisible characters, narrow Latin letters, characters
  /// of the standard for private ones; nil where that does not make it a good name.
  static func repaired(_ name: Span<UInt8>, ofOrganisation: Bool) -> [UInt8]? {
    if name.count > 1000 { return nil }
    var han = false
    var index = 0
    while index < name.count {
      if kind(of: nextScalar(in: name, at: &index)) == .han { han = true }
    }
    var result: [UInt8] = []
    index = 0
    while index < name.count {
      let start = index
      let scalar = nextScalar(in: name, at: &index)
      switch scalar {
      case 0...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF:
        break
      case 0xE000...0xF8FF:
        guard let standard = standard(scalar) else { return nil }
        result.append(scalar: standard)
      case 0xFF21...0xFF3A where !han && !ofOrganisation,
        0xFF41...0xFF5A where !han && !ofOrganisation:
        result.append(scalar: scalar - 0xFEE0)
      case 0x2E where han && !ofOrganisation: result.append(scalar: 0xB7)
      default:
        let kind = kind(of: scalar)
        if ofOrganisation || !han || (kind != .dot && kind != .blank) {
          result.append(name.extracting(start..<index))
        } else if kind == .dot {
          result.append(scalar: 0xB7)
        }
      }
    }
    if result.isEmpty { return nil }
    return NameReading(result.span, ofOrganisation: ofOrganisation) == .plain ? result : nil
  }
}
