import Extracts
import Records
import Testing

@Suite struct `Quoted text` {
  @Test func `may hold delimiters, line breaks and doubled quotes`() throws {
    let files = try TextFiles.quoted(
      "id,name,note\n1,\"a,b\",\"x\ny\"\n\"2\",\"\"\"c\"\" \",\"\"\n3,\"\r\n\n\",\"\"\"\"\r\n4,d,e\n"
    )
    let expected = [
      ["1", "a,b", "x\ny"], ["2", "\"c\"", ""], ["3", "\r\n\n", "\""], ["4", "d", "e"],
    ]
    for piece in 1...90 {
      let read = try files.read(piece: piece)
      #expect(read.values() == expected, "\(piece)")
      #expect(read.lines == [2, 4, 5, 8])
      #expect(read.rejects.isEmpty && read.rows == 4)
    }
  }

  @Test func `has quotes that stand for themselves in a cell without quotes`() throws {
    let read = try TextFiles.quoted("id,name,note\n1,a\"b,5\" x 6\"\n2, \"c\",\"\"\n").read()
    #expect(read.values() == [["1", "a\"b", "5\" x 6\""], ["2", "\"c\"", ""]])
  }

  @Test func `that is not closed costs its line only`() throws {
    let files = try TextFiles.quoted(
      "id,name,note\n1,a,b\n2,\"c,d\n" + (3...40).map { "\($0),e,f\n" }.joined())
    for piece in [1, 7, 16, 100, 1000] {
      let read = try files.read(piece: piece)
      #expect(read.records.map { $0[.customerKey] ?? "" } == ["1"] + (3...40).map { "\($0)" })
      #expect(
        read.rejects == [
          Reject(
            path: files.paths[0], line: 3, offset: 19, reason: .quoteNotClosed,
            raw: Array("2,\"c,d".utf8))
        ])
      #expect(read.rows == 40)
    }
  }

  @Test func `that is not closed and longer than the limit costs its line only`() throws {
    var files = try TextFiles.quoted(
      "id,name,note\n1,a,b\n2,\"c,d\n" + (3...400).map { "\($0),e,f\n" }.joined())
    files.sizes.record = 512
    let read = try files.read(piece: 64)
    #expect(read.records.count == 399)
    #expect(read.reasons == [.quoteNotClosed])
    #expect(read.lines == [2] + Array(4...401))
  }

  @Test func `has one reason for a broken line, whatever follows it in the piece`() throws {
    // The quote of line 2 seems to close on line 3, where text follows.
    let files = try TextFiles.quoted("id,name,note\n1,\"a,b\n2,\"c\",d\n3,\"e\"f,g\n4,h,i\n")
    for piece in 1...60 {
      let read = try files.read(piece: piece)
      #expect(read.reasons == [.quoteNotClosed, .textAfterQuote], "\(piece)")
      #expect(read.rejects.map(\.line) == [2, 4])
      #expect(read.values() == [["2", "c", "d"], ["4", "h", "i"]])
    }
  }

  @Test func `with text behind the closing quote costs its line`() throws {
    let read = try TextFiles.quoted("id,name,note\n1,\"a\"b,c\n2,\"d\" ,e\n3,f,g\n").read()
    #expect(read.reasons == [.textAfterQuote, .textAfterQuote])
    #expect(read.rejects.map(\.offset) == [13, 22])
    #expect(read.values() == [["3", "f", "g"]])
  }

  @Test func `is not cut where a long delimiter straddles two pieces`() throws {
    var files = try TextFiles("id|+|name|+|note\n1|+|\"a\nb\"|+|c\n\"2\"|+|\"d\"|+|\"e\n\"\n")
    files.format = DelimitedFormat(delimiter: "|+|")
    files.format.quoting = .doubled(quote: 0x22)
    for piece in 1...60 {
      let read = try files.read(piece: piece)
      #expect(read.values() == [["1", "a\nb", "c"], ["2", "d", "e\n"]], "\(piece)")
      #expect(read.rejects.isEmpty)
    }
  }

  @Test func `keeps a record with line breaks whole where lines stand after the data`() throws {
    var files = try TextFiles.quoted(
      "id,name,note\n1,\"a\n\nb\",c\n2,d,\"e\n\n\nf\"\n3,g,\"\n\n\"\n合计,3\n完\n")
    files.format.linesAfter = 2
    for piece in 1...80 {
      let read = try files.read(piece: piece)
      #expect(
        read.values() == [["1", "a\n\nb", "c"], ["2", "d", "e\n\n\nf"], ["3", "g", "\n\n"]],
        "\(piece)")
      #expect(read.rejects.isEmpty)
    }
  }

  @Test func `may begin the file, behind a mark, and hold a line break in the header`() throws {
    let text = "\"id\",\"na\nme\",\"no\"\"te\"\n1,a,b\n2,c\n"
    for encoding in [TextEncoding.utf8, .gb18030, nil] {
      for mark in ["", "\u{FEFF}"] {
        let bytes =
          encoding == .gb18030 ? [UInt8](gb18030: mark + text) : Array((mark + text).utf8)
        var files = try TextFiles(bytes)
        files.format = try TextFiles.quoted("").format
        files.encoding = encoding
        files.mappings = zip(["id", "na\nme", "no\"te"], TextFiles.elements).map {
          ColumnMapping(column: $0, element: $1)
        }
        let read = try files.read()
        #expect(read.values() == [["1", "a", "b"]])
        #expect(read.lines == [3])
        #expect(read.rejects.map(\.line) == [4])
        #expect(read.rejects.map(\.offset) == [bytes.count - 4])
      }
    }
  }

  @Test func `that is not closed in the header is refused`() throws {
    let files = try TextFiles.quoted("id,\"name,note\n1,a,b\n")
    let fault = #expect(throws: ReadFault.self) { try files.read() }
    #expect(fault?.line == 1)
  }

  @Test func `of one column tells an empty value from a blank line`() throws {
    var files = try TextFiles.quoted("id\n\"\"\n\n\"1\"\n")
    files.mappings = [TextFiles.mappings[0]]
    let read = try files.read()
    #expect(read.values([.customerKey]) == [[""], ["1"]])
    #expect(read.lines == [2, 4])
  }

  @Test func `that a chain of cells strings over the whole file costs linear time`() throws {
    // From every line on, every cell closes on the next line: `"⏎a"` again and again.
    let lines = 4000
    let files = try TextFiles.quoted(
      "id,name,note\n" + String(repeating: "a\",\"\n", count: lines) + "1,b,c\n")
    let read = try files.read()
    #expect(read.values().last == ["1", "b", "c"])
    #expect(read.rows == read.records.count + read.rejects.count)
  }

  @Test func `with backslashes takes the next character as it is`() throws {
    var files = try TextFiles("id|name|note\n1|a\\|b|c\\\\\n2|d\\\ne|\\\"f\n3|\\N|\\N\\N\n")
    files.format.quoting = .backslash
    for piece in 1...50 {
      let read = try files.read(piece: piece)
      #expect(
        read.values() == [["1", "a|b", "c\\"], ["2", "d\ne", "\"f"], ["3", "", "NN"]], "\(piece)")
      #expect(read.lines == [2, 3, 5])
    }
  }

  @Test func `may use any quote, a second byte of GB18030 too`() throws {
    // 誀 is D5 7C, 乗 81 7C… : the quote | is half of a character inside the cell.
    let bytes =
      Array("id,name,note\n1,|a".utf8) + [0xD5, 0x7C, 0x81, 0x7C] + Array(",\nb|,c\n2,d,e\n".utf8)
    var files = try TextFiles(bytes)
    files.encoding = .gb18030
    files.format = DelimitedFormat(delimiter: ",")
    files.format.quoting = .doubled(quote: 0x7C)
    for piece in 1...40 {
      let read = try files.read(piece: piece)
      #expect(read.records.count == 2, "\(piece)")
      #expect(read.records.first?[.name]?.hasSuffix(",\nb") == true)
      #expect(read.records.first?[.name]?.count == 6)
    }
  }
}
