import Records

/// Reads text as people compare it, one Unicode scalar at a time.
///
/// Blanks and invisible characters are left out; full-width letters, digits and marks read
/// as their half-width forms, letters as capitals; brackets, middle dots, dashes, quotation
/// marks and separators each read as one of their kind. Broken UTF-8 reads as U+FFFD.
/// Nothing is allocated.
package struct FoldedText: BitwiseCopyable, Sendable {
  /// The byte at which the next scalar starts.
  package private(set) var place: Int

  package init(at place: Int = 0) { self.place = place }

  /// The next scalar of `text`, or 0 at its end. O(1) but for what is left out.
  package mutating func next(in text: Span<UInt8>) -> UInt32 {
    while place < text.count {
      let scalar = step(in: text)
      if scalar != 0 { return scalar }
    }
    return 0
  }

  /// The scalar at `place`, which is not the end of `text`, in the form in which it is
  /// compared; 0 for one that is left out. O(1).
  @inline(__always) mutating func step(in text: Span<UInt8>) -> UInt32 {
    Self.fold(text.scalar(at: &place))
  }

  /// The form in which a scalar is compared; 0 for one that is left out.
  package static func fold(_ scalar: UInt32) -> UInt32 {
    var scalar = scalar
    if scalar >= 0x4E00, scalar <= 0x9FFF { return scalar }
    if scalar >= 0xFF01, scalar <= 0xFF5E { scalar -= 0xFEE0 }
    switch scalar {
    case 0...0x20, 0x7F, 0xA0, 0x3000, 0xFEFF, 0x200B...0x200F, 0x2060: return 0
    case 0x61...0x7A: return scalar - 0x20
    case 0x5B, 0x7B, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0xFE59, 0xFE5B, 0xFE5D,
      0xFF5F:
      return 0x28
    case 0x5D, 0x7D, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0xFE5A, 0xFE5C, 0xFE5E,
      0xFF60:
      return 0x29
    case 0x2E, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65: return 0xB7
    case 0x2010...0x2015, 0x2212: return 0x2D
    case 0x27, 0x60, 0x2018...0x201F: return 0x22
    case 0x3001, 0x3B, 0xFF64: return 0x2C
    default: return scalar
    }
  }

  /// A number that equal readings share: 64 bits of a mixing hash. O(n).
  package static func hash(_ text: Span<UInt8>) -> UInt64 {
    var reader = FoldedText()
    var hash: UInt64 = 0x51_7C_C1_B7_27_22_0A_95
    while true {
      let scalar = reader.next(in: text)
      if scalar == 0 { return hash }
      let product = (hash ^ UInt64(scalar)).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.low ^ product.high &+ 0xD6E8_FEB8_6659_FD93
    }
  }

  /// Whether two texts read the same. O(n).
  package static func equal(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    var (first, second) = (FoldedText(), FoldedText())
    while true {
      let scalar = first.next(in: a)
      if scalar != second.next(in: b) { return false }
      if scalar == 0 { return true }
    }
  }

  /// Number of scalars that are compared. O(n).
  package static func count(_ text: Span<UInt8>) -> Int {
    var reader = FoldedText()
    var count = 0
    while reader.next(in: text) != 0 { count += 1 }
    return count
  }

  /// Whether `part` is read somewhere inside `whole`. O(n · m), for short texts.
  package static func contains(_ whole: Span<UInt8>, _ part: Span<UInt8>) -> Bool {
    var start = FoldedText()
    while true {
      var (first, second) = (start, FoldedText())
      while true {
        let wanted = second.next(in: part)
        if wanted == 0 { return true }
        if first.next(in: whole) != wanted { break }
      }
      if start.next(in: whole) == 0 { return false }
    }
  }

  /// How many of the pairs of neighbouring scalars of `a` stand in `b` too, of how many.
  /// O(n · m), for short texts.
  package static func commonPairs(
    of a: Span<UInt8>, in b: Span<UInt8>,
    leavingOut isGeneral: (UInt32, UInt32) -> Bool = { _, _ in false }
  ) -> (common: Int, all: Int) {
    var reader = FoldedText()
    var previous = reader.next(in: a)
    var (common, all) = (0, 0)
    while true {
      let scalar = reader.next(in: a)
      if scalar == 0 { return (common, all) }
      if !isGeneral(previous, scalar) {
        all += 1
        var other = FoldedText()
        var before = other.next(in: b)
        while before != 0 {
          let next = other.next(in: b)
          if before == previous, next == scalar {
            common += 1
            break
          }
          before = next
        }
      }
      previous = scalar
    }
  }
}
