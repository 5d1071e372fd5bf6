/// A table with a header row, read from and written to RFC 4180 text.
///
/// Made for files of some megabytes: everything is a `String`.
struct CSVTable: Equatable, Sendable {
  var header: [String]
  var rows: [[String]]

  struct Fault: Error, Equatable, CustomStringConvertible {
    /// Line of the text, counted from 1; 0 where the fault has no line.
    let line: Int
    let reason: String
    var description: String { line == 0 ? reason : "line \(line): \(reason)" }
  }

  init(header: [String], rows: [[String]] = []) {
    self.header = header
    self.rows = rows
  }

  /// Reads UTF-8 text with LF or CRLF. Throws a `Fault` for text that is not UTF-8, has no header,
  /// a row longer or shorter than it, or a quote out of place.
  init(parsing bytes: some Sequence<UInt8>) throws(Fault) {
    var records = try Self.records(of: Array(bytes))
    guard !records.isEmpty else { throw Fault(line: 1, reason: "no header row") }
    header = records.removeFirst().cells
    for record in records where record.cells.count != header.count {
      let counts = "\(record.cells.count) cells, expected \(header.count)"
      throw Fault(line: record.line, reason: counts)
    }
    rows = records.map(\.cells)
  }

  /// The table as text: LF at every line end, quotes only where a reader needs them.
  var text: String {
    var text = ""
    for row in [header] + rows {
      // A lone empty cell would be an empty line, which many readers skip.
      text += row == [""] ? "\"\"" : row.map(Self.quoted).joined(separator: ",")
      text += "\n"
    }
    return text
  }

  /// Place of a column. Throws a `Fault` where the header lacks it.
  func place(of column: String) throws(Fault) -> Int {
    if let place = header.firstIndex(of: column) { return place }
    throw Fault(line: 0, reason: "no column \"\(column)\" among \(header.joined(separator: ", "))")
  }

  func values(of column: String) throws(Fault) -> [String] {
    let place = try place(of: column)
    return rows.map { $0[place] }
  }

  func removing(_ column: String) throws(Fault) -> CSVTable {
    let place = try place(of: column)
    var table = self
    table.header.remove(at: place)
    for row in table.rows.indices { table.rows[row].remove(at: place) }
    return table
  }

  /// The rows whose cell in `column` is `value`.
  func selecting(_ column: String, _ value: String) throws(Fault) -> CSVTable {
    let place = try place(of: column)
    return CSVTable(header: header, rows: rows.filter { $0[place] == value })
  }

  func replacing(_ column: String, _ change: (String) -> String) throws(Fault) -> CSVTable {
    let place = try place(of: column)
    var table = self
    for row in table.rows.indices { table.rows[row][place] = change(table.rows[row][place]) }
    return table
  }

  /// Writes out what a cell such as "same" or "same; and more" leaves to the row above.
  func fillingDown(_ column: String, mark: String) throws(Fault) -> CSVTable {
    var above = ""
    return try replacing(column) { cell in
      if cell == mark { return above }
      if cell.hasPrefix(mark + ";") { return above + cell.dropFirst(mark.count) }
      above = cell
      return cell
    }
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return cell }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

extension CSVTable {
  private struct Reader {
    var cells: [String] = []
    var cell: [UInt8] = []
    /// Line now read, and the line on which the record began.
    var line = 1
    var start = 1
    var records: [(line: Int, cells: [String])] = []

    mutating func endCell() throws(Fault) {
      guard let text = String(validating: cell, as: UTF8.self) else {
        throw Fault(line: line, reason: "not UTF-8")
      }
      cells.append(text)
      cell.removeAll(keepingCapacity: true)
    }

    mutating func endRecord() throws(Fault) {
      try endCell()
      records.append((start, cells))
      cells.removeAll(keepingCapacity: true)
    }
  }

  private static func records(of bytes: [UInt8]) throws(Fault) -> [(line: Int, cells: [String])] {
    var reader = Reader()
    /// Whether a cell began with a quote, and whether that quote is still open.
    var (quoted, open, atStart) = (false, false, true)
    var place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while place < bytes.count {
      let byte = bytes[place]
      let next = place + 1 < bytes.count ? bytes[place + 1] : nil
      place += 1
      if open {
        if byte == 0x0A { reader.line += 1 }
        if byte != 0x22 {
          reader.cell.append(byte)
        } else if next == 0x22 {
          reader.cell.append(byte)
          place += 1
        } else {
          open = false
        }
        continue
      }
      switch byte {
      case 0x2C:
        try reader.endCell()
        (quoted, atStart) = (false, true)
      case 0x0D where next == 0x0A:
        continue
      case 0x0A:
        try reader.endRecord()
        reader.line += 1
        reader.start = reader.line
        (quoted, atStart) = (false, true)
      case 0x22 where atStart:
        (quoted, open, atStart) = (true, true, false)
      case 0x22:
        throw Fault(line: reader.line, reason: "quote inside an unquoted cell")
      default:
        if quoted { throw Fault(line: reader.line, reason: "text after a closing quote") }
        reader.cell.append(byte)
        atStart = false
      }
    }
    if open { throw Fault(line: reader.start, reason: "quote never closed") }
    if !atStart || !reader.cells.isEmpty { try reader.endRecord() }
    return reader.records
  }
}
