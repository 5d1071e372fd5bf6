import Records
import References
import TestSupport
import Testing

@Suite struct `A code list` {
  private static let package = Result { () throws -> TablePackage in
    try TablePackage(from: Repository.mappings)
  }

  private func list(_ path: String) throws -> CodeList {
    let package = try Self.package.get()
    return try CodeList(path, from: Repository.mappings, describedBy: package.table(at: path))
  }

  private func list(text: String) throws -> CodeList {
    try CodeList(ReferenceTable("codes/x.csv", bytes: Array(text.utf8)), describedBy: nil)
  }

  static let paths: [String] =
    (try? CodeListCatalogue(Repository.mappings).lists.map(\.path).filter {
      // Sizes and age limits have no codes.
      !$0.contains("enterprise-size") && !$0.contains("age-limits")
    }) ?? []

  @Test(arguments: paths) func `hits every code and every name that is the only one`(
    _ path: String
  ) throws {
    let list = try list(path)
    #expect(list.count > 0)
    var byName: [UInt64: Set<String>] = [:]
    for row in 0..<list.count {
      byName[FoldedText.hash(list.name(row).utf8.span), default: []].insert(list.code(row))
    }
    for row in 0..<list.count {
      let code = list.code(row)
      var found = list.row(of: code.utf8.span)
      var rows: [Int] = []
      while let here = found {
        rows.append(here)
        found = list.row(after: here)
      }
      #expect(rows.contains(row), "\(path) \(code)")
      #expect(rows.allSatisfy { list.code($0) == code })
      let name = list.name(row)
      let bearers = byName[FoldedText.hash(name.utf8.span)] ?? []
      let hit = list.row(named: name.utf8.span)
      if name.isEmpty || bearers.count > 1 {
        #expect(hit == nil, "\(path) \(name)")
      } else {
        #expect(hit.map { list.code($0) } == code, "\(path) \(name)")
      }
      #expect(list.row(of: (code + "?").utf8.span) == nil)
    }
  }

  @Test func `has parents and children that agree, level by level`() throws {
    for edition in IndustryEdition.allCases {
      let list = try list(edition.table)
      #expect(list.levelNames == ["section", "division", "group", "class"])
      for row in 0..<list.count {
        if let parent = list.parent(row) {
          #expect(list.level(parent) + 1 == list.level(row))
          #expect(list.children(parent).contains(Int32(row)))
        } else {
          #expect(list.level(row) == 0)
        }
        for child in list.children(row) { #expect(list.parent(Int(child)) == row) }
        #expect(list.level(list.top(row)) == 0)
      }
    }
  }

  @Test func `tells a name of one level from that of another`() throws {
    let list = try list("codes/gbt4754-2019.csv")
    let name = "稻谷种植".utf8.span
    #expect(list.row(named: name).map { list.code($0) } == "0111")
    let group = "软件开发".utf8.span
    #expect(list.row(named: group).map { list.code($0) } == "651")
    // The group 266 and no class bears a name; 652 and 6520 share one.
    let shared = "集成电路设计".utf8.span
    #expect(list.row(named: shared) == nil)
    #expect(list.row(named: shared, level: 2).map { list.code($0) } == "652")
    #expect(list.row(named: shared, level: 3).map { list.code($0) } == "6520")
  }

  @Test func `knows another wording of a name`() throws {
    let package = try Self.package.get()
    let path = "codes/gbt4754-2019.csv"
    let list = try CodeList(
      path, from: Repository.mappings, describedBy: package.table(at: path),
      aliases: [("2780", "药用辅料及包装材料 (另称)")])
    #expect(list.row(named: "药用辅料及包装材料（另称）".utf8.span).map { list.code($0) } == "2780")
  }

  @Test func `keeps a code that stood for several things apart by its time`() throws {
    let list = try list(
      text: """
        code,name,valid_from,valid_to
        1,甲,1990,1999
        1,乙,1999,2010
        2,丙,2001-03-01,
        1,丁,2012,

        """)
    func name(_ code: String, _ day: String) throws -> String? {
      list.row(of: code.utf8.span, at: try #require(Day(day))).map { list.name($0) }
    }
    #expect(try name("1", "1989-12-31") == nil)
    #expect(try name("1", "1990-01-01") == "甲")
    #expect(try name("1", "1999-06-01") == "乙", "of two that touch the newer one")
    #expect(try name("1", "2011-01-01") == nil)
    #expect(try name("1", "2026-01-01") == "丁")
    #expect(try name("2", "2001-02-28") == nil)
    #expect(try name("2", "2001-03-01") == "丙")
  }

  @Test func `marks the rows that are not sure`() throws {
    let list = try list("codes/lists/gbt4658.csv")
    let doubtful = (0..<list.count).filter { !list.isVerified($0) }.map { list.code($0) }
    #expect(doubtful.count == 2)
    #expect(try self.list("codes/gbt4754-2019.csv").isVerified(0))
  }

  @Test(arguments: [
    ("yes", true), ("two_sources", true), ("one_source", true), ("official-3", true),
    ("codes two_sources; Chinese name from CLDR", true), ("", true), ("no", false),
    ("no (memory)", false), ("name yes; treated as unclear: no", false), ("conflict", false),
    ("name_differs", false), ("ambiguous", false), ("notable", true),
  ]) func `reads a mark`(_ mark: String, _ isVerified: Bool) {
    #expect(Mark.isVerified(mark.utf8.span) == isVerified)
  }

  @Test(arguments: [
    ("name\n甲\n", 1, ReferenceFault.Kind.columnMissing("code")),
    ("code,name\n1,甲\n1,乙\n", 3, .duplicate("1")),
    (
      "code,name,parent\n1,甲,\n2,乙,3\n", 3,
      .unknownCode("3", column: "parent", table: "codes/x.csv")
    ),
    ("code,name,parent\n1,甲,2\n2,乙,1\n", 2, .cycle(["1", "2"])),
    ("code,name,parent\n1,甲,1\n", 2, .cycle(["1"])),
    (
      "code,name,valid_from,valid_to\n1,甲,2001-02-29,\n", 2,
      .wrongType(column: "valid_from", type: "date")
    ),
    ("code,name,valid_from,valid_to\n1,甲,2001,2000\n", 2, .validityReversed),
    ("code,name\n1,甲\n2\n", 3, .width(expected: 2, found: 1)),
  ]) func `is refused with its line`(_ text: String, _ line: Int, _ kind: ReferenceFault.Kind) {
    let fault = #expect(throws: ReferenceFault.self) { try list(text: text) }
    #expect(fault == ReferenceFault(table: "codes/x.csv", line: line, kind: kind))
  }
}
