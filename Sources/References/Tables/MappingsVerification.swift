import Records

/// Holds a whole `mappings/` folder, and a bank's own laid over it, against what must be true
/// of it. Finds every fault.
package struct MappingsVerification {
  /// Paths of the tables that were checked, inside `mappings/`.
  package let tables: [String]
  /// How many of them are the bank's own.
  package let overlaid: Int
  /// Sorted by table and line. The paths are those of the files.
  package let faults: [ReferenceFault]

  /// O(bytes of all tables).
  package init(_ folder: MappingsFolder) throws(ReferenceFault) {
    var check = try TableCheck(folder)
    let found = folder.tables(under: ["codes", "crosswalks", "keywords", "templates"])
    let described = Set((check.own.tables + check.bank.tables).map(\.path))
    tables = described.union(found).sorted()
    overlaid = tables.count { folder.layers(of: $0).contains { $0.isOverlay } }
    var all: Set<ReferenceFault> = []
    for path in tables {
      all.formUnion(check.faults(of: path))
      // A bank need not describe its tables; ours are.
      guard let layer = folder.layers(of: path).first, !layer.isOverlay else { continue }
      if !check.own.tables.isEmpty, !described.contains(path) {
        all.insert(ReferenceFault(table: layer.path, line: 0, kind: .undescribed))
      }
    }
    for crosswalk in CrosswalkDescription.all { all.formUnion(crosswalk.faults(in: folder)) }
    all.formUnion(DivisionTablesCheck.faults(in: folder))
    // A fault found in two ways is told once.
    let placed = Set(
      all.map { fault in
        fault.table.hasPrefix("/") || fault.table.hasPrefix(folder.path)
          ? fault
          : fault.placed(
            at: folder.layers(of: fault.table).first?.path ?? folder.path + "/" + fault.table)
      })
    faults = placed.sorted { a, b in
      (a.table, a.line, a.claim.en) < (b.table, b.line, b.claim.en)
    }
  }
}
