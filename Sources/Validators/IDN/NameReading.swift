import Records
import References

/// What the characters of a customer's name say.
package enum NameReading: Equatable, Sendable {
  case empty
  /// 测试, 无, ***, 某某: something in the place of a name.
  case placeholder
  case plain
  /// Characters that such a name does not have.
  case strange(NameFault)
}

/// The first thing wrong with the characters of a name.
package struct NameFault: Equatable, BitwiseCopyable, Sendable {
  package enum Kind: UInt8, BitwiseCopyable, Sendable {
    /// Read with the wrong character set as a whole: see `BrokenConversion`.
    case conversion
    /// Broken UTF-8, U+FFFD or 锟斤拷: what was there is lost.
    case lost
    /// A character that only the system it comes from knows.
    case privateUse
    /// A character without a shape.
    case invisible
    /// Something like the middle dot of names, but not U+00B7.
    case dot
    /// A blank between Chinese characters.
    case blank
    case digit
    /// A Latin letter between Chinese characters.
    case letter
    /// A Latin letter as wide as a Chinese character.
    case wide
    case symbol
  }

  package let kind: Kind
  /// First byte of the character.
  package let offset: UInt32

  package init(_ kind: Kind, _ offset: Int) {
    self.kind = kind
    self.offset = UInt32(truncatingIfNeeded: offset)
  }
}

extension NameReading {
  /// Reads a name without blanks around it. O(n), no allocation.
  package init(_ name: Span<UInt8>, ofOrganisation: Bool) {
    if name.isEmpty {
      self = .empty
      return
    }
    // Nearly every name consists of characters of the URO block, three bytes each.
    var index = 0
    let end = name.count
    var doubtful = false
    while index + 3 <= end {
      let lead = name[index]
      guard lead >= 0xE4, lead <= 0xE9, name[index + 1] & 0xC0 == 0x80,
        name[index + 2] & 0xC0 == 0x80
      else {
        // Brackets around the place are as common in the names of organisations.
        guard ofOrganisation, index > 0, lead == 0xEF, name[index + 1] == 0xBC,
          name[index + 2] == 0x88 || name[index + 2] == 0x89
        else { break }
        index += 3
        continue
      }
      if lead == 0xE4, name[index + 1] < 0xB8 { break }
      // 某, 锟 and the 测 of 测试 ask for a closer look.
      if lead == 0xE6, name[index + 1] == 0x9F, name[index + 2] == 0x90 { doubtful = true }
      if lead == 0xE9, name[index + 1] == 0x94, name[index + 2] == 0x9F { doubtful = true }
      index += 3
    }
    if index == end, !doubtful {
      if NameText.isPlaceholderOfHan(name, ofOrganisation) {
        self = .placeholder
      } else if name.endsWithFill {
        self = .strange(NameFault(.lost, end - 6))
      } else {
        self = BrokenConversion(name) == nil ? .plain : .strange(NameFault(.conversion, 0))
      }
      return
    }
    if NameText.isPlaceholder(name, ofOrganisation) {
      self = .placeholder
    } else if BrokenConversion(name) != nil {
      self = .strange(NameFault(.conversion, 0))
    } else if let fault = ofOrganisation
      ? NameText.faultOfOrganisation(name) : NameText.faultOfPerson(name)
    {
      self = .strange(fault)
    } else {
      self = .plain
    }
  }
}

extension Span<UInt8> {
  /// Whether the text ends with what memory is filled with that was never written to: bytes CC
  /// (烫) and CD (屯) read as GBK. O(1).
  var endsWithFill: Bool {
    guard count >= 6, self[count - 1] == 0xAB || self[count - 1] == 0xAF else { return false }
    return ends(with: "烫烫") || ends(with: "屯屯屯")
  }
}

