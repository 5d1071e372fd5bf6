import Records
import Synchronization

/// Reads the records of XML documents. A mapping's column is the path of a field inside the
/// record, such as `CUST/NAME` or `@id`.
package final class XMLExtractReader: ExtractReader {
  package var layout: RecordLayout { cellReader.layout }

  private let cellReader: CellReader
  private let mappings: [ColumnMapping]
  private let paths: [String]
  private let format: XMLFormat
  private let state = Mutex(State())

  private struct State {
    var file = -1
    var source: ByteSource?
    var reader: XMLRecordReader?
    var record = XMLRecord()
    var receipts: [InputReceipt] = []
  }

  package init(_ extract: Extract, _ format: XMLFormat) throws(ReadFault) {
    self.format = format
    mappings = extract.mappings
    paths = extract.paths
    cellReader = CellReader(
      party: extract.party, mappings: extract.mappings, rules: extract.cellRules)
  }

  package var receipts: [InputReceipt] { state.withLock { $0.receipts } }

  package func next(into piece: inout Piece) throws(ReadFault) -> Bool {
    piece.clear()
    return try state.withLock { (state) throws(ReadFault) in
      while true {
        if state.reader == nil {
          state.file += 1
          if state.file >= paths.count { return false }
          let source = try ByteSource(path: paths[state.file], encoding: nil)
          do {
            let stream = XMLStream(path: paths[state.file]) { count, buffer in
              try source.read(count, appendingTo: &buffer)
            }
            state.reader = try XMLRecordReader(
              stream, recordPath: format.record, fieldPaths: mappings.map(\.column))
          } catch {
            throw RowPiece.fault(error, path: paths[state.file])
          }
          state.source = source
        }
        do {
          if try fill(&piece, &state) { return true }
        } catch {
          throw RowPiece.fault(error, path: paths[state.file])
        }
      }
    }
  }

  private func fill(_ piece: inout Piece, _ state: inout State) throws -> Bool {
    guard let reader = state.reader, let source = state.source else { return false }
    piece.file = state.file
    while piece.bytes.count < RowPiece.size {
      guard try reader.nextRecord(into: &state.record) else {
        state.receipts.append(try source.receipt())
        state.reader = nil
        state.source = nil
        break
      }
      let record = state.record
      if piece.lines.isEmpty { piece.firstLine = record.line }
      for value in record.values {
        let start = piece.bytes.count
        piece.bytes.append(contentsOf: record.bytes[value.range])
        piece.cells.append(Cell(start..<piece.bytes.count))
      }
      piece.lines.append(record.line)
    }
    return !piece.lines.isEmpty
  }

  package func cut(
    _ piece: inout Piece, into batch: inout RecordBatch, scratch: inout CutScratch,
    notes: inout CutNotes
  ) {
    RowPiece.cut(&piece, reader: cellReader, into: &batch, notes: &notes)
  }
}
