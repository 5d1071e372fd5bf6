import Foundation

/// A folder of source tables, plain CSV or gzip.
struct SourceTables: Sendable {
  let folder: URL

  struct Fault: Error, CustomStringConvertible {
    let path: String
    let reason: String
    var description: String { "\(path): \(reason)" }
  }

  /// Reads a table, named by its path without the extension, such as `industry/gbt4754-2017`.
  func table(_ name: String) throws -> CSVTable {
    let plain = folder.appending(path: name + ".csv")
    let packed = folder.appending(path: name + ".csv.gz")
    let isPlain = FileManager.default.fileExists(atPath: plain.path)
    let bytes: Data
    do {
      bytes = try isPlain ? Data(contentsOf: plain) : unpacked(packed)
    } catch let fault as Fault {
      throw fault
    } catch {
      throw Fault(path: plain.path, reason: "cannot be read, nor can \(packed.lastPathComponent)")
    }
    return try Self.parsed(bytes, path: (isPlain ? plain : packed).path)
  }

  /// A table from its bytes; a fault names `path`.
  static func parsed(_ bytes: Data, path: String) throws(Fault) -> CSVTable {
    do throws(CSVTable.Fault) {
      return try CSVTable(parsing: bytes)
    } catch {
      throw Fault(path: path, reason: error.description)
    }
  }

  private func unpacked(_ file: URL) throws -> Data {
    _ = try FileHandle(forReadingFrom: file).close()
    let gzip = Process()
    let output = Pipe()
    gzip.executableURL = URL(filePath: "/usr/bin/env")
    gzip.arguments = ["gzip", "-dc", "--", file.path]
    gzip.standardOutput = output
    try gzip.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    gzip.waitUntilExit()
    guard gzip.terminationStatus == 0 else { throw Fault(path: file.path, reason: "not gzip") }
    return bytes
  }
}
