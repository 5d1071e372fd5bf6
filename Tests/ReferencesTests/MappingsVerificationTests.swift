import Foundation
import References
import TestSupport
import Testing

/// One way in which a table can be damaged, and what must be said of it.
struct Damage: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let path: String
  /// Beginning of the line that is changed, and the line it becomes; nil takes it out.
  let line: String
  let becomes: String?
  let kind: ReferenceFault.Kind
  /// Where the fault is, when it is not on the changed line: table and beginning of its line.
  var place: (table: String, line: String)?

  init(
    _ name: String, _ path: String, _ line: String, _ becomes: String?,
    _ kind: ReferenceFault.Kind, at place: (table: String, line: String)? = nil
  ) {
    testDescription = name
    self.path = path
    self.line = line
    self.becomes = becomes
    self.kind = kind
    self.place = place
  }

  static let all = [
    Damage(
      "a cell too many", "codes/lists/gbt2261.1.csv", "1,", "1,男,,two_sources,x,y",
      .width(expected: 5, found: 6)),
    Damage(
      "a quote that is not closed", "codes/lists/gbt2261.1.csv", "9,", "9,\"未说明,,two_sources,x",
      .unclosedQuote),
    Damage(
      "text behind a quote", "codes/lists/gbt2261.1.csv", "2,", "2,\"女\"性,,two_sources,x",
      .strayQuote),
    Damage(
      "a code twice", "codes/gbt4754-2017.csv", "0112,", "0111,011,class,小麦种植",
      .duplicate("0111")),
    Damage(
      "a parent that is not there", "codes/gbt4754-2017.csv", "0112,", "0112,019x,class,小麦种植",
      .unknownCode("019x", column: "parent", table: "codes/gbt4754-2017.csv")),
    Damage(
      "parents in a circle", "codes/occupations-1999.csv", "101,",
      "101,10100,2,中国共产党中央委员会和地方各级党组织负责人,no", .cycle(["101", "10100"])),
    Damage(
      "a year that is none", "codes/divisions-history.csv", "110101,",
      "110101,东城区,county,19x1,,regular,110000,北京市,,,1980,,YGWIBNHQ,,",
      .wrongType(column: "valid_from", type: "year")),
    Damage(
      "an end before the beginning", "codes/divisions-history.csv", "110101,",
      "110101,东城区,county,1981,1979,regular,110000,北京市,,,1980,,YGWIBNHQ,,", .validityReversed),
    Damage(
      "a date that no calendar has", "codes/divisions.csv", "110101,",
      "110101,东城区,东城,county,区,110000,北京市,110000,北京市,,dong cheng,2026-02-30",
      .wrongType(column: "as_of", type: "date")),
    Damage(
      "a name that is missing", "codes/lists/gbt2261.1.csv", "1,", "1,,,two_sources,x",
      .empty(column: "name")),
    Damage(
      "a successor that does not exist", "crosswalks/gbt4754-2011-2017.csv", "0112,0112,",
      "0112,9999,unchanged,,official-3",
      .unknownCode("9999", column: "to_code", table: "codes/gbt4754-2017.csv")),
    Damage(
      "an old code that does not exist", "crosswalks/gbt4754-2017-2019.csv", "0112,0112,",
      "9998,0112,unchanged,,measured",
      .unknownCode("9998", column: "from_code", table: "codes/gbt4754-2017.csv")),
    Damage(
      "an old code without a way forward", "crosswalks/gbt4754-2011-2017.csv", "0112,0112,", nil,
      .noWayForward("0112", crosswalk: "crosswalks/gbt4754-2011-2017.csv"),
      at: ("codes/gbt4754-2011.csv", "0112,")),
    Damage(
      "a new code without an origin", "crosswalks/gbt4754-2017-2019.csv", ",9231,", nil,
      .noOrigin("9231", crosswalk: "crosswalks/gbt4754-2017-2019.csv"),
      at: ("codes/gbt4754-2019.csv", "9231,")),
    Damage(
      "a relation that is none", "crosswalks/gbt4754-2011-2017.csv", "0112,0112,",
      "0112,0112,unchangd,,official-3", .badValue(column: "relation")),
    Damage(
      "a division without a way forward", "crosswalks/divisions-current.csv", "110103,", nil,
      .noWayForward("110103", crosswalk: "crosswalks/divisions-current.csv"),
      at: ("codes/divisions-history.csv", "110103,")),
    Damage(
      "a division that is none", "crosswalks/divisions-current.csv", "110103,",
      "110103,崇文区,北京市,1981,2010,regular,110101,东城区,1,exact,990101,successor",
      .unknownCode("990101", column: "current_all", table: "codes/divisions.csv")),
  ]

  func apply(to copy: MappingsCopy) throws {
    try copy.change(path) { text in
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let index = lines.firstIndex { $0.hasPrefix(line) }!
      if let becomes { lines[index] = becomes } else { lines.remove(at: index) }
      text = lines.joined(separator: "\n")
    }
  }

  /// The fault as it must be told of a copy.
  func fault(in copy: MappingsCopy) throws -> ReferenceFault {
    let (table, start) = place ?? (path, line)
    return ReferenceFault(
      table: copy.folder.path + "/" + table, line: try MappingsCopy.line(start, of: table),
      kind: kind)
  }
}

@Suite struct `Verifying the tables` {
  @Test func `finds no fault in ours`() throws {
    let verification = try MappingsVerification(Repository.mappings)
    #expect(verification.faults == [])
    #expect(verification.tables.count > 90)
    #expect(verification.overlaid == 0)
  }

  @Test(arguments: Damage.all) func `finds`(_ damage: Damage) throws {
    let copy = try MappingsCopy()
    try damage.apply(to: copy)
    let faults = try MappingsVerification(copy.mappings).faults
    #expect(faults.contains(try damage.fault(in: copy)), "\(faults)")
    #expect(faults == faults.sorted { ($0.table, $0.line) < ($1.table, $1.line) })
  }

