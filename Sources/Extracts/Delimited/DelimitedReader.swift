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
    let opening: LineFeeder.Opening
  }

  package init(_ extract: Extract, _ format: DelimitedFormat, sizes: PieceSizes = PieceSizes()) {
    self.format = format
    mappings = extract.mappings
    paths = extract.paths
    cellReader = CellReader(
      party: extract.party, mappings: extract.mappings, rules: extract.cellRules)
    feeder = Mutex(
      LineFeeder(paths: extract.paths, encoding: extract.encoding, format: format, sizes: sizes))
  }

  package var receipts: [InputReceipt] { feeder.withLock { $0.receipts } }

  package func next(into piece: inout Piece) throws(ReadFault) -> Bool {
    try feeder.takePiece(&piece) { (opening, path) throws(ReadFault) in
      let plan = try self.plan(opening, path)
      self.plans.withLock { $0.append(plan) }
      return plan.columns.count
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
      titles = cells.map { String(format.text(of: $0, in: header).span.trimmed) }
    }
    let columns = try ColumnPlan.columns(
      titles: titles, mappings: mappings, columns: cellReader.columns, path: path,
      line: format.linesBefore + 1)
    return Plan(columns: columns, opening: opening)
  }

  package func cut(
    _ piece: inout Piece, into batch: inout RecordBatch, scratch: inout CutScratch,
    notes: inout CutNotes
  ) {
    let plan = plans.withLock { $0[piece.file] }
    batch.removeAll()
    batch.firstLine = piece.firstLine
    let isSame = TextDecoding.decode(
      &piece, plan.opening, into: &batch.bytes, scratch: &scratch, path: paths[piece.file],
      notes: &notes)
    let known = notes.rejects.count
    var cutter = DelimitedCutter(
      columns: plan.columns, reader: cellReader, format: format, newline: plan.opening.newline,
      path: paths[piece.file])
    cutter.cut(&batch, scratch: &scratch, notes: &notes)
    place(&notes.rejects[known...], plan.opening, piece, isSame ? batch.bytes : piece.bytes)
  }

  /// Turns places in the text of a piece into places in the file.
  ///
  /// A rejected row starts a line, and lines are the same in every encoding: they are counted
  /// in `source`, the bytes before decoding.
  private func place(
    _ rejects: inout ArraySlice<Reject>, _ opening: LineFeeder.Opening, _ piece: Piece,
    _ source: [UInt8]
  ) {
    var place = 0
    var line = piece.firstLine
    var offset = piece.offset
    for index in rejects.indices {
      let start = place
      while line < rejects[index].line, place < source.count {
        if source[place] == opening.newline { line += 1 }
        place += 1
      }
      offset += opening.isWide ? WideText.length(of: source, start..<place) : place - start
      rejects[index].offset = offset
    }
  }
}
