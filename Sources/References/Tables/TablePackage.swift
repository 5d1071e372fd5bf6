import Crypto
import Foundation
import Records

/// The description of a folder of tables, `datapackage.json`.
package struct TablePackage: Sendable {
  package static let fileName = "datapackage.json"

  package let tables: [TableDescription]
  private let byPath: [String: Int]
  private let byName: [String: Int]
  /// The file, in which the line of a digest is looked for.
  private let source: [UInt8]

  /// No table described.
  package static let empty = TablePackage([], source: [])

  private init(_ tables: [TableDescription], source: [UInt8]) {
    self.tables = tables
    self.source = source
    byPath = Dictionary(tables.indices.map { (tables[$0].path, $0) }) { first, _ in first }
    byName = Dictionary(tables.indices.map { (tables[$0].name, $0) }) { first, _ in first }
  }

  private struct File: Decodable { let resources: [TableDescription] }

  /// Reads the description of our folder. One that is not there describes nothing.
  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    try self.init(folder: folder.path)
  }

  /// Reads the description in a folder. One that is not there describes nothing.
  package init(folder: String) throws(ReferenceFault) {
    let path = folder + "/" + Self.fileName
    guard FileManager.default.fileExists(atPath: path) else {
      self = .empty
      return
    }
    do {
      let bytes = try InputFile.contents(of: path)
      let file = try JSONDecoder().decode(File.self, from: Data(bytes))
      self.init(file.resources, source: bytes)
    } catch let fault as SystemFault {
      throw ReferenceFault(table: Self.fileName, line: 0, kind: .unreadable(fault.reason))
    } catch {
      throw ReferenceFault(
        table: Self.fileName, line: 0, kind: .unreadable("not a data package"))
    }
  }

  /// What is said of the table at a path inside `mappings/`. O(1).
  package func table(at path: String) -> TableDescription? { byPath[path].map { tables[$0] } }

  /// What is said of the table with a name. O(1).
  package func table(named name: String) -> TableDescription? { byName[name].map { tables[$0] } }

  /// The fault of a table whose bytes are not those recorded; nil where they are, or where
  /// nothing is recorded. O(bytes).
  package func fault(of path: String, bytes: [UInt8]) -> ReferenceFault? {
    fault(of: path, size: bytes.count, digest: Self.digest(bytes))
  }

  /// The same by what is known of the bytes. O(1).
  func fault(of path: String, size: Int, digest: String) -> ReferenceFault? {
    guard let table = table(at: path) else { return nil }
    if let recorded = table.bytes, recorded != size {
      return ReferenceFault(table: path, line: 0, kind: .size(recorded: recorded, found: size))
    }
    if let recorded = table.hash, recorded != digest {
      return ReferenceFault(
        table: path, line: 0, kind: .digest(recordedOn: line(of: recorded)))
    }
    return nil
  }

  /// What stands in front of a digest.
  static let digestKind = "sha256:"

  /// The digest as it is recorded: `sha256:` and lower-case hexadecimal. O(bytes).
  package static func digest(_ bytes: some DataProtocol) -> String {
    digestKind + SHA256.hash(data: bytes).hexadecimal
  }

  /// Line of the file on which a text stands, or 0.
  private func line(of text: String) -> Int {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return 0 }
    var line = 1
    for index in source.indices {
      if source[index] == 0x0A { line += 1 }
      if source[index] == first, source[index...].starts(with: wanted) { return line }
    }
    return 0
  }
}
