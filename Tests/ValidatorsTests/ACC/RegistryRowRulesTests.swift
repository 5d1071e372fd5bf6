import Findings
import Records
import TestSupport
import Testing
import Validators

@Suite struct `Every rule on rows of a registry` {
  struct Case: Sendable, CustomTestStringConvertible {
    let type: any RegistryValidator.Type
    let example: GroupExample
    var testDescription: String { "\(type.rule.id) line \(example.line)" }
  }
  static let cases = Catalogue.registryValidators.flatMap { type in
    type.rule.groups.map { Case(type: type, example: $0) }
  }

  @Test(arguments: cases) func `keeps its examples however the records are split`(_ c: Case) {
    expectHolds(c.example, c.type)
  }

  @Test func `has three examples that fail and three that pass`() {
    for type in Catalogue.registryValidators {
      #expect(type.rule.groups.count { !$0.failing.isEmpty } >= 3, "\(type.rule.id)")
      #expect(type.rule.groups.count { $0.failing.isEmpty } >= 3, "\(type.rule.id)")
    }
  }

  @Test func `finds the same rows for any split of two thousand accounts`() {
    var random = SeededGenerator(seed: 11)
    func account(_ number: Int) -> [DataElement: String] {
      [
        .accountNumber: "A\(number)", .accountStatus: "normal", .accountNature: "jiben",
        .branch: "B\(number % 7)",
      ]
    }
    let rows = (0..<3000).map { account($0) }.shuffled(using: &random)
    let own = (0..<2000).filter { _ in Int.random(in: 0..<10, using: &random) > 0 }
    let known = Set(own.map { "A\($0)" })
    let expected = rows.indices.filter { !known.contains(rows[$0][.accountNumber] ?? "") }
    for cores in [1, 2, 5, 16] {
      let found = rowsFailing(
        AccountOnlyInRegistry.self, rows, against: own.map { account($0) }, cores: cores,
        seed: UInt64(cores))
      #expect(found == expected, "\(cores) cores")
    }
  }

  @Test func `says nothing where as many accounts as are missing could not be read`() {
    func account(_ number: Int) -> [DataElement: String] {
      [.accountNumber: "A\(number)", .accountStatus: "normal", .accountNature: "jiben"]
    }
    let rows = (0..<10).map { account($0) }
    let own = (0..<7).map { account($0) }
    for (unread, failing) in [(0, [7, 8, 9]), (2, [7, 8, 9]), (3, []), (100, [])] {
      let found = rowsFailing(
        AccountOnlyInRegistry.self, rows, against: own, cores: 2, seed: 1, unread: unread)
      #expect(found == failing, "\(unread) unread")
    }
  }

  @Test func `remembers seen rows in any order and grouping`() {
    var random = SeededGenerator(seed: 5)
    let parts = (0..<6).map { _ in
      var part = SeenRows(rows: 200)
      for _ in 0..<40 { part.insert(Int.random(in: 0..<200, using: &random)) }
      return part
    }
    expectMergeable(parts, empty: SeenRows(rows: 200))
  }
}
