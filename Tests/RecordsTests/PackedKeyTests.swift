import Records
import TestSupport
import Testing

@Suite struct `A packed key` {
  @Test func `gives back every number of up to twenty characters`() {
    var random = SeededGenerator(seed: 11)
    let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_".utf8)
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0x30
      }
      let key = PackedKey(text.span)
      var back: [UInt8] = []
      key.write(to: &back)
      #expect(key.isExact && back == text)
    }
  }

  @Test func `tells letters of different case apart unless asked not to`() {
    let (lower, upper) = (Array("36072119800101123x".utf8), Array("36072119800101123X".utf8))
    #expect(PackedKey(lower.span) != PackedKey(upper.span))
    #expect(PackedKey(foldingCase: lower.span) == PackedKey(foldingCase: upper.span))
  }

  @Test func `of long or Chinese texts differs where one byte differs`() {
    var seen: Set<PackedKey> = []
    for place in 0..<40 {
      for byte in UInt8(0)..<255 {
        var text = [UInt8](repeating: 0x41, count: 40)
        text[place] = byte
        seen.insert(PackedKey(text.span))
      }
    }
    // The unchanged text comes up once a place.
    #expect(seen.count == 40 * 254 + 1)
  }
}
