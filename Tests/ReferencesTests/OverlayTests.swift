import Records
import References
import TestSupport
import Testing

@Suite struct `A bank's table laid over ours` {
  private let table = "codes/lists/gbt2261.1.csv"

  private func overlaid(_ text: String) throws -> ReferenceTable {
    let folder = try ScratchFolder()
    _ = try folder.write(table, Array(text.utf8))
    let mappings = MappingsFolder(path: Repository.mappings.path, overlay: folder.path)
    #expect(mappings.layers(of: table).map(\.isOverlay) == [false, true])
    return try ReferenceTable(table, from: mappings)
  }

  private func rows(_ table: ReferenceTable) throws -> [String: String] {
    let (code, name) = (try table.column("code"), try table.column("name"))
    return Dictionary(
      uniqueKeysWithValues: (0..<table.count).map { (table.text($0, code), table.text($0, name)) })
  }

  @Test func `adds rows, replaces those of the same key, and touches no other`() throws {
    let ours = try ReferenceTable(table, from: Repository.mappings)
    let before = try rows(ours)
    let merged = try overlaid("name,code\n未说明性别,9\n其他,X\n")
    var expected = before
    expected["9"] = "未说明性别"
    expected["X"] = "其他"
    #expect(try rows(merged) == expected)
    #expect(merged.columns.prefix(ours.columns.count) == ours.columns.prefix(ours.columns.count))
    let verified = try merged.column("verified")
    let code = try merged.column("code")
    let added = try #require((0..<merged.count).first { merged.text($0, code) == "X" })
    #expect(merged.text(added, verified) == "bank", "whoever adds a row vouches for it")
    let replaced = try #require((0..<merged.count).first { merged.text($0, code) == "9" })
    #expect(merged.text(replaced, verified) == ours.text(replaced, verified))
  }

  @Test func `ends the validity of a code and leaves its name`() throws {
    let ours = try rows(try ReferenceTable(table, from: Repository.mappings))
    let merged = try overlaid("code,valid_to\n9,2025-12-31\n")
    #expect(try rows(merged) == ours)
    let (code, end) = (try merged.column("code"), try merged.column("valid_to"))
    for row in 0..<merged.count {
      #expect(merged.text(row, end) == (merged.text(row, code) == "9" ? "2025-12-31" : ""))
    }
  }

  @Test(arguments: [
    ("code,nmae\n9,x\n", ReferenceFault.Kind.columnUnknown("nmae", nearest: "name"), 1),
    ("name\nx\n", .columnMissing("code"), 1),
    ("code,name\n9,a\n9,b\n", .duplicate("9"), 3),
    ("code,name\n9\n", .width(expected: 2, found: 1), 2),
  ]) func `is refused with its own place`(_ text: String, _ kind: ReferenceFault.Kind, _ line: Int)
    throws
  {
    let folder = try ScratchFolder()
    _ = try folder.write(table, Array(text.utf8))
    let mappings = MappingsFolder(path: Repository.mappings.path, overlay: folder.path)
    let fault = #expect(throws: ReferenceFault.self) {
      _ = try ReferenceTable(table, from: mappings)
    }
    #expect(fault?.table == folder.path + "/" + table)
    #expect(fault?.kind == kind)
    #expect(fault?.line == line)
  }

  @Test func `may be of a path that ours do not have`() throws {
    let folder = try ScratchFolder()
    _ = try folder.write("codes/lists/our-channels.csv", Array("code,name\n01,柜面\n".utf8))
    let mappings = MappingsFolder(path: Repository.mappings.path, overlay: folder.path)
    let own = try ReferenceTable("codes/lists/our-channels.csv", from: mappings)
    #expect(try rows(own) == ["01": "柜面"])
    #expect(try CodeListCatalogue(mappings).list(named: "our-channels") != nil)
  }

  @Test func `gives another wording to an industry`() throws {
    let folder = try ScratchFolder()
    _ = try folder.write(
      "codes/gbt4754-aliases.csv", Array("code,alias\n3825,光伏设备制造(本行叫法)\n".utf8))
    let mappings = MappingsFolder(path: Repository.mappings.path, overlay: folder.path)
    let name = Array("光伏设备制造（本行叫法）".utf8)
    func place(_ folder: MappingsFolder) throws -> String? {
      let codes = try IndustryCodes(from: folder)
      return codes.place(named: name.span, in: .of2019).map { codes.code($0).description }
    }
    #expect(try place(Repository.mappings) == nil)
    #expect(try place(mappings) == "3825")
  }
}
