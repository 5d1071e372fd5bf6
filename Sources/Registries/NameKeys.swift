import Records
import References

/// Numbers that names share which `PersonName` or `CompanyName` may take for one: what a list
/// of names is searched by.
///
/// Wider than the key of written names: traditional characters and variants read as one, dots,
/// hyphens, commas and quotation marks are left out, a remark in brackets behind the name of a
/// person too; words in Latin letters may stand in any order. Characters that could not be
/// stored read as one mark. Whoever shares a key is still to be compared.
package struct NameKeys: Sendable {
  /// What a name is the name of: the keys of the two have nothing in common.
  package enum Kind: Sendable { case person, organisation }

  /// The key of a name and what there is to it.
  package struct Key: Equatable, BitwiseCopyable, Sendable {
    package let number: UInt64
    /// Characters that count.
    package let count: Int
    /// Characters, or runs of them, that could not be stored.
    package let lost: Int
    /// Whether something stands in brackets.
    package let hasGroup: Bool
  }

  /// By UTF-16: the character that it is read as; 0 for one that is left out.
  private let forms: FrozenArray<UInt16>
  private static let mark: UInt32 = 0xFFFD

  /// - Parameter characters: Traditional characters; nil where their table is not there.
  package init(_ characters: CharacterForms?) {
    var forms = (0...0xFFFF).map { code in
      let scalar = FoldedText.fold(UInt32(code))
      return UInt16(truncatingIfNeeded: characters?.form(of: scalar) ?? scalar)
    }
    for (variant, usual) in PersonName.variants {
      forms[Int(variant)] = UInt16(truncatingIfNeeded: usual)
    }
    for code in [0xB7, 0x2C, 0x2D, 0x22] { forms[code] = 0 }
    self.forms = FrozenArray(forms)
  }

  /// The key of a name. O(n), no allocation.
  ///
  /// - Parameters:
  ///   - filling: Whether what stands in brackets stands for a character that could not be
  ///     stored, as in 王(jue)伟.
  ///   - place: A character that is read as if it could not be stored, counted from 0.
  package func key(
    _ name: Span<UInt8>, of kind: Kind, filling: Bool = false, losing place: Int = -1
  ) -> Key {
    var state = State(kind)
    var reader = FoldedText()
    var isInside = false
    var hasGroup = false
    var (first, second): (UInt32, UInt32) = (0, 0)
    while true {
      let read = reader.next(in: name)
      if read == 0 { break }
      if read == 0x28 || read == 0x29 {
        hasGroup = true
        isInside = read == 0x28
        if isInside, filling { state.append(Self.mark, isLost: true) }
        continue
      }
      if isInside, kind == .person { continue }
      let scalar = read < 0x10000 ? UInt32(forms[Int(read)]) : read
      if scalar == 0 { continue }
      if kind == .organisation, scalar == 0x8D23, first == 0x6709, second == 0x9650 {
        // 有限, then 责任, which is passed over.
        var ahead = reader
        if ahead.next(in: name) == 0x4EFB {
          reader = ahead
          continue
        }
      }
      let isLost = state.count == place || Substitutes.isSubstitute(scalar)
      state.append(isLost ? Self.mark : scalar, isLost: isLost)
      (first, second) = (second, scalar)
    }
    return Key(
      number: state.number, count: state.count, lost: state.lost, hasGroup: hasGroup)
  }

  /// The characters read so far.
  private struct State {
    private var hash: UInt64
    /// Of letters: the same in any order.
    private var sum: UInt64 = 0
    private var isLatin: Bool
    private var wasLost = false
    var count = 0
    var lost = 0

    init(_ kind: Kind) {
      hash = kind == .person ? 0x7C15_9E37_2545_F491 : 0x4F6C_DD1D_51_7CC1B7
      isLatin = kind == .person
    }

    private static func mix(_ value: UInt64) -> UInt64 {
      let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      return product.low ^ product.high &+ 0xD6E8_FEB8_6659_FD93
    }

    @inline(__always) mutating func append(_ scalar: UInt32, isLost: Bool) {
      count += 1
      if isLost {
        // One lost character may have left several marks.
        if wasLost { return }
        lost += 1
      }
      wasLost = isLost
      hash = Self.mix(hash ^ UInt64(scalar))
      let isLetter = scalar >= 0x41 && scalar <= 0x5A || scalar >= 0xC0 && scalar <= 0x24F
      if isLetter { sum &+= Self.mix(UInt64(scalar) << 20) } else { isLatin = false }
    }

    var number: UInt64 {
      isLatin && count > 0 ? Self.mix(sum ^ UInt64(count)) ^ 0x1A71_0000_0000_0000 : hash
    }
  }
}