/// Characters of names.
enum NameText {
  /// Placeholders written in nothing but Chinese characters.
  static func isPlaceholderOfHan(_ name: Span<UInt8>, _ ofOrganisation: Bool) -> Bool {
    if name.count >= 9, isRepeated(name) { return true }
    switch (name[1], name[2]) {
    case (0xB5, 0x8B):  // 测
      return name.equals("测试") || name.equals("测试客户") || name.equals("测试用户")
        || name.equals("测试公司") || name.equals("测试企业") || name.equals("测试单位")
        || name.equals("测试账户") || name.equals("测试数据")
        || (!ofOrganisation && name.starts(with: "测试"))
    case (0x97, 0xA0):  // 无
      return name.equals("无") || name.equals("无名") || name.equals("无名氏") || name.equals("无名称")
        || name.equals("无姓名")
    case (0xB8, 0x8D):  // 不
      return name.equals("不详") || name.equals("不明") || name.equals("不知道")
    case (0x9C, 0xAA):  // 未
      return name.equals("未知") || name.equals("未填") || name.equals("未填写") || name.equals("未提供")
    case (0xAE, 0xA2):  // 客
      return name.equals("客户") || name.equals("客户姓名") || name.equals("客户名称")
    case (0xA7, 0x93):  // 姓
      return name.equals("姓名")
    case (0x90, 0x8D):  // 名
      return name.equals("名称") || name.equals("名字")
    case (0x9A, 0x82):  // 暂
      return name.equals("暂无") || name.equals("暂缺")
    case (0xA9, 0xBA):  // 空
      return name.equals("空") || name.equals("空白")
    case (0x8C, 0xBF):  // 匿
      return name.equals("匿名")
    case (0xBE, 0x85):  // 待
      return name.equals("待补") || name.equals("待补充") || name.equals("待完善") || name.equals("待定")
    case (0x88, 0xB7):  // 户
      return name.equals("户名")
    case (0x90, 0x8C):  // 同
      return name.equals("同上")
    case (0x9C, 0xAC):  // 本
      return name.equals("本人")
    case (0x8D, 0x95), (0x85, 0xAC):  // 单, 公
      return name.equals("单位") || name.equals("公司") || name.equals("单位名称") || name.equals("公司名称")
    default: break
    }
    if ofOrganisation || name.count < 9 || name.count > 12 { return false }
    return name.ends(with: "先生") || name.ends(with: "女士") || name.ends(with: "小姐")
  }

  /// Placeholders of any characters.
  static func isPlaceholder(_ name: Span<UInt8>, _ ofOrganisation: Bool) -> Bool {
    if name[0] >= 0xE4, name[0] <= 0xE9, name.count >= 3 {
      if isPlaceholderOfHan(name, ofOrganisation) { return true }
      if name.contains("某某") || name.equals("某公司") || name.equals("某单位") { return true }
      if !ofOrganisation, name.count <= 9, name.ends(with: "某") { return true }
      var end = name.count
      while end > 3, name[end - 1].isDigit { end -= 1 }
      if end < name.count, isPlaceholderOfHan(name.extracting(0..<end), ofOrganisation) {
        return true
      }
    }
    if name.contains(UInt8(ascii: "*")) || name.contains("＊") { return true }
    if isRepeated(name) || isFigures(name) { return true }
    return isWord(name) || (ofOrganisation && (name.starts(with: "XX") || name.starts(with: "xx")))
  }

  /// One character three times or more.
  private static func isRepeated(_ name: Span<UInt8>) -> Bool {
    let width = name[0] < 0x80 ? 1 : name[0] >= 0xF0 ? 4 : name[0] >= 0xE0 ? 3 : 2
    if name.count < width * 3 || name.count % width != 0 { return false }
    var index = width
    while index < name.count {
      if name[index] != name[index - width] { return false }
      index += 1
    }
    return true
  }

  /// Nothing but figures and ASCII punctuation; also for no character at all.
  private static func isFigures(_ name: Span<UInt8>) -> Bool {
    for index in name.indices {
      let byte = name[index]
      if byte < 0x20 || byte >= 0x7F || byte.isLetter { return false }
    }
    return true
  }

  /// Latin words that are no name.
  private static func isWord(_ name: Span<UInt8>) -> Bool {
    switch name[0].uppercased {
    case UInt8(ascii: "X"): return name.count <= 2 && name[name.count - 1].uppercased == 0x58
    case UInt8(ascii: "N"):
      return name.equals("NULL") || name.equals("null") || name.equals("Null")
        || name.equals("NONE") || name.equals("none") || name.equals("None")
        || name.equals("N/A") || name.equals("n/a") || name.equals("NA") || name.equals("NaN")
        || name.equals("nan") || name.equals("nil")
    case UInt8(ascii: "T"): return name.equals("TEST") || name.equals("test") || name.equals("Test")
    case UInt8(ascii: "U"):
      return name.equals("UNKNOWN") || name.equals("unknown") || name.equals("Unknown")
    case UInt8(ascii: "A"): return name.equals("ABC") || name.equals("abc")
    default: return false
    }
  }

  /// Organisations may be called anything that can be read.
  static func faultOfOrganisation(_ name: Span<UInt8>) -> NameFault? {
    var index = 0
    while index < name.count {
      let start = index
      let scalar = nextScalar(in: name, at: &index)
      if let kind = hardFault(scalar, name, start) { return NameFault(kind, start) }
    }
    return nil
  }

