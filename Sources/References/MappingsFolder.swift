import Foundation
import Records

/// Where `mappings/` lies, and a bank's own folder laid over it.
package struct MappingsFolder: Sendable {
  /// Our folder.
  package let path: String
  /// A bank's own folder, laid over ours: its tables are read besides, and row by row over
  /// ours of the same path; its rule sets and mappings go before ours of the same name.
  package let overlay: String?

  package init(path: String, overlay: String? = nil) {
    self.path = path
    self.overlay = overlay
  }

  /// A file that a table is read from.
  package struct Layer: Sendable, Equatable {
    package let path: String
    /// Whether it is the bank's.
    package let isOverlay: Bool
  }

  /// The files that a table is read from: ours, then the bank's; none where there is no
  /// such table.
  package func layers(of table: String) -> [Layer] {
    let candidates =
      [Layer(path: path + "/" + table, isOverlay: false)]
      + (overlay.map { [Layer(path: $0 + "/" + table, isOverlay: true)] } ?? [])
    return candidates.filter { FileManager.default.fileExists(atPath: $0.path) }
  }

  package func has(_ table: String) -> Bool { !layers(of: table).isEmpty }

  /// The bytes of a file of `mappings/`: ours, or the bank's where only it has one.
  package func bytes(of table: String) throws(ReferenceFault) -> [UInt8] {
    guard let layer = layers(of: table).first else {
      throw ReferenceFault(table: path + "/" + table, line: 0, kind: .missing)
    }
    return try Self.bytes(of: layer)
  }

  static func bytes(of layer: Layer) throws(ReferenceFault) -> [UInt8] {
    do throws(SystemFault) { return try InputFile.contents(of: layer.path) } catch {
      throw ReferenceFault(table: layer.path, line: 0, kind: .unreadable(error.reason))
    }
  }

  /// The columns that tell the rows of one of our tables apart, as `datapackage.json` says;
  /// empty where it says none.
  func primaryKey(of table: String) throws(ReferenceFault) -> [String] {
    struct Package: Decodable {
      struct Resource: Decodable {
        struct Schema: Decodable { let primaryKey: [String]? }
        let path: String
        let schema: Schema
      }
      let resources: [Resource]
    }
    let name = "datapackage.json"
    let bytes = try bytes(of: name)
    do {
      return try JSONDecoder().decode(Package.self, from: Data(bytes)).resources
        .first { $0.path == table }?.schema.primaryKey ?? []
    } catch {
      throw ReferenceFault(table: name, line: 0, kind: .unreadable("not a data package"))
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
    /// A bank's table has a column that ours of the same path lacks.
    case columnUnknown(String, nearest: String?)
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
    case .columnUnknown(let name, let nearest):
      return "\(place): unknown column \"\(name)\"" + (nearest.map { "; nearest: \($0)" } ?? "")
    case .duplicate(let code): return "\(place): code \"\(code)\" stands twice"
    }
  }
}
