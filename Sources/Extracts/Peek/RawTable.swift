import Foundation
import Records

/// A file whose format nobody has named: guessed, and read as rows of texts. For a first
/// look; a job names the format.
package final class RawTable: Sendable {
  enum Kind: Sendable {
    case text(TextEncoding, FormatGuess)
    case workbook(sheet: String)
    case xml(record: String)
  }

  let path: String
  let kind: Kind
  private let isCompressed: Bool
  /// Titles of the columns.
  package let titles: [String]

  package init(path: String) throws {
    self.path = path
    var start: [UInt8] = []
    let probe = try ByteSource(path: path, encoding: nil)
    _ = try probe.read(256 << 10, appendingTo: &start)
    isCompressed = probe.isCompressed
    if start.isEmpty { throw ReadFault(path: path, kind: .empty) }
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    {
      let book = try WorkbookReader(path: path)
      kind = .workbook(sheet: book.sheets.first?.name ?? "")
      try book.open(sheet: 0)
      var row = WorkbookRow()
      titles = try book.nextRow(into: &row) ? row.cells.indices.map { row.text($0) } : []
      return
    }
    let encoding = try EncodingDetector.detect(path)
    let decoded = Self.decoded(start, encoding)
    let text =
      decoded.unicodeScalars.first == "\u{FEFF}"
      ? String(decoded.unicodeScalars.dropFirst()) : decoded
    let visible = text.drop(while: \.isWhitespace)
    if visible.hasPrefix("<?xml") || visible.hasPrefix("<") {
      let shape = XMLShape(String(visible))
      kind = .xml(record: shape.record)
      titles = shape.fields
      return
    }
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
      String.init)
    if lines.count > 1 { lines.removeLast() }
    let guess = FormatGuess(lines: lines)
    kind = .text(encoding, guess)
    var header: [String] = []
    if let first = lines.first(where: { !$0.isEmpty }) {
      header = Self.split(Array(first.utf8), guess)
    }
    titles = header.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// Calls `body` with every row behind the titles until it says false.
  package func eachRow(_ body: ([String]) throws -> Bool) throws {
    let source = try RawRowSource(self)
    var rows = RawRows()
    while try source.next(into: &rows) {
      for row in 0..<rows.count where !(try body(rows.texts(row))) { return }
    }
  }

  /// What was found out, in one paragraph.
  package func description(_ language: Language) -> String {
    let zh = language == .zh
    var parts: [String] = [path]
    if isCompressed { parts.append("gzip") }
    switch kind {
    case .workbook(let sheet):
      parts.append(zh ? "Excel 工作簿，工作表「\(sheet)」" : "workbook, sheet \(sheet)")
    case .xml(let record): parts.append(zh ? "XML，记录路径 \(record)" : "XML, records at \(record)")
    case .text(let encoding, let guess):
      parts.append(encoding.rawValue)
      if let delimiter = guess.delimiter {
        let shown = delimiter == "\t" ? "\\t" : delimiter == "\u{1}" ? "\\u0001" : delimiter
        parts.append((zh ? "分隔符 " : "delimiter ") + shown)
        parts.append(
          guess.quoting == .none ? (zh ? "无引号" : "no quotes") : (zh ? "双引号" : "double quotes"))
        if guess.hasTrailingDelimiter { parts.append(zh ? "行末有分隔符" : "trailing delimiter") }
      } else {
        parts.append(zh ? "未发现分隔符（可能是定长文件）" : "no delimiter (fixed width?)")
      }
    }
    parts.append(zh ? "\(titles.count) 列" : "\(titles.count) columns")
    return parts.joined(separator: zh ? "，" : ", ")
  }

  static func scanner(
    _ guess: FormatGuess, newline: UInt8, columns: Int
  ) -> RecordScanner {
    RecordScanner(
      delimiter: Array((guess.delimiter ?? "\u{0}").utf8), quoting: guess.quoting,
      newline: newline, doubleByte: false, cellLimit: RecordScanner.cellLimit(columns: columns))
  }

  private static func split(_ line: [UInt8], _ guess: FormatGuess) -> [String] {
    var cells: [RecordScanner.FoundCell] = []
    _ = scanner(guess, newline: 0x0A, columns: .max / 4).scan(
      line, from: 0, to: line.count, isLast: true, cells: &cells)
    var texts = cells.map { text($0, line) }
    if guess.hasTrailingDelimiter, texts.last == "" { texts.removeLast() }
    return texts
  }

  static func text(_ cell: RecordScanner.FoundCell, _ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes[cell.range], as: UTF8.self)
    return cell.escaped ? text.replacing("\"\"", with: "\"") : text
  }

  private static func decoded(_ bytes: [UInt8], _ encoding: TextEncoding) -> String {
    if encoding == .gb18030 {
      var output: [UInt8] = []
      var bad: [BadByte] = []
      output.append(
        gb18030: bytes, 0..<bytes.count, table: GB18030.table, bad: &bad,
        fourBytes: GB18030.scalar(fourBytes:))
      return String(decoding: output, as: UTF8.self)
    }
    if encoding == .utf8 { return String(decoding: bytes, as: UTF8.self) }
    var text = WideText(bigEndian: encoding == .utf16BigEndian)
    var output: [UInt8] = []
    text.append(bytes, isLast: true, to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}

/// Where the records of a document seem to be: the elements below the root, and the elements
/// below the first of them.
struct XMLShape {
  let record: String
  let fields: [String]

  /// Looks at the beginning of a document only.
  init(_ text: String) {
    var open: [String] = []
    var record = ""
    var fields: [String] = []
    for match in text.matches(of: /<(\/?)([A-Za-z_一-龥][^\s\/>]*)([^>]*)>/) {
      let name = String(match.2.split(separator: ":").last ?? match.2)
      if match.1 == "/" {
        if open.last == name { open.removeLast() }
        continue
      }
      if open.count == 1, record.isEmpty { record = "/\(open[0])/\(name)" }
      if open.count == 2, record == "/\(open[0])/\(open[1])", !fields.contains(name) {
        fields.append(name)
      }
      if !match.3.hasSuffix("/") { open.append(name) }
    }
    self.record = record
    self.fields = fields
  }
}
