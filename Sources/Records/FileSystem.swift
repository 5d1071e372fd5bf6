import CRename
import Foundation

/// Steps on folders that Foundation has no exact word for.
public enum FileSystem {
  /// Makes a folder for its owner's eyes only (mode 0700).
  public static func makeFolder(_ path: String) throws(SystemFault) {
    guard unsafe mkdir(path, 0o700) == 0 else { throw SystemFault("make folder", path) }
  }

  /// Gives a file or folder another name; what has that name already is replaced.
  public static func rename(_ from: String, to: String) throws(SystemFault) {
    guard unsafe Foundation.rename(from, to) == 0 else { throw SystemFault("rename", from) }
  }

  /// Lets two folders change places in one step.
  public static func exchange(_ a: String, _ b: String) throws(SystemFault) {
    #if os(Linux)
      // RENAME_EXCHANGE is 2 (linux/fs.h).
      let result = unsafe renameat2(AT_FDCWD, a, AT_FDCWD, b, 2)
    #else
      let result = unsafe renamex_np(a, b, UInt32(RENAME_SWAP))
    #endif
    guard result == 0 else { throw SystemFault("exchange", b) }
  }

  /// Brings the names in a folder to the disk.
  public static func flushFolder(_ path: String) throws(SystemFault) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFault("open", path) }
    defer { close(descriptor) }
    // Some file systems cannot flush a folder; the rename itself has happened.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw SystemFault("flush", path) }
  }

  /// Greatest resident memory of the process so far, in bytes.
  public static var peakMemory: Int {
    var usage = rusage()
    #if os(Linux)
      _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1024
    #else
      _ = unsafe getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #endif
  }
}
