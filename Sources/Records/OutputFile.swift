import Foundation

/// A file being written, for its owner's eyes only (mode 0600).
///
/// Not safe for several threads at once: the writer of a run calls it in turn.
public final class OutputFile {
  /// Path of the file.
  public let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var closed = false
  /// Bytes written so far.
  public private(set) var size = 0

  /// Makes the file; one that is there already is an error.
  public init(creating path: String) throws(SystemFault) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw SystemFault("create", path) }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { if !closed { close(descriptor) } }

  /// Writes soon: small pieces are gathered first.
  public func write(_ bytes: [UInt8]) throws(SystemFault) {
    size += bytes.count
    if buffer.isEmpty, bytes.count >= 256 << 10 { return try put(bytes) }
    buffer.append(contentsOf: bytes)
    if buffer.count >= 256 << 10 { try flush() }
  }

  private func flush() throws(SystemFault) {
    try put(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: [UInt8]) throws(SystemFault) {
    var done = 0
    while done < bytes.count {
      let number = unsafe bytes.withUnsafeBytes { memory in
        unsafe Foundation.write(descriptor, memory.baseAddress! + done, memory.count - done)
      }
      if number < 0, errno == EINTR { continue }
      if number < 0 { throw SystemFault("write", path) }
      done += number
    }
  }

  /// Writes what is left, brings it to the disk and closes the file.
  public func finish() throws(SystemFault) {
    try flush()
    guard fsync(descriptor) == 0 else { throw SystemFault("flush", path) }
    closed = true
    guard close(descriptor) == 0 else { throw SystemFault("close", path) }
  }

  /// Writes a whole file at once.
  public static func write(_ bytes: [UInt8], creating path: String) throws(SystemFault) {
    let file = try OutputFile(creating: path)
    try file.write(bytes)
    try file.finish()
  }
}
