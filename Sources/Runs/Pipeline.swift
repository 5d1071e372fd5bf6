import Extracts
import Findings
import Foundation
import Records
import Synchronization

/// The pieces of one source on their way: handed out in order, worked on by any core,
/// written in order again.
///
/// At most four pieces a core are under way, so that a slow piece cannot pile up results.
final class Pipeline: Sendable {
  struct Outcome {
    var files: [Engine.FileCounts]
    var findings = 0
    var badBytes: [EncodingNote] = []
    var badByteCount = 0
    var readingSeconds = 0.0
    var writingSeconds = 0.0
    var error: (any Error)?
  }

  private struct Done {
    var findings: [UInt8]
    var corrections: [UInt8]
    var tasks: [UInt8]
    var count: Int
    var rejects: [Reject]
    var badBytes: [EncodingNote]
    var file: Int
    var counts: Engine.FileCounts
  }

  private struct State {
    /// Results that wait for an earlier piece.
    var waiting: [Int: Done] = [:]
    var next = 0
    var outcome: Outcome
    let sink: any Engine.Sink
  }

  private struct Feed {
    var number = 0
    var ended = false
    var seconds = 0.0
  }

  /// Bad bytes that are told one by one; the rest are counted.
  private static let badBytesTold = 20

  private let reader: any ExtractReader
  private let source: String
  private let stop: StopFlag
  private let feed = Mutex(Feed())
  private let state: Mutex<State>
  private let room: DispatchSemaphore
  private let failed = StopFlag()
  private let progress: RunProgress

  init(
    reader: any ExtractReader, source: String, files: Int, sink: any Engine.Sink,
    jobs: Int, stop: StopFlag, progress: RunProgress
  ) {
    self.reader = reader
    self.source = source
    self.stop = stop
    self.progress = progress
    state = Mutex(
      State(
        outcome: Outcome(files: [Engine.FileCounts](repeating: Engine.FileCounts(), count: files)),
        sink: sink))
    // Dispatch ends the process where a semaphore goes with fewer places free than it was
    // made with, as after a failure: so it is made empty and filled.
    room = DispatchSemaphore(value: 0)
    for _ in 0..<(jobs * 4) { room.signal() }
  }

  /// Works on pieces until there are no more.
  func work(_ worker: inout CoreWorker) {
    var piece = Piece()
    while true {
      room.wait()
      guard let number = take(&piece) else {
        room.signal()
        return
      }
      let bytes = piece.bytes.count
      worker.process(&piece, reader: reader)
      var counts = Engine.FileCounts()
      counts.read = worker.notes.rows + piece.rejects.count
      counts.checked = worker.checked
      counts.rejected = worker.notes.rejects.count + piece.rejects.count
      progress.add(rows: counts.read, bytes: bytes)
      deliver(
        number,
        Done(
          findings: worker.writer.findings, corrections: worker.writer.corrections,
          tasks: worker.writer.tasks,
          count: worker.writer.count,
          rejects: (piece.rejects + worker.notes.rejects).sorted { $0.line < $1.line },
          badBytes: worker.notes.badBytes, file: piece.file, counts: counts))
    }
  }

  /// The next piece and its number, or nil where the run has ended.
  private func take(_ piece: inout Piece) -> Int? {
    feed.withLock { feed in
      if feed.ended || failed.isSet { return nil }
      do {
        if stop.isSet { throw Engine.Interrupted() }
        var clock = StageClock()
        let more = try reader.next(into: &piece)
        feed.seconds += clock.lap()
        if !more {
          feed.ended = true
          return nil
        }
      } catch {
        feed.ended = true
        fail(error)
        return nil
      }
      feed.number += 1
      return feed.number - 1
    }
  }

  /// Takes a result in and writes all that are next in order. After a failure they are
  /// thrown away, but still make room: no worker may wait for ever.
  private func deliver(_ number: Int, _ done: Done) {
    let (freed, hasFailed) = state.withLock { state in
      state.waiting[number] = done
      var freed = 0
      while let done = state.waiting.removeValue(forKey: state.next) {
        state.next += 1
        freed += 1
        if state.outcome.error == nil { write(done, &state) }
      }
      return (freed, state.outcome.error != nil)
    }
    if hasFailed { failed.set() }
    for _ in 0..<freed { room.signal() }
  }

  private func write(_ done: Done, _ state: inout State) {
    var clock = StageClock()
    do throws(SystemFault) {
      if !done.findings.isEmpty || !done.corrections.isEmpty {
        try state.sink.write(
          findings: done.findings, corrections: done.corrections, tasks: done.tasks)
      }
      if !done.rejects.isEmpty { try state.sink.write(rejects: done.rejects, source: source) }
    } catch {
      state.outcome.error = error
      return
    }
    state.outcome.writingSeconds += clock.lap()
    state.outcome.findings += done.count
    state.outcome.files[done.file].merge(done.counts)
    state.outcome.badByteCount += done.badBytes.count
    let roomLeft = Self.badBytesTold - state.outcome.badBytes.count
    state.outcome.badBytes.append(contentsOf: done.badBytes.prefix(max(roomLeft, 0)))
  }

  private func fail(_ error: any Error) {
    failed.set()
    state.withLock { state in
      if state.outcome.error == nil { state.outcome.error = error }
    }
  }

  /// What came of it, after all workers have ended.
  func outcome() -> Outcome {
    let seconds = feed.withLock { $0.seconds }
    return state.withLock { state in
      var outcome = state.outcome
      outcome.readingSeconds = seconds
      return outcome
    }
  }
}
