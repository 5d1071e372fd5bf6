@testable import Extracts
import Records
import Testing

@Suite struct `Text in its encoding` {
  @Test(arguments: ["|", "^", "~", "\\", "A", "z", "@", "`", "{"])
  func `in GB18030 may have any second byte`(second: Character) throws {
    let trail = try #require(second.asciiValue)
    let pairs = (0x81...0xFE).map { [UInt8($0), trail] }
      .filter { Iconv.utf8($0, from: "GB18030") != nil }
    #expect(pairs.count > 100)
    for quoting in [DelimitedFormat.Quoting.none, .doubled(quote: 0x22), .backslash] {
      var bytes = Array("id|name|note\n".utf8)
      for pair in pairs {
        bytes += Array("1|".utf8) + pair + Array("|".utf8) + pair + pair + [0x0A]
      }
      bytes += quoting == .backslash ? Array("2|\\||x\n".utf8) : Array("2|\"a\"|x\n".utf8)
      var files = try TextFiles(bytes)
      files.encoding = .gb18030
      files.format.quoting = quoting
      let read = try files.read(piece: 100)
      #expect(read.rejects.isEmpty && read.badBytes.isEmpty)
      #expect(read.records.count == pairs.count + 1)
      #expect(
        read.records.dropLast().allSatisfy { $0[.name]?.count == 1 && $0[.employer]?.count == 2 })
    }
  }

  @Test func `in GB18030 has characters of four bytes`() throws {
    let text = "id|name|note\n1|㐀|𠮷\n2|𠮷㐀a|\"㐀\n𠮷\"\n"
    for quoting in [DelimitedFormat.Quoting.none, .doubled(quote: 0x22)] {
      var files = try TextFiles([UInt8](gb18030: text))
      files.encoding = .gb18030
      files.format.quoting = quoting
      for piece in 1...50 {
        let read = try files.read(piece: piece)
        #expect(read.records.first == [.customerKey: "1", .name: "㐀", .employer: "𠮷"])
        #expect(read.badBytes.isEmpty)
        #expect(read.records.count == 2 || quoting == .none)
      }
    }
  }

  @Test(arguments: [DelimitedFormat.Quoting.none, .doubled(quote: 0x22), .backslash])
  func `in GB18030 with broken bytes is read all the same, their places noted`(
    quoting: DelimitedFormat.Quoting
  ) throws {
    // A first byte before a line end, 0x80 and 0xFF, four bytes that are no character and
    // four of which the last is missing.
    let broken: [[UInt8]] = [
      [0xD5], [0x80], [0xFF], [0x81, 0x30], [0x81, 0x30, 0x81], [0x81, 0x3A], [0x81, 0x20],
      [0xFE, 0x39, 0xFE, 0x39], [0x81, 0x30, 0x7C],
    ]
    for bytes in broken {
      let head = Array("id|name|note\n1|\"x\"|\\y\n2|a|b".utf8)
      var files = try TextFiles(head + bytes + Array("\n3|c|d\n4|e\n".utf8))
      files.encoding = .gb18030
      files.format.quoting = quoting
      for piece in [1, 20, 30, 1000] {
        let read = try files.read(piece: piece)
        #expect(
          read.badBytes.first == EncodingNote(path: files.paths[0], line: 3, offset: head.count))
        #expect(read.badBytes.allSatisfy { $0.line == 3 })
        #expect(read.records.last == [.customerKey: "3", .name: "c", .employer: "d"])
        #expect(read.records.count == (bytes.contains(0x7C) ? 2 : 3), "\(bytes) \(piece)")
        #expect(read.rejects.last?.line == 5)
        #expect(read.rejects.last?.offset == head.count + bytes.count + 7)
      }
    }
  }

  @Test func `in GB18030 may end in the middle of a character`() throws {
    for end: [UInt8] in [[0xD5], [0x81, 0x30], [0x81, 0x30, 0x81]] {
      var files = try TextFiles(Array("id|name|note\n1|a|b".utf8) + end)
      files.encoding = .gb18030
      let read = try files.read()
      #expect(read.records.count == 1)
      #expect(read.records.first?[.employer]?.hasPrefix("b\u{FFFD}") == true)
      #expect(read.badBytes.first?.offset == 18)
    }
  }

  @Test func `in UTF-8 with broken bytes is read all the same, their places noted`() throws {
    let head = Array("id|name|note\n1|a|b\n2|".utf8)
    for bytes: [UInt8] in [
      [0xFF], [0xE5, 0xBC], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xBC],
    ] {
      let files = try TextFiles(head + bytes + Array("|d\n3|e\n4|\u{FFFD}|g\n".utf8))
      let read = try files.read()
      #expect(read.badBytes.map(\.offset) == bytes.indices.map { head.count + $0 })
      #expect(read.badBytes.allSatisfy { $0.line == 3 })
      #expect(
        read.values() == [
          ["1", "a", "b"], ["2", String(repeating: "\u{FFFD}", count: bytes.count), "d"],
          ["4", "\u{FFFD}", "g"],
        ])
      #expect(read.rejects.map(\.offset) == [head.count + bytes.count + 3])
    }
  }

  @Test(arguments: [false, true])
  func `in UTF-16 has surrogates`(bigEndian: Bool) throws {
    let text = "id|name|note\r\n1|张三|𠮷\r\n2|四\r\n3|𠮷𠮷|五"
    for mark in [true, false] {
      var files = try TextFiles([UInt8](utf16: text, bigEndian: bigEndian, mark: mark))
      let named: TextEncoding = bigEndian ? .utf16BigEndian : .utf16LittleEndian
      for encoding in mark ? [named, nil] : [named] {
        files.encoding = encoding
        for piece in 1...40 {
          let read = try files.read(piece: piece)
          #expect(read.values() == [["1", "张三", "𠮷"], ["3", "𠮷𠮷", "五"]], "\(piece)")
          #expect(read.badBytes.isEmpty)
          // Lines of 14 and 9 units, the mark one more.
          #expect(read.rejects.map(\.offset) == [(14 + 9 + (mark ? 1 : 0)) * 2])
          #expect(read.rejects.map(\.line) == [3])
        }
      }
    }
  }

  @Test func `in UTF-16 believes its mark`() throws {
    var files = try TextFiles([UInt8](utf16: "id|name|note\n1|a|b", bigEndian: true))
    files.encoding = .utf16LittleEndian
    #expect(try files.read().values() == [["1", "a", "b"]])
  }

  @Test(arguments: [false, true])
  func `in UTF-16 has broken surrogates noted`(bigEndian: Bool) throws {
    var bytes = [UInt8](utf16: "id|name|note\n1|a", bigEndian: bigEndian, mark: false)
    let place = bytes.count
    bytes += bigEndian ? [0xD8, 0x40] : [0x40, 0xD8]
    bytes += [UInt8](utf16: "|b\n2|c\n3|d|", bigEndian: bigEndian, mark: false)
    bytes += [0x65]
    var files = try TextFiles(bytes)
    files.encoding = bigEndian ? .utf16BigEndian : .utf16LittleEndian
    for piece in [1, 2, 3, 10, 1000] {
      let read = try files.read(piece: piece)
      #expect(read.values() == [["1", "a\u{FFFD}", "b"], ["3", "d", "\u{FFFD}"]])
      #expect(read.badBytes.map(\.offset) == [place, bytes.count - 1])
      #expect(read.badBytes.map(\.line) == [2, 4])
      #expect(read.rejects.map(\.offset) == [place + 8])
    }
  }

  @Test func `is told from the whole file`() throws {
    let head = "id|name|note\n" + String(repeating: "1|abc|def\n", count: 120_000)
    var files = try TextFiles(Array(head.utf8) + [UInt8](gb18030: "2|张三|李四\n"))
    files.encoding = nil
    let read = try files.read()
    #expect(read.records.last == [.customerKey: "2", .name: "张三", .employer: "李四"])
    #expect(read.records.count == 120_001)
    #expect(try EncodingDetector.detect(files.paths[0]) == .gb18030)
  }

  @Test(arguments: ["\n", "\r", ""])
  func `is told without line ends too`(newline: String) throws {
    let text = String(repeating: "1|张三|备注" + newline, count: 70_000)
    let eight = try TextFiles(Array(text.utf8))
    #expect(try EncodingDetector.detect(eight.paths[0]) == .utf8)
    let bank = try TextFiles([UInt8](gb18030: text))
    #expect(try EncodingDetector.detect(bank.paths[0]) == .gb18030)
  }

  @Test func `that is neither UTF-8 nor GB18030 is refused`() throws {
    var files = try TextFiles(Array("id|name|note\n1|a|".utf8) + [0xFF, 0xFF, 0x0A])
    files.encoding = nil
    #expect(throws: ReadFault(path: files.paths[0], kind: .encodingUnclear)) { try files.read() }
  }

  @Test func `goes by the names that people use`() {
    #expect(TextEncoding.named("gbk") == .gb18030)
    #expect(TextEncoding.named("UTF_8") == .utf8)
    #expect(TextEncoding.named("utf-16be") == .utf16BigEndian)
    #expect(TextEncoding.named("latin1") == nil)
  }
}
