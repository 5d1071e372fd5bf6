import Records

/// What is looked at before a run: that the tables it stands on are sound, and which files
/// they were.
///
/// Our tables need not be checked again where their bytes are those that were checked when
/// they were described: a digest is compared, which takes a tenth of the time. A bank's own,
/// and those that nothing describes, are checked whole.
package struct TableGate: Sendable {
  /// A file that a table was read from.
  package struct File: Sendable, Equatable {
    package let layer: MappingsFolder.Layer
    /// SHA-256 of its bytes in lower-case hexadecimal.
    package let sha256: String
  }

  /// Every fault of the tables, by path.
  package private(set) var faults: [ReferenceFault] = []
  private var files: [String: [File]] = [:]
  private var package = TablePackage.empty

  /// Looks at the tables at some paths inside `mappings/`. O(bytes).
  package init(_ paths: [String], in folder: MappingsFolder) {
    do throws(ReferenceFault) {
      package = try TablePackage(from: folder)
      var check: TableCheck?
      for path in Set(paths).sorted() {
        let layers = folder.layers(of: path)
        let isWhole =
          layers.count != 1 || layers[0].isOverlay || package.table(at: path)?.hash == nil
        for layer in layers {
          let bytes = try MappingsFolder.bytes(of: layer)
          let digest = TablePackage.digest(bytes)
          files[path, default: []].append(
            File(layer: layer, sha256: String(digest.dropFirst(TablePackage.digestKind.count))))
          if isWhole { continue }
          if let fault = package.fault(of: path, size: bytes.count, digest: digest) {
            faults.append(fault.placed(at: layer.path))
          }
        }
        if !isWhole { continue }
        if check == nil { check = try TableCheck(folder) }
        faults += check?.faults(of: path) ?? []
      }
    } catch {
      faults = [error]
    }
  }

  /// The files of a table, ours first.
  package func files(of path: String) -> [File] { files[path] ?? [] }

  /// Number of the standard or list of a table; nil where it has none.
  package func edition(of path: String) -> String? {
    package.table(at: path).flatMap { $0.edition.isEmpty ? nil : $0.edition }
  }
}
