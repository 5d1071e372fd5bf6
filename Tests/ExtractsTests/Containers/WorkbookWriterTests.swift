import Extracts
import Foundation
import Records
import Testing

@testable import Worklists

@Suite final class `A workbook being written` {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "workbooks-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func writer(_ name: String = "book.xlsx") throws -> WorkbookWriter {
    try WorkbookWriter(
      creating: folder + "/" + name,
      properties: .init(title: "整改清单 <1>", author: "hedui", created: 1_700_000_000))
  }

  func part(_ name: String, of path: String) throws -> String {
    let zip = try ZipContainer(path: path)
    return String(decoding: try zip.contents(of: name, limit: 1 << 24), as: UTF8.self)
  }

  /// All cells of a sheet as kind and text.
  func rows(_ path: String, sheet: Int = 0) throws -> [[String]] {
    let reader = try WorkbookReader(path: path)
    try reader.open(sheet: sheet)
    var row = WorkbookRow()
    var rows: [[String]] = []
    while try reader.nextRow(into: &row) {
      rows.append(row.cells.indices.map { "\(row.kind($0)):\(row.text($0))" })
    }
    return rows
  }

  /// A workbook with everything in it.
  func everything(_ name: String) throws -> String {
    let writer = try writer(name)
    let sheet = try writer.addSheet("清单")
    let lists = try writer.addSheet("Lists", hidden: true)
    try sheet.setWidth(12, columns: 0...3, style: .text)
    try sheet.setWidth(8, columns: 4...4, hidden: true)
    try sheet.write(title: "某支行整改清单", row: 0, columns: 0...3)
    try sheet.setHeight(30, row: 1)
    for column in 0..<4 { try sheet.write("列\(column)", row: 1, column: column, style: .header) }
    for row in 2..<6 {
      try sheet.write("A\(row)", row: row, column: 0, style: .text)
      try sheet.write(number: 1234.5, row: row, column: 1, style: .amount)
      try sheet.write(day: Day("2024-01-05")!, row: row, column: 2)
      try sheet.writeBlank(row: row, column: 3, style: .answer)
    }
    for (row, word) in ["已核实", "it's, \"so\""].enumerated() {
      try lists.write(word, row: row, column: 27)
    }
    try sheet.freeze(rows: 2, columns: 1)
    try sheet.addFilter(rows: 1...5, columns: 0...3)
    try sheet.addChoice(
      .init(.words(["是", "否"]), promptTitle: "填写", prompt: "请选择", errorTitle: "错", error: "只能选择"),
      rows: 2...5, columns: 3...3)
    try sheet.addChoice(
      .init(.cells(sheet: lists.name, column: 27, rows: 0...1), strict: false), rows: 2...5,
      columns: 1...1)
    try sheet.setUpPrinting(headerRow: 1, header: "R&D\n支行", footer: "内部资料")
    try sheet.protect()
    try sheet.activate()
    try writer.finish()
    return writer.path
  }

  @Test func `has the same bytes every time`() throws {
    let first = try InputFile.contents(of: everything("a.xlsx"))
    Thread.sleep(forTimeInterval: 2.1)  // longer than a zip file's clock ticks
    let second = try InputFile.contents(of: everything("b.xlsx"))
    #expect(first == second)
    #expect(first.count > 3000)
  }

  @Test func `holds what makes a list to fill in`() throws {
    let path = try everything("a.xlsx")
    let sheet = try part("xl/worksheets/sheet1.xml", of: path)
    for piece in [
      "<pane xSplit=\"1\" ySplit=\"2\"", "<autoFilter ref=\"A2:D6\"/>",
      "<sheetProtection sheet=\"1\"",
      "<formula1>\"是,否\"</formula1>", "sqref=\"D3:D6\"", "promptTitle=\"填写\" prompt=\"请选择\"",
      "errorTitle=\"错\" error=\"只能选择\"", "<formula1>'Lists'!$AB$1:$AB$2</formula1>",
      "errorStyle=\"warning\"",
      "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>",
      "<oddHeader>&amp;LR&amp;&amp;D 支行</oddHeader>",
      "<oddFooter>&amp;L内部资料&amp;R&amp;P / &amp;N</oddFooter>",
      "<mergeCell ref=\"A1:D1\"/>", "ht=\"30\" customHeight=\"1\"", "hidden=\"1\"",
      "<pageSetUpPr fitToPage=\"1\"/>",
    ] { #expect(sheet.contains(piece), "\(piece)") }
    #expect(
      try part("xl/workbook.xml", of: path).contains(
        "name=\"Lists\" sheetId=\"2\" state=\"hidden\""))
    #expect(try part("xl/workbook.xml", of: path).contains("'清单'!$2:$2"))
    let core = try part("docProps/core.xml", of: path)
    #expect(core.contains("<dc:title>整改清单 &lt;1&gt;</dc:title>"))
    #expect(core.contains("2023-11-14T22:13:20Z"))
    #expect(try part("xl/styles.xml", of: path).contains("<protection locked=\"0\"/>"))
    #expect(
      try rows(path).suffix(1) == [["text:A5", "number:1234.5", "date:2024-01-05"]])
    #expect(try rows(path)[0] == ["text:某支行整改清单"])
  }

  static let texts = [
    "=1+1", "+86 10", "-5", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "http://x.example/",
    "mailto:a@b",
    "001", "110101199001010011", "1e5", "TRUE", " blanks ", "a\tb\nc\r\nd", "<&>\"'", "_x000D_",
    "_x000d_ _",
    "\u{0}\u{1}\u{1F}", "𠮷😀", "a\u{7F}b", "　全角　", "{=1}", "_xD83D__xDE00_", "]]>",
  ]

  @Test(arguments: texts) func `keeps a text a text`(text: String) throws {
    let writer = try writer()
    let sheet = try writer.addSheet("s")
    for (row, style) in WorkbookStyle.allCases.enumerated() {
      try sheet.write(text, row: row, column: 0, style: style)
    }
    try sheet.write(text, row: 99, column: 0)
    try writer.finish()
    let expected = [[String]](repeating: ["text:" + text], count: WorkbookStyle.allCases.count + 1)
    #expect(try rows(writer.path) == expected)
    let xml = try part("xl/worksheets/sheet1.xml", of: writer.path)
    #expect(!xml.contains("<f>") && !xml.contains("hyperlink"))
  }

  @Test func `gives text that looks like a formula the text format`() throws {
    let writer = try writer()
    let sheet = try writer.addSheet("s")
    for (column, text) in ["=1+1", "a", " @x"].enumerated() {
      try sheet.write(text, row: 0, column: column, style: .wrapped)
    }
    try writer.finish()
    let xml = try part("xl/worksheets/sheet1.xml", of: writer.path)
    let styles = xml.matches(of: /<c r="[ABC]1" s="(\d+)"/).map { $0.1 }
    #expect(styles.count == 3)
    #expect(styles[0] == styles[2] && styles[0] != styles[1])
  }

  @Test func `replaces what XML cannot hold`() throws {
    let writer = try writer()
    try writer.addSheet("s").write("a\u{FFFE}b\u{FFFF}c", row: 0, column: 0)
    try writer.finish()
    #expect(try rows(writer.path) == [["text:a\u{FFFD}b\u{FFFD}c"]])
  }

  @Test(arguments: ["字", "a", "😀", "\u{1}"]) func `cuts a text that is too long where one sees it`(
    unit: String
  ) throws {
    let writer = try writer()
    let sheet = try writer.addSheet("s")
    let width = WorkbookText.cell(unit).utf16.count
    let most = 32_767 / width
    try sheet.write(String(repeating: unit, count: most), row: 0, column: 0)
    try sheet.write(String(repeating: unit, count: most + 1), row: 1, column: 0)
    try writer.finish()
    let texts = try rows(writer.path).map { String($0[0].dropFirst(5)) }
    #expect(texts[0] == String(repeating: unit, count: most))
    #expect(texts[1].hasSuffix("…") && texts[1].dropLast().allSatisfy { String($0) == unit })
    let length = WorkbookText.cell(String(repeating: unit, count: most + 1)).utf16.count
    #expect(length <= 32_767 && length > 32_767 - width - 1)
  }

  @Test func `makes the names of sheets fit`() throws {
    let writer = try writer()
    let given = [
      "a[1]:*?/\\b", "'quoted'", "", "History", String(repeating: "长", count: 40), "X", "x", "x",
      String(repeating: "长", count: 40), "😀" + String(repeating: "y", count: 40), "a\nb",
    ]
    let names = try given.map { try writer.addSheet($0).name }
    try writer.finish()
    #expect(
      names == [
        "a_1______b", "quoted", "Sheet", "History (2)", String(repeating: "长", count: 30) + "…",
        "X",
        "x (2)", "x (3)", String(repeating: "长", count: 26) + "… (2)",
        "😀" + String(repeating: "y", count: 28) + "…", "a_b",
      ])
    #expect(try WorkbookReader(path: writer.path).sheets.map(\.name) == names)
  }

  @Test func `takes numbers and days, and no number for what is none`() throws {
    let writer = try writer()
    let sheet = try writer.addSheet("s")
    for (column, number) in [0, -1.5, 1e14, 0.1 + 0.2, .nan, .infinity].enumerated() {
      try sheet.write(number: number, row: 0, column: column)
    }
    for (column, day) in ["1900-02-28", "1900-03-01", "9999-12-30"].enumerated() {
      try sheet.write(day: #require(Day(day)), row: 1, column: column)
    }
    try writer.finish()
    let found = try rows(writer.path)
    #expect(found[0] == ["number:0", "number:-1.5", "number:100000000000000", "number:0.3"])
    #expect(found[1] == ["text:1900-02-28", "date:1900-03-01", "date:9999-12-30"])
  }

  @Test func `refuses rows out of order, cells out of bounds and lists that Excel cannot hold`()
    throws
  {
    let writer = try writer()
    let sheet = try writer.addSheet("s")
    func kind(_ body: () throws -> Void) -> WorkbookFault.Kind? {
      #expect(throws: WorkbookFault.self, performing: body)?.kind
    }
    try sheet.write("x", row: 5, column: 0)
    #expect(kind { try sheet.write("x", row: 4, column: 0) } == .rowOutOfOrder)
    #expect(kind { try sheet.write("x", row: 1_048_576, column: 0) } == .outOfBounds)
    #expect(kind { try sheet.write("x", row: 6, column: 16_384) } == .outOfBounds)
    for words in [["a,b"], [], [""], [String(repeating: "x", count: 256)]] {
      #expect(
        kind { try sheet.addChoice(.init(.words(words)), rows: 0...1, columns: 0...0) }
          == .choicesTooLong)
    }
    try writer.finish()
    #expect(kind { try writer.finish() } == .alreadyFinished)
    #expect(kind { try sheet.write("x", row: 9, column: 0) } == .alreadyFinished)
    #expect(kind { _ = try writer.addSheet("t") } == .alreadyFinished)
  }

  @Test func `is for its owner only and never takes the place of a file`() throws {
    let writer = try writer()
    _ = try writer.addSheet("s")
    try writer.finish()
    let mode = try FileManager.default.attributesOfItem(atPath: writer.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(throws: SystemFault.self) { try self.writer() }
  }

  @Test func `says so when the disk is full`() throws {
    let writer = try writer()
    let sheet = try writer.addSheet("s")
    for row in 0..<2000 { try sheet.write("\(row * 7919 % 10_007)", row: row, column: 0) }
    try FileManager.default.removeItem(atPath: writer.path)
    try FileManager.default.createSymbolicLink(
      atPath: writer.path, withDestinationPath: "/dev/full")
    #expect(throws: (any Error).self) { try writer.finish() }
  }

  @Test func `may be left unfinished`() throws {
    do { try writer("left.xlsx").addSheet("s").write("x", row: 0, column: 0) }
    #expect(try InputFile.contents(of: folder + "/left.xlsx").isEmpty)
  }

  @Test func `reads back as written, whatever the texts`() throws {
    var state: UInt64 = 20_260_101
    func chance(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let units = [
      "a", "_", "x", "0", "D", "张", "𠮷", "\n", "\t", "\r", "\u{2}", "&", "<", "\"", " ", "=",
      "_x0041_", "１",
    ]
    let writer = try writer()
    let sheet = try writer.addSheet("s")
    var expected: [[String]] = []
    for row in 0..<300 {
      var cells: [String] = []
      for column in 0...chance(8) {
        switch chance(3) {
        case 0:
          let number = chance(2_000_000) - 1_000_000
          try sheet.write(number: Double(number) / 100, row: row, column: column)
          let (sign, size) = (number < 0 ? "-" : "", abs(number))
          var text = "\(size / 100).\(size % 100 / 10)\(size % 10)"
          while text.hasSuffix("0") { text.removeLast() }
          if text.hasSuffix(".") { text.removeLast() }
          cells.append("number:" + (number == 0 ? "0" : sign + text))
        case 1:
          let day = Day(number: Int32(chance(2_900_000) - 25_000))
          try sheet.write(day: day, row: row, column: column)
          cells.append("date:\(day)")
        default:
          let text = (0...chance(12)).map { _ in units[chance(units.count)] }.joined()
          try sheet.write(text, row: row, column: column, style: .wrapped)
          cells.append("text:" + text)
        }
      }
      expected.append(cells)
    }
    try writer.finish()
    let found = try rows(writer.path)
    #expect(found.count == expected.count)
    for (row, (a, b)) in zip(found, expected).enumerated() { #expect(a == b, "row \(row)") }
  }
}
