import Records

/// The characters of an address as they are compared, with the bytes that they stand for.
/// Reused from address to address; the memory stays.
struct AddressText {
  /// Characters that are looked at; the rest of a longer text is a remainder.
  static let limit = 400
  /// Zeros before the first and behind the last character, so that a look to either side
  /// needs no question.
  private static let padding = 16

  /// A character: its folded form, what it is, and its bytes.
  private struct Character: BitwiseCopyable, Sendable {
    var scalar: UInt16 = 0
    var sign: AddressSign = .other
    var traits: Traits = []
    var start: UInt32 = 0
    var end: UInt32 = 0
  }
  private struct Traits: OptionSet, BitwiseCopyable, Sendable {
    let rawValue: UInt8
    /// Blanks stand before the character.
    static let isSpaced = Traits(rawValue: 1)
    /// A word that lists use in the place of a division may begin here.
    static let mayBeFiller = Traits(rawValue: 2)
  }

  private var characters: [Character]
  /// Number of characters, blanks left out.
  private(set) var count = 0
  /// The byte at which reading ended.
  private(set) var end = 0

  init() {
    characters = Array(repeating: Character(), count: Self.limit + Self.padding * 2)
  }

  /// Takes a text. O(n).
  mutating func read(_ bytes: Span<UInt8>, _ table: AddressCharacters) {
    var place = 0
    var used = 0
    var traits: Traits = []
    var output = characters.mutableSpan
    while place < bytes.count, used < Self.limit {
      let start = place
      let lead = bytes[place]
      let scalar: UInt16
      if lead < 0x80 {
        scalar = UInt16(lead)
        place += 1
      } else {
        scalar = Self.next(bytes, &place)
      }
      let form = table.form(scalar)
      if form.sign == .blank {
        traits = .isSpaced
        continue
      }
      if form.mayBeFiller { traits.insert(.mayBeFiller) }
      output[used + Self.padding] = Character(
        scalar: form.folded, sign: form.sign, traits: traits,
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: place))
      traits = []
      used += 1
    }
    for index in used..<(used + Self.padding) { output[index + Self.padding] = Character() }
    count = used
    end = place
  }

  /// The scalar at `place` that is no ASCII, U+FFFD for a broken one and for one beyond U+FFFF.
  @inline(__always) private static func next(_ bytes: Span<UInt8>, _ place: inout Int) -> UInt16 {
    let first = UInt16(bytes[place])
    if first & 0xF0 == 0xE0, place + 2 < bytes.count {
      let (second, third) = (UInt16(bytes[place + 1]), UInt16(bytes[place + 2]))
      if (second ^ 0x80) | (third ^ 0x80) < 0x40 {
        place += 3
        return first << 12 | (second & 0x3F) << 6 | third & 0x3F
      }
    } else if first >= 0xC2, first < 0xE0, place + 1 < bytes.count,
      bytes[place + 1] & 0xC0 == 0x80
    {
      place += 2
      return (first & 0x1F) << 6 | UInt16(bytes[place - 1] & 0x3F)
    } else if first >= 0xF0, place + 3 < bytes.count, bytes[place + 1] & 0xC0 == 0x80,
      bytes[place + 2] & 0xC0 == 0x80, bytes[place + 3] & 0xC0 == 0x80
    {
      place += 4
      return 0xFFFD
    }
    place += 1
    return 0xFFFD
  }

  @inline(__always) subscript(index: Int) -> UInt16 { characters[index + Self.padding].scalar }
  @inline(__always) func sign(_ index: Int) -> AddressSign { characters[index + Self.padding].sign }
  /// First byte of a character, and the byte behind it.
  @inline(__always) func start(_ index: Int) -> Int { Int(characters[index + Self.padding].start) }
  @inline(__always) func end(_ index: Int) -> Int { Int(characters[index + Self.padding].end) }
  @inline(__always) func isSpaced(_ index: Int) -> Bool {
    characters[index + Self.padding].traits.contains(.isSpaced)
  }
  @inline(__always) func mayBeFiller(_ index: Int) -> Bool {
    characters[index + Self.padding].traits.contains(.mayBeFiller)
  }

  /// The character as a pattern of `switch`.
  @inline(__always) func character(_ index: Int) -> Unicode.Scalar {
    Unicode.Scalar(self[index]) ?? "\u{FFFD}"
  }

  /// Whether a character is `a`.
  @inline(__always) func at(_ index: Int, _ a: Unicode.Scalar) -> Bool {
    self[index] == UInt16(truncatingIfNeeded: a.value)
  }
  /// Whether the text goes on with `a`, `b`.
  @inline(__always) func at(_ index: Int, _ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    at(index, a) && at(index + 1, b)
  }
  @inline(__always) func at(
    _ index: Int, _ a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar
  ) -> Bool {
    at(index, a) && at(index + 1, b) && at(index + 2, c)
  }
  @inline(__always) func at(
    _ index: Int, _ a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar,
    _ d: Unicode.Scalar
  ) -> Bool {
    at(index, a, b) && at(index + 2, c, d)
  }
}
