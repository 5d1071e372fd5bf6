import Foundation
import Testing

@testable import hedui_dev

@Suite struct `CSV tables` {
  @Test(arguments: [
    CSVTable(header: ["a", "b"], rows: []),
    CSVTable(header: ["a", "b"], rows: [["", ""], [" x ", "\t"]]),
    CSVTable(header: ["码", "名,称"], rows: [["1\"2\"", "\"\"\""], ["a\nb", "a\r\nb\r"]]),
    CSVTable(header: ["lone"], rows: [[""], ["x"], [""]]),
    CSVTable(header: ["e\u{301}"], rows: [["𠮷"], ["\u{FEFF}x"]]),
  ])
  func `are read as they were written`(_ table: CSVTable) throws {
    let again = try CSVTable(parsing: table.text.utf8)
    #expect(again == table)
    #expect(again.text.utf8.elementsEqual(table.text.utf8))
  }

  @Test func `quote only what needs it`() {
    let table = CSVTable(header: ["a", "b"], rows: [["x y", "1,2"], ["'", "q\"q"]])
    #expect(table.text == "a,b\nx y,\"1,2\"\n',\"q\"\"q\"\n")
  }

  @Test func `take CRLF, a byte order mark and a last line without its end`() throws {
    let table = try CSVTable(parsing: "\u{FEFF}a,b\r\n1,\"\"\r\n\"x\r\ny\",".utf8)
    #expect(table == CSVTable(header: ["a", "b"], rows: [["1", ""], ["x\r\ny", ""]]))
  }

  @Test(arguments: [
    ("", 1), ("a,b\n1\n", 2), ("a,b\n\"x\ny\",1\n1,2,3\n", 4), ("a\n\"x", 2), ("a\n\"x\"y\n", 2),
    ("a\nx\"y\n", 2),
  ])
  func `name the line of a fault`(_ text: String, _ line: Int) {
    let fault = #expect(throws: CSVTable.Fault.self) { try CSVTable(parsing: text.utf8) }
    #expect(fault?.line == line)
  }

  @Test func `refuse bytes that are not UTF-8`() {
    #expect(throws: CSVTable.Fault.self) { try CSVTable(parsing: [0x61, 0x0A, 0xD6, 0x0A]) }
  }

  @Test func `write out what a cell leaves to the row above`() throws {
    let table = CSVTable(header: ["s"], rows: [["x"], ["same"], ["same; y"], ["z"], ["sames"]])
    let filled = try table.fillingDown("s", mark: "same")
    #expect(filled.rows == [["x"], ["x"], ["x; y"], ["z"], ["sames"]])
  }
}

@Suite struct `GB/T 4754 of 2017 as published` {
  let amendment: IndustryAmendment

  init() throws {
    amendment = try IndustryAmendment(
      CSVTable(
        header: [
          "original_code", "original_name", "amended_code", "amended_name", "change",
        ],
        rows: [
          ["923", "人民法院和人民检察院", "923", "监察委员会、人民法院和人民检察院", "renamed"],
          ["", "", "9231", "监察委员会", "new"],
          ["9231", "人民法院", "9232", "人民法院", "recoded"],
          ["9232", "人民检察院", "9233", "人民检察院", "recoded"],
        ]))
  }

  @Test func `is the amended edition with the amendment taken back`() throws {
    let published = try amendment.published(from: table("codes/gbt4754-2019.csv"))
    #expect(published.rows.count == 1971)
    #expect(try published.selecting("level", "class").rows.count == 1381)
    #expect(try published.selecting("code", "9231").rows == [["9231", "923", "class", "人民法院"]])
    #expect(try published.selecting("code", "9233").rows.isEmpty)
    #expect(try published == table("codes/gbt4754-2017.csv"))
  }

  @Test(arguments: [
    ("gbt4754-2002", [20, 95, 396, 913]), ("gbt4754-2011", [20, 96, 432, 1094]),
    ("gbt4754-2017", [20, 97, 473, 1381]), ("gbt4754-2019", [20, 97, 473, 1382]),
  ])
  func `and the other editions have the official counts`(_ name: String, _ counts: [Int]) throws {
    let edition = try table("codes/\(name).csv")
    let found = try ["section", "division", "group", "class"].map {
      try edition.selecting("level", $0).rows.count
    }
    #expect(found == counts)
  }

