import Records
import Synchronization

/// Reads text whose fields stand at fixed bytes of every line.
///
/// Bytes are counted in the encoding of the file, so a line is cut first and decoded field
/// by field: a field that ends in the middle of a character spoils that character only.
package final class FixedWidthReader: ExtractReader {
  package var layout: RecordLayout { cellReader.layout }

  private let format: FixedWidthFormat
  private let cellReader: CellReader
  private let paths: [String]
  private let feeder: Mutex<LineFeeder>
  private let openings = Mutex<[(encoding: TextEncoding, newline: UInt8)]>([])
  /// Fields that are mapped, with their cells' columns.
  private let fields: [(field: FixedWidthFormat.Field, column: CellReader.Column)]
  /// Bytes up to which a line must reach.
  private let shortest: Int

  package init(_ extract: Extract, _ format: FixedWidthFormat, sizes: PieceSizes = PieceSizes())
    throws(ReadFault)
  {
    self.format = format
    paths = extract.paths
    cellReader = CellReader(
      party: extract.party, mappings: extract.mappings, rules: extract.cellRules)
    let columns = try ColumnPlan.columns(
      titles: format.fields.map(\.title), mappings: extract.mappings, columns: cellReader.columns,
      path: extract.paths.first ?? extract.name, line: 0)
    fields = zip(format.fields, columns).filter { $0.1.slot > 0 }.map { ($0.0, $0.1) }
    // Trailing blanks are often cut: a line must reach the start of its last field.
    shortest = format.fields.map(\.start).max() ?? 0
    // No header, no quotes: of a delimited file only the lines are left.
    var lines = DelimitedFormat(delimiter: "\n")
    lines.titles = []
    lines.linesBefore = format.linesBefore
    lines.linesAfter = format.linesAfter
    feeder = Mutex(
      LineFeeder(paths: extract.paths, encoding: extract.encoding, format: lines, sizes: sizes))
  }

  package var receipts: [InputReceipt] { feeder.withLock { $0.receipts } }

  package func next(into piece: inout Piece) throws(ReadFault) -> Bool {
    try feeder.takePiece(&piece) { (opening, path) throws(ReadFault) in
      if opening.isWide {
        throw ReadFault(
          path: path, kind: .fixedWidthInUTF16)
      }
      self.openings.withLock { $0.append((opening.encoding, opening.newline)) }
      return self.format.fields.count
    }
  }

  package func cut(
    _ piece: inout Piece, into batch: inout RecordBatch, scratch: inout CutScratch,
    notes: inout CutNotes
  ) {
    let (encoding, newline) = openings.withLock { $0[piece.file] }
    batch.removeAll()
    batch.firstLine = piece.firstLine
    let width = batch.layout.width
    let end = piece.bytes.count
    var start = 0
    var line: UInt32 = 0
    while start < end {
      var stop = start
      while stop < end, piece.bytes[stop] != newline { stop += 1 }
      let next = stop + 1
      if newline == 0x0A, stop > start, piece.bytes[stop - 1] == 0x0D { stop -= 1 }
      let isBlank = stop == start || stop - start == 1 && piece.bytes[start] == 0x1A
      if !isBlank {
        notes.rows += 1
        if stop - start < shortest {
          notes.rejects.append(
            Reject(
              path: paths[piece.file], line: piece.firstLine + Int(line),
              offset: piece.offset + start,
              reason: .lineTooShort(expected: shortest, found: stop - start),
              raw: Reject.shortened(text(piece.bytes, start..<stop, encoding)[...])))
        } else {
          let base = batch.cells.count
          for _ in 0..<width { batch.cells.append(.empty) }
          for (field, column) in fields {
            let first = min(start + field.start - 1, stop)
            let range = first..<min(first + field.length, stop)
            let from = batch.bytes.count
            decode(
              piece, range, encoding, &batch.bytes, &scratch, line: piece.firstLine + Int(line),
              &notes)
            batch.cells[base + column.slot] = cellReader.cell(
              column, from..<batch.bytes.count, in: &batch.bytes)
          }
          batch.lines.append(line)
        }
      }
      line += 1
      start = next
    }
  }

  private func decode(
    _ piece: Piece, _ range: Range<Int>, _ encoding: TextEncoding, _ output: inout [UInt8],
    _ scratch: inout CutScratch, line: Int, _ notes: inout CutNotes
  ) {
    scratch.bad.removeAll(keepingCapacity: true)
    if encoding == .gb18030 {
      output.append(
        gb18030: piece.bytes, range, table: GB18030.table, bad: &scratch.bad,
        fourBytes: GB18030.scalar(fourBytes:))
    } else {
      TextDecoding.append(utf8: piece.bytes, range, to: &output, bad: &scratch.bad)
    }
    for bad in scratch.bad {
      notes.badBytes.append(
        EncodingNote(path: paths[piece.file], line: line, offset: piece.offset + bad.offset))
    }
  }

  private func text(_ bytes: [UInt8], _ range: Range<Int>, _ encoding: TextEncoding) -> [UInt8] {
    var output: [UInt8] = []
    var bad: [BadByte] = []
    if encoding == .gb18030 {
      output.append(
        gb18030: bytes, range, table: GB18030.table, bad: &bad,
        fourBytes: GB18030.scalar(fourBytes:))
    } else {
      TextDecoding.append(utf8: bytes, range, to: &output, bad: &bad)
    }
    return output
  }
}
