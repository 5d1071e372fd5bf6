import Extracts
import Foundation
import Records
import Synchronization

/// Reads an extract whole, on several cores, for whoever needs no order.
enum ParallelReading {
  private struct Feed {
    var number = 0
    var ended = false
    var error: (any Error)?
  }

  /// Calls `body` with every batch, what cutting brought to light, and the piece's number,
  /// file and rejects; on every core with a state of its own. Returns the states.
  static func read<State: Sendable>(
    _ reader: any ExtractReader, jobs: Int, stop: StopFlag, start: State,
    _ body: @escaping @Sendable (inout State, Int, Piece, inout RecordBatch, CutNotes) -> Void
  ) throws -> [State] {
    let feed = Mutex(Feed())
    let states = Mutex<[State]>([])
    Threads.run(jobs) {
      var state = start
      var piece = Piece()
      var scratch = CutScratch()
      while let number = take(reader, &piece, feed, stop) {
        var batch = RecordBatch(layout: reader.layout)
        var notes = CutNotes()
        reader.cut(&piece, into: &batch, scratch: &scratch, notes: &notes)
        body(&state, number, piece, &batch, notes)
      }
      let done = state
      states.withLock { $0.append(done) }
    }
    if let error = feed.withLock({ $0.error }) { throw error }
    return states.withLock { $0 }
  }

  private static func take(
    _ reader: any ExtractReader, _ piece: inout Piece, _ feed: borrowing Mutex<Feed>,
    _ stop: StopFlag
  ) -> Int? {
    feed.withLock { feed in
      if feed.ended { return nil }
      do {
        if stop.isSet { throw Engine.Interrupted() }
        if try reader.next(into: &piece) {
          feed.number += 1
          return feed.number - 1
        }
      } catch {
        feed.error = error
      }
      feed.ended = true
      return nil
    }
  }
}
