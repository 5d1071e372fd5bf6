import Extracts
import Records
import TestSupport
import Testing

@Suite struct `Reading text, whatever it is` {
  /// Bytes that mean something to a reader far more often than chance has them.
  private static func hostile(_ chance: inout SeededGenerator) -> [UInt8] {
    let alphabet: [UInt8] =
      Array("\n\n\n\r\"\"'\\|||+|,ab01".utf8) + [0x81, 0xD5, 0xFE, 0x30, 0x1A, 0xE5, 0, 0xFF]
    return (0..<Int.random(in: 0...120, using: &chance)).map { _ in
      alphabet.randomElement(using: &chance) ?? 0
    }
  }

  private static func formats() -> [DelimitedFormat] {
    var formats: [DelimitedFormat] = []
    for delimiter in ["|", "|+|", ","] {
      for quoting in [
        DelimitedFormat.Quoting.none, .doubled(quote: 0x22), .doubled(quote: 0x7C), .backslash,
      ] {
        if quoting == .doubled(quote: 0x7C), delimiter != "," { continue }
        for linesAfter in [0, 2] {
          var format = DelimitedFormat(delimiter: delimiter)
          format.quoting = quoting
          format.linesAfter = linesAfter
          format.titles = ["id", "name", "note"]
          format.trailingDelimiter = linesAfter > 0
          formats.append(format)
        }
      }
    }
    return formats
  }

  @Test(arguments: [UInt64](1...6))
  func `loses no row, and does not depend on the size of the pieces`(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    let formats = Self.formats()
    for _ in 0..<60 {
      let bytes = Self.hostile(&chance)
      if bytes.isEmpty || bytes.starts(with: [0xFF, 0xFE]) { continue }
      var files = try TextFiles(bytes)
      files.encoding = TextEncoding.allCases.randomElement(using: &chance)
      files.format = formats.randomElement(using: &chance) ?? files.format
      let whole = try files.read()
      #expect(whole.rows == whole.records.count + whole.rejects.count)
      for piece in [1, 2, 3, Int.random(in: 4...bytes.count + 4, using: &chance)] {
        let read = try files.read(piece: piece)
        if read != whole {
          Issue.record("\(bytes) \(String(describing: files.encoding)) \(files.format) \(piece)")
        }
      }
    }
  }

  @Test(arguments: [UInt64](1...4))
  func `says where a rejected row lies`(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let bytes = Self.hostile(&chance)
      if bytes.isEmpty || !bytes.contains(0x0A) { continue }
      var files = try TextFiles(bytes)
      files.format.titles = ["id", "name", "note"]
      files.format.quoting = .doubled(quote: 0x22)
      for encoding in [TextEncoding.utf8, .gb18030] {
        files.encoding = encoding
        for reject in try files.read(piece: 16).rejects {
          try #require(reject.offset < bytes.count)
          let lines = bytes[..<reject.offset].count { $0 == 0x0A }
          #expect(lines + 1 == reject.line)
          #expect(reject.offset == 0 || bytes[reject.offset - 1] == 0x0A)
        }
      }
    }
  }

  @Test(arguments: [UInt64](1...3))
  func `made by chance ends, and loses no row`(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let count = Int.random(in: 1...3000, using: &chance)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &chance) }
      var files = try TextFiles(bytes)
      files.encoding = TextEncoding.allCases.randomElement(using: &chance)
      files.format = Self.formats().randomElement(using: &chance) ?? files.format
      let read = try files.read(piece: 512)
      #expect(read.rows == read.records.count + read.rejects.count)
      #expect(read.receipts.map(\.bytes) == [count])
      files.format.titles = nil
      // Most have no such header and are refused; none may do worse.
      _ = try? files.read(piece: 512)
      var extract = files.extract
      extract.format = .fixedWidth(
        FixedWidthFormat(fields: [
          .init(title: "id", start: 1, length: 3), .init(title: "name", start: 3, length: 5),
          .init(title: "note", start: 9, length: 2),
        ]))
      if extract.encoding == .utf16LittleEndian || extract.encoding == .utf16BigEndian {
        extract.encoding = .gb18030
      }
      let fixed = try ReadExtract(extract, sizes: files.sizes)
      #expect(fixed.rows == fixed.records.count + fixed.rejects.count)
    }
  }

  private static func values(_ chance: inout SeededGenerator) -> [[String]] {
    let parts = ["张", "三", "㐀", "𠮷", "a", ",", "\"", "\n", "\r\n", "|", "^", "1", "誀", "é", "x"]
    return (0..<Int.random(in: 1...40, using: &chance)).map { row in
      ["k\(row)"]
        + (0..<2).map { _ in
          (0..<Int.random(in: 0...6, using: &chance)).map { _ in
            parts.randomElement(using: &chance) ?? ""
          }.joined()
        }
    }
  }

  private static func csv(_ rows: [[String]]) -> String {
    let lines = rows.map { row in
      row.map { value in
        value.contains { "\",\n\r".contains($0) || $0 == "\r\n" }
          ? "\"" + value.replacing("\"", with: "\"\"") + "\"" : value
      }.joined(separator: ",")
    }
    return (["id,name,note"] + lines).joined(separator: "\r\n") + "\r\n"
  }

  @Test(arguments: [UInt64](1...8))
  func `gives back what was written after RFC 4180, in every encoding`(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    let rows = Self.values(&chance)
    let text = Self.csv(rows)
    for (encoding, bytes) in [
      (TextEncoding.utf8, Array(text.utf8)), (.gb18030, [UInt8](gb18030: text)),
      (.utf16BigEndian, [UInt8](utf16: text, bigEndian: true)),
    ] {
      var files = try TextFiles(bytes)
      files.format = try TextFiles.quoted("").format
      files.encoding = encoding
      files.rules.trims = false
      for piece in [1, 17, 100, 1 << 20] {
        let read = try files.read(piece: piece)
        #expect(read.values() == rows, "\(encoding) \(piece)")
        #expect(read.rejects.isEmpty && read.badBytes.isEmpty)
      }
    }
  }

  @Test(arguments: [UInt64](1...4))
  func `does not depend on how an extract is cut into files`(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    let rows = Self.values(&chance)
    var whole = try TextFiles(Self.csv(rows))
    whole.format = try TextFiles.quoted("").format
    let expected = try whole.read().values()
    #expect(expected.count == rows.count)
    for cut in [0, rows.count / 3, rows.count] {
      let parts = [rows[..<cut], rows[cut...]].map { Array(Self.csv(Array($0)).utf8) }
      var files = try TextFiles(parts[0], parts[1])
      files.format = whole.format
      #expect(try files.read().values() == expected)
    }
  }
}
