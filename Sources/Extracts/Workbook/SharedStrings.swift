/// The shared strings of a workbook, in one buffer.
struct SharedStrings {
  private(set) var bytes: [UInt8] = []
  /// End of every string in `bytes`.
  private(set) var ends: [UInt32] = []

  var count: Int { ends.count }

  init() {}

  /// `limit` is at most 4 GiB.
  init(reading stream: XMLStream, limit: Int) throws {
    let names = TextNames(stream)
    let item = stream.name("si")
    while let event = try stream.next() {
      guard event == .start(item) else { continue }
      try names.appendText(until: item, of: stream, to: &bytes, limit: limit)
      ends.append(UInt32(bytes.count))
    }
  }

  /// Where string `index` stands in `bytes`, or `nil`.
  func range(of index: Int) -> Range<Int>? {
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }
}

/// Reads the text of a shared or inline string: its runs joined, without phonetic guides.
struct TextNames {
  private let text: XMLStream.Name
  private let phonetic: XMLStream.Name

  init(_ stream: XMLStream) {
    text = stream.name("t")
    phonetic = stream.name("rPh")
  }

  /// Reads up to the end tag of `element`, whose start tag was read.
  func appendText(
    until element: XMLStream.Name, of stream: XMLStream, to bytes: inout [UInt8], limit: Int
  ) throws {
    let start = bytes.count
    var inText = false
    var inPhonetic = false
    while let event = try stream.next() {
      switch event {
      case .text where inText && !inPhonetic:
        stream.appendText(to: &bytes)
        if bytes.count > limit { throw stream.fault(.stringsTooLong(limit: limit)) }
      case .start(text): inText = true
      case .end(text): inText = false
      case .start(phonetic): inPhonetic = true
      case .end(phonetic): inPhonetic = false
      case .end(element):
        bytes.decodeEscapes(from: start)
        return
      default: break
      }
    }
  }
}

extension Array<UInt8> {
  /// Decodes the escapes `_xHHHH_` of a workbook's strings from place `start` on: UTF-16 units,
  /// a half of a pair alone becomes U+FFFD. O(n).
  mutating func decodeEscapes(from start: Int) {
    var place = start
    while place < count, !isEscape(at: place) { place += 1 }
    if place >= count { return }
    var target = place
    while place < count {
      guard isEscape(at: place) else {
        self[target] = self[place]
        target += 1
        place += 1
        continue
      }
      var scalar = unit(at: place)
      place += 7
      if (0xD800...0xDBFF).contains(scalar), isEscape(at: place),
        (0xDC00...0xDFFF).contains(unit(at: place))
      {
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (unit(at: place) - 0xDC00)
        place += 7
      }
      for byte in UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}")! {
        self[target] = byte
        target += 1
      }
    }
    removeLast(count - target)
  }

  private func isEscape(at place: Int) -> Bool {
    guard place + 6 < count, self[place] == 0x5F, self[place + 1] == 0x78, self[place + 6] == 0x5F
    else { return false }
    return (place + 2..<place + 6).allSatisfy { index in
      switch self[index] {
      case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
      default: false
      }
    }
  }

  private func unit(at place: Int) -> UInt32 {
    (place + 2..<place + 6).reduce(0) { sum, index in
      sum << 4 + UInt32(self[index] <= 0x39 ? self[index] - 0x30 : (self[index] | 0x20) - 0x57)
    }
  }
}
