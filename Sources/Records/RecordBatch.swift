/// Some records of one source: one byte buffer in UTF-8 and the cells that lie in it.
///
/// Readers fill a batch and empty it again without giving its memory back. Cells are
/// ranges, so that a field needs no copy where the source already is UTF-8.
public struct RecordBatch: Sendable {
  /// Elements of the records.
  public let layout: RecordLayout
  /// Text of the cells, in UTF-8.
  public var bytes: [UInt8] = []
  /// `layout.width` cells a record.
  public var cells: [Cell] = []
  /// Line of the source (row of a sheet, number of an XML record) on which each record
  /// starts, counted from `firstLine`.
  public var lines: [UInt32] = []
  /// Line of the source, counted from 1, that `lines` are counted from.
  public var firstLine = 1

  /// A batch without records.
  public init(layout: RecordLayout) { self.layout = layout }

  /// A batch of given records, for examples and tests: blanks around a value are cut as a
  /// mapping does.
  public init(party: Party, records: [[DataElement: String]]) {
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

  /// Number of records.
  @inlinable public var count: Int { lines.count }

  /// Line of the source on which the record starts, counted from 1.
  @inlinable public func line(of index: Int) -> Int { firstLine + Int(lines[index]) }

  /// The record at `index`. O(1), no allocation.
  @inlinable public subscript(index: Int) -> RecordView {
    @_lifetime(borrow self) get {
      RecordView(
        bytes: bytes.span, cells: cells.span, slots: layout.slots, first: index * layout.width)
    }
  }

  /// The records that `isKept`, in memory of their own. O(n).
  public func filtered(_ isKept: (RecordView) -> Bool) -> RecordBatch {
    var result = RecordBatch(layout: layout)
    result.firstLine = firstLine
    for index in 0..<count where isKept(self[index]) {
      for place in index * layout.width..<(index + 1) * layout.width {
        let cell = cells[place]
        let start = UInt32(result.bytes.count)
        result.bytes.append(contentsOf: bytes[Int(cell.start)..<Int(cell.end)])
        result.cells.append(Cell(start, UInt32(result.bytes.count)))
      }
      result.lines.append(lines[index])
    }
    return result
  }

  /// Forgets the records and keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
  }
}
