import Records
import Synchronization

/// Reads delimited text.
package final class DelimitedReader: ExtractReader {
  package var layout: RecordLayout { cellReader.layout }

  private let format: DelimitedFormat
  private let mappings: [ColumnMapping]
  private let cellReader: CellReader
  private let paths: [String]
  private let feeder: Mutex<LineFeeder>
  /// Of every file opened so far: what its header says.
  private let plans = Mutex<[Plan]>([])

  private struct Plan: Sendable {
    let columns: [CellReader.Column]
    let encoding: TextEncoding
    let newline: UInt8
  }

  package init(_ extract: Extract, _ format: DelimitedFormat) {
    self.format = format
    mappings = extract.mappings
    paths = extract.paths
    cellReader = CellReader(
      party: extract.party, mappings: extract.mappings, rules: extract.cellRules)
    var quote: UInt8?
    switch format.quoting {
    case .none: quote = nil
    case .doubled(let mark): quote = mark
    case .backslash: quote = 0x5C
    }
    feeder = Mutex(
      LineFeeder(
        paths: extract.paths, encoding: extract.encoding, linesBefore: format.linesBefore,
        linesAfter: format.linesAfter, hasHeader: format.titles == nil, quote: quote,
        scanner: { Self.scanner(format, newline: $0.newline, encoding: $0.encoding) }))
  }

  private static func scanner(
    _ format: DelimitedFormat, newline: UInt8, encoding: TextEncoding
  ) -> RecordScanner? {
    if format.quoting == .none { return nil }
    var delimiter = format.delimiter
    if encoding == .gb18030, let converted = Iconv.convert(delimiter, from: "UTF-8", to: "GB18030") {
      delimiter = converted
    }
    return RecordScanner(
      delimiter: delimiter, quoting: format.quoting, newline: newline,
      doubleByte: encoding == .gb18030)
  }

  package var receipts: [InputReceipt] { feeder.withLock { $0.receipts } }

  package func next(into piece: inout Piece) throws(ReadFault) -> Bool {
    try feeder.takePiece(&piece) { (opening, path) throws(ReadFault) in
      let plan = try self.plan(opening, path)
      self.plans.withLock { $0.append(plan) }
    }
  }

  private func plan(_ opening: LineFeeder.Opening, _ path: String) throws(ReadFault) -> Plan {
    let titles: [String]
    if let given = format.titles {
      titles = given
    } else {
      let header = opening.header ?? []
      var cells: [RecordScanner.FoundCell] = []
      let scanner = RecordScanner(
        delimiter: format.delimiter, quoting: format.quoting, newline: opening.newline,
        doubleByte: false)
      _ = scanner.scan(header, from: 0, to: header.count, isLast: true, cells: &cells)
      if format.trailingDelimiter, cells.last?.range.isEmpty == true { cells.removeLast() }
      titles = cells.map { String(header.span.extracting($0.range).trimmed) }
    }
    let columns = try ColumnPlan.columns(
      titles: titles, mappings: mappings, columns: cellReader.columns, path: path,
      line: format.linesBefore + 1)
    return Plan(columns: columns, encoding: opening.encoding, newline: opening.newline)
  }

  package func cut(
    _ piece: inout Piece, into batch: inout RecordBatch, scratch: inout CutScratch,
    notes: inout CutNotes
  ) {
    let plan = plans.withLock { $0[piece.file] }
    batch.removeAll()
    batch.firstLine = piece.firstLine
    TextDecoding.decode(
      &piece, plan.encoding, into: &batch.bytes, scratch: &scratch, path: paths[piece.file],
      newline: plan.newline, notes: &notes)
    var cutter = DelimitedCutter(
      columns: plan.columns, reader: cellReader, format: format, newline: plan.newline,
      path: paths[piece.file], offset: piece.offset,
      offsetsAreExact: plan.encoding == .utf8)
    cutter.cut(&batch, scratch: &scratch, notes: &notes)
  }
}
