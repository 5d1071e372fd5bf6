import Extracts
import Records

/// Writes UTF-8 as GB18030: the other way round of `GB18030.table`.
struct GB18030Encoder: Sendable {
  /// Two bytes by scalar of the basic plane; 0 where there are none.
  private let pairs: [UInt16]

  init() {
    var pairs = [UInt16](repeating: 0, count: 0x10000)
    var source: [UInt8] = []
    var codes: [UInt16] = []
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F {
        source += [lead, trail, 0x0A]
        codes.append(UInt16(lead) << 8 | UInt16(trail))
      }
    }
    var text: [UInt8] = []
    var bad: [BadByte] = []
    text.append(
      gb18030: source, 0..<source.count, table: GB18030.table, bad: &bad,
      fourBytes: GB18030.scalar(fourBytes:))
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (code, line) in zip(codes, lines) {
      let scalars = String(decoding: line, as: UTF8.self).unicodeScalars
      guard let scalar = scalars.first, scalars.count == 1, scalar.value < 0x10000,
        scalar.value != 0xFFFD
      else { continue }
      pairs[Int(scalar.value)] = code
    }
    self.pairs = pairs
  }

  /// Appends `text`, which is sound UTF-8. A character that has neither two bytes nor lies
  /// beyond the basic plane does not occur in the sample; it becomes a question mark.
  func append(_ text: [UInt8], to bytes: inout [UInt8]) {
    append(text[...], to: &bytes)
  }

  func append(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    var index = text.startIndex
    let end = text.endIndex
    while index < end {
      let lead = text[index]
      if lead < 0x80 {
        bytes.append(lead)
        index += 1
        continue
      }
      let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
      var scalar = UInt32(lead) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
      for place in 1..<length { scalar = scalar << 6 | UInt32(text[index + place] & 0x3F) }
      index += length
      if scalar < 0x10000 {
        let pair = pairs[Int(scalar)]
        if pair == 0 {
          bytes.append(0x3F)
        } else {
          bytes.append(UInt8(truncatingIfNeeded: pair >> 8))
          bytes.append(UInt8(truncatingIfNeeded: pair))
        }
      } else {
        let linear = scalar - 0x10000 + 189_000
        bytes.append(UInt8(truncatingIfNeeded: linear / 12_600) + 0x81)
        bytes.append(UInt8(truncatingIfNeeded: linear / 1260 % 10) + 0x30)
        bytes.append(UInt8(truncatingIfNeeded: linear / 10 % 126) + 0x81)
        bytes.append(UInt8(truncatingIfNeeded: linear % 10) + 0x30)
      }
    }
  }
}
