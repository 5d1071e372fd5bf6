import Foundation
import Records

/// Where `mappings/` lies, and a bank's own folder laid over it.
package struct MappingsFolder: Sendable {
  /// Our folder.
  package let path: String
  /// A bank's folder: a table that stands there is read in place of ours.
  package let overlay: String?

  package init(path: String, overlay: String? = nil) {
    self.path = path
    self.overlay = overlay
  }

  /// A table that was read: name, where it came from, and the bytes.
  package func bytes(of table: String) throws(ReferenceFault) -> [UInt8] {
    for folder in [overlay, path].compactMap({ $0 }) {
      let file = folder + "/" + table
      if !FileManager.default.fileExists(atPath: file) { continue }
      do throws(SystemFault) { return try InputFile.contents(of: file) } catch {
        throw ReferenceFault(table: file, line: 0, kind: .unreadable(error.reason))
      }
    }
    throw ReferenceFault(table: path + "/" + table, line: 0, kind: .missing)
  }

  /// Where a table is read from: in the bank's folder, or in ours.
  package func place(of table: String) -> (path: String, isOverlay: Bool) {
    if let overlay, FileManager.default.fileExists(atPath: overlay + "/" + table) {
      return (overlay + "/" + table, true)
    }
    return (path + "/" + table, false)
  }

  package func has(_ table: String) -> Bool {
    [overlay, path].compactMap { $0 }.contains {
      FileManager.default.fileExists(atPath: $0 + "/" + table)
    }
  }

  /// The folder that belongs to the running program: `HEDUI_MAPPINGS`, else `mappings` or
  /// `share/hedui/mappings` beside the program or in a folder above it.
  package static func standard() -> MappingsFolder? {
    let files = FileManager.default
    if let named = ProcessInfo.processInfo.environment["HEDUI_MAPPINGS"], !named.isEmpty {
      return MappingsFolder(path: named)
    }
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath()
    var folder = program?.deletingLastPathComponent()
    for _ in 0..<6 {
      guard let here = folder else { break }
      for candidate in ["mappings", "share/hedui/mappings"] {
        let path = here.appending(path: candidate).path
        if files.fileExists(atPath: path + "/elements.csv") { return MappingsFolder(path: path) }
      }
      folder = here.path == "/" ? nil : here.deletingLastPathComponent()
    }
    return nil
  }
}

/// What is wrong with a table of `mappings/`.
package struct ReferenceFault: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Kind: Sendable, Equatable {
    case missing
    case unreadable(String)
    case columnMissing(String)
    case width(expected: Int, found: Int)
    case unclosedQuote
    case notUTF8
    case badValue(column: String)
    case duplicate(String)
  }

  /// Path of the table.
  package let table: String
  /// Line, counted from 1; 0 where none applies.
  package let line: Int
  package let kind: Kind

  package init(table: String, line: Int, kind: Kind) {
    self.table = table
    self.line = line
    self.kind = kind
  }

  package var description: String {
    let place = line > 0 ? "\(table):\(line)" : table
    switch kind {
    case .missing: return "\(place): no such table"
    case .unreadable(let why): return "\(place): cannot be read: \(why)"
    case .columnMissing(let name): return "\(place): no column \"\(name)\""
    case .width(let expected, let found): return "\(place): \(found) cells, expected \(expected)"
    case .unclosedQuote: return "\(place): a quoted cell is not closed"
    case .notUTF8: return "\(place): not UTF-8"
    case .badValue(let column):
      return "\(place): column \"\(column)\" has a value of the wrong form"
    case .duplicate(let code): return "\(place): code \"\(code)\" stands twice"
    }
  }
}
