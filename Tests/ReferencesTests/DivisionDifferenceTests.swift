import Records
import References
import TestSupport
import Testing

@Suite struct `The difference of two lists of divisions` {
  var history: DivisionHistory { `The divisions through time`.history }

  private func difference(_ old: Int, _ new: Int) throws -> CodeDifference {
    history.difference(
      from: try #require(history.edition(named: String(old))),
      to: try #require(history.edition(named: String(new))))
  }

  @Test(arguments: [1980, 1981, 1990, 1996, 2010, 2025, 2026])
  func `of a year and itself has only what is unchanged`(year: Int) throws {
    let same = try difference(year, year)
    #expect(same.rows.allSatisfy { $0.relation == .unchanged && $0.oldCode == $0.newCode })
    #expect(same.rows.count == same.oldCount && same.oldCount == same.newCount)
  }

  @Test(arguments: [
    (1980, 1981), (1980, 2026), (1981, 2026), (1983, 1984), (1990, 1995), (1996, 1998),
    (2010, 2020), (2024, 2025), (2025, 2026),
  ]) func `counts every old code once and misses no new one`(old: Int, new: Int) throws {
    let change = try difference(old, new)
    let oldCodes = history.listed(in: old).map { String(history.lives[$0].code) }
    let newCodes = history.listed(in: new).map { String(history.lives[$0].code) }
    #expect(oldCodes.count == change.oldCount && newCodes.count == change.newCount)
    #expect(Set(change.rows.map(\.oldCode)).subtracting([""]) == Set(oldCodes))
    #expect(Set(change.rows.map(\.newCode)).subtracting([""]) == Set(newCodes))
    // Every old code has either successors or a row that says it has none.
    #expect(change.oldCodeCounts.values.reduce(0, +) + change.ended == Set(oldCodes).count)
    #expect(change.targets.one + change.targets.several + change.ended == Set(oldCodes).count)
    #expect(Set(change.rows.map { "\($0.oldCode) \($0.newCode)" }).count == change.rows.count)
    for level in 0..<2 {
      let wanted: Divisions.Level = level == 0 ? .prefecture : .county
      #expect(
        change.sections.map { $0.old[level] }.reduce(0, +)
          == history.listed(in: old).count { history.lives[$0].level == wanted })
      #expect(
        change.sections.map { $0.new[level] }.reduce(0, +)
          == history.listed(in: new).count { history.lives[$0].level == wanted })
    }
  }

  @Test func `ends no division of a list since 1981`() throws {
    for year in [1981, 1985, 1993, 2000, 2015] {
      let change = try difference(year, history.lastYear)
      #expect(change.ended == 0, "\(year)")
    }
  }

  @Test func `holds what happened between 2010 and 2020`() throws {
    let change = try difference(2010, 2020)
    func relations(_ code: String) -> [String: CodeRelation] {
      change.rows.filter { $0.oldCode == code }.reduce(into: [:]) { $0[$1.newCode] = $1.relation }
    }
    #expect(relations("360721") == ["360704": .recoded])
    #expect(relations("360782") == ["360703": .split, "360702": .partial])
    #expect(relations("110103").isEmpty)
    #expect(relations("360000") == ["360000": .unchanged])
    let renamed = change.rows.first { $0.oldCode == "469039" || $0.relation == .renamed }
    #expect(renamed.map { $0.oldCode == $0.newCode && $0.oldName != $0.newName } == true)
    let row = try #require(change.rows.first { $0.oldCode == "360721" })
    #expect(row.note.hasPrefix("2016") && row.isVerified)
  }
}
