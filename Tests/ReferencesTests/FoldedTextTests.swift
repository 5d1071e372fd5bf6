import Records
import References
import Testing

@Suite struct `Text as it is compared` {
  static let pairs: [(String, String)] = [
    ("赣州（香港）公司", "赣州(香港)公司"), ("A B", "ab"), ("ＡＢＣ１２３", "abc123"), ("钟\u{3000}小 军", "钟小军"),
    ("买买提·艾力", "买买提•艾力"), ("会议、展览", "会议，展览"), ("一〔二〕", "一【二】"), ("甲–乙", "甲-乙"),
    ("\u{FEFF}甲\u{200B}乙", "甲乙"), ("", " \t"),
  ]

  @Test(arguments: pairs) func `reads alike what people write in two ways`(_ a: String, _ b: String)
  {
    #expect(FoldedText.equal(a, b))
    #expect(FoldedText.hash(a) == FoldedText.hash(b))
    #expect(FoldedText.count(a) == FoldedText.count(b))
  }

  @Test(arguments: [("甲公司", "乙公司"), ("甲", "甲甲"), ("", "甲"), ("（甲）", "甲"), ("甲、乙", "甲乙")])
  func `keeps apart what differs`(_ a: String, _ b: String) {
    #expect(!FoldedText.equal(a, b))
    #expect(FoldedText.hash(a) != FoldedText.hash(b))
  }

  @Test func `is inside the whole and not elsewhere`() {
    let whole = "3825 光伏设备及 元器件制造"
    #expect(FoldedText.contains(whole, "光伏设备及元器件制造"))
    #expect(FoldedText.contains(whole, ""))
    #expect(!FoldedText.contains(whole, "光伏设备制造"))
    #expect(!FoldedText.contains("光伏", whole))
  }

  @Test func `counts pairs of neighbours`() {
    let (common, all) = FoldedText.commonPairs(of: "软件开发", in: "应用软件")
    #expect(common == 1)
    #expect(all == 3)
    #expect(FoldedText.commonPairs(of: "甲", in: "甲") == (0, 0))
  }

  @Test func `takes any bytes to their end`() {
    var random = SystemSeed(4)
    for _ in 0..<2000 {
      let bytes = (0..<Int(random.next() % 24)).map { _ in
        UInt8(truncatingIfNeeded: random.next() >> 20)
      }
      var reader = FoldedText()
      var steps = 0
      while reader.next(in: bytes.span) != 0 { steps += 1 }
      #expect(reader.place == bytes.count)
      #expect(steps <= bytes.count)
      let isEqual = FoldedText.equal(bytes.span, bytes.span)
      #expect(isEqual)
    }
  }

  /// A generator with a fixed seed.
  struct SystemSeed: RandomNumberGenerator {
    var state: UInt64
    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }
}

extension FoldedText {
  static func equal(_ a: String, _ b: String) -> Bool { equal(a.utf8.span, b.utf8.span) }
  static func hash(_ a: String) -> UInt64 { hash(a.utf8.span) }
  static func count(_ a: String) -> Int { count(a.utf8.span) }
  static func contains(_ a: String, _ b: String) -> Bool { contains(a.utf8.span, b.utf8.span) }
  static func commonPairs(of a: String, in b: String) -> (common: Int, all: Int) {
    commonPairs(of: a.utf8.span, in: b.utf8.span)
  }
}
