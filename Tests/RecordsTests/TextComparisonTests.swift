import Records
import Testing

@Suite struct `Comparing texts by words` {
  /// Texts of every length up to several words, so that the last words overlap or not.
  static let texts = (0..<40).map { count in (0..<count).map { UInt8($0) &* 37 &+ 11 } }

  static func equal(_ a: [UInt8], _ b: [UInt8]) -> Bool { a.span.equals(b.span) }

  static func agree(_ a: [UInt8], _ place: Int, _ b: [UInt8], _ start: Int, _ count: Int) -> Bool {
    a.span.agrees(at: place, with: b.span, at: start, count: count)
  }

  @Test func `finds the same bytes the same`() {
    for text in Self.texts {
      #expect(Self.equal(text, Array(text)), "\(text.count)")
      #expect(Self.agree([1, 2, 3] + text + [4], 3, text, 0, text.count), "\(text.count)")
    }
  }

  @Test func `finds every byte that differs`() {
    for text in Self.texts {
      for place in text.indices {
        var other = text
        other[place] ^= 0x80
        #expect(!Self.equal(text, other), "byte \(place) of \(text.count)")
        #expect(!Self.agree([0] + other, 1, text, 0, text.count))
      }
    }
  }

  @Test func `does not read beyond a text`() {
    let text = Array("江西省".utf8)
    #expect(!Self.agree(text, 3, text, 3, 7))
    #expect(!Self.agree(text, 0, text, 1, 9))
    #expect(Self.agree(text, 9, text, 9, 0))
    #expect(!Self.equal(text, Array(text.prefix(8))))
  }

  @Test func `tells a literal from every shorter and every other text`() {
    func begins(_ text: String, _ count: Int) -> Bool {
      Array(text.utf8.prefix(count)).span.starts(with: "赣州市章贡区")
    }
    let text = "赣州市章贡区红旗大道86号"
    #expect(begins(text, 99))
    #expect(begins(text, 18))
    for count in 0..<18 { #expect(!begins(text, count)) }
    #expect(!begins("赣州市章贡县红旗大道", 99))
  }
}