  @Test func `leads from every class to the amended edition`() throws {
    let crosswalk = try amendment.crosswalk(from: table("codes/gbt4754-2017.csv"))
    #expect(crosswalk.rows.count == 1382)
    #expect(
      crosswalk.rows.filter { $0[2] == "recoded" }.map { $0[0...1] } == [
        ["9231", "9232"], ["9232", "9233"],
      ])
    #expect(crosswalk.rows.last?.prefix(3) == ["", "9231", "new"])
    #expect(try crosswalk == table("crosswalks/gbt4754-2017-2019.csv"))
  }

  @Test func `takes the amendment's tag off a correspondence`() throws {
    let header = ["from_code", "to_code", "note"]
    let crosswalk = CSVTable(
      header: header,
      rows: [["9131", "9232", "moved;amended-2019:9231>9232"], ["0111", "0111", "renamed"]])
    let published = try amendment.published(fromCorrespondence: crosswalk)
    #expect(published.rows == [["9131", "9231", "moved"], ["0111", "0111", "renamed"]])
    let wrong = CSVTable(header: header, rows: [["9131", "9233", "amended-2019:9231>9232"]])
    #expect(throws: CSVTable.Fault.self) { try amendment.published(fromCorrespondence: wrong) }
  }

  private func table(_ path: String) throws -> CSVTable {
    try CSVTable(parsing: Data(contentsOf: URL(filePath: "mappings/" + path)))
  }
}

@Suite struct `The description of mappings` {
  @Test func `agrees with the tables of the repository`() throws {
    #expect(try DataPackage(folder: URL(filePath: "mappings")).drifts() == [])
  }

  @Test func `has one name and one path a table`() {
    let tables = MappingTable.all
    #expect(Set(tables.map(\.name)).count == tables.count)
    #expect(Set(tables.map(\.path)).count == tables.count)
  }

  @Test func `turns red on a changed byte, another size, a lost and an unknown table`() throws {
    let folder = URL.temporaryDirectory.appending(path: "hedui-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let lists = folder.appending(path: "codes")
    try FileManager.default.createDirectory(at: lists, withIntermediateDirectories: true)
    let tables = ["codes/a.csv", "own.csv"].map {
      MappingTable(
        path: $0, title: "甲", titleEn: "a", columns: MappingTable.Column.list("code! name"),
        primaryKey: ["code"])
    }
    let (made, own) = (lists.appending(path: "a.csv"), folder.appending(path: "own.csv"))
    for file in [made, own] { try Data("code,name\n1,x\n".utf8).write(to: file) }
    let package = DataPackage(folder: folder)
    try package.describe(tables)
    #expect(try package.drifts() == [])

    try Data("code,name\n1,y\n".utf8).write(to: made)
    try Data("code,name\n1,xy\n".utf8).write(to: own)
    try Data("code\n".utf8).write(to: lists.appending(path: "b.csv"))
    let drifts = try package.drifts()
    #expect(
      drifts == [
        .init(path: "codes/a.csv", kind: .digest), .init(path: "codes/b.csv", kind: .undescribed),
        .init(path: "own.csv", kind: .size),
      ])
    #expect(
      drifts.map(\.remedy) == [
        "hedui-dev mappings SOURCE_DIR", "hedui-dev mappings SOURCE_DIR",
        "hedui-dev mappings --describe",
      ])

    try FileManager.default.removeItem(at: made)
    #expect(try package.drifts().first == .init(path: "codes/a.csv", kind: .missing))
  }

  @Test func `writes JSON that other readers read`() throws {
    let json = OrderedJSON.object([
      "z": .string("a\"b\\c\n\u{1}/码"), "a": .array([.integer(-1), .boolean(true)]), "n": nil,
    ])
    #expect(json.text().hasPrefix("{\n  \"z\": "))
    let read = try JSONSerialization.jsonObject(with: Data(json.text().utf8)) as? [String: Any]
    #expect(read?.keys.sorted() == ["a", "z"])
    #expect(read?["z"] as? String == "a\"b\\c\n\u{1}/码")
  }
}
