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

  /// Paths of the tables (`.csv`) in some folders inside `mappings/` and the folders in them,
  /// ours and the bank's, sorted.
  package func tables(under folders: [String]) -> [String] {
    var found: Set<String> = []
    for root in [path, overlay].compactMap({ $0 }) {
      for folder in folders { found.formUnion(Self.tables(in: root, under: folder)) }
    }
    return found.sorted()
  }

  /// The same of one of the two.
  static func tables(in root: String, under folder: String) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder)) ?? []
    return names.filter { name in
      name.hasSuffix(".csv") && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }.map { folder + "/" + $0 }
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
