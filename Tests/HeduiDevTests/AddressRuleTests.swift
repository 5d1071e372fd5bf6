import Addresses
import Findings
import Records
import References
import TestSupport
import Testing

@testable import Validators
@testable import hedui_dev

/// What rules decide by a short look, held against reading the address in full.
@Suite struct `A short look at an address` {
  let gazetteer: AddressGazetteer
  let parser: AddressParser
  let cases: [[UInt8]]

  init() throws {
    gazetteer = try AddressGazetteer(from: Repository.mappings)
    parser = AddressParser(gazetteer)
    let generator = try AddressGenerator(Repository.mappings, gazetteer.divisions)
    cases =
      try AddressCase.read(Repository.root + "/Tests/AddressesTests/Fixtures/addresses.tsv")
      .map(\.text) + generator.cases(6000, seed: 31, heldOut: false).map(\.text)
  }

  @Test func `knows a township where reading in full finds it`() {
    var known = 0
    for text in cases {
      let head = AddressHead(text.span, gazetteer.divisions)
      guard head.isCountyCertain, !head.marks.contains(.past) else { continue }
      let standing = gazetteer.standing(of: text.span, from: head.end, in: head.county)
      let address = parser.parse(text.span)
      if standing == .known {
        known += 1
        let isFound = address.township != 0 || address.marks.contains(.townshipOther)
        #expect(isFound, "\(String(decoding: text, as: UTF8.self))")
        #expect(address.county == head.county, "\(String(decoding: text, as: UTF8.self))")
      }
    }
    #expect(known > 1500)
  }

  @Test func `finds no door where reading in full finds none`() {
    var named = 0
    for text in cases {
      let head = AddressHead(text.span, gazetteer.divisions)
      guard head.isCountyCertain, AddressDoor.isNamed(in: text.span, from: head.end) else {
        continue
      }
      named += 1
      let summary = AddressSummary(parser.parse(text.span))
      #expect(
        summary.namesDoor || summary.has(.hamlet), "\(String(decoding: text, as: UTF8.self))")
    }
    #expect(named > 2000)
  }

  /// Every township of the tables is known in its county, so that none is called unknown.
  @Test func `calls no township of the tables unknown`() throws {
    let table = try ReferenceTable("codes/townships.csv", from: Repository.mappings)
    let (name, county) = (try table.column("name"), try table.column("county_code"))
    let validator = TownshipUnknownInCounty(.sample())
    var failed: [String] = []
    var passed = 0
    for row in stride(from: 0, to: table.count, by: 7) {
      guard let code = try table.number(row, county), code % 100 != 0 else { continue }
      var path: [UInt8] = []
      gazetteer.divisions.appendPath(of: Int32(code), to: &path)
      let text = String(decoding: path, as: UTF8.self) + table.text(row, name) + "建设路5号"
      let batch = RecordBatch(party: .person, records: [[.address: text]])
      var facts = Facts()
      switch validator.check(batch[0], &facts) {
      case .failed: failed.append(text)
      case .passed: passed += 1
      default: break
      }
    }
    #expect(failed.isEmpty, "\(failed.count): \(failed.prefix(20))")
    #expect(passed > 4000)
  }

  @Test func `tells area codes that cities share, gave up or never had`() throws {
    let areas = try AreaCodes(from: Repository.mappings)
    let divisions = gazetteer.divisions
    var served = 0
    for row in 0..<divisions.count where divisions.standing(of: row) == .current {
      let code = divisions.code(of: row)
      guard let area = areas.area(serving: code, divisions) else { continue }
      served += 1
      #expect(areas.fit(Int(area.code), code, divisions) == .serves, "\(code)")
      if code / 10_000 != 11, code < 710_000 {
        #expect(areas.fit(10, code, divisions) != .serves, "\(code)")
      }
    }
    #expect(served > 2500)
    for region in [210_100, 210_400, 210_502, 211_200] {
      #expect(areas.fit(24, Int32(region), divisions) == .serves)
    }
    #expect(areas.fit(413, 210_402, divisions) == .serves)
    #expect(areas.fit(755, 360_702, divisions) == .elsewhere)
    #expect(areas.fit(10, 659_010, divisions) == .unclear)
  }
}
