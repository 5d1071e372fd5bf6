import Foundation
import Records
import TestSupport
import Testing

@Suite struct `Bytes that are printed` {
  @Test func `are a JSON string that other readers read as the same text`() throws {
    var random = SeededGenerator(seed: 5)
    let pieces: [[UInt8]] =
      (0..<128).map { [UInt8($0)] } + ["客", "é", "𠮷", "�", "\u{2028}"].map { Array($0.utf8) }
    // What is broken, byte by byte, and what it reads as.
    let broken: [UInt8] = [0xFF, 0x80, 0xC1, 0xE4]
    for round in 0..<1_000 {
      var (bytes, text): ([UInt8], [UInt8]) = ([], [])
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        if round % 2 == 0, Int.random(in: 0..<4, using: &random) == 0 {
          // Text of ASCII behind it, so that it cannot become part of a character.
          bytes += [broken[Int.random(in: 0..<broken.count, using: &random)], 0x20]
          text += [0xEF, 0xBF, 0xBD, 0x20]
        } else {
          let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
          bytes += piece
          text += piece
        }
      }
      var json: [UInt8] = [UInt8(ascii: "[")]
      json.append(json: bytes.span)
      json.append(UInt8(ascii: "]"))
      let read = try JSONSerialization.jsonObject(with: Data(json)) as? [String]
      #expect(read == [String(decoding: text, as: UTF8.self)])
    }
    var cut: [UInt8] = []
    cut.append(json: ([0xE4, 0xB8] as [UInt8]).span)
    #expect(cut == Array("\"\u{FFFD}\u{FFFD}\"".utf8))
  }

  @Test func `are hexadecimal digits, two a byte`() {
    let none: [UInt8] = []
    #expect(none.hexadecimal == "")
    #expect([UInt8](0...255).hexadecimal == (0...255).map { String(format: "%02x", $0) }.joined())
  }
}
