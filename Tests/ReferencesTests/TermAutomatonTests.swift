import Records
import References
import TestSupport
import Testing

@Suite struct `Terms in a text` {
  let words = ["光伏", "光伏组件", "组件", "组件制造", "件制", "A股", "食品", "乳制品", "乳制品、饮料", "光"]

  private func automaton(_ words: [String]) -> TermAutomaton {
    var builder = TermAutomaton.Builder(edgesExpected: 1)
    for (number, word) in words.enumerated() { _ = builder.add(word.utf8.span, next: number) }
    return builder.automaton()
  }

  private func found(_ text: [UInt8], _ automaton: TermAutomaton) -> [TermMatch] {
    var scanner = TermScanner()
    var matches: [TermMatch] = []
    while let match = scanner.next(in: text.span, automaton) { matches.append(match) }
    return matches
  }

  /// The slow way: at every character the longest term, less those inside an earlier one.
  private func expected(_ text: [Character], _ words: [String]) -> [String] {
    var result: [String] = []
    var furthest = 0
    for start in text.indices {
      let longest = words.filter { $0.count > 1 && text[start...].starts(with: $0) }
        .max { $0.count < $1.count }
      guard let longest, start + longest.count > furthest else { continue }
      furthest = start + longest.count
      result.append(longest)
    }
    return result
  }

  @Test func `are found wherever they stand, and nothing else is`() {
    let automaton = automaton(words)
    var random = SeededGenerator(seed: 4754)
    let pieces = words + ["光", "伏", "组", "制", "品", "x", "股", "，", "、", "。", "饮料"]
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        text += pieces.randomElement(using: &random) ?? ""
      }
      let bytes = Array(text.utf8)
      let matches = found(bytes, automaton)
      let texts = matches.map { String(decoding: bytes[$0.range], as: UTF8.self) }
      // A comma of either kind reads the same.
      #expect(
        texts.map { $0.replacing("，", with: "、") }
          == expected(Array(text.replacing("，", with: "、")), words), "\(text)")
      for (match, word) in zip(matches, texts) {
        #expect(words[match.term].count == match.characters)
        #expect(word.count == match.characters)
      }
    }
  }

  @Test func `are found in full-width and small letters, and do not cross a blank`() {
    let automaton = automaton(words)
    #expect(found(Array("ａ股 a股".utf8), automaton).map(\.term) == [5, 5])
    #expect(found(Array("光 伏，光\u{3000}伏，光\n伏".utf8), automaton).isEmpty)
  }

  @Test func `are found in the official tables, each by itself`() throws {
    var builder = TermAutomaton.Builder()
    let table = try ReferenceTable("keywords/gbt4754-keywords.csv", from: Repository.mappings)
    let column = try table.column("keyword")
    var terms: [String] = []
    for row in 0..<table.count {
      let text = table.text(row, column)
      if builder.add(text.utf8.span, next: terms.count) == terms.count { terms.append(text) }
    }
    let automaton = builder.automaton()
    #expect(terms.count > 26_000)
    for (number, term) in terms.enumerated() {
      let matches = found(Array(term.utf8), automaton)
      #expect(matches.count == 1 && matches.first?.term == number, "\(term)")
    }
  }

  @Test func `take a megabyte of one character in their stride`() {
    let automaton = automaton([String(repeating: "光", count: 12), "光光"])
    let long = [UInt8](String(repeating: "光", count: 350_000).utf8)
    #expect(found(long, automaton).count == 350_000 - 11)
    #expect(found([UInt8](repeating: 0xE5, count: 1_000_000), automaton).isEmpty)
    #expect(found([UInt8](repeating: 0, count: 1_000_000), automaton).isEmpty)
  }

  @Test func `stay inside any bytes`() {
    let automaton = automaton(words)
    var random = SeededGenerator(seed: 9)
    for _ in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        if Bool.random(using: &random) {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        } else {
          bytes += Array((words.randomElement(using: &random) ?? "").utf8)
        }
      }
      var last = 0
      for match in found(bytes, automaton) {
        #expect(match.range.upperBound <= bytes.count && match.range.upperBound > last)
        last = match.range.upperBound
        let isTerm = FoldedText.equal(
          Array(bytes[match.range]).span, Array(words[match.term].utf8).span)
        #expect(isTerm)
      }
    }
  }
}
