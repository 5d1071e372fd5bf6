import Records
import References
import TestSupport
import Testing

@Suite struct `The history of the industries` {
  private static let shared = Result { () throws -> IndustryHistory in
    try IndustryHistory(from: Repository.mappings)
  }
  let history: IndustryHistory

  init() throws { history = try Self.shared.get() }

  private func edition(_ name: String) throws -> CodeEdition {
    try #require(history.edition(named: name))
  }

  @Test func `gives the standard's own figures for 2011 to 2017`() throws {
    let difference = history.difference(from: try edition("2011"), to: try edition("2017"))
    #expect(difference.oldCount == 1094)
    #expect(difference.newCount == 1381)
    #expect(
      difference.pairCounts == [
        .unchanged: 669, .renamed: 33, .recoded: 207, .split: 454, .merged: 11, .partial: 28,
      ])
    #expect(difference.pairs == 1402)
    #expect(difference.targets == (920, 174))
    #expect(difference.oldCodeCounts.values.reduce(0, +) == 1094)
    #expect(difference.added == 0 && difference.ended == 0)
    #expect(difference.remarks.contains { $0.zh.contains("1382") && $0.en.contains("1382") })
  }

  @Test func `counts every section as appendix A does`() throws {
    let difference = history.difference(from: try edition("2011"), to: try edition("2017"))
    #expect(difference.sections.map(\.code).joined() == "ABCDEFGHIJKLMNOPQRST")
    let totals = difference.sections.reduce(into: [[0, 0, 0], [0, 0, 0]]) { sums, section in
      for level in 0..<3 {
        sums[0][level] += section.old[level]
        sums[1][level] += section.new[level]
      }
    }
    #expect(totals == [[96, 432, 1094], [97, 473, 1381]])
    let manufacturing = try #require(difference.sections.first { $0.code == "C" })
    #expect(manufacturing.old == [31, 175, 532])
    #expect(manufacturing.new == [31, 179, 609])
  }

  @Test func `tells the two meanings of 9231 and 9232 apart`() {
    let first = history.lives(of: "9231")
    #expect(first.map(\.root.name) == ["人民法院", "监察委员会"])
    #expect(first[0].root.editions == ["GB/T 4754-2017"])
    #expect(first[0].root.children.map(\.code) == ["9232"])
    #expect(first[0].root.children.map(\.relation) == [.recoded])
    #expect(first[0].origins.map(\.code) == ["9131"])
    #expect(first[1].root.editions == ["GB/T 4754-2017/XG1-2019"])
    #expect(first[1].origins.isEmpty && first[1].root.children.isEmpty)
    #expect(first[1].remarks.contains { $0.zh.contains("新增") })
    let second = history.lives(of: "9232")
    #expect(second.map(\.root.name) == ["人民检察院", "人民法院"])
    #expect(second[0].root.children.map(\.code) == ["9233"])
  }

  @Test(arguments: ["9999", "", "923111", "Z", "九", "C9999"])
  func `has no life for a code of no edition`(_ code: String) {
    #expect(history.lives(of: code).isEmpty)
  }

  @Test func `leads every code of every edition to today's`() {
    let parts = history.history.parts
    let today = parts[parts.count - 1].edition.title
    func ends(_ node: CodeLife.Node) -> [CodeLife.Node] {
      node.children.isEmpty ? [node] : node.children.flatMap { ends($0) }
    }
    var codes: Set<String> = []
    for part in parts { for row in 0..<part.list.count { codes.insert(part.list.code(row)) } }
    for code in codes {
      let lives = history.lives(of: code)
      #expect(!lives.isEmpty, "\(code)")
      for end in lives.flatMap({ ends($0.root) }) {
        #expect(end.editions.last == today || !end.note.zh.isEmpty, "\(code) ends at \(end.code)")
      }
    }
  }

  @Test func `loses no class going forward`() throws {
    let editions = history.editions
    for (first, old) in editions.enumerated() {
      for new in editions.dropFirst(first + 1) {
        let difference = history.difference(from: old, to: new)
        let part = try #require(history.history.parts.first { $0.edition == new })
        let classes = (0..<part.list.count).filter {
          part.list.levelNames[part.list.level($0)] == "class"
        }
        let told = Set(difference.rows.map(\.newCode))
        #expect(told == Set(classes.map { part.list.code($0) }), "\(old.name) to \(new.name)")
        let olds = Set(difference.rows.map(\.oldCode)).subtracting([""])
        #expect(olds.count == difference.oldCount)
      }
    }
  }

  @Test func `reads the groups from the classes in them`() {
    #expect(history.lives(of: "923").map(\.root.name) == ["休闲健身娱乐活动", "人民法院和人民检察院"])
    #expect(history.lives(of: "923")[1].root.children.map(\.relation) == [.renamed])
    #expect(history.lives(of: "C").first?.root.name == "制造业")
    #expect(history.lives(of: "C3825").map(\.root.code) == ["3825"])
  }

  @Test func `finds editions by name and by title`() {
    #expect(history.edition(named: "gb/t4754-2011")?.name == "2011")
    #expect(history.edition(named: "2018") == nil)
    #expect(CodeHistories.named("GBT4754-2017")?.name == "gbt4754")
    #expect(CodeHistories.named("occupations-2022")?.name == "gbt6565")
    #expect(CodeHistories.named("gbt") == nil)
  }
}

@Suite struct `The history of the occupations` {
  let history: OccupationHistory

  init() throws { history = try OccupationHistory(from: Repository.mappings) }

  @Test func `compares by number and name, and says so`() throws {
    let life = try #require(history.lives(of: "20202").first)
    #expect(life.root.children.map(\.code) == ["2-02-02"])
    #expect(life.root.children.map(\.relation) == [.unchanged])
    #expect(life.remarks.contains { $0.zh.contains("没有官方对照") })
  }

  @Test func `never calls a likeness of names alone sure`() throws {
    let (old, new) = (
      try #require(history.edition(named: "1999")), try #require(history.edition(named: "2015"))
    )
    let difference = history.difference(from: old, to: new)
    #expect(difference.pairs > 100)
    #expect(difference.rows.allSatisfy { $0.relation == nil || !$0.isVerified })
    #expect(difference.remarks.contains { $0.en.contains("no official correspondence") })
  }

  @Test func `leads every code to 2022 or says that it found nothing`() {
    let parts = history.history.parts
    func ends(_ node: CodeLife.Node) -> [CodeLife.Node] {
      node.children.isEmpty ? [node] : node.children.flatMap { ends($0) }
    }
    for part in parts {
      for row in 0..<part.list.count {
        for end in history.lives(of: part.list.code(row)).flatMap({ ends($0.root) }) {
          let isToday = end.editions.last == parts[2].edition.title
          #expect(isToday || !end.note.zh.isEmpty, "\(part.list.code(row))")
        }
      }
    }
  }
}
