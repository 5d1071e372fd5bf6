import Records
import References
import TestSupport
import Testing

@Suite struct `The divisions through time` {
  static let history = try! DivisionHistory(from: Repository.mappings)
  var history: DivisionHistory { Self.history }

  /// One life of every code and name of the table, with the row it stands on.
  private func rows() throws -> (table: ReferenceTable, column: (String) throws -> Int) {
    let table = try ReferenceTable("codes/divisions-history.csv", from: Repository.mappings)
    return (table, { try table.column($0) })
  }

  @Test func `name a code in every year of its validity as the history does`() throws {
    let (table, column) = try rows()
    let (code, name, kind) = (try column("code"), try column("name"), try column("kind"))
    let (from, to) = (try column("valid_from"), try column("valid_to"))
    var named = 0
    for row in 0..<table.count {
      guard let first = try table.number(row, from) else { continue }
      let number = Int32(try #require(try table.number(row, code)))
      let last = try table.number(row, to) ?? history.lastYear
      let names = Set(
        history.lives(of: number).filter { history.lives[$0].hasYears }.map { history.name(of: $0) }
      )
      #expect(names.contains(table.text(row, name)))
      for year in first...last {
        let life = try #require(history.life(of: number, in: year), "\(number) \(year)")
        #expect(history.lives[life].contains(year))
        // In the list of the end of the year a division has exactly its name.
        if table.text(row, kind) == "regular", year < last || last == history.lastYear {
          #expect(history.name(of: life) == table.text(row, name), "\(number) \(year)")
        }
        named += 1
      }
    }
    #expect(named > 100_000)
  }

  @Test func `stand below a division of the same years`() {
    for life in history.lives.indices {
      let row = history.lives[life]
      guard row.kind == .regular, row.level != .province else { continue }
      for year in Int(row.first)...(row.last.map { $0 - 1 } ?? history.lastYear) {
        guard let above = history.parent(of: life, in: year) else {
          Issue.record("\(row.code) \(year)")
          break
        }
        let parent = history.lives[above]
        #expect(parent.kind == .regular && parent.level.rawValue < row.level.rawValue)
        #expect(parent.code / 10_000 == row.code / 10_000, "\(row.code) \(year)")
      }
    }
  }

  @Test func `lead every code of every year to divisions in force or to a stated end`() {
    for life in history.lives.indices {
      let row = history.lives[life]
      switch history.present(of: life) {
      case .one(let way):
        #expect(history.isListed(way.end, in: history.lastYear))
      case .several(let ways):
        #expect(ways.count > 1 && Set(ways.map(\.end)).count == ways.count)
        #expect(ways.allSatisfy { history.isListed($0.end, in: history.lastYear) })
      case .none(let reason):
        #expect(row.kind != .regular, "\(row.code)")
        #expect(!reason.text.zh.isEmpty && !reason.text.en.isEmpty)
      }
    }
  }

  @Test func `go forward in time, step by step and in no circle`() {
    for life in history.lives.indices {
      for way in history.ways(from: life) {
        var here = life
        var seen: Set<Int> = [life]
        var year = 0
        for step in way.steps {
          let row = history.steps[step]
          #expect(Int(row.from) == here && row.scope != .territory)
          here = Int(row.to)
          #expect(seen.insert(here).inserted, "\(history.lives[life].code)")
          if row.kind == .otherNumber { continue }
          #expect(Int(row.year) >= year)
          year = Int(row.year)
        }
        #expect(here == way.end)
      }
      #expect(!history.ancestors(of: life).contains(life))
    }
  }

  @Test func `find the start again when they go back from the end`() {
    for life in history.lives.indices {
      for end in history.ways(from: life).map(\.end) where end != life {
        #expect(history.ancestors(of: end).contains(life), "\(history.lives[life].code)")
      }
    }
  }

  @Test func `keep the territory of a year: from its list the ways reach its heirs`() {
    var random = SeededGenerator(seed: 2260)
    for _ in 0..<40 {
      let first = Int.random(in: 1981...history.lastYear, using: &random)
      let middle = Int.random(in: first...history.lastYear, using: &random)
      for life in history.listed(in: first) {
        let direct = Set(history.ways(from: life).map(\.end))
        let between = history.ways(from: life, to: middle).map(\.end)
        #expect(!between.isEmpty)
        let composed = Set(between.flatMap { history.ways(from: $0).map(\.end) })
        #expect(direct == composed, "\(history.lives[life].code) \(first) \(middle)")
      }
    }
  }

  /// Where the step-by-step way and `divisions-current.csv` differ, with the reason. All are
  /// numbers of single lists, followed by way of their namesake in the same city; the table
  /// compared names of the whole province, or codes that were used twice.
  private static let exceptions: [String: String] = [
    "132202 桥东区": "of 邢台, later 130502; the table has the later 沙河市 with the code 132202",
    "132405 郊区": "of 保定, later 130605; the table has one of the two districts that got it",
    "132902 新华区": "of 沧州, later 130902; the table has the later 泊头市 with the code 132902",
    "132904 郊区": "of 沧州, later 130904; the table has the later 黄骅市 with the code 132904",
    "222601 四平市": "the table has none; the city was divided into districts in 1983",
    "222602 辽源市": "the table has none; the city was divided into districts in 1983",
    "332801 丽水市": "the table has none; the city 332501 became 莲都区 in 2000",
    "412203 新华区": "of 新乡, later 410703; the table has one of the districts that got it",
    "412211 郊区": "of 新乡, later 410711; the table has one of the districts that got it",
    "412411 郊区": "the table has none; of 开封, later 410211",
    "430727 慈利县": "the table has none; the county of 1988 is 430821",
    "449005 云浮市": "the county-level city became 云城区; the table has the later prefecture",
    "517000 涪陵市": "the prefecture went to 重庆市; the table has the district 涪陵区",
    "610401 咸阳市": "the county-level city became 秦都区; the table has the prefecture",
  ]

  @Test func `agree with the table of present codes`() throws {
    let table = try ReferenceTable("crosswalks/divisions-current.csv", from: Repository.mappings)
    let (code, name) = (try table.column("old_code"), try table.column("old_name"))
    let (from, all) = (try table.column("valid_from"), try table.column("current_all"))
    let (primary, kind) = (try table.column("current_code"), try table.column("kind"))
    var differing: Set<String> = []
    for row in 0..<table.count {
      let number = Int32(try #require(try table.number(row, code)))
      let first = try table.number(row, from) ?? 0
      let isRegular = table.text(row, kind) == "regular"
      let life = try #require(
        history.lives(of: number).first {
          history.name(of: $0) == table.text(row, name) && Int(history.lives[$0].first) == first
            && (history.lives[$0].kind == .regular) == isRegular
        })
      let ends = history.ways(from: life).map { String(history.lives[$0.end].code) }
      let expected = table.text(row, all).split(separator: ";").map(String.init)
      if Set(ends) != Set(expected) {
        differing.insert("\(number) \(table.text(row, name))")
        #expect(!isRegular, "\(number)")
      } else if isRegular {
        #expect(ends.first == table.text(row, primary), "\(number)")
      }
    }
    #expect(differing == Set(Self.exceptions.keys))
  }

  @Test func `carry on what the rules' table of codes says`() {
    let divisions = try! Divisions(from: Repository.mappings)
    for life in history.lives.indices where history.lives[life].kind == .regular {
      let code = history.lives[life].code
      guard let row = divisions.row(of: code), divisions.standing(of: row) == .superseded else {
        continue
      }
      let successors = (0..<divisions.successorCount(of: row)).map {
        divisions.successor(of: row, $0)
      }
      let ends = history.present(ofCode: code)?.ways.map { history.lives[$0.end].code } ?? []
      #expect(Set(ends) == Set(successors), "\(code)")
    }
  }

  @Test func `tell the way of 南康`() throws {
    let life = try #require(history.life(of: 362_122, in: 1990))
    let way = try #require(history.ways(from: life).first)
    #expect(
      way.steps.map { history.lives[Int(history.steps[$0].to)].code } == [
        362_103, 360_782, 360_703,
      ]
    )
    #expect(way.steps.map { history.steps[$0].year } == [1995, 1998, 2013])
    #expect(way.steps.map { history.steps[$0].kind } == [.upgrade, .recode, .split])
    #expect(history.document(of: way.steps[2]) == "国函〔2013〕114号")
    #expect(history.steps[way.steps[2]].day == Day("2013-10-18"))
    var path: [UInt8] = []
    history.appendPath(of: life, in: 1990, to: &path)
    #expect(String(decoding: path, as: UTF8.self) == "江西省赣州地区南康县")
  }

