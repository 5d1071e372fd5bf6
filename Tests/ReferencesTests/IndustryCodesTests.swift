import Records
import References
import TestSupport
import Testing

@Suite struct `Industry codes` {
  static let codes = Result { try IndustryCodes(from: Repository.mappings) }
  let codes: IndustryCodes

  init() throws { codes = try Self.codes.get() }

  func place(_ code: String) -> Int { codes.read(code.utf8.span).place }
  func find(_ name: String, _ edition: IndustryEdition) -> Int? {
    codes.place(named: name.utf8.span, in: edition)
  }
  func code(_ place: Int) -> String { codes.code(place).description }

  @Test(arguments: [
    (IndustryEdition.of2002, 20, 95, 396, 913), (.of2011, 20, 96, 432, 1094),
    (.of2017, 20, 97, 473, 1381), (.of2019, 20, 97, 473, 1382),
  ])
  func `number as many as the standard says`(
    _ edition: IndustryEdition, _ sections: Int, _ divisions: Int, _ groups: Int, _ classes: Int
  ) {
    var counts: [IndustryCodes.Level: Int] = [:]
    for place in 0..<codes.count where codes[place].editions.contains(edition) {
      counts[codes[place].level, default: 0] += 1
    }
    #expect(counts[.section] == sections)
    #expect(counts[.division] == divisions)
    #expect(counts[.group] == groups)
    #expect(counts[.class] == classes)
  }

  @Test func `are found by every way of writing them`() throws {
    let place = place("3825")
    #expect(place >= 0)
    for text in ["C3825", "c3825", "C 3825", "C-3825", "３８２５", "Ｃ３８２５"] {
      #expect(self.place(text) == place, "\(text)")
    }
    let letter = codes.read("A3825".utf8.span).letter
    #expect(letter == UInt8(ascii: "A"))
    #expect(codes[self.place("C")].level == .section)
    #expect(codes[self.place("C38")].level == .division)
    #expect(codes[self.place("382")].level == .group)
  }

  @Test(arguments: [
    "", "9999", "38", "3", "38255", "3825A", "AB38", "38-25", "Z", "无", "\u{FF01}", "3825 x",
  ])
  func `are not found where there are none`(_ text: String) {
    if text == "38" { #expect(place(text) >= 0) } else { #expect(place(text) == -1) }
  }

  @Test func `have a parent in every edition that holds them, up to the section`() {
    for place in 0..<codes.count {
      for edition in IndustryEdition.allCases where codes[place].editions.contains(edition) {
        var here = place
        var steps = 0
        while let above = codes.parent(here, in: edition) {
          #expect(codes[above].level.rawValue + 1 == codes[here].level.rawValue)
          #expect(codes[above].editions.contains(edition))
          here = above
          steps += 1
        }
        #expect(codes[here].level == .section)
        #expect(steps == Int(codes[place].level.rawValue))
        #expect(codes.section(place, in: edition) == codes.code(here).bytes[0])
      }
    }
  }

  @Test func `lead from every class to successors in every later edition`() {
    for place in 0..<codes.count where codes[place].level == .class {
      for old in IndustryEdition.allCases where codes[place].editions.contains(old) {
        for new in IndustryEdition.allCases where old < new {
          let next = codes.successors(of: place, from: old, to: new)
          #expect(!next.isEmpty, "\(code(place)) \(old) \(new)")
          #expect(Set(next.map(\.place)).count == next.count)
          #expect(next.map(\.rank) == next.map(\.rank).sorted())
          for successor in next {
            #expect(codes[successor.place].level == .class)
            #expect(codes[successor.place].editions.contains(new))
          }
          let isMoved =
            codes[place].editions.contains(new) && !next.contains { $0.place == place }
          #expect(codes[place].moved(in: new).contains(old) == isMoved)
        }
      }
      #expect(codes.successors(of: place, from: .of2019, to: .of2002).isEmpty)
    }
  }

  @Test func `go through several editions as through each in turn`() {
    for place in 0..<codes.count where codes[place].editions.contains(.of2002) {
      let direct = Set(codes.successors(of: place, from: .of2002, to: .of2019).map(\.place))
      let stepwise = Set(
        codes.successors(of: place, from: .of2002, to: .of2011).flatMap { middle in
          codes.successors(of: middle.place, from: .of2011, to: .of2019).map(\.place)
        })
      #expect(direct == stepwise)
    }
  }

  @Test func `that the amendment moved are known to have moved`() throws {
    #expect(codes[place("9231")].moved(in: .of2019) == IndustryEditions(.of2017))
    #expect(codes[place("9232")].moved(in: .of2019) == IndustryEditions(.of2017))
    #expect(codes[place("9231")].moved(in: .of2017).isEmpty)
    let court = codes.successors(of: place("9231"), from: .of2017, to: .of2019)
    #expect(court.map { code($0.place) } == ["9232"])
    #expect(codes.name(place("9231"), in: .of2017) == "人民法院")
    #expect(codes.name(place("9231"), in: .of2019) == "监察委员会")
    #expect(codes.name(place("9231"), in: .of2011) == nil)
  }

  @Test(arguments: [
    ("6510", ["6511", "6512", "6513", "6519"]), ("0519", ["0519", "0182", "0511", "0515"]),
    ("2919", ["2919", "2916"]),
  ])
  func `rank the class that carries on before the others`(_ old: String, _ new: [String]) {
    let next = codes.successors(of: place(old), from: .of2011, to: .of2019)
    #expect(next.map { code($0.place) } == new)
    #expect(next.allSatisfy { $0.relation == .split })
  }

  @Test func `are found by their names`() {
    for edition in IndustryEdition.allCases {
      for place in 0..<codes.count
      where codes[place].level == .class && codes[place].editions.contains(edition) {
        let name = codes.name(place, in: edition) ?? ""
        #expect(find(name, edition) == place)
      }
    }
    #expect(find("药用辅料及包装材料制造", .of2019) == place("2780"))
    #expect(find("软件", .of2019) == nil)
    #expect(find("", .of2019) == nil)
  }

  @Test func `lie under the codes above them`() {
    #expect(codes.classes(under: place("652"), in: .of2019).map(code) == ["6520"])
    #expect(codes.classes(under: place("C"), in: .of2019).count == 609)
    #expect(
      codes.children(of: place("651"), in: .of2019).map(code).sorted() == [
        "6511", "6512", "6513", "6519",
      ])
  }

