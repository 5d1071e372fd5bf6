import Foundation
import Synchronization

/// A file without a name for state that has outgrown memory: gone with the process, whatever
/// ends it.
public final class SpillFile: Sendable {
  private let path: String
  private let descriptor: Int32
  private let size = Atomic<Int>(0)

  /// Makes one in a folder.
  public init(in folder: String) throws(SystemFault) {
    path = folder + "/.state-" + UUID().uuidString
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw SystemFault("create", path) }
    guard unsafe unlink(path) == 0 else { throw SystemFault("create", path) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes elements behind what is there, and returns the byte where they begin. Called by
  /// any thread.
  public func append<Element: BitwiseCopyable>(
    _ elements: [Element]
  ) throws(SystemFault) -> Int {
    let length = elements.count * MemoryLayout<Element>.stride
    let start = size.add(length, ordering: .relaxed).oldValue
    var done = 0
    while done < length {
      let number = unsafe elements.withUnsafeBytes { memory in
        unsafe pwrite(
          descriptor, memory.baseAddress! + done, length - done, off_t(start + done))
      }
      if number < 0, errno == EINTR { continue }
      if number < 0 { throw SystemFault("write", path) }
      done += number
    }
    return start
  }

  /// The `count` elements that begin at a byte. Called by any thread.
  public func read<Element: BitwiseCopyable>(
    _ count: Int, at start: Int, of type: Element.Type
  ) throws(SystemFault) -> [Element] {
    let length = count * MemoryLayout<Element>.stride
    var failure: Int32 = 0
    let elements = unsafe [Element](unsafeUninitializedCapacity: count) { memory, initialized in
      guard let base = UnsafeMutableRawPointer(memory.baseAddress) else { return }
      var done = 0
      while done < length {
        let number = unsafe pread(descriptor, base + done, length - done, off_t(start + done))
        if number < 0, errno == EINTR { continue }
        if number <= 0 {
          failure = number < 0 ? errno : EIO
          return
        }
        done += number
      }
      initialized = count
    }
    if failure != 0 { throw SystemFault("read", path, number: failure) }
    return elements
  }
}
