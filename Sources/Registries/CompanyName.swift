import Records
import References

/// Comparing names of organisations as registries and banks write them.
package enum CompanyName {
  /// Whether two names are the same but for blanks, full or half width, kinds of brackets,
  /// marks and capitals. O(n), no allocation.
  package static func equal(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    a.equals(b) || FoldedText.equal(a, b)
  }

  /// Whether `name` is one of a list of names, as registries write former names: separated
  /// by semicolons, commas, 、, slashes, bars or line ends. O(n), no allocation.
  package static func isAmong(_ list: Span<UInt8>, _ name: Span<UInt8>) -> Bool {
    var start = 0
    var index = 0
    while index <= list.count {
      let width = index < list.count ? separator(list, index) : 1
      if width > 0 {
        let part = list.extracting(start..<min(index, list.count))
        if !part.trimmed.isEmpty, equal(part, name) { return true }
        index += width
        start = index
      } else {
        index += 1
      }
    }
    return false
  }

  /// Width in bytes of the separator at a place, or 0 where there is none.
  private static func separator(_ list: Span<UInt8>, _ index: Int) -> Int {
    switch list[index] {
    case 0x3B, 0x2C, 0x2F, 0x7C, 0x0A, 0x0D: return 1
    case 0xEF:
      let rest = list.extracting(index..<list.count)
      return rest.starts(with: "；") || rest.starts(with: "，") ? 3 : 0
    case 0xE3: return list.extracting(index..<list.count).starts(with: "、") ? 3 : 0
    default: return 0
    }
  }

  /// How much two names have in common, in percent: pairs of neighbouring characters that
  /// both have, of all (Dice). O(n · m), for short texts.
  package static func likeness(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Int {
    let one = FoldedText.commonPairs(of: a, in: b)
    let other = FoldedText.commonPairs(of: b, in: a)
    let all = one.all + other.all
    return all == 0 ? (equal(a, b) ? 100 : 0) : (one.common + other.common) * 100 / all
  }
}

/// Comparing names of persons.
package enum PersonName {
  /// Whether two names are the same but for blanks, full or half width, capitals, and the
  /// dots in the middle of names from other languages. O(n), no allocation.
  package static func equal(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    if a.equals(b) { return true }
    var (first, second) = (FoldedText(), FoldedText())
    while true {
      var (left, right) = (first.next(in: a), second.next(in: b))
      while left == 0xB7 { left = first.next(in: a) }
      while right == 0xB7 { right = second.next(in: b) }
      if left != right { return false }
      if left == 0 { return true }
    }
  }
}
