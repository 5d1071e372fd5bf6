/// One record of a batch: cells borrowed from the batch's one buffer.
@frozen public struct RecordView: ~Escapable {
  /// Bytes of the batch.
  public let bytes: Span<UInt8>
  /// Cells of the batch.
  public let cells: Span<Cell>
  /// Slot of every element.
  public let slots: FrozenArray<UInt8>
  /// First cell of the record.
  public let first: Int

  /// The record whose cells begin at `first`.
  @_lifetime(copy bytes, copy cells)
  @inlinable public init(
    bytes: Span<UInt8>, cells: Span<Cell>, slots: FrozenArray<UInt8>, first: Int
  ) {
    self.bytes = bytes
    self.cells = cells
    self.slots = slots
    self.first = first
  }

  /// The value in UTF-8, without blanks around it; empty where the source had nothing or
  /// does not carry the element. O(1), no allocation.
  @inlinable @inline(__always) public subscript(element: DataElement) -> Span<UInt8> {
    @_lifetime(copy self) get {
      let cell = cells[first + Int(slots[Int(element.rawValue)])]
      return bytes.extracting(Int(cell.start)..<Int(cell.end))
    }
  }

  /// Whether the source has a column for the element at all.
  @inlinable public func carries(_ element: DataElement) -> Bool {
    slots[Int(element.rawValue)] != 0
  }
}
