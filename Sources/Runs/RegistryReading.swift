import Extracts
import Records
import Registries

/// Reads a whole registry extract and builds its index.
enum RegistryReading {
  /// What was read: the index, the receipts, and the counts by file.
  struct Result {
    let index: RegistryIndex
    let receipts: [InputReceipt]
    let files: [Engine.FileCounts]
    let rejects: [Reject]
    let badBytes: Int
  }

  static func read(
    _ extract: Extract, name: String, asOf: Day, stop: StopFlag,
    progress: RunProgress
  ) throws -> Result {
    let reader = try extract.reader()
    var batches: [RecordBatch] = []
    var piece = Piece()
    var scratch = CutScratch()
    var files = [Engine.FileCounts](repeating: Engine.FileCounts(), count: extract.paths.count)
    var rejects: [Reject] = []
    var badBytes = 0
    while try reader.next(into: &piece) {
      if stop.isSet { throw Engine.Interrupted() }
      var batch = RecordBatch(layout: reader.layout)
      var notes = CutNotes()
      reader.cut(&piece, into: &batch, scratch: &scratch, notes: &notes)
      var counts = Engine.FileCounts()
      counts.read = notes.rows + piece.rejects.count
      counts.checked = batch.count
      counts.rejected = notes.rejects.count + piece.rejects.count
      files[piece.file].merge(counts)
      progress.add(rows: counts.read, bytes: piece.bytes.count)
      rejects += piece.rejects + notes.rejects
      badBytes += notes.badBytes.count
      batches.append(batch)
    }
    let records = FrozenRecords(layout: reader.layout, batches: batches)
    return Result(
      index: RegistryIndex(name: name, asOf: asOf, records: records),
      receipts: reader.receipts, files: files, rejects: rejects, badBytes: badBytes)
  }
}
