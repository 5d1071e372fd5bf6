/// UTF-16 text that arrives in pieces, as UTF-8.
///
/// A lone surrogate becomes the byte FF, half a unit at the end of the file the byte FE. Both
/// are no UTF-8: they are found, noted and replaced where broken bytes of UTF-8 are.
struct WideText {
  let bigEndian: Bool
  private var rest: [UInt8] = []

  init(bigEndian: Bool) { self.bigEndian = bigEndian }

  mutating func append(_ bytes: [UInt8], isLast: Bool, to output: inout [UInt8]) {
    let input = rest + bytes
    rest.removeAll()
    func unit(_ place: Int) -> UInt32 {
      let (first, second) = (UInt32(input[place]), UInt32(input[place + 1]))
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    var place = 0
    while place + 2 <= input.count {
      var scalar = unit(place)
      if scalar & 0xFC00 == 0xD800 {
        guard place + 4 <= input.count else {
          // A high surrogate waits for its other half.
          if !isLast { break }
          output.append(0xFF)
          place += 2
          continue
        }
        let low = unit(place + 2)
        if low & 0xFC00 == 0xDC00 {
          scalar = 0x10000 + (scalar & 0x3FF) << 10 + low & 0x3FF
          place += 2
        }
      }
      place += 2
      if scalar < 0x80 {
        output.append(UInt8(scalar))
      } else if let character = Unicode.Scalar(scalar) {
        output.append(contentsOf: UTF8.encode(character) ?? UTF8.encodedReplacementCharacter)
      } else {
        output.append(0xFF)
      }
    }
    if place == input.count { return }
    if isLast { output.append(0xFE) } else { rest = Array(input[place...]) }
  }

  /// Bytes of UTF-16 that became the bytes between `range`, which starts and ends between
  /// characters. O(n).
  static func length(of bytes: [UInt8], _ range: Range<Int>) -> Int {
    var length = 0
    for byte in bytes[range] {
      switch byte {
      case 0x80...0xBF: break
      case 0xF0...0xF4: length += 4
      case 0xFE: length += 1
      default: length += 2
      }
    }
    return length
  }
}
