import Extracts
import Records
import TestSupport
import Testing

@Suite struct `Rows of workbooks and XML` {
  private func read(_ format: Extract.Format, _ files: [UInt8]..., mappings: [ColumnMapping])
    throws -> ReadExtract
  {
    let folder = try ScratchFolder()
    var paths: [String] = []
    for (index, bytes) in files.enumerated() {
      paths.append(try folder.write("\(index).bin", bytes))
    }
    return try ReadExtract(
      Extract(
        name: "客户", party: .person, paths: paths, format: format, encoding: nil,
        mappings: mappings))
  }

  private func text(_ values: [String]) -> String {
    values.map { "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">\($0)</t></is></c>" }.joined()
  }

  @Test func `of several workbooks are read as one, spoiled rows rejected`() throws {
    let first = HandmadeWorkbook(
      rows: "<row r=\"1\">\(text(["说明"]))</row>"
        + "<row r=\"3\">\(text(["id ", "x", "name", "note"]))</row>"
        + "<row r=\"4\">\(text(["1", "", " 张三　", "N/A"]))</row><row r=\"5\"/>"
        + "<row r=\"7\"><c><v>123456789012345678</v></c></row>"
        + "<row r=\"9\">\(text(["2"]))</row>")
    let second = HandmadeWorkbook(
      rows: "<row r=\"3\">\(text(["note", "id", "name"]))</row>"
        + "<row r=\"4\">\(text(["b", "3", "a"]))</row>")
    var format = WorkbookFormat()
    format.headerRow = 3
    let read = try read(
      .workbook(format), try first.zip.bytes(), try second.zip.bytes(), mappings: TextFiles.mappings
    )
    #expect(read.values() == [["1", "张三", ""], ["2", "", ""], ["3", "a", "b"]])
    #expect(read.lines == [4, 9, 4])
    #expect(read.reasons == [.precisionLost(column: "id")])
    #expect(read.rejects.map(\.line) == [7])
    #expect(read.rows == 4)
    #expect(read.receipts.count == 2)
  }

  @Test func `of a workbook whose row numbers go back are read`() throws {
    let book = HandmadeWorkbook(
      rows: "<row r=\"1\">\(text(["id", "name", "note"]))</row>"
        + "<row r=\"9\">\(text(["1", "a", "b"]))</row><row r=\"4\">\(text(["2", "c", "d"]))</row>")
    let bytes = try book.zip.bytes()
    // Read or refused, but not a trap.
    let read = try? read(.workbook(WorkbookFormat()), bytes, mappings: TextFiles.mappings)
    #expect(read.map { $0.rows == $0.records.count + $0.rejects.count } ?? true)
  }

  @Test func `of XML are read by the paths of their fields`() throws {
    let xml = """
      <?xml version="1.0"?>
      <ROWS>
        <ROW id="1"><P><N> 张三 </N></P><T>NULL</T></ROW>
        <ROW id="2"/>
      </ROWS>
      """
    let mappings = zip(["@id", "P/N", "T"], TextFiles.elements).map {
      ColumnMapping(column: $0, element: $1)
    }
    let read = try read(
      .xml(XMLFormat(record: "/ROWS/ROW")), Array(xml.utf8), Array(xml.utf8), mappings: mappings)
    #expect(read.values() == [["1", "张三", ""], ["2", "", ""], ["1", "张三", ""], ["2", "", ""]])
    #expect(read.lines == [3, 4, 3, 4])
    #expect(read.receipts.map(\.bytes) == [xml.utf8.count, xml.utf8.count])
  }
}

@Suite struct `A first look at a file` {
  private func look(_ bytes: [UInt8]) throws -> (titles: [String], rows: [[String]]) {
    let folder = try ScratchFolder()
    let table = try RawTable(path: try folder.write("file", bytes))
    var rows: [[String]] = []
    try table.eachRow {
      rows.append($0)
      return true
    }
    return (table.titles, rows)
  }

  @Test(arguments: ["|", ",", "\t", "|+|", "@|@", "\u{1}", ";", "^", "~"], ["\n", "\r\n", "\r"])
  func `guesses the delimiter`(delimiter: String, newline: String) throws {
    let lines = [["编号", "姓名"], ["1", "张三"], ["2", "李\"四"], ["3", ""]]
    let text = lines.map { $0.joined(separator: delimiter) + newline }.joined()
    let encodings = [
      Array(text.utf8), [UInt8](gb18030: text), [UInt8](utf16: text, bigEndian: true),
      [UInt8](utf16: text, bigEndian: false),
    ]
    for bytes in encodings {
      let (titles, rows) = try look(bytes)
      #expect(titles == lines[0])
      #expect(rows == Array(lines[1...]))
    }
  }

  @Test func `guesses quotes`() throws {
    let (titles, rows) = try look(Array("\"id\",\"na,me\"\n\"1\",\"a\n\"\"b\"\"\"\n2,c\n".utf8))
    #expect(titles == ["id", "na,me"])
    #expect(rows == [["1", "a\n\"b\""], ["2", "c"]])
  }

  @Test func `refuses an empty file`() throws {
    #expect(throws: ReadFault.self) { try look([]) }
  }
}
