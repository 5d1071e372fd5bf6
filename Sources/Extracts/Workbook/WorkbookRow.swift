/// One row of a sheet; kept by the caller and filled anew for every row.
package struct WorkbookRow: Sendable {
  package enum Kind: UInt8, Sendable, BitwiseCopyable {
    /// No cell, or one without a value.
    case empty
    case text, number
    /// A day or time; written `yyyy-MM-dd`, `yyyy-MM-dd HH:mm:ss` or `HH:mm:ss`.
    case date
    /// `TRUE` or `FALSE`.
    case boolean
    /// `#N/A` and its like.
    case error
    /// A number of more than 15 digits before the point: Excel keeps 15, so an identifier
    /// that stands here has lost its end. The bytes are what the file holds.
    case precisionLost
    /// A formula whose result the file does not hold, so the cell has no value to read.
    case formulaWithoutResult
  }

  package struct Cell: Sendable, BitwiseCopyable {
    package var start: UInt32 = 0
    package var end: UInt32 = 0
    package var kind = Kind.empty

    /// Where the value stands in the bytes of the row.
    package var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// Values of the cells in UTF-8, in no particular order.
  package internal(set) var bytes: [UInt8] = []
  /// Cells by column, from column A; as many as the last one that has a value needs.
  package internal(set) var cells: [Cell] = []
  /// Number of the row, from 1, as Excel shows it.
  package internal(set) var number = 0
  /// Cells whose column had a cell before in this row; the last one counts.
  package internal(set) var repeatedCells = 0

  package init() {}

  /// The value in a column, from 0; empty beyond the last cell.
  package func text(_ column: Int) -> String {
    guard cells.indices.contains(column) else { return "" }
    return String(decoding: bytes[cells[column].range], as: UTF8.self)
  }

  package func kind(_ column: Int) -> Kind {
    cells.indices.contains(column) ? cells[column].kind : .empty
  }

  mutating func begin(_ number: Int) {
    self.number = number
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    repeatedCells = 0
  }

  /// The bytes from `start` on are the value of `column`.
  mutating func set(_ column: Int, _ kind: Kind, from start: Int) {
    if kind == .empty { return }
    while cells.count <= column { cells.append(Cell()) }
    if cells[column].kind != .empty { repeatedCells += 1 }
    cells[column] = Cell(start: UInt32(start), end: UInt32(bytes.count), kind: kind)
  }
}
