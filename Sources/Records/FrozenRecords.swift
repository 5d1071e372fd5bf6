/// Records that stay for as long as the process: the content of a registry.
///
/// A plain value without a reference count, so that many cores may read it at once.
public struct FrozenRecords: Sendable {
  /// Elements of the records.
  public let layout: RecordLayout
  private let bytes: FrozenArray<UInt8>
  private let cells: FrozenArray<Cell>
  /// Number of records.
  public let count: Int

  /// Joins batches of one layout in their order. O(bytes). At most 4 GiB of text.
  public init(layout: RecordLayout, batches: [RecordBatch]) {
    self.layout = layout
    var bytes: [UInt8] = []
    var cells: [Cell] = []
    var count = 0
    for batch in batches {
      let shift = UInt32(bytes.count)
      bytes.append(contentsOf: batch.bytes)
      for cell in batch.cells { cells.append(Cell(cell.start + shift, cell.end + shift)) }
      count += batch.count
    }
    self.bytes = FrozenArray(bytes)
    self.cells = FrozenArray(cells)
    self.count = count
  }

  /// The record at `index`, valid for ever. O(1).
  public subscript(index: Int) -> RecordView {
    @_lifetime(immortal) get {
      RecordView(
        bytes: bytes.span, cells: cells.span, slots: layout.slots, first: index * layout.width)
    }
  }
}