  @Test(arguments: [
    // Code, year, today's codes, the likeliest first.
    (360_782, 2010, [360_703, 360_702]), (512_200, 1990, [500_000]), (419_001, 1988, [411_281]),
    (419_001, 2000, [419_001]), (500_105, 2020, [500_157]), (110_103, 2000, [110_101]),
    (441_900, 2000, [441_900]), (659_013, 2026, [659_013]), (429_004, 2000, [429_004]),
    (130_171, 2019, []), (232_704, 2000, []),
    // 桥东区 of 邢台, not of another city, nor 沙河市 that had the code later.
    (132_202, 1981, [130_502]), (132_202, 1990, [130_582]),
  ]) func `know what stands there today`(code: Int, year: Int, today: [Int]) throws {
    let present = try #require(history.present(ofCode: Int32(code), in: year))
    #expect(present.ways.map { Int(history.lives[$0.end].code) } == today)
  }

  @Test func `give no prefecture to what lies directly below a province`() throws {
    for code in [429_004, 419_001, 469_001, 659_001, 659_013] as [Int32] {
      let life = try #require(history.life(of: code, in: history.lastYear))
      let above = try #require(history.parent(of: life, in: history.lastYear))
      #expect(history.lives[above].level == .province)
      let told = try #require(history.lives(of: String(code)).last)
      #expect(told.remarks.contains { $0.zh.contains("没有地级上级") })
    }
  }

