import Extracts
import Testing

@Suite struct `A workbook` {
  let folder: Folder

  init() throws { folder = try Folder() }

  func reader(_ workbook: HandmadeWorkbook, _ limits: WorkbookReader.Limits = .init()) throws
    -> WorkbookReader
  {
    try WorkbookReader(path: folder.file("book.xlsx", workbook.zip.bytes()), limits: limits)
  }

  /// The rows of the first sheet: number, and each cell as kind and text.
  func rows(_ workbook: HandmadeWorkbook) throws -> [String] {
    let reader = try reader(workbook)
    try reader.open(sheet: 0)
    var row = WorkbookRow()
    var lines: [String] = []
    while try reader.nextRow(into: &row) {
      let cells = row.cells.indices.map { "\(row.kind($0)):\(row.text($0))" }
      lines.append("\(row.number)|" + cells.joined(separator: "|"))
    }
    return lines
  }

  @Test func `gives shared strings: runs joined, phonetic guides left out`() throws {
    let strings = """
      <si><t xml:space="preserve"> 张 三 </t></si>
      <si><r><rPr><b/></rPr><t>李</t></r><r><t>四</t></r><rPh sb="0" eb="1"><t>li</t></rPh><phoneticPr/></si>
      <si/><si><t>a_x000D__x005F_x0041_ _xD83D__xDE00_ _xD83D_</t></si>
      """
    let cells = (0..<4).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
    #expect(
      try rows(HandmadeWorkbook(rows: "<row>\(cells)</row>", sharedStrings: strings)) == [
        "1|text: 张 三 |text:李四|empty:|text:a\r_x0041_ 😀 \u{FFFD}"
      ])
  }

  @Test func `gives inline strings, booleans, errors and the results of formulas`() throws {
    let cells = """
      <row><c t="inlineStr"><is><r><t>一</t></r><r><t>二</t></r></is></c>
      <c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c>
      <c t="str"><f>A1&amp;"x"</f><v>一二x</v></c><c><f>1+1</f><v>2</v></c>
      <c><f>1+1</f></c><c t="str"><f>""</f><v></v></c><c s="3"/></row>
      """
    #expect(
      try rows(HandmadeWorkbook(rows: cells)) == [
        "1|text:一二|boolean:TRUE|boolean:FALSE|error:#N/A|text:一二x|number:2|formulaWithoutResult:"
      ])
  }

  @Test func `does not believe its dimension, and takes sparse rows and cells in any order`() throws
  {
    let cells = """
      <row r="3"><c r="D3"><v>4</v></c><c r="B3"><v>2</v></c></row>
      <row><c><v>1</v></c><c r="C4"><v>3</v></c><c><v>4</v></c></row>
      <row r="9"/>
      <row r="10"><c r="A10"><v>1</v></c><c r="A10"><v>2</v></c><c r="XFD10"><v>9</v></c></row>
      """
    let lines = try rows(HandmadeWorkbook(rows: cells))
    #expect(
      lines.prefix(3) == [
        "3|empty:|number:2|empty:|number:4", "4|number:1|empty:|number:3|number:4", "9|",
      ])
    #expect(lines[3].hasPrefix("10|number:2|empty:"))
    #expect(lines[3].split(separator: "|").count == 16_385)
  }

  @Test func `counts cells of one column that repeat`() throws {
    let reader = try reader(
      HandmadeWorkbook(rows: "<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>"))
    try reader.open(sheet: 0)
    var row = WorkbookRow()
    #expect(try reader.nextRow(into: &row))
    #expect(row.repeatedCells == 1)
  }

  @Test(arguments: [
    ("<row r=\"1048577\"/>", true), ("<row r=\"1048576\"/>", false), ("<row r=\"0\"/>", true),
    ("<row r=\"x\"/>", true), ("<row><c r=\"XFE1\"/></row>", true),
    ("<row><c r=\"12\"/></row>", true),
    ("<row><c r=\"XFD1\"/><c/></row>", true), ("<row><c t=\"s\"><v>0</v></c></row>", true),
    ("<row r=\"99999999999999999999\"/>", true),
  ]) func `keeps within the bounds of a sheet`(cells: String, refused: Bool) throws {
    if refused {
      let error = #expect(throws: ContainerFault.self) { try rows(HandmadeWorkbook(rows: cells)) }
      #expect(error?.kind == .badReference)
      #expect(error?.place.part == "xl/worksheets/sheet1.xml")
    } else {
      #expect(try rows(HandmadeWorkbook(rows: cells)).count == 1)
    }
  }

  static let numbers: [(String, String)] = [
    ("5911", "number:5911"), ("-0.5", "number:-0.5"), ("0.10000000000000001", "number:0.1"),
    ("1.5E-7", "number:0.00000015"), ("1.2E+3", "number:1200"), ("0", "number:0"),
    ("123456789012345", "number:123456789012345"), ("007", "number:7"),
    ("999999999999999", "number:999999999999999"), ("1.0", "number:1"),
    ("12345678901234.561", "number:12345678901234.56"), ("1E2", "number:100"),
    ("-123456789.25", "number:-123456789.25"), ("100.10", "number:100.1"),
    ("1000000000000000", "precisionLost:1000000000000000"),
    ("1.1010119900101E+17", "precisionLost:110101199001010000"),
    ("110101199001010011", "precisionLost:110101199001010011"),
    ("-1.5E+16", "precisionLost:-15000000000000000"),
    ("abc", "text:abc"), ("nan", "text:nan"), ("0x10", "text:0x10"), ("1E999", "text:1E999"),
  ]

  @Test(arguments: numbers) func `writes numbers without exponent and says where digits are lost`(
    value: String, expected: String
  ) throws {
    let cells = "<row><c><v>\(value)</v></c></row>"
    #expect(try rows(HandmadeWorkbook(rows: cells)) == ["1|" + expected])
  }

  static let dates: [(format: String, value: String, expected: String, since1904: Bool)] = [
    ("14", "45296", "date:2024-01-05", false), ("14", "45296.5", "date:2024-01-05 12:00:00", false),
    ("22", "45296.999999", "date:2024-01-06", false), ("14", "1", "date:1900-01-01", false),
    ("14", "59", "date:1900-02-28", false), ("14", "60", "date:1900-02-29", false),
    ("14", "61", "date:1900-03-01", false), ("14", "0", "date:1900-01-00", false),
    ("14", "2958465", "date:9999-12-31", false), ("14", "2958466", "number:2958466", false),
    ("14", "-1", "number:-1", false), ("21", "0.75", "date:18:00:00", false),
    ("46", "1.5", "date:36:00:00", false), ("57", "45296", "date:2024-01-05", false),
    ("31", "45296", "date:2024-01-05", false), ("27", "43834", "date:2024-01-05", true),
    ("14", "0", "date:1904-01-01", true), ("0", "45296", "number:45296", false),
    ("49", "45296", "number:45296", false),
    ("14", "110101199001010011", "precisionLost:110101199001010011", false),
  ]

  @Test(arguments: dates) func `writes days and times of both date systems`(
    format: String, value: String, expected: String, since1904: Bool
  ) throws {
    var workbook = HandmadeWorkbook(
      rows: "<row><c s=\"1\"><v>\(value)</v></c></row>",
      styles: """
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="\(format)"/></cellXfs>
        """)
    if since1904 { workbook.properties = "date1904=\"1\"" }
    #expect(try rows(workbook) == ["1|" + expected])
  }

  static let formats: [(String, String)] = [
    ("yyyy\\-mm\\-dd;@", "date:2024-01-05 06:00:00"),
    ("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "date:2024-01-05 06:00:00"),
    ("[$-804]yyyy/m/d", "date:2024-01-05 06:00:00"), ("mmm", "date:2024-01-05 06:00:00"),
    ("[h]:mm:ss", "date:1087110:00:00"), ("e/m/d", "date:2024-01-05 06:00:00"),
    ("General", "number:45296.25"), ("0.00E+00", "number:45296.25"),
    ("#,##0.00;[Red]-#,##0.00", "number:45296.25"),
    ("&quot;day&quot;0", "number:45296.25"), ("0&quot;d&quot;;y", "number:45296.25"),
    ("0\\d", "number:45296.25"), ("_d0", "number:45296.25"),
    ("[DBNum1]0", "number:45296.25"), ("@", "number:45296.25"), ("[Magenta]0", "number:45296.25"),
    ("h:mm AM/PM", "date:2024-01-05 06:00:00"),
  ]

  @Test(arguments: formats) func `tells a day by its own formats`(code: String, expected: String)
    throws
  {
    let workbook = HandmadeWorkbook(
      rows: "<row><c s=\"0\"><v>45296.25</v></c></row>",
      styles: """
        <numFmts><numFmt numFmtId="176" formatCode="\(code)"/></numFmts>
        <cellXfs><xf numFmtId="176"/></cellXfs>
        """)
    #expect(try rows(workbook) == ["1|" + expected])
  }

  @Test func `lists its sheets, hidden ones too, and finds them by name`() throws {
    var workbook = HandmadeWorkbook(rows: "<row><c><v>1</v></c></row>")
    workbook.sheets.append(
      ("客户", "state=\"hidden\"", "<sheetData><row><c><v>2</v></c></row></sheetData>"))
    workbook.sheets.append(("Codes", "state=\"veryHidden\"", "<sheetData/>"))
    let reader = try reader(workbook)
    #expect(reader.sheets.map(\.name) == ["Sheet1", "客户", "Codes"])
    #expect(reader.sheets.map(\.visibility) == [.visible, .hidden, .veryHidden])
    var row = WorkbookRow()
    try reader.open(sheet: "客户")
    #expect(try reader.nextRow(into: &row))
    #expect(row.text(0) == "2")
    #expect(try !reader.nextRow(into: &row))
    try reader.open(sheet: "sheet1")
    #expect(try reader.nextRow(into: &row))
    #expect(row.text(0) == "1")
    try reader.open(sheet: "codes")
    #expect(try !reader.nextRow(into: &row))
    #expect(throws: ContainerFault(reader.path, .noSuchSheet)) { try reader.open(sheet: "none") }
  }

  @Test func `may be strict, with dates of ISO 8601`() throws {
    var workbook = HandmadeWorkbook(
      rows: """
        <row><c t="d"><v>2024-01-05T00:00:00</v></c><c t="d"><v>2024-01-05T01:02:03.5Z</v></c>
        <c t="d"><v>2024-01-05</v></c><c t="s"><v>0</v></c></row>
        """, sharedStrings: "<si><t>x</t></si>")
    workbook.relations = HandmadeWorkbook.strict
    #expect(
      try rows(workbook) == [
        "1|date:2024-01-05|date:2024-01-05 01:02:03|date:2024-01-05|text:x"
      ])
  }

  @Test func `broken in a later row gives the rows before`() throws {
    let reader = try reader(
      HandmadeWorkbook(rows: "<row><c><v>1</v></c></row>\n<row><c><v>2</v></row>"))
    try reader.open(sheet: 0)
    var row = WorkbookRow()
    #expect(try reader.nextRow(into: &row))
    #expect(row.text(0) == "1")
    let fault = #expect(throws: ContainerFault.self) { try reader.nextRow(into: &row) }
    #expect(fault?.kind == .malformedXML(code: 76))
    #expect(fault?.place.line == 2)
  }

  @Test func `bounds its strings and rows`() throws {
    let text = String(repeating: "长", count: 1000)
    let workbook = HandmadeWorkbook(
      rows: "<row><c t=\"inlineStr\"><is><t>\(text)</t></is></c></row>",
      sharedStrings: "<si><t>\(text)</t></si>")
    #expect(throws: ContainerFault.self) { try reader(workbook, .init(stringBytes: 2999)) }
    let path = try folder.file("row.xlsx", workbook.zip.bytes())
    let bounded = try WorkbookReader(path: path, limits: .init(stringBytes: 3000, rowBytes: 2999))
    try bounded.open(sheet: 0)
    var row = WorkbookRow()
    #expect(throws: ContainerFault.self) { try bounded.nextRow(into: &row) }
  }

  @Test func `is told from other zip files and from a binary workbook`() throws {
    let other = try folder.file("other.xlsx", HandmadeZip([("word/document.xml", "<a/>")]).bytes())
    #expect(throws: ContainerFault(other, .notAWorkbook)) { try WorkbookReader(path: other) }
    var zip = HandmadeWorkbook(rows: "").zip
    zip.parts[1].contents = Array(
      "<Relationships><Relationship Id=\"r\" Type=\"/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>"
        .utf8)
    let binary = try folder.file("b.xlsx", zip.bytes())
    #expect(throws: ContainerFault(binary, .binaryWorkbook)) { try WorkbookReader(path: binary) }
  }

  @Test func `with a document type in a part is refused`() throws {
    var zip = HandmadeWorkbook(rows: "").zip
    let sheet = try #require(zip.parts.firstIndex { $0.name == "xl/worksheets/sheet1.xml" })
    zip.parts[sheet].contents =
      Array("<!DOCTYPE x [<!ENTITY a \"b\">]>".utf8) + zip.parts[sheet].contents
    let reader = try WorkbookReader(path: folder.file("x.xlsx", zip.bytes()))
    try reader.open(sheet: 0)
    var row = WorkbookRow()
    let fault = #expect(throws: ContainerFault.self) { try reader.nextRow(into: &row) }
    #expect(fault?.kind == .doctype)
  }
}
