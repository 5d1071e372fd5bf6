import Records
import References

/// The name of an organisation taken apart: place, what tells it from others, legal form.
///
/// The place is what stands before the rest, or in brackets: the full name of a division, or
/// the short one of a province or prefecture (江西, 赣州). Where too little would be left it
/// stays with the rest: 吉安商店 is not 商店.
struct OrganisationNameParts {
  /// Name without place and form; 0 for no name.
  private(set) var core: UInt64 = 0
  /// The last division that the name tells; 0 for none.
  private(set) var region: UInt32 = 0
  /// Legal form; 0 for none.
  private(set) var form: UInt8 = 0

  /// Legal forms with their numbers, the longer ones first.
  private static let forms: [(text: StaticString, number: UInt8)] = [
    ("股份有限公司", 2), ("有限责任公司", 1), ("有限公司", 1), ("股份公司", 2),
    ("(特殊普通合伙)", 3), ("(有限合伙)", 4), ("(普通合伙)", 5), ("(个人独资)", 6),
  ]
  /// Bytes that the core has at the least: four Chinese characters.
  private static let least = 12

  /// Reads a name; O(characters). Without divisions no place is told.
  init(_ name: Span<UInt8>, _ divisions: Divisions?) {
    var text = Self.folded(name)
    if text.isEmpty { return }
    for (ending, number) in Self.forms
    where text.span.ends(with: ending) && text.count > ending.utf8CodeUnitCount {
      text.removeLast(ending.utf8CodeUnitCount)
      form = number
      break
    }
    if let gazetteer = divisions?.gazetteer {
      takeBracket(gazetteer, &text)
      takePlace(gazetteer, &text)
    }
    core = TextMark.name(text.span)
  }

  /// The name in UTF-8 without blanks, with brackets and letters of one kind.
  private static func folded(_ name: Span<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(name.count)
    var reader = FoldedText()
    while true {
      let scalar = reader.next(in: name)
      if scalar == 0 { return text }
      if scalar != 0xB7 { text.append(scalar: scalar) }
    }
  }

  /// Takes away a division in brackets: 虔邦商贸(赣州).
  private mutating func takeBracket(_ gazetteer: Gazetteer, _ text: inout [UInt8]) {
    guard let open = text.lastIndex(of: 0x28), let close = text.lastIndex(of: 0x29),
      close > open + 1, text.count - (close - open + 1) >= Self.least,
      let length = Self.division(gazetteer, text.span, at: open + 1), length == close - open - 1
    else { return }
    region = Self.mark(text.span.extracting((open + 1)..<close))
    text.removeSubrange(open...close)
  }

  /// Takes away the divisions that the name begins with.
  private mutating func takePlace(_ gazetteer: Gazetteer, _ text: inout [UInt8]) {
    var start = 0
    while let length = Self.division(gazetteer, text.span, at: start),
      text.count - start - length >= Self.least
    {
      region = Self.mark(text.span.extracting(start..<(start + length)))
      start += length
    }
    text.removeFirst(start)
  }

  /// Length of the longest name of a division at a place; nil where there is none.
  private static func division(
    _ gazetteer: Gazetteer, _ text: Span<UInt8>, at place: Int
  ) -> Int? {
    for entry in gazetteer.candidates(text, at: place)
    where gazetteer.matches(entry, text, at: place) {
      for index in gazetteer.meanings(of: entry) {
        let meaning = gazetteer.meaning(index)
        // Short names of counties are words as well.
        if meaning.kind != .short || meaning.level < Divisions.Level.county.rawValue {
          return gazetteer.length(of: entry)
        }
      }
    }
    return nil
  }

  /// A division with or without the word for its kind: 赣州, 赣州市.
  private static func mark(_ division: Span<UInt8>) -> UInt32 {
    var end = division.count
    if end > 6 {
      let isKind =
        division.ends(with: "省") || division.ends(with: "市") || division.ends(with: "县")
        || division.ends(with: "区")
      if isKind { end -= 3 }
    }
    return UInt32(truncatingIfNeeded: TextMark.name(division.extracting(0..<end)) >> 32) | 1
  }
}
