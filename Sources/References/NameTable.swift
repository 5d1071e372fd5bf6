import Records

/// Names of the rows of a code table, one after another in one buffer that is never freed.
package struct NameTable: Sendable {
  private let bytes: FrozenArray<UInt8>
  private let cells: FrozenArray<Cell>

  package init(_ names: [String]) {
    var bytes: [UInt8] = []
    var cells: [Cell] = []
    for name in names {
      let start = bytes.count
      bytes.append(contentsOf: name.utf8)
      cells.append(Cell(start..<bytes.count))
    }
    self.bytes = FrozenArray(bytes)
    self.cells = FrozenArray(cells)
  }

  package var count: Int { cells.count }

  /// Appends the name of a row. O(length of the name).
  package func append(_ row: Int, to text: inout [UInt8]) {
    text.append(bytes.span.extracting(cells[row].range))
  }

  /// Whether the name of a row is `text`, byte for byte.
  package func equals(_ row: Int, _ text: Span<UInt8>) -> Bool {
    bytes.span.extracting(cells[row].range).equals(text)
  }

  package subscript(row: Int) -> String { String(bytes.span.extracting(cells[row].range)) }
}
