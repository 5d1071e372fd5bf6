import Records
import Testing

@Suite struct `Text in GB18030` {
  private func decoded(_ bytes: [UInt8]) -> (text: [UInt8], bad: Int) {
    var text: [UInt8] = []
    var bad: [BadByte] = []
    text.append(
      gb18030: bytes, 0..<bytes.count, table: GB18030.table, bad: &bad,
      fourBytes: GB18030.scalar(fourBytes:))
    return (text, bad.count)
  }

  @Test func `is written so that it reads the same, by the C library too`() throws {
    let encoder = GB18030Encoder.standard
    var all = String.UnicodeScalarView()
    // Every scalar of the basic plane, and some beyond; not the private ones, at which
    // editions of the standard differ.
    for value in UInt32(0x20)...0xFFFD where !(UInt32(0xE000)...0xF8FF).contains(value) {
      if let scalar = Unicode.Scalar(value) { all.append(scalar) }
    }
    for value in stride(from: UInt32(0x10000), through: 0x10FFFF, by: 997) {
      if let scalar = Unicode.Scalar(value) { all.append(scalar) }
    }
    let text = Array(String(all).utf8)
    var bytes: [UInt8] = []
    encoder.append(text, to: &bytes)
    let back = decoded(bytes)
    #expect(back.bad == 0)
    #expect(back.text == text)
    #expect(Iconv.utf8(bytes, from: "GB18030") == text)
    #expect(Iconv.convert(text, from: "UTF-8", to: "GB18030") == bytes)
  }

  @Test func `has a pair of bytes for every scalar that a pair stands for`() {
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F {
        let scalar = GB18030.scalar(lead: lead, trail: trail)
        if scalar == 0 { continue }
        #expect(
          decoded([lead, trail]).text
            == Array((Unicode.Scalar(scalar).map { String($0) } ?? "").utf8))
        #expect(GB18030Encoder.standard.pair(scalar) == UInt16(lead) << 8 | UInt16(trail))
      }
    }
    for (lead, trail) in [(0x80, 0x80), (0xFF, 0x40), (0x81, 0x30)] as [(UInt8, UInt8)] {
      #expect(GB18030.scalar(lead: lead, trail: trail) == 0)
    }
  }
}
