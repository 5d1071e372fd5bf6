import Records
import References
import TestSupport
import Testing

@Suite struct `The divisions` {
  static let divisions = try! Divisions(from: Repository.mappings)
  var divisions: Divisions { Self.divisions }

  @Test func `keep every code of the history and know the rest as never there`() throws {
    let history = try ReferenceTable("codes/divisions-history.csv", from: Repository.mappings)
    let code = try history.column("code")
    var known: Set<Int> = []
    for row in 0..<history.count { known.insert(try #require(try history.number(row, code))) }
    #expect(divisions.count == known.count)
    for code in 100_000...999_999 {
      #expect((divisions.row(of: Int32(code)) != nil) == known.contains(code), "\(code)")
    }
  }

  @Test func `call a code current exactly where the list in force has it`() throws {
    let table = try ReferenceTable("codes/divisions.csv", from: Repository.mappings)
    let code = try table.column("code")
    let name = try table.column("name")
    var count = 0
    for row in 0..<table.count {
      let number = Int32(try #require(try table.number(row, code)))
      let found = try #require(divisions.row(of: number))
      #expect(divisions.standing(of: found) == .current)
      #expect(divisions.name(of: found) == table.text(row, name))
      count += 1
    }
    var current = 0
    for code in Int32(100_000)...999_999 {
      guard let row = divisions.row(of: code), divisions.standing(of: row) == .current else {
        continue
      }
      current += 1
    }
    #expect(current == count)
  }

  @Test func `lead every superseded code to divisions in force`() {
    var certain = 0
    for code in Int32(100_000)...999_999 {
      guard let row = divisions.row(of: code), divisions.standing(of: row) == .superseded else {
        continue
      }
      for index in 0..<divisions.successorCount(of: row) {
        let next = divisions.row(of: divisions.successor(of: row, index))
        #expect(next.map { divisions.standing(of: $0) } == .current, "\(code)")
      }
      if divisions.isSuccessionCertain(row) {
        #expect(divisions.successorCount(of: row) == 1, "\(code)")
        certain += 1
      }
    }
    #expect(certain > 2500)
  }

  @Test(arguments: [
    (441_900, true), (442_000, true), (460_400, true), (620_200, true), (360_700, false),
    (110_000, false),
  ]) func `know the cities without counties`(code: Int, isWithout: Bool) {
    #expect(divisions.hasNoCounties(Int32(code)) == isWithout)
  }

  @Test func `write a path from the province down`() {
    var text: [UInt8] = []
    divisions.appendPath(of: 360_702, to: &text)
    #expect(String(decoding: text, as: UTF8.self) == "江西省赣州市章贡区")
    text = []
    divisions.appendPath(of: 110_101, to: &text)
    #expect(String(decoding: text, as: UTF8.self) == "北京市东城区")
  }

  @Test func `find every name in force by its first two characters`() throws {
    let table = try ReferenceTable("codes/divisions.csv", from: Repository.mappings)
    let code = try table.column("code")
    let name = try table.column("name")
    for row in 0..<table.count {
      let bytes = Array(table.text(row, name).utf8)
      let number = try #require(try table.number(row, code))
      let gazetteer = divisions.gazetteer
      let found = gazetteer.candidates(bytes.span, at: 0).contains { entry in
        gazetteer.length(of: entry) == bytes.count && gazetteer.matches(entry, bytes.span, at: 0)
          && gazetteer.meanings(of: entry).contains {
            gazetteer.meaning($0).code == Int32(number)
          }
      }
      #expect(found, "\(number)")
    }
  }
}

@Suite struct `Postcodes and telephone tables` {
  @Test func `give provinces of prefixes`() throws {
    let postcodes = try Postcodes(from: Repository.mappings)
    #expect(postcodes.isPrefix(34, of: 36))
    #expect(postcodes.isPrefix(13, of: 22) && postcodes.isPrefix(13, of: 15))
    #expect(!postcodes.isPrefix(10, of: 36))
    #expect(!postcodes.isPrefixUsed(0) && !postcodes.isPrefixUsed(99))
    #expect(!postcodes.isPrefix(-1, of: 36) && !postcodes.isPrefix(34, of: 100))
    #expect(postcodes.postcode(of: 360_702) == 341_000)
    #expect(postcodes.postcode(of: 999_999) == nil)
  }

  @Test func `let every postcode of the table pass for its own province`() throws {
    let postcodes = try Postcodes(from: Repository.mappings)
    let table = try ReferenceTable("codes/postcodes.csv", from: Repository.mappings)
    let code = try table.column("code")
    let postcode = try table.column("postcode")
    let isMain = try table.column("main")
    let reliability = try table.column("reliability")
    for row in 0..<table.count
    where table.text(row, isMain) == "1" && table.text(row, reliability) != "check" {
      let number = try #require(try table.number(row, postcode))
      let county = try #require(try table.number(row, code))
      #expect(postcodes.isPrefix(number / 10_000, of: county / 10_000), "\(number) \(county)")
    }
  }

  @Test(arguments: [
    (1397, MobilePrefixes.Use.inUse), (1401, .notInUse), (1545, .notInUse), (1610, .possible),
    (1611, .unlisted), (1349, .inUse), (1470, .inUse), (999, .unlisted), (2000, .unlisted),
  ]) func `know what a mobile prefix is used for`(prefix: Int, use: MobilePrefixes.Use) throws {
    #expect(try MobilePrefixes(from: Repository.mappings).use(of: prefix) == use)
  }

  @Test func `give the area code that serves a county`() throws {
    let divisions = try Divisions(from: Repository.mappings)
    let areas = try AreaCodes(from: Repository.mappings)
    #expect(areas.area(serving: 360_702, divisions)?.code == 797)
    #expect(areas.area(serving: 110_101, divisions)?.code == 10)
    #expect(areas.area(serving: 429_004, divisions)?.code == 728)
    // Two codes are in use there.
    #expect(areas.area(serving: 654_000, divisions) == nil)
    #expect(areas.isKnown(797))
    // 0378 went to 0371.
    #expect(!areas.isKnown(378))
  }
}
