import Records
import Testing

@testable import RuleSets

@Suite struct `A hostile or broken file` {
  let folder: JobFolder

  init() throws { folder = try JobFolder() }

  private func kinds(_ text: String) -> [JobFault.Kind] {
    guard case .failure(let faults) = folder.load(text) else { return [] }
    return faults.faults.map(\.kind)
  }

  @Test func `of more than a megabyte is refused`() {
    let text = "version: 1\n#" + String(repeating: "x", count: 1 << 20)
    #expect(kinds(text) == [.tooLarge(limit: 1 << 20)])
  }

  @Test func `with aliases of aliases is refused before they are read`() {
    var bomb = "a0: &a0 [x, x]\n"
    for level in 1...40 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(kinds(bomb) == [.alias])
    var keys = "? &k0 [x]\n: 1\n"
    for level in 1...40 { keys += "? &k\(level) [*k\(level - 1), *k\(level - 1)]\n: 1\n" }
    #expect(kinds(keys) == [.alias])
    #expect(kinds("a: &x 1\nb: {c: *x}\n") == [.alias])
  }

  @Test(arguments: [
    String(repeating: "[", count: 500_000), String(repeating: "{a: ", count: 200_000),
    String(repeating: "- ", count: 500_000), String(repeating: "? ", count: 500_000),
    String(repeating: "- ? ", count: 100_000) + "a", String(repeating: "[\"]\", ", count: 100_000),
    (0..<1_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    (0..<600).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
  ]) func `nested without end is refused`(_ text: String) {
    let kinds = kinds(text)
    #expect(
      kinds.contains(.tooDeep)
        || kinds.contains(.tooManyNodes(limit: SettingsGuard.greatestBrackets)))
  }

  @Test func `nested as far as the guard lets it through does not run out of stack`() {
    // The closing brackets in quotes hide from the guard how deep this is.
    let open = String(repeating: "[\"]\", ", count: SettingsGuard.greatestBrackets - 1)
    let whole = open + String(repeating: "]", count: SettingsGuard.greatestBrackets - 1)
    #expect(kinds("a: " + whole).contains(.tooDeep))
    #expect(!kinds("a: " + open).isEmpty)
    let indented = (0..<390).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(kinds(indented).contains(.tooDeep))
  }

  @Test func `with many values or many keys twice is read to its end`() {
    let many = "a: [" + String(repeating: "x,", count: 200_000) + "]\n"
    #expect(kinds(many).contains(.tooManyNodes(limit: SettingsFile.greatestCount)))
    let twice = (0..<45).map { "k\($0): 1\nk\($0): 2\n" }.joined()
    #expect(
      kinds(twice).filter { if case .keyTwice = $0 { true } else { false } }.count == 45)
    let more = (0..<200).map { "k\($0): 1\nk\($0): 2\n" }.joined()
    #expect(kinds(more).contains { if case .keyTwice = $0 { true } else { false } })
  }

  @Test(arguments: [
    "\"\": 1\n\"\": 2\n", "? [a]\n: 1\n? [a]\n: 2\n", "'a': 1\n\"a\": 2\na: 3\n",
    "? |\n  a\n: 1\n? |\n  a\n: 2\n", "!!str a: 1\na: 2\n", "\"\\x61\": 1\na: 2\n",
    "a: 1\n? a\n: 2\n", "{a: 1, a: 2, b: {a: 1, a: 2}}\n", "\u{E000}: 1\na: 1\na: 2\n",
  ]) func `with a key twice in any dress is told so`(_ text: String) {
    #expect(kinds(text).contains { if case .keyTwice = $0 { true } else { false } })
  }

  /// A generator that gives the same numbers every time.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  private func expectSound(_ bytes: [UInt8]) {
    guard case .failure(let faults) = folder.load(bytes) else { return }
    #expect(!faults.faults.isEmpty)
    for fault in faults.faults { #expect(fault.line >= 1 && fault.column >= 1) }
    #expect(
      faults.text(.en).split(separator: "\n").last?.hasSuffix("nothing was run") == true)
    #expect(faults.text(.zh).hasSuffix("处错误，未执行任何检核\n"))
  }

  @Test(arguments: 0..<8) func `made of a good one by accident is read or refused`(_ seed: Int) {
    var dice = Dice(state: UInt64(seed))
    let good = Array(`A job without faults`.full.utf8)
    let pieces = [
      ": ", "- ", "[", "]", "{", "}", "\"", "'", "\n", "\t", "&a ", "*a", "!!x ", "|\n", ">\n", "#",
      "? ", "客户", "\u{0}", "---\n", "%", "@", ",", "<<", "\r",
    ]
    for _ in 0..<60 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...6, using: &dice) {
        let place = Int.random(in: 0..<bytes.count, using: &dice)
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &dice)
        case 2:
          bytes.insert(contentsOf: (pieces.randomElement(using: &dice) ?? "").utf8, at: place)
        default:
          let end = min(bytes.count - 1, place + Int.random(in: 1...80, using: &dice))
          if Bool.random(using: &dice) {
            bytes.removeSubrange(place..<end)
          } else {
            bytes.insert(contentsOf: bytes[place..<end], at: place)
          }
        }
      }
      expectSound(bytes)
    }
  }

  @Test(arguments: 0..<4) func `made of the marks of YAML is read or refused`(_ seed: Int) {
    var dice = Dice(state: UInt64(1_000 + seed))
    let pieces = [
      "a", "b: ", ": ", "- ", "? ", "[", "]", "{", "}", ", ", "\n", "\n  ", "\n    ", "\"", "'",
      "&a ", "*a ", "!t ", "|", ">-", "# ", "...\n", "---\n", "%YAML 1.1\n", "~", "1", "中",
      "version: 1\n", "sources:\n  x:\n", "\\", "\t", "<<: ",
    ]
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 1...40, using: &dice)).map { _ in
        pieces.randomElement(using: &dice) ?? ""
      }.joined()
      expectSound(Array(text.utf8))
    }
  }

  @Test(arguments: 0..<2) func `of any bytes is read or refused`(_ seed: Int) {
    var dice = Dice(state: UInt64(2_000 + seed))
    for _ in 0..<300 {
      let count = Int.random(in: 0...60, using: &dice)
      let high = Bool.random(using: &dice)
      expectSound((0..<count).map { _ in UInt8.random(in: 0...(high ? 255 : 127), using: &dice) })
    }
  }
}
