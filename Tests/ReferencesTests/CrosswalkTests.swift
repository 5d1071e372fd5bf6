import Records
import References
import TestSupport
import Testing

@Suite struct `A crosswalk` {
  private static func random(
    _ generator: inout SeededGenerator, _ old: Int, _ new: Int
  ) -> Crosswalk {
    let links = (0..<Int.random(in: 0...(old * 3), using: &generator)).map { _ in
      Crosswalk.Link(
        from: .random(in: 0..<old, using: &generator), to: .random(in: 0..<new, using: &generator),
        relation: CodeRelation.allCases.randomElement(using: &generator)!,
        rank: .random(in: 0...3, using: &generator), isVerified: .random(using: &generator))
    }
    return Crosswalk(links, oldCount: old, newCount: new)
  }

  private static func pairs(_ crosswalk: Crosswalk) -> Set<[Int32]> {
    Set(crosswalk.links.map { [$0.from, $0.to] })
  }

  @Test func `composes in any grouping to the same`() {
    var generator = SeededGenerator(seed: 4754)
    for _ in 0..<200 {
      let counts = (0..<4).map { _ in Int.random(in: 1...9, using: &generator) }
      let a = Self.random(&generator, counts[0], counts[1])
      let b = Self.random(&generator, counts[1], counts[2])
      let c = Self.random(&generator, counts[2], counts[3])
      #expect(a.composed(with: b).composed(with: c) == a.composed(with: b.composed(with: c)))
    }
  }

  @Test func `composed leads where its steps lead, and nowhere else`() {
    var generator = SeededGenerator(seed: 2017)
    for _ in 0..<200 {
      let counts = (0..<3).map { _ in Int.random(in: 1...9, using: &generator) }
      let a = Self.random(&generator, counts[0], counts[1])
      let b = Self.random(&generator, counts[1], counts[2])
      var expected: Set<[Int32]> = []
      for first in a.links {
        for second in b.links where first.to == second.from {
          expected.insert([first.from, second.to])
        }
      }
      #expect(Self.pairs(a.composed(with: b)) == expected)
    }
  }

  @Test func `is the same forwards and backwards`() {
    var generator = SeededGenerator(seed: 2011)
    for _ in 0..<200 {
      let (old, new) = (
        Int.random(in: 1...9, using: &generator), Int.random(in: 1...9, using: &generator)
      )
      let crosswalk = Self.random(&generator, old, new)
      let forwards = (0..<old).flatMap { Array(crosswalk.successors(of: $0)) }
      let backwards = (0..<new).flatMap { Array(crosswalk.origins(of: $0)) }
      #expect(forwards == Array(crosswalk.links))
      #expect(Set(forwards) == Set(backwards) && forwards.count == backwards.count)
      for number in 0..<old {
        let ranks = crosswalk.successors(of: number).map(\.rank)
        #expect(ranks == ranks.sorted())
      }
    }
  }

  @Test func `with a step that changes nothing is itself`() {
    var generator = SeededGenerator(seed: 2002)
    let crosswalk = Self.random(&generator, 8, 6)
    func same(_ count: Int) -> Crosswalk {
      Crosswalk(
        (0..<count).map { Crosswalk.Link(from: $0, to: $0, relation: .unchanged) },
        oldCount: count, newCount: count)
    }
    #expect(same(8).composed(with: crosswalk) == crosswalk)
    #expect(crosswalk.composed(with: same(6)) == crosswalk)
  }

  @Test func `keeps the surer of two ways between the same codes`() {
    let first = Crosswalk(
      [
        Crosswalk.Link(from: 0, to: 0, relation: .split),
        Crosswalk.Link(from: 0, to: 1, relation: .split, rank: 2),
      ], oldCount: 1, newCount: 2)
    let second = Crosswalk(
      [
        Crosswalk.Link(from: 0, to: 0, relation: .unchanged),
        Crosswalk.Link(from: 1, to: 0, relation: .merged),
      ], oldCount: 2, newCount: 1)
    let both = Array(first.composed(with: second).links)
    #expect(both == [Crosswalk.Link(from: 0, to: 0, relation: .split, rank: 2)])
  }

  @Test func `of the industries is the same from 2002 to 2019 by three ways`() throws {
    let history = try IndustryHistory(from: Repository.mappings).history
    let steps = history.steps.map(\.crosswalk)
    let direct = history.way(from: 0, to: 3)
    let left = steps[0].composed(with: steps[1]).composed(with: steps[2])
    let right = steps[0].composed(with: steps[1].composed(with: steps[2]))
    #expect(direct == left)
    #expect(direct == right)
    // And the rules look up the same.
    let codes = try IndustryCodes(from: Repository.mappings)
    let (old, new) = (history.parts[0].list, history.parts[3].list)
    for row in 0..<old.count where old.levelNames[old.level(row)] == "class" {
      let place = codes.read(old.code(row).utf8.span).place
      let found = codes.successors(of: place, from: .of2002, to: .of2019)
      #expect(
        found.map { codes.code($0.place).description }
          == direct.successors(of: row).map { new.code(Int($0.to)) })
      #expect(found.map(\.relation) == direct.successors(of: row).map(\.relation))
    }
  }
}