  @Test func `read any bytes without harm`() {
    var random = `Text as it is compared`.SystemSeed(9)
    for _ in 0..<5000 {
      let bytes = (0..<Int(random.next() % 12)).map { _ in
        UInt8(truncatingIfNeeded: random.next() >> 24)
      }
      let reading = codes.read(bytes.span)
      #expect(reading.place >= -1 && reading.place < codes.count)
    }
  }
}

@Suite struct `Editions of the industry classification` {
  @Test(arguments: [
    ("1999-01-01", IndustryEdition.of2002), ("2011-10-31", .of2002), ("2011-11-01", .of2011),
    ("2017-09-30", .of2011), ("2017-10-01", .of2017), ("2019-03-28", .of2017),
    ("2019-03-29", .of2019), ("2026-10-31", .of2019),
  ])
  func `are in force from their day`(_ day: String, _ edition: IndustryEdition) throws {
    #expect(IndustryEdition.inForce(on: try #require(Day(day))) == edition)
  }

  @Test(arguments: [
    ("2011", IndustryEdition.of2019, "2017"), ("GB/T 4754-2002", .of2011, "GB/T 4754-2011"),
    ("GB/T 4754—2011年版", .of2017, "GB/T 4754—2017年版"), ("2017", .of2019, "2017"),
    ("4754-2011", .of2019, "4754-2017"),
  ])
  func `are written as the record writes them`(
    _ stated: String, _ edition: IndustryEdition, _ renewed: String
  ) {
    let bytes = Array(stated.utf8)
    var text: [UInt8] = []
    edition.append(to: &text, inPlaceOfYearIn: bytes.span)
    #expect(String(decoding: text, as: UTF8.self) == renewed)
  }

  @Test func `are in force as the data package says`() throws {
    let catalogue = try CodeListCatalogue(Repository.mappings)
    for edition in IndustryEdition.allCases {
      let list = try #require(catalogue.lists.first { $0.path == edition.table })
      #expect(list.validity.from == .day(edition.inForceFrom))
      #expect(list.edition == String(decoding: edition.titleBytes, as: UTF8.self))
    }
  }

  @Test(arguments: [
    ("2011", [IndustryEdition.of2011]), ("GB/T 4754-2002", [.of2002]),
    ("2017版", [.of2017, .of2019]),
    ("GB/T 4754-2017/XG1-2019", [.of2019]), ("", []), ("新版", []), ("4754", []), ("20171", []),
    ("2011（原2002）", [.of2011]),
  ])
  func `are read from what a column says`(_ text: String, _ editions: [IndustryEdition]) {
    let expected = editions.reduce(into: IndustryEditions()) { $0.insert(IndustryEditions($1)) }
    let stated = IndustryEditions.stated(in: text.utf8.span)
    #expect(stated == expected)
  }
}

extension IndustryEdition {
  fileprivate var titleBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(title)
    return bytes
  }
}
