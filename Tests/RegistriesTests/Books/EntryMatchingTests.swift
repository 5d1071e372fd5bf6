import Records
import TestSupport
import Testing

@testable import Registries

@Suite struct `Register and postings` {
  private func entry(
    _ name: String, _ amount: Int64, day: Int32 = 100, key: String = "", isRegister: Bool,
    account: String = ""
  ) -> BookEntry {
    BookEntry(
      key: PackedKey(Array(key.utf8).span), identity: PackedKey(Array(name.utf8).span),
      account: PackedKey(Array(account.utf8).span), amount: amount, currency: .yuan,
      day: Day(number: day), place: BookPlace(file: 0, line: 1),
      isRegister: isRegister)
  }

  private func open(
    _ entries: [BookEntry], days: Int = 3, many: Bool = true
  ) -> [String] {
    let matching = EntryMatching(days: days, many: many)
    return matching.openRegardingKeys(matching.open(entries))
      .map(name).sorted()
  }

  private func name(_ entry: BookEntry) -> String {
    // A short key has its bytes in the lower word, their number in the highest byte.
    let count = Int(entry.identity.high >> 56)
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: entry.identity.low >> UInt64($0 * 8)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `are matched one to one, one to several and several to one`() {
    #expect(
      open([
        entry("r", 100, key: "K", isRegister: true), entry("p", 100, key: "K", isRegister: false),
      ]).isEmpty)
    let several = [
      entry("r", 100, key: "K", isRegister: true), entry("p", 60, key: "K", isRegister: false),
      entry("q", 40, day: 102, key: "K", isRegister: false),
    ]
    #expect(open(several).isEmpty)
    #expect(open(several, many: false) == ["p", "q", "r"])
    #expect(
      open([
        entry("r", 60, key: "K", isRegister: true), entry("s", 40, key: "K", isRegister: true),
        entry("p", 100, key: "K", isRegister: false),
      ]).isEmpty)
    // A fourth entry under the same key is left.
    #expect(open(several + [entry("x", 7, key: "K", isRegister: false)]) == ["x"])
  }

  @Test func `of different keys, accounts or days do not belong together`() {
    #expect(
      open([
        entry("r", 100, key: "K", isRegister: true), entry("p", 100, key: "L", isRegister: false),
      ]) == ["p", "r"])
    #expect(
      open([
        entry("r", 100, isRegister: true, account: "1"),
        entry("p", 100, isRegister: false, account: "2"),
      ]) == ["p", "r"])
    for (apart, count) in [(3, 0), (4, 2)] as [(Int32, Int)] {
      for sign: Int32 in [1, -1] {
        #expect(
          open([
            entry("r", 100, isRegister: true),
            entry("p", 100, day: 100 + sign * apart, isRegister: false),
          ]).count == count)
      }
    }
  }

  @Test func `without a key belong to whatever has their amount`() {
    #expect(
      open([
        entry("r", 100, key: "K", isRegister: true), entry("p", 100, isRegister: false),
        entry("q", 100, day: 101, isRegister: false),
      ]) == ["q"])
    // Without any key: by amount, then by the only set that adds up.
    #expect(
      open([
        entry("r", 100, isRegister: true), entry("p", 61, isRegister: false),
        entry("q", 39, isRegister: false), entry("s", 5, isRegister: false),
      ]) == ["s"])
    #expect(
      open([
        entry("r", 100, isRegister: true), entry("p", 60, isRegister: false),
        entry("q", 40, isRegister: false), entry("s", 50, isRegister: false),
        entry("t", 50, isRegister: false),
      ]).count == 5)
  }

  @Test func `are as many open in whatever order they come`() {
    var random = SeededGenerator(seed: 31)
    for round in 0..<200 {
      var entries: [BookEntry] = []
      for number in 0..<Int.random(in: 0...30, using: &random) {
        entries.append(
          entry(
            "\(number)", Int64.random(in: -3...9, using: &random),
            day: Int32.random(in: 100...110, using: &random),
            key: ["", "A", "B", "C"].randomElement(using: &random) ?? "",
            isRegister: Bool.random(using: &random)))
      }
      let first = open(entries)
      for _ in 0..<3 {
        #expect(open(entries.shuffled(using: &random)) == first, "\(round)")
      }
      // What is matched adds up: the balance of all is the balance of what is open.
      let names = Set(first)
      let balance = { (entries: [BookEntry]) in
        entries.reduce(0) { $0 + ($1.isRegister ? $1.amount : -$1.amount) }
      }
      #expect(balance(entries) == balance(entries.filter { names.contains(name($0)) }))
    }
  }

  @Test func `are matched the same in parts as all at once`() {
    var random = SeededGenerator(seed: 41)
    let entries = (0..<3_000).map { number in
      entry(
        "\(number)", Int64.random(in: 1...200, using: &random),
        day: Int32.random(in: 100...130, using: &random),
        key: number % 5 == 0 ? "" : "K\(Int.random(in: 0..<400, using: &random))",
        isRegister: Bool.random(using: &random))
    }
    let matching = EntryMatching(days: 3, many: true)
    let whole = matching.openRegardingKeys(matching.open(entries))
    for count: UInt64 in [2, 7] {
      var left: [BookEntry] = []
      for part in 0..<count {
        left += matching.open(entries.filter { $0.partition % count == part })
      }
      #expect(matching.openRegardingKeys(left) == whole)
    }
    #expect(whole.count > 100 && whole.count < 3_000)
  }
}
