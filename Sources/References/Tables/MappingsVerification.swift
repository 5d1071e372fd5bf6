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
    all.formUnion(DivisionWays.faults(in: folder))
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

/// Whether every division code that ever was is in force or leads to those that are.
enum DivisionWays {
  private static let current = "codes/divisions.csv"
  private static let history = "codes/divisions-history.csv"
  private static let ways = "crosswalks/divisions-current.csv"

  /// Codes of the history that neither are in force nor have a row, and rows that lead to no
  /// division or, without certainty `none`, to nothing. O(rows).
  static func faults(in folder: MappingsFolder) -> [ReferenceFault] {
    var others: [ReferenceFault] = []
    func read(_ path: String) -> ReferenceTable? {
      ReferenceTable(leniently: path, from: folder, faults: &others)
    }
    guard let current = read(current), let history = read(history), let ways = read(ways),
      let inForce = current.columns.firstIndex(of: "code"),
      let past = history.columns.firstIndex(of: "code"),
      let from = ways.columns.firstIndex(of: "old_code"),
      let to = ways.columns.firstIndex(of: "current_all"),
      let certainty = ways.columns.firstIndex(of: "certainty")
    else { return [] }
    let valid = Set((0..<current.count).map { current.text($0, inForce) })
    var left: Set<String> = []
    var faults: [ReferenceFault] = []
    for row in 0..<ways.count {
      left.insert(ways.text(row, from))
      let targets = ways.text(row, to).split(separator: ";").map(String.init)
      for target in targets where !valid.contains(target) {
        faults.append(
          ways.fault(
            row, .unknownCode(target, column: "current_all", table: Self.current)))
      }
      if targets.isEmpty, !ways.read(row, certainty, { $0.equals("none") }) {
        faults.append(ways.fault(row, .empty(column: "current_all")))
      }
    }
    var told: Set<String> = []
    for row in 0..<history.count {
      let code = history.text(row, past)
      if valid.contains(code) || left.contains(code) || !told.insert(code).inserted { continue }
      faults.append(history.fault(row, .noWayForward(code, crosswalk: Self.ways)))
    }
    return faults
  }
}
