import Records
import Synchronization

/// Where the state of rules on all records goes: into memory up to a limit, beyond it into a
/// file. One for a run, used by all cores.
package final class StateStore: Sendable {
  private let limit: Int
  private let folder: String
  private let used = Atomic<Int>(0)
  private let state = Mutex(State())

  private struct State {
    var file: SpillFile?
    var fault: SystemFault?
  }

  /// `megabytes` of state stay in memory; the file is made in `folder` when it is needed.
  package init(megabytes: Int, in folder: String) {
    limit = megabytes << 20
    self.folder = folder
  }

  /// What the disk refused: what was found since is not to be trusted.
  package var fault: SystemFault? { state.withLock { $0.fault } }

  /// Whether anything has gone to the disk.
  package var hasSpilled: Bool { state.withLock { $0.file != nil } }

  /// Puts a chunk of state away, and returns the byte in the file where it begins; nil where
  /// it is to stay in memory.
  func put<Element: BitwiseCopyable>(_ chunk: [Element]) -> Int? {
    let bytes = chunk.count * MemoryLayout<Element>.stride
    if used.add(bytes, ordering: .relaxed).newValue <= limit { return nil }
    do throws(SystemFault) {
      return try file().append(chunk)
    } catch {
      note(error)
      return nil
    }
  }

  /// Elements that were put away. Where they cannot be read the fault is noted, and there are
  /// none.
  func get<Element: BitwiseCopyable>(
    _ count: Int, at start: Int, of type: Element.Type
  ) -> [Element] {
    do throws(SystemFault) {
      return try file().read(count, at: start, of: type)
    } catch {
      note(error)
      return []
    }
  }

  private func file() throws(SystemFault) -> SpillFile {
    let made = state.withLock { state -> Result<SpillFile, SystemFault> in
      if let file = state.file { return .success(file) }
      do throws(SystemFault) {
        let file = try SpillFile(in: folder)
        state.file = file
        return .success(file)
      } catch {
        return .failure(error)
      }
    }
    return try made.get()
  }

  private func note(_ fault: SystemFault) {
    state.withLock { state in if state.fault == nil { state.fault = fault } }
  }
}