  /// Names of people: Chinese characters with middle dots between, or Latin letters with
  /// blanks, points, apostrophes and hyphens, or the letters of another script.
  static func faultOfPerson(_ name: Span<UInt8>) -> NameFault? {
    var index = 0
    var han = false
    var (letter, wide, digit, dot, blank, point, symbol) = (-1, -1, -1, -1, -1, -1, -1)
    while index < name.count {
      let start = index
      let scalar = nextScalar(in: name, at: &index)
      if let kind = hardFault(scalar, name, start) { return NameFault(kind, start) }
      switch kind(of: scalar) {
      case .han: han = true
      case .latin: if letter < 0 { letter = start }
      case .wide: if wide < 0 { wide = start }
      case .digit: if digit < 0 { digit = start }
      case .dot: if dot < 0 { dot = start }
      case .blank: if blank < 0 { blank = start }
      case .point: if point < 0 { point = start }
      case .symbol: if symbol < 0 { symbol = start }
      case .other: break
      }
    }
    if digit >= 0 { return NameFault(.digit, digit) }
    if symbol >= 0 { return NameFault(.symbol, symbol) }
    if han {
      if letter >= 0 { return NameFault(.letter, letter) }
      if wide >= 0 { return NameFault(.letter, wide) }
      if dot >= 0 { return NameFault(.dot, dot) }
      if point >= 0 {
        return NameFault(name[point] == UInt8(ascii: ".") ? .dot : .symbol, point)
      }
      if blank >= 0 { return NameFault(.blank, blank) }
      return nil
    }
    if wide >= 0 { return NameFault(.wide, wide) }
    return dot >= 0 ? NameFault(.symbol, dot) : nil
  }

  enum Kind { case han, latin, wide, digit, dot, blank, point, symbol, other }

  /// What a character does in a name.
  static func kind(of scalar: UInt32) -> Kind {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0x3007, 0x2E80...0x2FDF,
      0xF900...0xFAFF, 0x2F800...0x2FA1F:
      .han
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF,
      0x300...0x36F, 0x2B9...0x2BF:
      .latin
    case 0x30...0x39, 0xFF10...0xFF19: .digit
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: .wide
    case 0xB7: .other
    case 0x2022, 0x2027, 0x30FB, 0xFF65, 0xFF0E, 0x22C5, 0x2219, 0x387, 0x2024, 0x25CF, 0x2E31,
      0xA78F, 0x3002, 0xFF61, 0x2E33:
      .dot
    case 0x20, 0x3000, 0xA0, 0x2002...0x200A: .blank
    case 0x27, 0x2D, 0x2E, 0x2C, 0x2F, 0x60, 0x2018, 0x2019, 0x2010, 0x2011: .point
    case 0x21...0x7E, 0xA1...0xBF, 0xD7, 0xF7, 0x2000...0x2DFF, 0x2E00...0x2E7F, 0x2FF0...0x303F,
      0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFEF, 0x1F000...0x1FAFF:
      .symbol
    default: .other
    }
  }

  /// Faults that no name may have.
  private static func hardFault(_ scalar: UInt32, _ name: Span<UInt8>, _ start: Int) -> NameFault
    .Kind?
  {
    switch scalar {
    case 0x20...0x7E: return nil
    case 0xFFFD: return .lost
    case 0...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF:
      return .invisible
    case 0xE000...0xF8FF, 0xF0000...0x10FFFF: return .privateUse
    case 0x951F:
      return name.extracting(start..<name.count).starts(with: "锟斤拷") ? .lost : nil
    default: return nil
    }
  }

  /// The character that begins at `index`, which is moved behind it; U+FFFD for a byte that
  /// belongs to none. O(1).
  static func nextScalar(in text: Span<UInt8>, at index: inout Int) -> UInt32 {
    let lead = text[index]
    index += 1
    if lead < 0x80 { return UInt32(lead) }
    let length = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1
    if lead < 0xC2 || lead > 0xF4 || index + length > text.count { return 0xFFFD }
    var scalar = UInt32(lead) & (length == 1 ? 0x1F : length == 2 ? 0x0F : 0x07)
    for place in 0..<length {
      let byte = text[index + place]
      if byte & 0xC0 != 0x80 { return 0xFFFD }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    let least: UInt32 = length == 1 ? 0x80 : length == 2 ? 0x800 : 0x1_0000
    if scalar < least || scalar > 0x10_FFFF || (0xD800...0xDFFF).contains(scalar) { return 0xFFFD }
    index += length
    return scalar
  }
}
