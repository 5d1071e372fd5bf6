import Extracts
import Records
import TestSupport
import Testing

@Suite struct `Delimited text` {
  @Test(arguments: ["|", ",", "\t", "|+|", "@|@", "\u{1}", "；", "||||||||"])
  func `is cut at a delimiter of one to eight bytes`(delimiter: String) throws {
    let lines = [["id", "name", "note"], ["1", "张三", "+"], ["2", "", "@"]]
    var files = try TextFiles(lines.map { $0.joined(separator: delimiter) + "\n" }.joined())
    files.format = DelimitedFormat(delimiter: delimiter)
    #expect(try files.read().values() == [["1", "张三", "+"], ["2", "", "@"]])
  }

  @Test(arguments: [DelimitedFormat.Quoting.none, .doubled(quote: 0x22)])
  func `finds a delimiter from the left where two overlap`(
    quoting: DelimitedFormat.Quoting
  ) throws {
    var files = try TextFiles("id|+|name|+|note\n1|+|+|\n1|+|+|+|\"\n2|+|x|+||+|\n")
    files.format = DelimitedFormat(delimiter: "|+|")
    files.format.quoting = quoting
    let read = try files.read()
    // The first is 1 and "+|"; the second 1, "+" and a quote, which opens a cell.
    #expect(read.reasons.first == .cells(expected: 3, found: 2))
    #expect(read.reasons.last == .cells(expected: 3, found: 4))
    #expect(read.values() == (quoting == .none ? [["1", "+", "\""]] : []))
    #expect(read.rows == 3)
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["|", "|+|"])
  func `has lines that end in LF, CRLF or CR`(newline: String, delimiter: String) throws {
    var text = ["id|name|note", "1|a|b", "", "2|c|d"].joined(separator: newline)
    text = text.replacing("|", with: delimiter)
    for end in ["", newline, newline + "\u{1A}", newline + newline] {
      for quoting in [DelimitedFormat.Quoting.none, .backslash, .doubled(quote: 0x63)] {
        var files = try TextFiles(text + end)
        files.format = DelimitedFormat(delimiter: delimiter)
        files.format.quoting = quoting
        if case .doubled = quoting { files = try Self.inQuotes(files, text + end) }
        let read = try files.read()
        #expect(
          read.values() == [["1", "a", "b"], ["2", "c", "d"]], "\(quoting) \(end.debugDescription)")
        #expect(read.lines == [2, 4])
        #expect(read.rejects == [] && read.rows == 2)
      }
    }
  }

  private static func inQuotes(_ files: TextFiles, _ text: String) throws -> TextFiles {
    var quoted = try TextFiles(text.replacing("c", with: "'c'"))
    quoted.format = files.format
    quoted.format.quoting = .doubled(quote: UInt8(ascii: "'"))
    return quoted
  }

  @Test(arguments: [DelimitedFormat.Quoting.none, .doubled(quote: 0x22)])
  func `may end every line with a delimiter`(quoting: DelimitedFormat.Quoting) throws {
    var files = try TextFiles("id|name|note|\n1|a|b|\n2|c||\n3|d|e\n4|f|g||\n5|\"|h|\n")
    files.format.trailingDelimiter = true
    files.format.quoting = quoting
    let read = try files.read()
    #expect(read.values().prefix(3) == [["1", "a", "b"], ["2", "c", ""], ["3", "d", "e"]])
    #expect(read.reasons.first == .cells(expected: 3, found: 5))
    #expect(read.rows == read.records.count + read.rejects.count && read.rows == 5)
  }

  @Test func `takes titles from the job where there is no header`() throws {
    var files = try TextFiles("1|a|b\n2|c|d")
    files.format.titles = ["name", "id", "note"]
    #expect(try files.read().values() == [["a", "1", "b"], ["c", "2", "d"]])
  }

  @Test func `rejects ragged rows with their places`() throws {
    let files = try TextFiles("id|name|note\n1|a|b\n2|c\n\n3|d|e|f\n4|g|h")
    let read = try files.read()
    #expect(read.values() == [["1", "a", "b"], ["4", "g", "h"]])
    #expect(read.lines == [2, 6])
    #expect(
      read.rejects == [
        Reject(
          path: files.paths[0], line: 3, offset: 19, reason: .cells(expected: 3, found: 2),
          raw: Array("2|c".utf8)),
        Reject(
          path: files.paths[0], line: 5, offset: 24, reason: .cells(expected: 3, found: 4),
          raw: Array("3|d|e|f".utf8)),
      ])
    #expect(read.rows == 4)
  }

  @Test func `of several files is read as one, whatever the order of their columns`() throws {
    var files = try TextFiles(
      Array("id|name|note\n1|a|b\n".utf8), Array("note|other|id|name\r\nd|x|2|c\r\n".utf8),
      Array("name|note|id\n".utf8), Array("name|note|id\nd|e|3".utf8))
    files.sizes.piece = 4
    let read = try files.read()
    #expect(read.values() == [["1", "a", "b"], ["2", "c", "d"], ["3", "d", "e"]])
    #expect(read.receipts.map(\.path) == files.paths)
    #expect(read.receipts.map(\.bytes) == [19, 29, 13, 18])
  }

  @Test func `may have titles and a header of its own in every file, with a mark`() throws {
    let files = try TextFiles(
      [0xEF, 0xBB, 0xBF] + Array("id|name|note\n1|a|b\n".utf8), Array("id|name|note\n2|c|d".utf8))
    #expect(try files.read().values() == [["1", "a", "b"], ["2", "c", "d"]])
  }

  @Test func `of nothing but a header has no records`() throws {
    for text in ["id|name|note", "id|name|note\n", "id|name|note\r\n\r\n"] {
      let read = try TextFiles(text).read()
      #expect(read.records.isEmpty && read.rows == 0 && read.receipts.count == 1)
    }
  }

  @Test func `that is empty is refused`() throws {
    for bytes: [UInt8] in [[], [0xEF, 0xBB, 0xBF]] {
      let files = try TextFiles(bytes)
      #expect(throws: ReadFault(path: files.paths[0], kind: .empty)) { try files.read() }
    }
  }

  @Test func `with a wrong header is refused with the nearest title`() throws {
    let missing = try TextFiles("id|nama|note\n1|a|b\n")
    #expect(
      throws: ReadFault(
        path: missing.paths[0], line: 1, kind: .columnMissing(column: "name", nearest: "nama"))
    ) { try missing.read() }
    var twice = try TextFiles("退出\nid|name|name|note\n1|a|b|c\n")
    twice.format.linesBefore = 1
    #expect(throws: ReadFault(path: twice.paths[0], line: 2, kind: .columnRepeated("name"))) {
      try twice.read()
    }
    // Only a column that is mapped must be there once.
    let other = try TextFiles("id|x|name|x|note\n1|a|b|c|d\n")
    #expect(try other.read().values() == [["1", "b", "d"]])
  }

  @Test(arguments: ["", "\n", "\r\n"], [0, 1, 2])
  func `has lines before the header and after the data`(end: String, after: Int) throws {
    let trailer = (0..<after).map { "\n合计\($0)|3" }.joined()
    var files = try TextFiles("客户\n2026|10\nid|name|note\n1|a|b\n2|c|d\n3|e|f" + trailer + end)
    files.format.linesBefore = 2
    files.format.linesAfter = after
    for piece in 1...70 {
      let read = try files.read(piece: piece)
      #expect(read.values() == [["1", "a", "b"], ["2", "c", "d"], ["3", "e", "f"]], "\(piece)")
      #expect(read.lines == [4, 5, 6])
      #expect(read.rejects.isEmpty)
    }
  }

  @Test func `of nothing but lines after the data has no records`() throws {
    var files = try TextFiles("id|name|note\n合计|0\n")
    files.format.linesAfter = 1
    #expect(try files.read().rows == 0)
    files.format.linesAfter = 5
    #expect(try files.read().rows == 0)
  }

  @Test func `has a DOS end mark behind the lines after the data`() throws {
    var files = try TextFiles("id|name|note\r\n1|a|b\r\n合计|1\r\n\u{1A}")
    files.format.linesAfter = 1
    let read = try files.read()
    #expect(read.values() == [["1", "a", "b"]])
    #expect(read.rejects.isEmpty)
  }

  @Test func `with NUL bytes is read`() throws {
    let files = try TextFiles("id|name|note\n1|a\0b|\0\0\n\0\n2|\0c\0|d\n")
    let read = try files.read()
    #expect(read.values() == [["1", "a\0b", ""], ["2", "c", "d"]])
    #expect(read.reasons == [.cells(expected: 3, found: 1)])
  }

  @Test func `survives a field of 10 MB`() throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 10 << 20)
    let files = try TextFiles(
      Array("id|name|note\n1|".utf8) + long + Array("|b\n2|c|d\n".utf8))
    let read = try files.read()
    #expect(read.records.count == 2)
    #expect(read.records.first?[.name]?.utf8.count == 10 << 20)
    #expect(read.lines == [2, 3])
  }

  @Test(arguments: [DelimitedFormat.Quoting.none, .doubled(quote: 0x22)])
  func `survives a row of 70,000 columns`(quoting: DelimitedFormat.Quoting) throws {
    let titles = ["id", "name"] + (2..<69_999).map { "c\($0)" } + ["note"]
    let row = ["1", "\"a\""] + (2..<69_999).map { "\($0)" } + ["end"]
    var files = try TextFiles(
      titles.joined(separator: "|") + "\n" + row.joined(separator: "|") + "\n1|2|3\n")
    files.format.quoting = quoting
    let read = try files.read()
    #expect(read.values() == [["1", quoting == .none ? "\"a\"" : "a", "end"]])
    #expect(read.reasons == [.cells(expected: 70_000, found: 3)])
  }

  @Test func `without a line end within the limit is refused`() throws {
    var files = try TextFiles("id|name|note\n1|a|b\n" + String(repeating: "x", count: 5000))
    files.sizes.piece = 64
    files.sizes.record = 1024
    #expect(
      throws: ReadFault(path: files.paths[0], line: 3, kind: .pieceTooLarge(limit: 1024))
    ) { try files.read() }
  }

  @Test func `cut in the middle by gzip is refused`() throws {
    let text = "id|name|note\n" + (0..<5000).map { "\($0)|a\($0 * 7919)|b\n" }.joined()
    let packed = try GzipWriter.gzip(Array(text.utf8))
    let whole = try TextFiles(packed)
    let read = try whole.read()
    #expect(read.records.count == 5000)
    #expect(read.receipts.map(\.bytes) == [packed.count])
    let cut = try TextFiles(Array(packed.dropLast(100)))
    let fault = #expect(throws: ReadFault.self) { try cut.read() }
    guard case .container(let container) = fault?.kind else {
      Issue.record("another fault")
      return
    }
    #expect(container.kind == .cutOff)
  }

  @Test func `that is not there is refused by the system's number`() throws {
    var files = try TextFiles("")
    files.paths = [files.folder.path + "/nowhere.dat"]
    #expect(
      throws: ReadFault(path: files.paths[0], kind: .system(number: 2))
    ) { try files.read() }
  }

  @Test func `keeps the beginning of a rejected row, cut between characters`() throws {
    let read = try TextFiles("id|name|note\n" + String(repeating: "核", count: 3000) + "\n").read()
    let raw = try #require(read.rejects.first?.raw)
    #expect(String(validating: raw, as: UTF8.self) != nil)
    #expect(raw.count <= 4096 && raw.count > 4090)
  }
}
