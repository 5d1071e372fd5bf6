import Records
import TestSupport
import Testing

@testable import Registries

@Suite struct `What explains a difference` {
  private func entry(_ name: String, debit: Int = 0, credit: Int = 0) -> BookExplanation.Entry {
    BookExplanation.Entry(
      figures: BookFigures(debit: Int128(debit), credit: Int128(credit)),
      identity: PackedKey(Array(name.utf8).span))
  }

  private func explain(
    _ excess: BookFigures, _ entries: [BookExplanation.Entry]
  ) -> BookExplanation {
    BookExplanation.explain(excess, by: entries, compared: .movements)
  }

  @Test func `is the smallest set, if there is one alone`() {
    let entries = [
      entry("a", debit: 500), entry("b", credit: 300), entry("c", debit: 200),
      entry("d", debit: 7), entry("e", credit: 11),
    ]
    #expect(explain(BookFigures(debit: 500), entries) == .surplus([0]))
    #expect(explain(BookFigures(debit: 700), entries) == .surplus([0, 2]))
    #expect(explain(BookFigures(debit: 207, credit: 11), entries) == .surplus([2, 3, 4]))
    #expect(explain(BookFigures(debit: 707, credit: 11), entries) == .none)
    #expect(explain(BookFigures(debit: 1), entries) == .none)
  }

  @Test func `is not guessed at where several would do`() {
    let entries = [
      entry("a", debit: 500), entry("b", debit: 500), entry("c", debit: 200),
      entry("d", debit: 300),
    ]
    #expect(explain(BookFigures(debit: 500), entries) == .several(size: 1))
    // 500 + 200 goes both with a and with b.
    #expect(explain(BookFigures(debit: 700), entries) == .several(size: 2))
  }

  @Test func `is the second of two equal entries`() {
    let twice = [entry("a", debit: 500), entry("a", debit: 500), entry("b", debit: 1)]
    #expect(explain(BookFigures(debit: 500), twice) == .surplus([1]))
    #expect(explain(BookFigures(debit: 1000), twice) == .surplus([0, 1]))
  }

  @Test func `can be entries on the wrong side`() {
    let entries = [entry("a", debit: 500), entry("b", credit: 300)]
    #expect(explain(BookFigures(debit: 500, credit: -500), entries) == .wrongSide([0]))
    #expect(explain(BookFigures(debit: -300, credit: 300), entries) == .wrongSide([1]))
    #expect(explain(BookFigures(debit: 200, credit: -200), entries) == .wrongSide([0, 1]))
  }

  @Test func `can be an entry of another line`() {
    let cases = [
      BookExplanation.Case(
        currency: .yuan, excess: BookFigures(debit: 500), entries: [entry("a", debit: 500)]),
      BookExplanation.Case(
        currency: .yuan, excess: BookFigures(debit: -500), entries: [entry("b", debit: 1)]),
      BookExplanation.Case(
        currency: .yuan, excess: BookFigures(debit: -9), entries: []),
    ]
    #expect(
      BookExplanation.explain(cases, compared: .movements)
        == [.surplus([0]), .elsewhere(line: 0, entry: 0), .none])
  }

  @Test func `is looked for within bounds`() {
    let many = (0..<2_000).map { entry("\($0)", debit: 1_000 + $0 * $0) }
    #expect(explain(BookFigures(debit: 3), many) == .tooMany(size: 2))
    #expect(explain(BookFigures(debit: 1_004), many) == .surplus([2]))
  }

  /// Every set of a size that adds up, entries of one name and amount counted once.
  private func slowSets(
    _ entries: [BookExplanation.Entry], _ size: Int, _ target: BookFigures
  ) -> Set<[String]> {
    var sets: Set<[String]> = []
    func choose(_ start: Int, _ left: Int, _ sum: BookFigures, _ chosen: [String]) {
      if left == 0 {
        if sum == target { sets.insert(chosen.sorted()) }
        return
      }
      for place in start..<entries.count {
        choose(
          place + 1, left - 1, sum + entries[place].figures,
          chosen + ["\(entries[place].identity.low) \(entries[place].figures)"])
      }
    }
    choose(0, size, BookFigures(), [])
    return sets
  }

  @Test func `is what trying all sets gives`() {
    var random = SeededGenerator(seed: 21)
    for round in 0..<400 {
      let entries = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        let amount = Int.random(in: -3...12, using: &random)
        let name = "\(Int.random(in: 0..<6, using: &random))"
        return Bool.random(using: &random)
          ? entry(name, debit: amount) : entry(name, credit: amount)
      }
      let target = BookFigures(
        debit: Int128(Int.random(in: -5...20, using: &random)),
        credit: Int128(Int.random(in: -2...6, using: &random)))
      let search = SubsetSearch(
        entries.map { SubsetSearch.Candidate(figures: $0.figures, identity: $0.identity) })
      // Entries of nothing are left out of every set.
      let some = entries.filter { !$0.figures.isZero }
      for size in 1...3 where !target.isZero {
        let slow = slowSets(some, size, target)
        let found = search.sets(of: size, adding: target)
        switch slow.count {
        case 0: #expect(found == .none, "\(round) \(size)")
        case 1:
          guard case .one(let places) = found else {
            Issue.record("\(round) \(size): \(found)")
            continue
          }
          let sum = places.reduce(BookFigures()) { $0 + entries[$1].figures }
          #expect(sum == target && Set(places).count == size, "\(round) \(size)")
        default: #expect(found == .several, "\(round) \(size)")
        }
      }
    }
  }
}
