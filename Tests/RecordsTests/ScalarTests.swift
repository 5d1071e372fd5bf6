import Records
import TestSupport
import Testing

@Suite struct `The scalar at a place` {
  private func scalars(_ bytes: [UInt8]) -> [UInt32] {
    var (found, place): ([UInt32], Int) = ([], 0)
    while place < bytes.count {
      let before = place
      found.append(bytes.span.scalar(at: &place))
      guard place > before, place <= bytes.count else { return [] }
    }
    return found
  }

  @Test func `is what the text has`() {
    let text = "A赣é𠮷\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}\u{0}"
    #expect(scalars(Array(text.utf8)) == text.unicodeScalars.map(\.value))
  }

  @Test(arguments: [
    [0x80], [0xC1, 0xBF], [0xF5, 0x80, 0x80, 0x80], [0xE8, 0xB5], [0xF0, 0x9F, 0x98],
  ])
  func `is U+FFFD, byte by byte, where there is none`(_ bytes: [UInt8]) {
    #expect(scalars(bytes) == bytes.map { _ in 0xFFFD })
    #expect(scalars(bytes + [0x41]) == bytes.map { _ in 0xFFFD } + [0x41])
  }

  @Test func `goes on through any bytes`() {
    var random = SeededGenerator(seed: 71)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 1..<20, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      #expect(!scalars(bytes).isEmpty)
    }
  }
}
