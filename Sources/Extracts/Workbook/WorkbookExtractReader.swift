import Records
import Synchronization

/// Reads the rows of a sheet as records.
///
/// A row with a number in a mapped column that Excel has rounded (an identifier of more
/// than 15 digits) is rejected: the value is lost and is not guessed.
package final class WorkbookExtractReader: ExtractReader {
  package var layout: RecordLayout { cellReader.layout }

  private let cellReader: CellReader
  private let mappings: [ColumnMapping]
  private let paths: [String]
  private let format: WorkbookFormat
  private let state = Mutex(State())

  private struct State {
    var file = -1
    var book: WorkbookReader?
    /// Column of the sheet of every mapping.
    var columns: [Int] = []
    var row = WorkbookRow()
    var receipts: [InputReceipt] = []
  }

  package init(_ extract: Extract, _ format: WorkbookFormat) throws(ReadFault) {
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
        if state.book == nil {
          state.file += 1
          if state.file >= paths.count { return false }
          do { try open(&state) } catch {
            throw RowPiece.fault(error, path: paths[state.file])
          }
        }
        do {
          if try fill(&piece, &state) { return true }
        } catch {
          throw RowPiece.fault(error, path: paths[state.file])
        }
      }
    }
  }

  private func open(_ state: inout State) throws {
    let path = paths[state.file]
    let book = try WorkbookReader(path: path)
    if let sheet = format.sheet { try book.open(sheet: sheet) } else { try book.open(sheet: 0) }
    while try book.nextRow(into: &state.row), state.row.number < format.headerRow {}
    guard state.row.number == format.headerRow else { throw ReadFault(path: path, kind: .empty) }
    let titles = state.row.cells.indices.map { column in
      String(state.row.bytes.span.extracting(state.row.cells[column].range).trimmed)
    }
    let plan = try ColumnPlan.columns(
      titles: titles, mappings: mappings, columns: cellReader.columns, path: path,
      line: format.headerRow)
    state.columns = cellReader.columns.map { column in
      plan.firstIndex { $0.slot == column.slot } ?? 0
    }
    state.book = book
  }

  /// Fills a piece; false where the file has ended without a further row.
  private func fill(_ piece: inout Piece, _ state: inout State) throws -> Bool {
    guard let book = state.book else { return false }
    piece.file = state.file
    while piece.bytes.count < RowPiece.size {
      guard try book.nextRow(into: &state.row) else {
        state.book = nil
        state.receipts.append(try InputReceipt.ofFile(paths[state.file]))
        break
      }
      let row = state.row
      if row.cells.allSatisfy({ $0.kind == .empty }) { continue }
      if piece.lines.isEmpty { piece.firstLine = row.number }
      if let reason = spoiled(row, state.columns) {
        piece.rejects.append(
          Reject(
            path: paths[state.file], line: row.number, offset: 0, reason: reason,
            raw: Reject.shortened(Self.joined(row)[...])))
        continue
      }
      for column in state.columns {
        if column < row.cells.count, row.cells[column].kind != .error {
          let start = piece.bytes.count
          piece.bytes.append(contentsOf: row.bytes[row.cells[column].range])
          piece.cells.append(Cell(start..<piece.bytes.count))
        } else {
          piece.cells.append(.empty)
        }
      }
      piece.lines.append(row.number)
    }
    return !piece.lines.isEmpty || !piece.rejects.isEmpty
  }

  /// Why the row cannot be read, or nil.
  private func spoiled(_ row: WorkbookRow, _ columns: [Int]) -> Reject.Reason? {
    for (index, column) in columns.enumerated() {
      switch row.kind(column) {
      case .precisionLost: return .precisionLost(column: mappings[index].column)
      case .formulaWithoutResult:
        return .damaged("formula without result in \(mappings[index].column)")
      default: continue
      }
    }
    return nil
  }

  private static func joined(_ row: WorkbookRow) -> [UInt8] {
    var text: [UInt8] = []
    for (index, cell) in row.cells.enumerated() {
      if index > 0 { text.append(UInt8(ascii: "|")) }
      text.append(contentsOf: row.bytes[cell.range])
    }
    return text
  }

  package func cut(
    _ piece: inout Piece, into batch: inout RecordBatch, scratch: inout CutScratch,
    notes: inout CutNotes
  ) {
    RowPiece.cut(&piece, reader: cellReader, into: &batch, notes: &notes)
  }
}
