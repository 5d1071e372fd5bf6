import Records
import References

/// What is compared of a person, in 48 bytes. Numbers that are 0 stand for what is not there.
package struct PersonFeatures: LikenessFeatures, Equatable {
  /// The name as it is compared.
  var name: UInt64 = 0
  /// Number of the document: a citizen's in the form of 18 characters.
  var number = PackedKey(high: 0, low: 0)
  /// The telephone, unless it only fills the field.
  var phone: UInt64 = 0
  /// The address, where it tells a house.
  var address: UInt64 = 0
  /// Day of birth as the number yyyyMMdd.
  var birth: UInt32 = 0
  /// What the number is compared with.
  var kind: UInt8 = NumberKind.none
  /// 1 male, 2 female; 4 for a number that may be right; 8 for one that is written in another
  /// form than `number`.
  var marks: UInt8 = 0
  /// Tells the ways in which one number may be written.
  var spelling: UInt16 = 0

  /// Kinds of document number; others are the document type and 16.
  enum NumberKind {
    static let none: UInt8 = 0
    /// A citizen's number, or one that ought to be.
    static let resident: UInt8 = 1
    static let unknown: UInt8 = 2
  }

  package static let none = PersonFeatures()

  package var isNone: Bool { name == 0 && kind == NumberKind.none }

  var sex: UInt8 { marks & 3 }
  /// Whether nothing is wrong with the number, as far as its form can tell.
  var isSound: Bool { marks & 4 != 0 }

  package var isDoubtful: Bool {
    !isNone && (kind != NumberKind.resident || marks & 12 != 4)
  }

  /// Sets the number; `text` has no blanks around it.
  mutating func setNumber(_ text: Span<UInt8>, _ reading: DocumentReading, _ type: DocumentType) {
    if text.count < 6 { return }
    let written = PackedKey(foldingCase: text)
    spelling = UInt16(truncatingIfNeeded: written.mixed >> 48)
    switch reading {
    case .empty, .placeholder: return
    case .resident(let id):
      take(id, text, written)
    case .malformed:
      // Blanks, hyphens and full-width figures are no part of the number.
      let folded = Self.folded(text)
      if folded.count != text.count, case .read(let id) = ResidentID.read(folded.span) {
        take(id, folded.span, PackedKey(foldingCase: folded.span))
        marks |= 8
      } else {
        (kind, number) = (NumberKind.resident, PackedKey(foldingCase: folded.span))
      }
    case .foreign:
      (kind, number) = (NumberKind.unknown, PackedKey(foldingCase: Self.folded(text).span))
      marks |= 4
    case .other:
      kind = type == .none ? NumberKind.unknown : 16 + type.rawValue
      number = PackedKey(foldingCase: Self.folded(text).span)
      marks |= 4
    }
  }

  private mutating func take(_ id: ResidentID, _ text: Span<UInt8>, _ key: PackedKey) {
    (kind, number) = (NumberKind.resident, key)
    if id.isSound { marks |= 4 }
    if id.isFifteen {
      var eighteen: [UInt8] = []
      id.appendEighteen(text, to: &eighteen)
      number = PackedKey(foldingCase: eighteen.span)
      marks |= 8
    }
  }

  /// The figures and letters of a number.
  private static func folded(_ text: Span<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    var reader = FoldedText()
    while true {
      let scalar = reader.next(in: text)
      if scalar == 0 { return folded }
      let byte = UInt8(truncatingIfNeeded: scalar)
      if scalar < 0x80, byte.isDigit || byte.isLetter { folded.append(byte) }
    }
  }

  /// The day of birth that a citizen's number tells, where it may be right, else that of the
  /// field, else what the number says.
  var birthOfNumber: UInt32 {
    guard kind == NumberKind.resident, isSound || birth == 0, let body = number.firstSeventeen
    else { return birth }
    return UInt32(truncatingIfNeeded: body / 1000 % 100_000_000)
  }

  /// Region, sequence and check character of a citizen's number as one; 0 for any other.
  var numberWithoutDate: UInt64 {
    guard kind == NumberKind.resident, let body = number.firstSeventeen else { return 0 }
    return (body / 100_000_000_000 * 1000 + body % 1000) << 16 | number.low % 10 << 9
      | number.high & 1 << 8
  }

  /// A citizen's number without its check character; 0 for any other.
  var numberWithoutCheck: UInt64 {
    kind == NumberKind.resident ? number.firstSeventeen ?? 0 : 0
  }
}

/// How alike two persons are.
extension PersonFeatures {
  static func likeness(_ a: PersonFeatures, _ b: PersonFeatures) -> Likeness? {
    var likeness = Likeness()
    if a.name != 0, b.name != 0 { likeness.add(a.name == b.name ? .sameName : .otherName) }
    if a.birth != 0, b.birth != 0 {
      if a.birth == b.birth {
        likeness.add(.sameBirthDate)
      } else if !isNearly(a.birth, b.birth) {
        likeness.add(.otherBirthDate)
      }
    }
    if a.sex != 0, b.sex != 0, a.sex != b.sex { likeness.add(.otherSex) }
    if a.phone != 0, a.phone == b.phone { likeness.add(.samePhone) }
    if a.address != 0, a.address == b.address { likeness.add(.sameAddress) }
    if a.kind != NumberKind.none, b.kind != NumberKind.none {
      guard let reason = compareNumbers(a, b, likeness) else { return nil }
      likeness.add(reason)
    }
    return likeness.isLikely ? likeness : nil
  }

  /// What the numbers say; nil where they are written the same, which is another rule's.
  private static func compareNumbers(
    _ a: PersonFeatures, _ b: PersonFeatures, _ known: Likeness
  ) -> LikenessReason? {
    if a.number == b.number { return a.spelling == b.spelling ? nil : .sameNumber }
    let isSameKind = a.kind == b.kind && a.kind != NumberKind.unknown
    if isSameKind {
      let isCitizen = a.kind == NumberKind.resident
      // Two that are right are two people's, twins among them.
      if isCitizen, a.isSound, b.isSound { return .otherNumber }
      switch NumberDifference(a.number, b.number) {
      case .none, .other: return isCitizen ? .wrongNumberDiffers : .otherNumber
      case .oneCharacter: return isCitizen ? .numberOneCharacter : .numberAlike
      case .swapped: return isCitizen ? .numberSwapped : .numberAlike
      case .oneMissing: return isCitizen ? .numberOneMissing : .numberAlike
      }
    }
    let isShared = known.has(.samePhone) || known.has(.sameAddress)
    return known.has(.sameBirthDate) && isShared ? .numberOfOtherKind : .otherNumber
  }

  /// Whether two days, as yyyyMMdd, differ in one figure or by two neighbours swapped.
  static func isNearly(_ a: UInt32, _ b: UInt32) -> Bool {
    var (one, two): ([UInt8], [UInt8]) = ([], [])
    one.append(decimal: Int(a))
    two.append(decimal: Int(b))
    switch NumberDifference(one.span, two.span) {
    case .none, .oneCharacter, .swapped: return true
    case .oneMissing, .other: return false
    }
  }
}
