import Records

/// A table of `mappings/` as it stands in its CSV file: UTF-8, RFC 4180, a header line.
///
/// Held as one byte buffer and cell ranges; reading a cell makes no `String`.
package struct ReferenceTable: Sendable {
  /// Path inside `mappings/`, such as `codes/gbt4754-2017.csv`.
  package let name: String
  package let columns: [String]
  let bytes: [UInt8]
  let cells: [Cell]
  let lines: [Int32]
  /// The bank's table that was laid over this one, and which rows are from it; nil for none.
  private var overlay: (name: String, rows: [Bool])?

  /// Reads a table, and lays the bank's own of the same path over it. O(bytes).
  package init(_ name: String, from folder: MappingsFolder) throws(ReferenceFault) {
    let layers = folder.layers(of: name)
    guard let first = layers.first else {
      throw ReferenceFault(table: folder.path + "/" + name, line: 0, kind: .missing)
    }
    let base = try ReferenceTable(
      first.isOverlay ? first.path : name, bytes: try MappingsFolder.bytes(of: first))
    guard layers.count > 1 else {
      self = base
      return
    }
    let own = try ReferenceTable(layers[1].path, bytes: try MappingsFolder.bytes(of: layers[1]))
    self = try base.overlaid(
      by: own, key: try TablePackage(from: folder).table(at: name)?.primaryKey ?? [])
  }

  init(
    _ name: String, _ columns: [String], _ bytes: [UInt8], _ cells: [Cell], _ lines: [Int32],
    overlay: (name: String, rows: [Bool])
  ) {
    self.name = name
    self.columns = columns
    self.bytes = bytes
    self.cells = cells
    self.lines = lines
    self.overlay = overlay
  }

  /// Reads a table from its bytes. O(bytes).
  package init(_ name: String, bytes source: [UInt8]) throws(ReferenceFault) {
    var faults: [ReferenceFault] = []
    self.init(name, bytes: source, faults: &faults)
    if let first = faults.first { throw first }
  }

  /// Reads what can be read of a table and adds every fault of its form to `faults`. Rows of
  /// the wrong width are left out. O(bytes).
  package init(_ name: String, bytes source: [UInt8], faults: inout [ReferenceFault]) {
    var reader = CSVReader(source)
    reader.read()
    for fault in reader.faults {
      faults.append(ReferenceFault(table: name, line: fault.line, kind: fault.kind))
    }
    self.name = name
    bytes = reader.bytes
    columns = reader.header.map { String(reader.bytes.span.extracting($0.range)) }
    cells = reader.cells
    lines = reader.lines
  }

  /// Reads a table as far as it can be read, with the bank's own laid over it where both are
  /// sound; nil where there is none. O(bytes).
  init?(leniently name: String, from folder: MappingsFolder, faults: inout [ReferenceFault]) {
    if let sound = try? ReferenceTable(name, from: folder) {
      self = sound
    } else if let bytes = try? folder.bytes(of: name) {
      self.init(name, bytes: bytes, faults: &faults)
    } else {
      return nil
    }
  }

  /// Number of rows, the header not counted.
  package var count: Int { lines.count }

  /// Place of a column that must be there.
  package func column(_ title: String) throws(ReferenceFault) -> Int {
    guard let column = columns.firstIndex(of: title) else {
      throw ReferenceFault(table: name, line: 1, kind: .columnMissing(title))
    }
    return column
  }

  /// Calls `body` with the bytes of a cell. O(1).
  package func read<Value>(_ row: Int, _ column: Int, _ body: (Span<UInt8>) -> Value) -> Value {
    body(bytes.span.extracting(cells[row * columns.count + column].range))
  }

  /// The text of a cell.
  package func text(_ row: Int, _ column: Int) -> String { read(row, column) { String($0) } }

  /// The cell as a key; one of more than 15 bytes is a fault.
  package func key(_ row: Int, _ column: Int) throws(ReferenceFault) -> ShortKey {
    guard let key = read(row, column, { ShortKey($0) }) else {
      throw fault(row, .badValue(column: columns[column]))
    }
    return key
  }

  /// The cell as a whole number; nil where it is empty.
  package func number(_ row: Int, _ column: Int) throws(ReferenceFault) -> Int? {
    if read(row, column, { $0.isEmpty }) { return nil }
    guard let number = read(row, column, { $0.decimalValue }) else {
      throw fault(row, .badValue(column: columns[column]))
    }
    return number
  }

  /// Line of a row in its file, counted from 1.
  package func line(of row: Int) -> Int { Int(lines[row]) }

  /// Whether a row is a bank's own, or was changed by one.
  package func isFromBank(_ row: Int) -> Bool { overlay?.rows[row] ?? false }

  /// A fault on the line of a row.
  package func fault(_ row: Int, _ kind: ReferenceFault.Kind) -> ReferenceFault {
    let table = overlay.flatMap { $0.rows[row] ? $0.name : nil } ?? name
    return ReferenceFault(table: table, line: Int(lines[row]), kind: kind)
  }
}
