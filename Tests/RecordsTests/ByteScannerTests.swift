import Records
import TestSupport
import Testing

@Suite struct `Scanning bytes` {
  @Test func `finds the same places as a look at every byte`() {
    var random = SeededGenerator(seed: 5)
    var places = BytePlaces()
    for length in [0, 1, 7, 8, 9, 63, 64, 65, 1000, 70_000] {
      let bytes = (0..<length).map { _ -> UInt8 in
        [0x7C, 0x0A, 0x22, 0x7D, 0xFC, 0x00].randomElement(using: &random) ?? 0
      }
      for (a, b, c) in [(UInt8(0x7C), UInt8(0x0A), UInt8(0x0A)), (0x7C, 0x0A, 0x22)] {
        places.find(a, b, c, in: bytes, 0..<length)
        let expected = bytes.indices.filter { [a, b, c].contains(bytes[$0]) }
        #expect((0..<places.count).map { places[$0] } == expected)
        #expect(bytes.occurrences(of: a, in: 0..<length) == bytes.count { $0 == a })
      }
    }
  }

  @Test func `sees broken UTF-8 where the standard library sees it`() {
    var random = SeededGenerator(seed: 8)
    let pool: [[UInt8]] = [
      Array("中".utf8), Array("a".utf8), Array("é".utf8), Array("𠮷".utf8), [0x80], [0xE4, 0xB8],
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], Array("abcdefgh".utf8),
    ]
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in
        pool.randomElement(using: &random) ?? []
      }
      let isSound = String(validating: bytes, as: UTF8.self) != nil
      #expect((bytes.firstBrokenUTF8(in: 0..<bytes.count) == nil) == isSound)
    }
  }

  @Test func `cuts every kind of blank`() {
    for text in [" a ", "\ta", "a\u{3000}", "\u{A0}a\u{A0}", "\u{FEFF}a\0\0"] {
      let bytes = Array(text.utf8)
      #expect(String(bytes.span.trimmed) == "a")
    }
    let inner = Array("张　三".utf8)
    #expect(String(inner.span.trimmed) == "张　三")
  }
}
