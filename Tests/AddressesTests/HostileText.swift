import Addresses
import Records
import TestSupport
import Testing

/// Whether the parts take every byte once, in order.
func tiles(_ address: Address, _ count: Int) -> Bool {
  var place = 0
  for part in address.components {
    if Int(part.start) != place || part.end <= part.start { return false }
    place = Int(part.end)
  }
  return place == count
}

@Suite struct `Bytes of any kind` {
  @Test func `are tiled by the parts`() {
    var random = SeededGenerator(seed: 11)
    var address = Address()
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...120, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      parser.parse(bytes.span, into: &address)
      #expect(tiles(address, bytes.count))
    }
  }

  @Test func `are tiled when addresses are cut and spliced`() {
    var random = SeededGenerator(seed: 12)
    let odd: [[UInt8]] = [
      [0xFF], [0xE6, 0xB1], Array("\u{202E}".utf8), Array("\u{E000}".utf8), Array("　".utf8),
      Array("（".utf8), Array("-".utf8), [0], Array("𠮷".utf8), Array("号".utf8),
    ]
    var address = Address()
    for _ in 0..<5000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let text = Array(ordinary.randomElement(using: &random)!.utf8)
        let cut = Int.random(in: 0..<text.count, using: &random)
        let end = Int.random(in: cut...text.count, using: &random)
        bytes += text[cut..<end]
        if Bool.random(using: &random) { bytes += odd.randomElement(using: &random)! }
      }
      parser.parse(bytes.span, into: &address)
      #expect(tiles(address, bytes.count))
      _ = StandardAddress(address, of: bytes.span, parser.gazetteer).text
      var output: [UInt8] = []
      AddressJSON(parser.gazetteer).write(address, of: bytes.span, to: &output)
      #expect(!output.contains(0x0A))
    }
  }

  @Test(arguments: ["号", "省", "1", "（", "路", "-", "城关镇", "\u{E000}", "市", " "])
  func `of great length are read in time`(_ piece: String) {
    let bytes = Array(String(repeating: piece, count: 1 << 20).utf8)
    let address = parser.parse(bytes.span)
    #expect(tiles(address, bytes.count))
  }

  @Test func `that say nothing get the lowest grade`() {
    for text in ["", " ", "无", "123", "不详", "\u{202E}", "abc"] {
      #expect(read(text).grade == .none, "\(text)")
    }
  }

  @Test func `leave nothing behind in an address that is used again`() {
    var address = Address()
    let first = Array("江西省赣州市章贡区红旗大道86号".utf8)
    parser.parse(first.span, into: &address)
    let none: [UInt8] = []
    parser.parse(none.span, into: &address)
    #expect(address.code == 0 && address.components.isEmpty && address.township == 0)
    parser.parse(first.span, into: &address)
    #expect(address.components == parser.parse(first.span).components)
  }
}
