import Records

/// Reads texts with the wrong character set, as faulty interfaces do.
enum Misreading {
  /// A text in UTF-8 read wrongly in one of four ways, once or twice; nil where that would lose
  /// something.
  static func any(of text: [UInt8], _ random: inout SampleRandom) -> [UInt8]? {
    let ways: [[(stored: String, reader: String)]] = [
      [("UTF-8", "GB18030")], [("GBK", "ISO-8859-1")],
      [("GBK", "ISO-8859-1"), ("UTF-8", "GB18030")],
    ]
    // Three characters and more are nine bytes, which do not make pairs: another way is tried.
    let first = random.below(ways.count)
    for offset in ways.indices {
      let way = ways[(first + offset) % ways.count]
      var wrong: [UInt8]? = text
      for (stored, reader) in way {
        wrong = wrong.flatMap { Iconv.convert($0, from: "UTF-8", to: stored) }
          .flatMap { Iconv.utf8($0, from: reader) }
      }
      if let wrong { return wrong }
    }
    return nil
  }
}
