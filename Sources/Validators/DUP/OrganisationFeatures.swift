import Records
import References

/// What is compared of an organisation, in 72 bytes. Numbers that are 0 stand for what is not
/// there.
package struct OrganisationFeatures: LikenessFeatures, Equatable {
  /// The name without place and legal form, and these.
  var core: UInt64 = 0
  var region: UInt32 = 0
  var form: UInt8 = 0
  /// What stands in the field for the credit code.
  var kind: UInt8 = CodeKind.none
  /// Tells the ways in which one code may be written.
  var spelling: UInt16 = 0
  var code = PackedKey(high: 0, low: 0)
  /// Whether more than `code` is written.
  var isRewritten = false
  /// The organisation code: itself, or inside the credit code; without its check character.
  var organisationCode: UInt64 = 0
  var representative: UInt64 = 0
  /// The telephone, unless it only fills the field.
  var phone: UInt64 = 0
  /// The address, where it tells a house.
  var address: UInt64 = 0

  enum CodeKind {
    static let none: UInt8 = 0
    /// A credit code that is right.
    static let sound: UInt8 = 1
    /// What ought to be one.
    static let wrong: UInt8 = 2
    /// A business licence number of 13 or 15 figures.
    static let licence: UInt8 = 3
    static let organisationCode: UInt8 = 4
  }

  package static let none = OrganisationFeatures()

  package var isNone: Bool { core == 0 && kind == CodeKind.none }

  package var isDoubtful: Bool { !isNone && (kind != CodeKind.sound || isRewritten) }

  /// Sets the code; `text` has no blanks around it.
  mutating func setCode(_ text: Span<UInt8>, _ reading: CreditCodeReading) {
    if text.count < 6 { return }
    var folded: [UInt8] = []
    var reader = FoldedText()
    while true {
      let scalar = reader.next(in: text)
      if scalar == 0 { break }
      let byte = UInt8(truncatingIfNeeded: scalar)
      if scalar < 0x80, byte.isDigit || byte.isLetter { folded.append(byte) }
    }
    let bytes = folded.span
    spelling = UInt16(truncatingIfNeeded: PackedKey(foldingCase: text).mixed >> 48)
    code = PackedKey(foldingCase: bytes)
    isRewritten = bytes.count != text.count
    switch bytes.count == text.count ? reading : CreditCodeReading(bytes) {
    case .empty, .placeholder: return
    case .sound, .pilot:
      kind = CodeKind.sound
      organisationCode = TextMark.name(bytes.extracting(8..<16))
    case .legacy where bytes.count == 9:
      kind = CodeKind.organisationCode
      organisationCode = TextMark.name(bytes.extracting(0..<8))
    case .legacy: kind = CodeKind.licence
    case .malformed, .checkWrong: kind = CodeKind.wrong
    }
  }
}

/// How alike two organisations are.
extension OrganisationFeatures {
  static func likeness(_ a: OrganisationFeatures, _ b: OrganisationFeatures) -> Likeness? {
    var likeness = Likeness()
    if a.core != 0, b.core != 0 { likeness.add(compareNames(a, b)) }
    if a.representative != 0, b.representative != 0 {
      likeness.add(
        a.representative == b.representative ? .sameRepresentative : .otherRepresentative)
    }
    if a.phone != 0, a.phone == b.phone { likeness.add(.samePhone) }
    if a.address != 0, a.address == b.address { likeness.add(.sameAddress) }
    if a.kind != CodeKind.none, b.kind != CodeKind.none {
      guard let reason = compareCodes(a, b) else { return nil }
      likeness.add(reason)
    }
    return likeness.isLikely ? likeness : nil
  }

  private static func compareNames(
    _ a: OrganisationFeatures, _ b: OrganisationFeatures
  ) -> LikenessReason {
    if a.core != b.core { return .otherName }
    if a.region == b.region { return a.form == b.form ? .sameName : .coreName }
    return a.region == 0 || b.region == 0 ? .coreName : .coreNameElsewhere
  }

  /// What the codes say; nil where they are written the same, which is another rule's.
  private static func compareCodes(
    _ a: OrganisationFeatures, _ b: OrganisationFeatures
  ) -> LikenessReason? {
    if a.code == b.code { return a.spelling == b.spelling ? nil : .sameNumber }
    let isOther = a.kind != b.kind
    if isOther, a.organisationCode != 0, a.organisationCode == b.organisationCode {
      return .sameNumber
    }
    // A licence number or an organisation code says nothing of a credit code.
    let isOld = max(a.kind, b.kind) >= CodeKind.licence
    if isOld, isOther {
      let bothTell = a.organisationCode != 0 && b.organisationCode != 0
      return bothTell ? .otherNumber : .numberOfOtherKind
    }
    if isOld || a.kind == CodeKind.sound && b.kind == CodeKind.sound { return .otherNumber }
    switch NumberDifference(a.code, b.code) {
    case .none, .other: return .wrongNumberDiffers
    case .oneCharacter: return .numberOneCharacter
    case .swapped: return .numberSwapped
    case .oneMissing: return .numberOneMissing
    }
  }
}
