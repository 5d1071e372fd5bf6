import Records
import References

extension CompanyName {
  /// Calls `body` with every name of a list of names, as registries write former names. O(n), no
  /// allocation.
  package static func forEach(in list: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
    var start = 0
    var index = 0
    while index <= list.count {
      let width = index < list.count ? separator(list, index) : 1
      if width > 0 {
        let part = list.extracting(start..<min(index, list.count))
        if !part.trimmed.isEmpty { body(part) }
        index += width
        start = index
      } else {
        index += 1
      }
    }
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

  /// A number that names share which are the same but for blanks, width, brackets, marks and
  /// capitals, and for 有限责任公司 in the place of 有限公司: 64 bits of a mixing hash. O(n), no
  /// allocation.
  package static func key(_ name: Span<UInt8>) -> UInt64 {
    var reader = FoldedText()
    var (first, second): (UInt32, UInt32) = (0, 0)
    var hash: UInt64 = 0x2545_F491_4F6C_DD1D
    while true {
      let scalar = reader.next(in: name)
      if scalar == 0 { return hash }
      // 有限, then 责任, which is passed over.
      if scalar == 0x8D23, first == 0x6709, second == 0x9650 {
        var ahead = reader
        if ahead.next(in: name) == 0x4EFB {
          reader = ahead
          continue
        }
      }
      let product = (hash ^ UInt64(scalar)).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.low ^ product.high &+ 0xD6E8_FEB8_6659_FD93
      (first, second) = (second, scalar)
    }
  }
}
