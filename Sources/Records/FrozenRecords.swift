/// Records that stay for as long as the process: the content of a registry.
///
/// A plain value without a reference count, so that many cores may read it at once.
public struct FrozenRecords: Sendable {
  /// Elements of the records.
  public let layout: RecordLayout
  private let bytes: FrozenArray<UInt8>
  private let cells: FrozenArray<Cell>
  private let lines: FrozenArray<UInt32>
  /// Number of records.
  public let count: Int

  /// Joins batches of one layout in their order. O(bytes). At most 4 GiB of text; there is
  /// hardly ever more in memory than the text once and one batch.
  public init(layout: RecordLayout, batches: consuming [RecordBatch]) {
    self.layout = layout
    let size = batches.reduce(0) { $0 + $1.bytes.count }
    precondition(size <= UInt32.max, "more text than places can be told of")
    count = batches.reduce(0) { $0 + $1.count }
    var bytes = FrozenArray<UInt8>.Builder(capacity: size)
    var cells = FrozenArray<Cell>.Builder(capacity: count * layout.width)
    var lines = FrozenArray<UInt32>.Builder(capacity: count)
    for index in batches.indices {
      let batch = batches[index]
      batches[index] = RecordBatch(layout: layout)
      let shift = UInt32(bytes.count)
      bytes.append(batch.bytes.span)
      for cell in batch.cells { cells.append(Cell(cell.start + shift, cell.end + shift)) }
      for place in 0..<batch.count { lines.append(UInt32(clamping: batch.line(of: place))) }
    }
    self.bytes = bytes.finish()
    self.cells = cells.finish()
    self.lines = lines.finish()
  }

  /// The record at `index`, valid for ever. O(1).
  public subscript(index: Int) -> RecordView {
    @_lifetime(immortal) get {
      RecordView(
        bytes: bytes.span, cells: cells.span, slots: layout.slots, first: index * layout.width)
    }
  }

  /// Line of its file on which the record at `index` starts, counted from 1.
  public func line(of index: Int) -> Int { Int(lines[index]) }
}
