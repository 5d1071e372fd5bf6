/// Some records of a batch, one after another: what a check that goes through all of them
/// column by column reads.
@frozen public struct RecordBlock: ~Escapable {
  /// Bytes of the batch.
  public let bytes: Span<UInt8>
  /// Cells of the batch.
  public let cells: Span<Cell>
  /// Slot of every element.
  public let slots: FrozenArray<UInt8>
  /// First cell of the first record.
  public let first: Int
  /// Cells of a record.
  public let width: Int
  /// Number of records.
  public let count: Int

  /// The records of a batch at the places of a range.
  @_lifetime(borrow batch)
  @inlinable public init(_ batch: borrowing RecordBatch, _ range: Range<Int>) {
    bytes = batch.bytes.span
    cells = batch.cells.span
    slots = batch.layout.slots
    width = batch.layout.width
    first = range.lowerBound * batch.layout.width
    count = range.count
  }

  /// One record as a block.
  @_lifetime(copy record)
  @inlinable public init(_ record: RecordView) {
    bytes = record.bytes
    cells = record.cells
    slots = record.slots
    first = record.first
    width = 0
    count = 1
  }

  /// Whether the source has a column for the element at all.
  @inlinable public func carries(_ element: DataElement) -> Bool {
    slots[Int(element.rawValue)] != 0
  }

  /// Slot of the element in every record; that of the empty cell where the source does not
  /// carry it.
  @inlinable public func slot(of element: DataElement) -> Int {
    Int(slots[Int(element.rawValue)])
  }

  /// The cell of a record, by its place in the block, in a slot. O(1).
  @inlinable @inline(__always) public func cell(_ place: Int, _ slot: Int) -> Cell {
    cells[first + place * width + slot]
  }

  /// The bytes of a cell. O(1), no allocation.
  @_lifetime(copy self)
  @inlinable @inline(__always) public func text(_ cell: Cell) -> Span<UInt8> {
    bytes.extracting(Int(cell.start)..<Int(cell.end))
  }
}
