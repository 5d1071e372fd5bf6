import Foundation

/// A fault of the operating system: what was tried, on which file, and its own words.
public struct SystemFault: Error, Sendable, CustomStringConvertible {
  /// What was tried.
  public let action: String
  /// The file.
  public let path: String
  /// Number of `errno`.
  public let number: Int32

  /// A fault with the number of `errno`.
  public init(_ action: String, _ path: String, number: Int32 = errno) {
    self.action = action
    self.path = path
    self.number = number
  }

  /// The system's own words.
  public var reason: String { unsafe String(cString: strerror(number)) }
  /// File, what was tried, and the reason.
  public var description: String { "\(path): cannot \(action): \(reason)" }
}

/// A regular file or pipe open for reading, read at given places or from front to back.
public final class InputFile: Sendable {
  /// Path of the file.
  public let path: String
  /// Size in bytes; 0 for a pipe.
  public let size: Int
  private let descriptor: Int32

  /// Opens a file for reading. Throws `SystemFault`, for a folder too.
  public init(path: String) throws(SystemFault) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFault("open", path) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      let fault = SystemFault("read", path)
      close(descriptor)
      throw fault
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw SystemFault("read", path, number: EISDIR)
    }
    self.path = path
    self.size = Int(status.st_size)
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Appends up to `count` bytes from place `offset` of the file; fewer only at its end.
  /// Returns how many were read.
  public func read(
    at offset: Int, count: Int, appendingTo buffer: inout [UInt8]
  ) throws(SystemFault) -> Int {
    var done = 0
    var failure: Int32 = 0
    buffer.append(addingCapacity: count) { output in
      unsafe output.withUnsafeMutableBufferPointer { memory, used in
        while done < count {
          let number = unsafe pread(
            descriptor, memory.baseAddress! + done, count - done, off_t(offset + done))
          if number < 0, errno == EINTR { continue }
          if number < 0 { failure = errno }
          if number <= 0 { break }
          done += number
        }
        used = done
      }
    }
    if failure != 0 { throw SystemFault("read", path, number: failure) }
    return done
  }

  /// The whole of a small file, such as a code table or a job.
  public static func contents(of path: String) throws(SystemFault) -> [UInt8] {
    let file = try InputFile(path: path)
    var bytes: [UInt8] = []
    var more = true
    while more {
      let wanted = max(file.size - bytes.count, 64 << 10)
      more = try file.read(at: bytes.count, count: wanted, appendingTo: &bytes) == wanted
    }
    return bytes
  }
}
