import Records

/// A Chinese name or address that was read with the wrong character set, once or twice, and
/// what stood there before.
///
/// Found where going back is possible byte for byte and leads to ordinary Chinese text: two
/// characters and more of `ChineseText`, and what stands beside them. A correct text is not
/// taken for a broken one: the bytes of UTF-8 that a broken one comes from follow rules which
/// those of a correct one keep by the rarest chance (of three names beginning with each
/// character of GBK none does, nor any entry of the tables), and Western letters that stand in
/// pairs without a plain one between them are no word. Text of one script beyond Latin
/// (Cyrillic, Greek, Arabic) is left alone, because its bytes may be two common characters.
package struct BrokenConversion: Equatable, Sendable {
  /// What was done wrongly, in the order in which it was done; one or two.
  package let conversions: [WrongConversion]
  /// The text that stood there, in UTF-8; its beginning alone where `isWhole` is false.
  package let original: [UInt8]
  /// Whether nothing of it was lost.
  package let isWhole: Bool

  /// nil for a text that is not broken, or so that nobody can tell. O(n). A text that does not
  /// begin like a broken one, as nearly none does, is told from its first two characters
  /// without allocation.
  package init?(_ text: Span<UInt8>) {
    guard Self.beginsBroken(text), text.count <= 4096,
      let scalars = ConversionBytes.scalars(utf8: text)
    else { return nil }
    // What comes of going back once may be broken itself: two conversions go first. Bytes are
    // UTF-8 by rules that those of another set keep by chance only: where one of these explains
    // the text, reading GBK as something else is not what happened.
    if let found = Self.undoneTwice(scalars)
      ?? Self.undone(scalars, [.utf8AsGBK, .utf8AsWestern])
      ?? Self.undone(scalars, [.gbkAsWestern, .gbkAsUTF8])
      ?? Self.beginning(scalars)
    {
      self = found
    } else {
      return nil
    }
  }

  private init(_ conversions: [WrongConversion], _ scalars: some Sequence<UInt32>, isWhole: Bool) {
    self.conversions = conversions
    original = ConversionBytes.utf8(Array(scalars))
    self.isWhole = isWhole
  }

  // MARK: Telling by the beginning

  /// Whether the first characters beyond ASCII may come from a wrong conversion. Allocates
  /// nothing; true of one correct name in some hundreds.
  static func beginsBroken(_ text: Span<UInt8>) -> Bool {
    var place = 0
    while place < text.count, text[place] < 0x80 { place += 1 }
    if place == text.count { return false }
    // Two bytes of UTF-8: letters with accents and other scripts.
    if text[place] < 0xE0 { return !isWestern(text) }
    guard let first = ConversionBytes.scalar(utf8: text, at: &place) else { return false }
    if first > 0x2122, first < 0x10000, suspects[Int(first >> 6)] >> UInt64(first & 63) & 1 == 0 {
      return false
    }
    // What Windows-1252 reads as a sign: †, •, €.
    if WesternText.byte(of: first) != nil { return true }
    let pair = ConversionBytes.pair(first)
    let (lead, trail) = (UInt8(pair >> 8), UInt8(pair & 0xFF))
    guard trail & 0xC0 == 0x80, place < text.count,
      let second = ConversionBytes.scalar(utf8: text, at: &place)
    else { return false }
    let next =
      second < 0x80
      ? UInt8(second)
      : second == 0x20AC
        ? ConversionBytes.euroByte : UInt8(ConversionBytes.pair(second) >> 8)
    switch lead {
    case 0xE2...0xEF:
      // The third byte of a character of UTF-8 is the first of the next in GBK.
      if next & 0xC0 != 0x80 { return false }
      if lead == 0xE2 || lead == 0xE3 || lead >= 0xEE { return true }
      let scalar = UInt32(lead & 0x0F) << 12 | UInt32(trail & 0x3F) << 6 | UInt32(next & 0x3F)
      return ConversionBytes.pair(scalar) != 0
    case 0xC2, 0xC3:
      // Western letters, which came from wrong reading themselves, in UTF-8.
      switch next {
      case 0xC2, 0xC3, 0xC5, 0xC6, 0xCB, 0xE2, 0x40...0x7E: return true
      default: return false
      }
    default: return false
    }
  }

  /// A bit for every scalar of the basic plane whose two bytes in GBK may begin a character of
  /// UTF-8 that a broken text begins with.
  private static let suspects: FrozenArray<UInt64> = {
    var bits = [UInt64](repeating: 0, count: 1024)
    for scalar in UInt32(0x80)..<0x10000 {
      let pair = ConversionBytes.pair(scalar)
      let lead = pair >> 8
      let isLead = lead == 0xC2 || lead == 0xC3 || lead >= 0xE2 && lead <= 0xEF
      if isLead, pair & 0xC0 == 0x80 { bits[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63) }
    }
    return FrozenArray(bits)
  }()

  /// Whether plain Latin letters are more than twice as many as other characters beyond ASCII,
  /// as in Western names: three such characters stand for one Chinese one as a rule.
  private static func isWestern(_ text: Span<UInt8>) -> Bool {
    var (letters, others) = (0, 0)
    for index in text.indices {
      let byte = text[index]
      if byte.isLetter { letters += 1 }
      if byte >= 0xC0 { others += 1 }
    }
    return letters > others * 2
  }

  // MARK: Going back

  /// The first of some conversions that explains the text alone.
  private static func undone(
    _ scalars: [UInt32], _ conversions: [WrongConversion]
  ) -> BrokenConversion? {
    for conversion in conversions {
      for candidate in candidates(before: conversion, scalars) {
        if let text = chinese(candidate, conversion) {
          return BrokenConversion([conversion], text, isWhole: true)
        }
      }
    }
    return nil
  }

  /// The first pair of conversions that explains the text; the second reads UTF-8.
  private static func undoneTwice(_ scalars: [UInt32]) -> BrokenConversion? {
    for second in [WrongConversion.utf8AsGBK, .utf8AsWestern] {
      for middle in candidates(before: second, scalars) {
        // GBK read as UTF-8 and then again as something else is one conversion or none.
        for first in [WrongConversion.utf8AsGBK, .utf8AsWestern, .gbkAsWestern] {
          for candidate in candidates(before: first, middle) where candidate != scalars {
            if let text = chinese(candidate, first) {
              return BrokenConversion([first, second], text, isWhole: true)
            }
          }
        }
      }
    }
    return nil
  }

  /// What the text was before a conversion, as far as bytes can tell: none, one or two.
  private static func candidates(
    before conversion: WrongConversion, _ scalars: [UInt32]
  ) -> [[UInt32]] {
    switch conversion {
    case .utf8AsGBK:
      let readers = scalars.contains(0x20AC) ? [true, false] : [false]
      return readers.compactMap { isWindows in
        ConversionBytes.gbk(scalars, isWindows: isWindows)
          .flatMap { ConversionBytes.scalars(utf8: $0.span) }
      }
    case .utf8AsWestern:
      return ConversionBytes.western(scalars)
        .flatMap { ConversionBytes.scalars(utf8: $0.span) }.map { [$0] } ?? []
    case .gbkAsWestern:
      return ConversionBytes.western(scalars).flatMap(ConversionBytes.scalars(gbk:)).map { [$0] }
        ?? []
    case .gbkAsUTF8:
      if isOneScript(scalars) || scalars.contains(where: { $0 >= 0x800 }) { return [] }
      return ConversionBytes.scalars(gbk: ConversionBytes.utf8(scalars)).map { [$0] } ?? []
    }
  }

  /// Whether everything beyond ASCII is of one script that is not Latin.
  private static func isOneScript(_ scalars: [UInt32]) -> Bool {
    func script(_ scalar: UInt32) -> Int {
      switch scalar {
      case 0x370...0x3FF: 1
      case 0x400...0x52F: 2
      case 0x530...0x58F: 3
      case 0x590...0x5FF: 4
      case 0x600...0x7FF: 5
      default: 0
      }
    }
    let scripts = Set(scalars.lazy.filter { $0 >= 0x80 }.map(script))
    return scripts.count == 1 && scripts != [0]
  }

  /// The text without a byte order mark, where it is ordinary Chinese text; nil for any other.
  private static func chinese(
    _ scalars: [UInt32], _ conversion: WrongConversion
  ) -> ArraySlice<UInt32>? {
    let text = scalars.first == 0xFEFF ? scalars.dropFirst() : scalars[...]
    guard let count = ChineseText.hanCount(text), count >= 2 else { return nil }
    if conversion == .gbkAsWestern || conversion == .gbkAsUTF8 {
      // Two Western letters that are one of GBK are met with now and then, 'ção'.
      let letters = text.count { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
      if letters > count { return nil }
    }
    return text
  }

  // MARK: Where something was lost

  /// UTF-8 read as GBK whose last byte had no partner, or which goes on behind a mark for what
  /// was lost: what can still be read before it.
  private static func beginning(_ scalars: [UInt32]) -> BrokenConversion? {
    var bytes: [UInt8] = []
    var isCut = false
    for scalar in scalars {
      if scalar == 0xFFFD || scalar == 0x3F || scalar == 0xFF1F {
        isCut = true
        break
      }
      guard ConversionBytes.append(gbk: scalar, isWindows: true, to: &bytes) else { return nil }
    }
    var text: [UInt32] = []
    var place = 0
    while place < bytes.count {
      guard let scalar = ConversionBytes.scalar(utf8: bytes.span, at: &place) else { break }
      text.append(scalar)
    }
    // What is left over is the beginning of one more character.
    let rest = bytes.count - place
    guard rest < 3, rest > 0 || isCut, let count = ChineseText.hanCount(text), count >= 2 else {
      return nil
    }
    if rest > 0, bytes[place] < 0xE2 || bytes[place] > 0xEF { return nil }
    if rest == 2, bytes[place + 1] & 0xC0 != 0x80 { return nil }
    return BrokenConversion([.utf8AsGBK], text, isWhole: false)
  }
}
