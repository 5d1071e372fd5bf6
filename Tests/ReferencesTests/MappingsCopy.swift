import Foundation
import References
import TestSupport

/// A copy of our tables in which some are changed; the others are links to ours.
struct MappingsCopy {
  let folder: ScratchFolder
  var mappings: MappingsFolder { MappingsFolder(path: folder.path) }

  /// - Parameter isRecorded: whether sizes and digests stay in `datapackage.json`. Without
  ///   them a changed table has only the faults of its contents.
  init(isRecorded: Bool = false) throws {
    folder = try ScratchFolder()
    let files = FileManager.default
    let ours = Repository.mappings.path
    for path in try files.subpathsOfDirectory(atPath: ours) {
      let isFolder = (try? files.contentsOfDirectory(atPath: ours + "/" + path)) != nil
      if isFolder {
        try files.createDirectory(
          atPath: folder.path + "/" + path, withIntermediateDirectories: true)
      } else {
        try files.createSymbolicLink(
          atPath: folder.path + "/" + path, withDestinationPath: ours + "/" + path)
      }
    }
    if isRecorded { return }
    try change("datapackage.json") { text in
      let kept = text.split(separator: "\n").filter { line in
        !["\"bytes\":", "\"hash\":", "\"rows\":"].contains { line.contains($0) }
      }
      text = kept.joined(separator: "\n")
    }
  }

  /// Changes the text of a file.
  func change(_ path: String, _ body: (inout String) -> Void) throws {
    var text = String(decoding: try folder.read(path), as: UTF8.self)
    let before = text
    body(&text)
    precondition(text != before, "nothing was changed in \(path)")
    try write(path, Array(text.utf8))
  }

  /// Puts a file in the place of a link.
  func write(_ path: String, _ bytes: [UInt8]) throws {
    try remove(path)
    _ = try folder.write(path, bytes)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: folder.path + "/" + path)
  }

  /// Line of a text in a file, counted from 1.
  static func line(_ start: String, of path: String) throws -> Int {
    let text = try String(
      contentsOfFile: Repository.mappings.path + "/" + path, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let index = lines.firstIndex(where: { $0.hasPrefix(start) }) else { return 0 }
    return index + 1
  }
}
