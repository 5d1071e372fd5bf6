import Records

/// Which tables a crosswalk leads from and to, and of which level it has to speak.
package struct CrosswalkDescription: Sendable {
  package let path: String
  package let columns: CrosswalkTable.Columns
  package let old: String
  package let new: String
  /// Level of which every code must have a way forward; nil where none must.
  package let oldLevel: String?
  /// Level of which every code must be reached or be called new; nil where none must.
  package let newLevel: String?

  /// From an edition of GB/T 4754 to the next: every class.
  package static func industry(
    from old: IndustryEdition, to new: IndustryEdition
  ) -> CrosswalkDescription {
    CrosswalkDescription(
      path: "crosswalks/gbt4754-\(old.year)-\(new.year).csv", columns: CrosswalkTable.Columns(),
      old: old.table, new: new.table, oldLevel: "class", newLevel: "class")
  }

  /// From the small groups of the catalogue of 2022 to medium groups of GB/T 6565-2015.
  package static let occupations: CrosswalkDescription = {
    var columns = CrosswalkTable.Columns()
    (columns.from, columns.to, columns.relation) = ("code_2022", "mid_2015", nil)
    (columns.fixed, columns.note, columns.mark) = (.partial, "basis", "verified")
    return CrosswalkDescription(
      path: "crosswalks/occupations-2022-gbt6565-2015.csv", columns: columns,
      old: "codes/occupations-2022.csv", new: "codes/gbt6565-2015.csv", oldLevel: "3",
      newLevel: nil)
  }()

  package static let all: [CrosswalkDescription] =
    zip(IndustryEdition.allCases, IndustryEdition.allCases.dropFirst()).map {
      industry(from: $0, to: $1)
    } + [occupations]

  /// Reads the crosswalk between two lists.
  package func read(
    from folder: MappingsFolder, _ old: CodeList, _ new: CodeList
  ) throws(ReferenceFault) -> CrosswalkTable {
    func isAt(_ level: String?, _ list: CodeList, _ row: Int) -> Bool {
      level != nil && list.levelNames[list.level(row)] == level && list.line(row) > 0
    }
    return try CrosswalkTable(
      try ReferenceTable(path, from: folder), columns,
      from: old.numbering { isAt(oldLevel, old, $0) },
      to: new.numbering { isAt(newLevel, new, $0) })
  }

  /// Every fault of the crosswalk, though its lists may be broken themselves.
  package func faults(in folder: MappingsFolder) -> [ReferenceFault] {
    var others: [ReferenceFault] = []
    func table(_ path: String) -> ReferenceTable? {
      ReferenceTable(leniently: path, from: folder, faults: &others)
    }
    guard let crosswalk = table(path), let old = table(self.old), let new = table(self.new),
      let from = Self.numbering(old, covering: oldLevel),
      let to = Self.numbering(new, covering: newLevel)
    else { return [] }
    var faults: [ReferenceFault] = []
    do throws(ReferenceFault) {
      _ = try CrosswalkTable(crosswalk, columns, from: from, to: to, faults: &faults)
    } catch {
      faults.append(error)
    }
    return faults
  }

  private static func numbering(
    _ table: ReferenceTable, covering level: String?
  ) -> CodeNumbering? {
    guard let code = table.columns.firstIndex(of: "code") else { return nil }
    let levels = table.columns.firstIndex(of: "level")
    var rows: [PackedKey: Int] = [:]
    for row in 0..<table.count {
      let key = table.read(row, code) { PackedKey($0) }
      if rows[key] == nil { rows[key] = row }
    }
    return CodeNumbering(
      table: table.name, count: table.count, number: { rows[PackedKey($0)] },
      isCovered: { row in
        guard let level, let levels else { return false }
        return table.text(row, levels) == level && !table.isFromBank(row)
          && rows[table.read(row, code) { PackedKey($0) }] == row
      }, place: { (table.text($0, code), table.line(of: $0)) })
  }
}
