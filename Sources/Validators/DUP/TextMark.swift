import Records
import References

/// Numbers that stand for a text as people compare it; 0 stands for no text.
enum TextMark {
  /// A name: blanks, width, capitals, kinds of brackets and marks do not count, nor do the
  /// middle dots of names from other languages. O(n), no allocation.
  static func name(_ text: Span<UInt8>) -> UInt64 {
    var mark = Mixer()
    var place = 0
    while place < text.count {
      let scalar = next(text, &place)
      if scalar != 0, scalar != 0xB7 { mark.take(scalar) }
    }
    return mark.count == 0 ? 0 : mark.value
  }

  /// An address that tells a house, else 0: eight characters and more, and a number among
  /// them. Whether the province stands before it does not count. O(n), no allocation.
  static func address(_ text: Span<UInt8>) -> UInt64 {
    var mark = Mixer()
    var place = 0
    var hasNumber = false
    var (before, beforeThat) = (UInt32(0), UInt32(0))
    while place < text.count {
      let scalar = next(text, &place)
      if scalar == 0 { continue }
      if scalar >= 0x30, scalar <= 0x39 { hasNumber = true }
      mark.take(scalar)
      // 江西省, 黑龙江省; 广西壮族自治区.
      let isProvince =
        scalar == 0x7701 && mark.count <= 4
        || scalar == 0x533A && before == 0x6CBB && beforeThat == 0x81EA && mark.count <= 9
      if isProvince { mark = Mixer() }
      (beforeThat, before) = (before, scalar)
    }
    return hasNumber && mark.count >= 8 ? mark.value : 0
  }

  /// Several numbers as one, which is not 0. O(1).
  @inline(__always) static func joined(_ a: UInt64, _ b: UInt64, _ kind: UInt64) -> UInt64 {
    let first = (a ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: (b &+ kind &* 0xD6E8_FEB8_6659_FD93) ^ 0xE703_7ED1_A0B4_28DB)
    let second = (first.high ^ first.low).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return (second.high ^ second.low) | 1
  }

  /// The next scalar as it is compared, 0 for one that is left out.
  @inline(__always) private static func next(_ text: Span<UInt8>, _ place: inout Int) -> UInt32 {
    let first = UInt32(text[place])
    if first >= 0x30, first <= 0x39 {
      place += 1
      return first
    }
    // Nearly every character is one of the common Chinese ones.
    if first >= 0xE5, first <= 0xE9, place + 2 < text.count {
      let (second, third) = (UInt32(text[place + 1]), UInt32(text[place + 2]))
      if second & 0xC0 == 0x80, third & 0xC0 == 0x80 {
        place += 3
        return (first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F
      }
    }
    var reader = FoldedText(at: place)
    let scalar = reader.next(in: text)
    place = reader.place
    return scalar
  }

  /// Mixes scalars, three at a time.
  private struct Mixer {
    private var state: UInt64 = 0x51_7C_C1_B7_27_22_0A_95
    private var waiting: UInt64 = 0
    private(set) var count = 0
    private var left = 3

    @inline(__always) mutating func take(_ scalar: UInt32) {
      waiting = waiting << 21 | UInt64(scalar)
      count += 1
      left -= 1
      if left == 0 {
        mix(waiting)
        (waiting, left) = (0, 3)
      }
    }

    @inline(__always) private mutating func mix(_ word: UInt64) {
      let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      state = product.low ^ product.high &+ 0xD6E8_FEB8_6659_FD93
    }

    /// Not 0.
    var value: UInt64 {
      var last = self
      last.mix(waiting)
      last.mix(UInt64(count))
      return last.state | 1
    }
  }
}