  @Test func `say of zones and summaries that they are no divisions`() throws {
    #expect(history.present(ofCode: 130_171) == .some(.none(.statisticsZone)))
    #expect(history.present(ofCode: 830_000) == .some(.none(.permit)))
    #expect(history.present(ofCode: 999_999) == nil)
    let summary = try #require(history.lives(of: "360701").first)
    #expect(summary.root.children.map(\.code) == ["360700"])
    #expect(summary.remarks.contains { $0.zh.contains("不是行政区划") })
    let zone = try #require(history.lives(of: "130171").first)
    #expect(zone.root.children.isEmpty && zone.remarks.contains { $0.zh.contains("不是行政区划") })
  }

  @Test func `know both numbers that the lists of 1990 to 1995 give a city`() throws {
    // 三河市: 131082 in the standard, 139012 in the ministry's lists.
    let variant = try #require(
      history.life(of: 139_012, in: 1994) ?? history.life(of: 139_012, in: 1993))
    let way = try #require(history.ways(from: variant).first)
    #expect(history.steps[way.steps[0]].kind == .otherNumber)
    #expect(history.lives[way.end].code == 131_082)
    let told = history.lives(of: "131082")
    #expect(told.contains { $0.remarks.contains { $0.zh.contains("1390") } })
  }

  @Test func `decide the year of a change by the day of approval`() throws {
    let before = try #require(history.life(of: 420_600, on: Day("2010-11-01")!))
    let after = try #require(history.life(of: 420_600, on: Day("2010-12-20")!))
    #expect(history.name(of: before) == "襄樊市" && history.name(of: after) == "襄阳市")
    #expect(history.life(of: 360_782, on: Day("2013-12-31")!) != nil)
    #expect(history.life(of: 360_782, on: Day("2014-01-01")!) == nil)
  }

  @Test func `look up without knowing a code`() {
    for code in [-1, 0, 99_999, 123_456, 999_999, Int32.max] {
      #expect(history.lives(of: code).isEmpty)
      #expect(history.life(of: code, in: 2000) == nil)
    }
    for text in ["", "36078", "3607822", "赣州", "36078x", "-36078", "+36078", "０６０７８２"] {
      #expect(history.lives(of: text).isEmpty)
    }
    #expect(history.nearestCode(to: "36078x") != nil)
    for year in ["1979", "2027", "10", "", "x", "+201"] {
      #expect(history.edition(named: year) == nil)
    }
  }
}
