import Records
import References

/// A document number or code as it is looked for on a list: however it is keyed, with blanks,
/// hyphens, full-width or small letters.
///
/// The two forms of a citizen identification number, of 15 and of 18 characters, are one
/// number; so are a permit of Hong Kong and Macao with and without its counter of renewals.
struct ListNumber {
  private var bytes: InlineArray<24, UInt8> = .init(repeating: 0)
  private var count = 0
  /// Whether the field has several numbers, one behind the other.
  private(set) var isSeveral = false
  /// Division, date of birth and sequence of a citizen identification number: 17 digits.
  private(set) var seventeen: UInt64?
  /// What a table is searched by; nil for what is no number.
  private(set) var key: UInt64?

  /// O(n), no allocation.
  init(_ text: Span<UInt8>) {
    if !Self.isNumber(text) { return }
    if text.count == 18, let seventeen = PackedKey(foldingCase: text).firstSeventeen {
      self.seventeen = seventeen
      key = Self.key(citizen: seventeen)
      for index in text.indices { bytes[index] = text[index].uppercased }
      count = 18
      return
    }
    guard fold(text) else {
      key = isSeveral ? nil : FoldedText.hash(text) ^ Self.textMark
      return
    }
    if count < 5 { return }
    let number = bytes.span.extracting(0..<count)
    if count == 18 { seventeen = PackedKey(foldingCase: number).firstSeventeen }
    if count == 15, case .read(let id) = ResidentID.read(number), let birth = id.birth,
      let digits = number.extracting(6..<15).decimalValue
    {
      seventeen = UInt64(
        (Int(id.region) * 100 + birth.year / 100) * 1_000_000_000 + digits)
    }
    if count == 11, bytes[0] == UInt8(ascii: "H") || bytes[0] == UInt8(ascii: "M"),
      number.extracting(1..<11).isAllDigits
    {
      count = 9
    }
    key =
      seventeen.map(Self.key(citizen:))
      ?? PackedKey(foldingCase: bytes.span.extracting(0..<count)).mixed ^ Self.textMark
  }

  private static let textMark: UInt64 = 0x5C5C_0000_5C5C_0000

  private static func key(citizen digits: UInt64) -> UInt64 {
    digits &* 0x9E37_79B9_7F4A_7C15 ^ 0x1010_1818
  }

  /// The key of an organisation code, apart from all others.
  static func key(organisation code: PackedKey) -> UInt64 { code.mixed ^ 0x0A0A_0000_0000_0A0A }

  /// Whether a field has something in it that a list can be asked for.
  static func isNumber(_ text: Span<UInt8>) -> Bool {
    text.count >= 5 && !DocumentReading.isPlaceholder(text)
  }

  /// False for what has other characters than numbers have, or too many.
  private mutating func fold(_ text: Span<UInt8>) -> Bool {
    var reader = FoldedText()
    while true {
      let scalar = reader.next(in: text)
      switch scalar {
      case 0: return true
      case 0x2D, 0xB7, 0x22: continue
      case 0x2C, 0x2F, 0x7C:
        isSeveral = true
        return false
      case 0x30...0x39, 0x41...0x5A:
        if count == 24 { return false }
        bytes[count] = UInt8(truncatingIfNeeded: scalar)
        count += 1
      case 0xD7, 0x425, 0x445, 0x3A7, 0x3C7, 0x2169, 0x2179:
        if count == 24 { return false }
        bytes[count] = UInt8(ascii: "X")
        count += 1
      default: return false
      }
    }
  }

  /// The citizen identification number; nil for any other.
  var resident: ResidentID? {
    guard seventeen != nil, case .read(let id) = ResidentID.read(bytes.span.extracting(0..<count))
    else { return nil }
    return id
  }

  /// Whether two numbers with one key are one: the check characters agree where both have one.
  func isSame(as other: ListNumber) -> Bool {
    key != nil && key == other.key
      && (count != 18 || other.count != 18 || bytes[17] == other.bytes[17])
  }

  /// Whether it has 15 characters where the other has 18, or the other way round.
  func isOtherForm(of other: ListNumber) -> Bool {
    seventeen != nil && other.seventeen != nil && count != other.count
  }

  /// Whether two citizen identification numbers of 18 characters, one of which cannot be
  /// right, are one keyed wrong: they differ in one place at most.
  func isSlip(of other: ListNumber) -> Bool {
    guard let mine = resident, let its = other.resident, count == 18, other.count == 18,
      !mine.isSound || !its.isSound
    else { return false }
    var different = 0
    for index in 0..<18 where bytes[index] != other.bytes[index] { different += 1 }
    return different <= 1
  }
}
