import Records
import References

/// By character: the form in which it is compared, and what it is for the reading of
/// addresses. Full-width forms read as half-width ones, letters as capitals, traditional
/// characters as simplified ones.
package struct AddressCharacters: Sendable {
  /// What is known of a character, in four bytes.
  struct Form: BitwiseCopyable, Sendable {
    /// The form in which it is compared; 0 for one that is left out.
    let folded: UInt16
    let sign: AddressSign
    /// Whether a word that lists use in the place of a division may begin with it.
    let mayBeFiller: Bool
  }
  private let forms: FrozenArray<Form>

  init(from folder: MappingsFolder) throws(ReferenceFault) {
    var folded = (0...0xFFFF).map { UInt16(truncatingIfNeeded: FoldedText.fold(UInt32($0))) }
    // Marks that the comparison of names takes for one another, and addresses do not.
    for (mark, kept) in Self.marks { folded[Int(mark.value)] = UInt16(kept.value) }
    for (traditional, simplified) in try CharacterForms.pairs(from: folder) {
      folded[Int(traditional)] = simplified
    }
    var signs = [AddressSign](repeating: .other, count: 0x10000)
    for (sign, characters) in Self.signs {
      for scalar in characters.unicodeScalars { signs[Int(scalar.value)] = sign }
    }
    for index in folded.indices where folded[index] != UInt16(index) && folded[index] != 0 {
      signs[index] = signs[Int(folded[index])]
    }
    for index in folded.indices where folded[index] == 0 { signs[index] = .blank }
    let fillers = Set(DivisionWords.fillerBeginnings.utf16)
    forms = FrozenArray(
      folded.indices.map {
        Form(
          folded: folded[$0], sign: signs[$0], mayBeFiller: fillers.contains(folded[$0]))
      })
  }

  /// What is known of a character. O(1).
  @inline(__always) func form(_ scalar: UInt16) -> Form { forms[Int(scalar)] }
  /// The form in which a character is compared; 0 for one that is left out. O(1).
  @inline(__always) func fold(_ scalar: UInt16) -> UInt16 { forms[Int(scalar)].folded }

  private static let marks: [(Unicode.Scalar, Unicode.Scalar)] = [
    (".", "."), ("．", "."), ("。", "."), ("~", "-"), ("～", "-"), ("_", "-"), ("＿", "-"),
    ("〇", "零"), ("○", "零"), ("Ｏ", "O"), ("’", "'"), ("—", "-"), ("―", "-"), ("ー", "-"),
    ("№", "#"), ("；", ";"), (";", ";"), ("、", ","), ("，", ","),
  ]

  private static let signs: [(AddressSign, String)] = [
    (.separator, ",.;:/\\|·\"'!?&+=*@^<>$%"), (.dash, "-"), (.hash, "#"), (.open, "("),
    (.close, ")"), (.digit, "0123456789"), (.letter, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    (.numeral, "零一二三四五六七八九十百两壹贰叁肆伍陆柒捌玖拾廿"), (.stem, "甲乙丙丁戊己庚"),
    (.ending, "路街道巷弄同村区会查镇乡木处线里条庄屯"), (.unit, "号栋幢座楼层室房户单门梯组队社连户铺间排期院米公"),
  ]
}
