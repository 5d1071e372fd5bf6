import Records
import Synchronization

/// Some rows of a file whose format nobody has named, as cells in one buffer of UTF-8.
package struct RawRows: Sendable {
  package fileprivate(set) var bytes: [UInt8] = []
  private var cells: [Cell] = []
  /// By row, the place behind its last cell.
  private var ends: [Int] = []
  /// Records that could not be cut into cells: a quote that nobody closes.
  package fileprivate(set) var unreadable = 0

  package init() {}

  /// Number of rows.
  package var count: Int { ends.count }

  /// A cell, nil where the row has fewer. O(1).
  package func cell(_ row: Int, _ column: Int) -> Cell? {
    let place = start(row) + column
    return place < ends[row] ? cells[place] : nil
  }

  /// The cells of a row as texts.
  func texts(_ row: Int) -> [String] {
    (start(row)..<ends[row]).map { String(bytes.span.extracting(cells[$0].range)) }
  }

  /// Whether a row has more or fewer cells than there are columns; an empty one behind the
  /// last does not count, since many extracts end their lines with a delimiter.
  package func isRagged(_ row: Int, columns: Int) -> Bool {
    let number = ends[row] - start(row)
    if number == columns + 1 { return !cells[ends[row] - 1].isEmpty }
    return number != columns
  }

  private func start(_ row: Int) -> Int { row == 0 ? 0 : ends[row - 1] }

  fileprivate mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    unreadable = 0
  }

  fileprivate mutating func add(_ text: String) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    cells.append(Cell(start..<bytes.count))
  }
  fileprivate mutating func add(_ cell: Cell) { cells.append(cell) }
  fileprivate mutating func endRow() { ends.append(cells.count) }
}

/// Hands out the rows of a file behind its titles, a block at a time, to any number of cores.
package final class RawRowSource: Sendable {
  /// Reads what is not text row by row.
  private final class Rows {
    private let next: (inout RawRows) throws -> Bool

    init(_ next: @escaping (inout RawRows) throws -> Bool) { self.next = next }

    func take(_ rows: inout RawRows) throws -> Bool {
      while rows.count < 1024 {
        if !(try next(&rows)) { break }
        rows.endRow()
      }
      return rows.count > 0
    }
  }

  private enum Reading {
    case text(TextSource)
    case rows(Lock)
  }
  private final class Lock: Sendable {
    let rows: Mutex<Rows?>
    init(_ rows: sending Rows) { self.rows = Mutex(rows) }
  }
  /// The lines of a text, taken in turns, and how to cut them.
  private final class TextSource: Sendable {
    let feeder: Mutex<LineFeeder>
    let newline = Mutex<UInt8>(0x0A)
    let encoding: TextEncoding
    let guess: FormatGuess
    let columns: Int

    init(_ path: String, _ encoding: TextEncoding, _ guess: FormatGuess, columns: Int) {
      var format = DelimitedFormat(delimiter: guess.delimiter ?? "\u{0}")
      format.quoting = guess.quoting
      feeder = Mutex(LineFeeder(paths: [path], encoding: encoding, format: format))
      self.encoding = encoding
      self.guess = guess
      self.columns = columns
    }
  }

  private let reading: Reading

  package init(_ table: RawTable) throws {
    switch table.kind {
    case .text(let encoding, let guess):
      reading = .text(TextSource(table.path, encoding, guess, columns: table.titles.count))
    case .workbook:
      reading = .rows(Lock(try Self.workbook(table.path, columns: table.titles.count)))
    case .xml(let record):
      reading = .rows(Lock(try Self.xml(table.path, record, table.titles)))
    }
  }

  /// Puts the next rows into `rows`; false at the end.
  package func next(into rows: inout RawRows) throws -> Bool {
    switch reading {
    case .text(let source):
      var piece = Piece()
      rows.clear()
      let isMore = try source.feeder.takePiece(&piece) { (opening, _) in
        source.newline.withLock { $0 = opening.newline }
        return source.columns
      }
      if isMore { Self.cut(&piece, source, into: &rows) }
      return isMore
    case .rows(let lock):
      rows.clear()
      var own = RawRows()
      swap(&own, &rows)
      let isMore = try lock.rows.withLock { try $0?.take(&own) ?? false }
      swap(&own, &rows)
      return isMore
    }
  }

  private static func cut(_ piece: inout Piece, _ source: TextSource, into rows: inout RawRows) {
    if source.encoding == .gb18030 {
      var bad: [BadByte] = []
      rows.bytes.append(
        gb18030: piece.bytes, 0..<piece.bytes.count, table: GB18030.table, bad: &bad,
        fourBytes: GB18030.scalar(fourBytes:))
    } else {
      // A piece of a file in UTF-16 is UTF-8 already.
      swap(&rows.bytes, &piece.bytes)
    }
    let end = rows.bytes.count
    let scanner = RawTable.scanner(
      source.guess, newline: source.newline.withLock { $0 }, columns: source.columns)
    var place = 0
    var cells: [RecordScanner.FoundCell] = []
    while place < end {
      switch scanner.scan(rows.bytes, from: place, to: end, isLast: true, cells: &cells) {
      case .record(let next):
        place = next
        if cells.count == 1, cells[0].range.isEmpty { continue }
        for cell in cells {
          if cell.escaped {
            rows.add(RawTable.text(cell, rows.bytes))
          } else {
            rows.add(Cell(cell.range))
          }
        }
        rows.endRow()
      case .fault(_, let next):
        rows.unreadable += 1
        place = next
      case .incomplete: place = end
      }
    }
  }

  private static func workbook(_ path: String, columns: Int) throws -> sending Rows {
    let book = try WorkbookReader(path: path)
    try book.open(sheet: 0)
    var row = WorkbookRow()
    _ = try book.nextRow(into: &row)
    return Rows { rows in
      var row = WorkbookRow()
      guard try book.nextRow(into: &row) else { return false }
      // A row ends with its last cell that has a value.
      for column in 0..<max(columns, row.cells.count) { rows.add(row.text(column)) }
      return true
    }
  }

  private static func xml(
    _ path: String, _ record: String, _ fields: [String]
  ) throws -> sending Rows {
    let source = try ByteSource(path: path, encoding: nil)
    let stream = XMLStream(path: path) { try source.read($0, appendingTo: &$1) }
    let reader = try XMLRecordReader(stream, recordPath: record, fieldPaths: fields)
    return Rows { rows in
      var found = XMLRecord()
      guard try reader.nextRecord(into: &found) else { return false }
      for field in fields.indices { rows.add(found.text(field)) }
      return true
    }
  }
}
