import Extracts
import Records
import Synchronization

/// Reads a whole extract on several cores, for whoever needs no order: each core has a state of
/// its own, which are joined afterwards.
struct ExtractScan: Sendable {
  /// What was read beside the state.
  struct Result: Sendable {
    let extract: Extract
    let layout: RecordLayout
    let receipts: [InputReceipt]
    /// Rows read, checked and rejected, by file.
    var files: [Engine.FileCounts]
    /// In the order of the input.
    var rejects: [Reject]
    var badBytes: Int
  }

  private struct Feed {
    var number = 0
    var ended = false
    var error: (any Error)?
  }

  private struct Done<Part: Sendable>: Sendable {
    var parts: [Part] = []
    var files: [Engine.FileCounts]
    /// Rejected rows of every piece that has some.
    var rejects: [(piece: Int, rows: [Reject])] = []
    var badBytes = 0

    mutating func merge(_ other: Self) {
      parts += other.parts
      for file in files.indices { files[file].merge(other.files[file]) }
      rejects += other.rejects
      badBytes += other.badBytes
    }
  }

  let jobs: Int
  let stop: StopFlag
  let progress: RunProgress

  /// Reads an extract from front to back. `add` is called for every batch with the number of
  /// its file and of the piece, by which states may be put in order; which core gets which batch
  /// differs from run to run. It may take the batch's records away.
  func read<Part: Sendable>(
    _ extract: Extract, into empty: Part,
    add: @escaping @Sendable (inout Part, inout RecordBatch, _ file: Int, _ piece: Int) -> Void
  ) throws -> (parts: [Part], result: Result) {
    let reader = try extract.reader()
    let feed = Mutex(Feed())
    let count = extract.paths.count
    let done = Mutex(
      Done<Part>(files: [Engine.FileCounts](repeating: Engine.FileCounts(), count: count)))
    let (stop, progress) = (stop, progress)
    Threads.run(jobs) {
      var part = empty
      var mine = Done<Part>(
        files: [Engine.FileCounts](repeating: Engine.FileCounts(), count: count))
      var piece = Piece()
      var scratch = CutScratch()
      var notes = CutNotes()
      var batch = RecordBatch(layout: reader.layout)
      while let number = Self.take(&piece, reader, feed, stop) {
        let bytes = piece.bytes.count
        notes.clear()
        reader.cut(&piece, into: &batch, scratch: &scratch, notes: &notes)
        var counts = Engine.FileCounts()
        counts.read = notes.rows + piece.rejects.count
        counts.checked = batch.count
        counts.rejected = notes.rejects.count + piece.rejects.count
        mine.files[piece.file].merge(counts)
        if counts.rejected > 0 {
          mine.rejects.append(
            (number, (piece.rejects + notes.rejects).sorted { $0.line < $1.line }))
        }
        mine.badBytes += notes.badBytes.count
        add(&part, &batch, piece.file, number)
        progress.add(rows: counts.read, bytes: bytes)
      }
      mine.parts = [part]
      let ended = mine
      done.withLock { $0.merge(ended) }
    }
    if let error = feed.withLock({ $0.error }) { throw error }
    let all = done.withLock { $0 }
    let result = Result(
      extract: extract, layout: reader.layout, receipts: reader.receipts, files: all.files,
      rejects: all.rejects.sorted { $0.piece < $1.piece }.flatMap(\.rows), badBytes: all.badBytes)
    return (all.parts, result)
  }

  /// The next piece and its number; nil at the end and after a failure.
  private static func take(
    _ piece: inout Piece, _ reader: any ExtractReader, _ feed: borrowing Mutex<Feed>,
    _ stop: StopFlag
  ) -> Int? {
    feed.withLock { feed in
      if feed.ended { return nil }
      do {
        if stop.isSet { throw Engine.Interrupted() }
        guard try reader.next(into: &piece) else {
          feed.ended = true
          return nil
        }
      } catch {
        feed.ended = true
        feed.error = error
        return nil
      }
      feed.number += 1
      return feed.number - 1
    }
  }
}
