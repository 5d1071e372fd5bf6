import Records

/// Cutting for readers whose rows arrive with their cells found: workbooks and XML.
enum RowPiece {
  /// Rows of about so many bytes make a piece.
  static let size = 256 << 10

  /// Turns the rows of a piece into records; every row has one cell for every mapping.
  static func cut(
    _ piece: inout Piece, reader: CellReader, into batch: inout RecordBatch, notes: inout CutNotes
  ) {
    batch.removeAll()
    batch.firstLine = piece.firstLine
    swap(&batch.bytes, &piece.bytes)
    let fields = reader.columns.count
    for (row, line) in piece.lines.enumerated() {
      notes.rows += 1
      let base = batch.cells.count
      for _ in 0..<batch.layout.width { batch.cells.append(.empty) }
      for field in 0..<fields {
        let cell = piece.cells[row * fields + field]
        batch.cells[base + reader.columns[field].slot] = reader.cell(
          reader.columns[field], cell.range, in: &batch.bytes)
      }
      batch.lines.append(UInt32(clamping: line - piece.firstLine))
    }
  }

  /// What was read of a file that is not read as text.
  static func fault(_ error: any Error, path: String) -> ReadFault {
    switch error {
    case let fault as ReadFault: fault
    case let fault as ContainerFault: ReadFault(path: path, kind: .container(fault))
    case let fault as SystemFault: ReadFault(path: path, kind: .system(number: fault.number))
    // Nothing else is thrown below; EIO if it ever is.
    default: ReadFault(path: path, kind: .system(number: 5))
    }
  }
}