  @Test(arguments: Damage.all) func `refuses before a run`(_ damage: Damage) throws {
    let copy = try MappingsCopy()
    try damage.apply(to: copy)
    let fault = try damage.fault(in: copy)
    let tables = IndustryCodes.tables + Divisions.tables + DivisionHistory.tables + [damage.path]
    let gate = TableGate(tables, in: copy.mappings).faults
    switch damage.kind {
    case .noWayForward, .noOrigin, .badValue:
      if damage.path.contains("divisions") { return }
      // The reference itself refuses them, under the path inside `mappings/`.
      let thrown = #expect(throws: ReferenceFault.self) {
        try IndustryCodes(from: copy.mappings)
      }
      #expect(thrown?.kind == fault.kind)
      #expect(thrown?.line == fault.line)
    case .unknownCode(_, column: "current_all", _): return
    default: #expect(gate.contains(fault), "\(gate)")
    }
  }

  @Test func `finds all of several faults`() throws {
    let copy = try MappingsCopy()
    let several = Damage.all.filter {
      ["a successor that does not exist", "a code twice", "a year that is none"].contains(
        $0.testDescription)
    }
    #expect(several.count == 3)
    for damage in several { try damage.apply(to: copy) }
    let faults = try MappingsVerification(copy.mappings).faults
    for damage in several { #expect(faults.contains(try damage.fault(in: copy))) }
  }

  @Test func `finds another encoding`() throws {
    let copy = try MappingsCopy()
    let path = "codes/lists/gbt2261.1.csv"
    var bytes = Array("code,name,note,verified,source\n2,女,,two_sources,x\n1,".utf8)
    bytes += [0xC4, 0xD0] + Array(",,two_sources,x\n".utf8)
    try copy.write(path, bytes)
    let faults = try MappingsVerification(copy.mappings).faults
    #expect(
      faults == [
        ReferenceFault(table: copy.folder.path + "/" + path, line: 3, kind: .notUTF8)
      ])
  }

  @Test func `finds bytes that are not those recorded`() throws {
    let copy = try MappingsCopy(isRecorded: true)
    #expect(try MappingsVerification(copy.mappings).faults == [])
    let path = "codes/gbt4754-2017.csv"
    try copy.change(path) { $0 = $0.replacing("稻谷种植", with: "稻米种植") }
    let faults = try MappingsVerification(copy.mappings).faults
    let recorded = try String(
      contentsOfFile: Repository.mappings.path + "/datapackage.json", encoding: .utf8)
    let lines = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let fault = try #require(faults.first)
    guard case .digest(recordedOn: let line) = fault.kind else {
      Issue.record("\(faults)")
      return
    }
    #expect(lines[line - 1].contains("sha256:"))
    #expect(fault.table == copy.folder.path + "/" + path)
    #expect(faults.count == 1)
    #expect(TableGate([path], in: copy.mappings).faults == faults)
  }

  @Test func `finds tables too long, missing and not described`() throws {
    let copy = try MappingsCopy(isRecorded: true)
    try copy.change("codes/lists/gbt2261.1.csv") { $0 += "7,另,,two_sources,x\n" }
    try copy.remove("codes/lists/gbt12402.csv")
    _ = try copy.folder.write("codes/lists/ours.csv", Array("code,name\n1,a\n".utf8))
    let faults = try MappingsVerification(copy.mappings).faults
    let folder = copy.folder.path + "/codes/lists/"
    #expect(
      faults.contains(ReferenceFault(table: folder + "gbt12402.csv", line: 0, kind: .missing)))
    #expect(
      faults.contains(ReferenceFault(table: folder + "ours.csv", line: 0, kind: .undescribed)))
    #expect(
      faults.contains {
        if case .size = $0.kind { $0.table == folder + "gbt2261.1.csv" } else { false }
      })
  }

  @Test func `finds the faults of a bank's own tables by their own places`() throws {
    let bank = try ScratchFolder()
    let path = "codes/lists/branches.csv"
    let own = try bank.write(
      path,
      Array("code,name,parent,valid_from\n01,甲,,2020-01-01\n02,乙,03,2020-13-01\n".utf8))
    let laid = try bank.write(
      "codes/lists/gbt2261.1.csv", Array("code,name\n1,男性\n1,男人\n2,女性\n2,女人\n".utf8))
    let folder = MappingsFolder(path: Repository.mappings.path, overlay: bank.path)
    let verification = try MappingsVerification(folder)
    #expect(verification.overlaid == 2)
    #expect(
      verification.faults == [
        ReferenceFault(
          table: own, line: 3, kind: .unknownCode("03", column: "parent", table: path)),
        ReferenceFault(
          table: own, line: 3, kind: .wrongType(column: "valid_from", type: "date")),
        ReferenceFault(table: laid, line: 3, kind: .duplicate("1")),
        ReferenceFault(table: laid, line: 5, kind: .duplicate("2")),
      ])
  }

  @Test func `lets a bank add codes and end them`() throws {
    let bank = try ScratchFolder()
    _ = try bank.write(
      "codes/gbt4754-2019.csv",
      Array("code,parent,level,name,valid_to\n6598,659,class,本行内部类,\n6599,,,,2025-12-31\n".utf8))
    let folder = MappingsFolder(path: Repository.mappings.path, overlay: bank.path)
    #expect(try MappingsVerification(folder).faults == [])
    #expect(TableGate(IndustryCodes.tables, in: folder).faults == [])
    _ = try IndustryCodes(from: folder)
    let history = try IndustryHistory(from: folder)
    #expect(history.lives(of: "6598").count == 1)
  }
}
