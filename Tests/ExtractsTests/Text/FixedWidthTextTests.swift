@testable import Extracts
import Records
import Testing

@Suite struct `Text of fixed width` {
  private static let format = FixedWidthFormat(fields: [
    .init(title: "id", start: 1, length: 4), .init(title: "name", start: 5, length: 6),
    .init(title: "filler", start: 11, length: 1), .init(title: "note", start: 12, length: 4),
  ])

  private func read(
    _ bytes: [UInt8], _ encoding: TextEncoding = .gb18030, piece: Int = 1 << 20,
    format: FixedWidthFormat = Self.format
  ) throws -> (read: ReadExtract, path: String) {
    var files = try TextFiles(bytes)
    files.encoding = encoding
    files.sizes.piece = piece
    var extract = files.extract
    extract.format = .fixedWidth(format)
    return (try ReadExtract(extract, sizes: files.sizes), files.paths[0])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `counts bytes in the encoding of the file`(newline: String) throws {
    let lines = ["0001张三  |备注", "", "0002李四王|x", "3   abcdef|"]
    let bytes = [UInt8](gb18030: lines.joined(separator: newline))
    for piece in 1...60 {
      let (read, path) = try read(bytes, piece: piece)
      #expect(read.values() == [["0001", "张三", "备注"], ["0002", "李四王", "x"]])
      #expect(read.lines == [1, 3])
      #expect(
        read.rejects == [
          Reject(
            path: path, line: 4, offset: bytes.count - 11,
            reason: .lineTooShort(expected: 12, found: 11), raw: Array("3   abcdef|".utf8))
        ])
      #expect(read.rows == 3)
    }
  }

  @Test func `spoils only the character that a field cuts in two`() throws {
    // The name holds five bytes of three characters, and a blank.
    let whole = [UInt8](gb18030: "张三丰")
    let bytes = Array("0001".utf8) + whole.dropLast() + Array(" |备注\n".utf8)
    let (read, path) = try read(
      Array("0001".utf8) + whole.dropLast() + Array(" |".utf8)
        + [UInt8](gb18030: "备注\n0002赵六  |ab\n"))
    #expect(read.values() == [["0001", "张三\u{FFFD}", "备注"], ["0002", "赵六", "ab"]])
    #expect(read.badBytes == [EncodingNote(path: path, line: 1, offset: 8)])
    #expect(bytes.count > 12)
  }

  @Test func `in UTF-8 with lines before and after`() throws {
    var format = Self.format
    format.linesBefore = 1
    format.linesAfter = 1
    for piece in 1...60 {
      let (read, _) = try read(
        Array("头\n0001张三|备\n0002abcdef|x\u{1A}\n合计 0000000002\n\u{1A}".utf8), .utf8, piece: piece,
        format: format)
      #expect(read.values() == [["0001", "张三", "备"], ["0002", "abcdef", "x\u{1A}"]])
      #expect(read.rejects.isEmpty)
    }
  }

  @Test func `in UTF-16 is refused: its bytes cannot be counted`() throws {
    #expect(throws: ReadFault.self) {
      try read([UInt8](utf16: "0001abcdef|x", bigEndian: false), .utf16LittleEndian)
    }
  }

  @Test func `names the nearest field where a column is missing`() throws {
    let format = FixedWidthFormat(fields: [.init(title: "idd", start: 1, length: 2)])
    let fault = #expect(throws: ReadFault.self) { try read([0x31], format: format) }
    #expect(fault?.kind == .columnMissing(column: "id", nearest: "idd"))
  }
}
