/// Some records of one source: one byte buffer in UTF-8 and the cells that lie in it.
///
/// Readers fill a batch and empty it again without giving its memory back. Cells are
/// ranges, so that a field needs no copy where the source already is UTF-8.
package struct RecordBatch: Sendable {
  package let layout: RecordLayout
  package var bytes: [UInt8] = []
  /// `layout.width` cells a record.
  package var cells: [Cell] = []
  /// Line of the source (row of a sheet, number of an XML record) on which each record
  /// starts, counted from `firstLine`.
  package var lines: [UInt32] = []
  /// Line of the source, counted from 1, that `lines` are counted from.
  package var firstLine = 1

  package init(layout: RecordLayout) { self.layout = layout }

  /// A batch of given records, for examples and tests: blanks around a value are cut as a
  /// mapping does.
  package init(party: Party, records: [[DataElement: String]]) {
    let elements = Set(records.flatMap(\.keys)).sorted { $0.rawValue < $1.rawValue }
    self.init(layout: RecordLayout(party: party, elements: elements))
    for (index, record) in records.enumerated() {
      cells.append(.empty)
      for element in elements {
        let start = bytes.count
        bytes.append(contentsOf: (record[element] ?? "").utf8)
        cells.append(Cell(bytes.span.trimmedRange(start..<bytes.count)))
      }
      lines.append(UInt32(index))
    }
  }

  @inlinable package var count: Int { lines.count }

  /// Line of the source on which the record starts, counted from 1.
  @inlinable package func line(of index: Int) -> Int { firstLine + Int(lines[index]) }

  /// The record at `index`. O(1), no allocation.
  @inlinable package subscript(index: Int) -> RecordView {
    @_lifetime(borrow self) get {
      RecordView(
        bytes: bytes.span, cells: cells.span, slots: layout.slots, first: index * layout.width)
    }
  }

  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
  }
}
