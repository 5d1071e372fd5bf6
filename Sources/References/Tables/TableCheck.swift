import Foundation
import Records

/// Holds tables of `mappings/` against their description: form, columns, values, keys, the
/// codes of other tables they point to, and the bytes as recorded.
///
/// A bank's table is held against the bank's own `datapackage.json`, and laid over ours
/// against the description of ours; one that nothing describes, against what its columns mean
/// everywhere (`code`, `parent`, `valid_from`, `valid_to`). All faults are found, by line.
package struct TableCheck {
  package let folder: MappingsFolder
  /// Description of our tables.
  package let own: TablePackage
  /// Description of the bank's tables, if it has one.
  package let bank: TablePackage
  /// Values of columns that others point to, by table and column.
  private var values: [String: Set<PackedKey>] = [:]

  package init(_ folder: MappingsFolder) throws(ReferenceFault) {
    self.folder = folder
    own = try TablePackage(from: folder)
    if let overlay = folder.overlay {
      bank = try TablePackage(folder: overlay)
    } else {
      bank = .empty
    }
  }

  /// Every fault of one table, by file and line: of ours, and of the bank's, alone or laid
  /// over ours. The paths in them are those of the files.
  package mutating func faults(of path: String) -> [ReferenceFault] {
    let layers = folder.layers(of: path)
    if layers.isEmpty {
      return [ReferenceFault(table: folder.path + "/" + path, line: 0, kind: .missing)]
    }
    var faults: [ReferenceFault] = []
    for layer in layers {
      let isLaid = layer.isOverlay && layers.count > 1
      let found = isLaid ? faultsLaid(of: path, layer) : self.faults(of: path, alone: layer)
      faults += found.map { $0.placed(at: layer.path) }.sorted { $0.line < $1.line }
    }
    return faults
  }

  /// The faults of a file by itself.
  private mutating func faults(
    of path: String, alone layer: MappingsFolder.Layer
  ) -> [ReferenceFault] {
    let bytes: [UInt8]
    do throws(ReferenceFault) { bytes = try MappingsFolder.bytes(of: layer) } catch {
      return [error]
    }
    let package = layer.isOverlay ? bank : own
    let description = package.table(at: path)
    var faults: [ReferenceFault] = []
    if let fault = package.fault(of: path, bytes: bytes) { faults.append(fault) }
    let table = ReferenceTable(path, bytes: bytes, faults: &faults)
    if let recorded = description?.rows, recorded != table.count, faults.isEmpty {
      faults.append(
        ReferenceFault(
          table: path, line: 0, kind: .rows(recorded: recorded, found: table.count)))
    }
    check(table, description, &faults)
    return faults
  }

  /// The faults of a bank's file that is laid over ours: of its form, and of the rows that
  /// come of it.
  private mutating func faultsLaid(
    of path: String, _ layer: MappingsFolder.Layer
  ) -> [ReferenceFault] {
    do throws(ReferenceFault) {
      var faults: [ReferenceFault] = []
      let own = ReferenceTable(
        layer.path, bytes: try MappingsFolder.bytes(of: layer), faults: &faults)
      checkKey(self.own.table(at: path)?.primaryKey ?? [], of: own, &faults)
      if !faults.isEmpty { return faults }
      check(try ReferenceTable(path, from: folder), self.own.table(at: path), &faults)
      return faults.filter { $0.table == layer.path }
    } catch {
      return [error]
    }
  }

  private mutating func check(
    _ table: ReferenceTable, _ description: TableDescription?, _ faults: inout [ReferenceFault]
  ) {
    if let description {
      checkFields(of: table, description, &faults)
      checkKey(description.primaryKey, of: table, &faults)
      for key in description.foreignKeys { check(key, of: table, &faults) }
    } else {
      checkUsual(table, &faults)
    }
    checkValidity(of: table, isDescribed: description != nil, &faults)
  }

  // MARK: Cells

  private func checkFields(
    of table: ReferenceTable, _ description: TableDescription, _ faults: inout [ReferenceFault]
  ) {
    for field in description.fields {
      guard let column = table.columns.firstIndex(of: field.name) else {
        faults.append(
          ReferenceFault(table: table.name, line: 1, kind: .columnMissing(field.name)))
        continue
      }
      if field.type == "string", !field.isRequired { continue }
      for row in 0..<table.count {
        let fault = table.read(row, column) { cell -> ReferenceFault.Kind? in
          if cell.isEmpty {
            // A bank writes what it needs: a code and another wording, without a source.
            let isNeeded =
              field.isRequired
              && (!table.isFromBank(row) || description.primaryKey.contains(field.name))
            return isNeeded ? .empty(column: field.name) : nil
          }
          return Self.isA(field.type, cell)
            ? nil : .wrongType(column: field.name, type: field.type)
        }
        if let fault { faults.append(table.fault(row, fault)) }
      }
    }
  }

  private static func isA(_ type: String, _ cell: Span<UInt8>) -> Bool {
    switch type {
    case "integer":
      return (cell[0] == UInt8(ascii: "-") ? cell.extracting(1..<cell.count) : cell).decimalValue
        != nil
    case "number": return Double(String(cell))?.isFinite ?? false
    case "year": return cell.count == 4 && cell.isAllDigits
    case "date":
      guard cell.count == 10, case .day = DateReading(cell) else { return false }
      return cell[4] == UInt8(ascii: "-")
    case "boolean": return cell.count == 1 && (cell[0] == 0x30 || cell[0] == 0x31)
    default: return true
    }
  }

  private func checkValidity(
    of table: ReferenceTable, isDescribed: Bool, _ faults: inout [ReferenceFault]
  ) {
    let columns = ["valid_from", "valid_to"].map { table.columns.firstIndex(of: $0) }
    if columns.allSatisfy({ $0 == nil }) { return }
    for row in 0..<table.count {
      let dates = columns.map { column -> CodeDate? in
        guard let column else { return nil }
        let date = table.read(row, column) { CodeDate($0) }
        if date == nil, !isDescribed, !table.read(row, column, { $0.isEmpty }) {
          faults.append(
            table.fault(row, .wrongType(column: table.columns[column], type: "date")))
        }
        return date
      }
      if Validity(from: dates[0], to: dates[1]).isReversed {
        faults.append(table.fault(row, .validityReversed))
      }
    }
  }

  // MARK: Keys

  private func checkKey(
    _ key: [String], of table: ReferenceTable, _ faults: inout [ReferenceFault]
  ) {
    let columns = key.compactMap { table.columns.firstIndex(of: $0) }
    if columns.isEmpty || columns.count < key.count { return }
    var seen: Set<[PackedKey]> = []
    for row in 0..<table.count {
      let values = columns.map { table.read(row, $0) { PackedKey($0) } }
      if seen.insert(values).inserted { continue }
      let text = columns.map { table.text(row, $0) }.joined(separator: " ")
      faults.append(table.fault(row, .duplicate(text)))
    }
  }

  private mutating func check(
    _ key: TableDescription.ForeignKey, of table: ReferenceTable,
    _ faults: inout [ReferenceFault]
  ) {
    guard let column = table.columns.firstIndex(of: key.column) else { return }
    let target: String
    if key.table.isEmpty {
      target = table.name
    } else {
      guard let found = own.table(named: key.table) ?? bank.table(named: key.table) else { return }
      target = found.path
    }
    guard let known = values(of: key.key, in: target, table) else { return }
    for row in 0..<table.count {
      let isKnown = table.read(row, column) { $0.isEmpty || known.contains(PackedKey($0)) }
      if isKnown { continue }
      faults.append(
        table.fault(
          row, .unknownCode(table.text(row, column), column: key.column, table: target)))
    }
    // A province names itself as the province it belongs to; what stands above is another.
    if target == table.name, ["parent", "parent_code"].contains(key.column),
      let code = table.columns.firstIndex(of: key.key)
    {
      faults.append(contentsOf: table.cycles(code: code, parent: column))
    }
  }

  /// Values of a column; nil where the table cannot be read, which is its own fault.
  private mutating func values(
    of column: String, in path: String, _ table: ReferenceTable
  ) -> Set<PackedKey>? {
    let place = path + "\u{0}" + column
    if let known = values[place] { return known }
    var other = table
    if path != table.name {
      var faults: [ReferenceFault] = []
      guard let found = ReferenceTable(leniently: path, from: folder, faults: &faults) else {
        return nil
      }
      other = found
    }
    guard let index = other.columns.firstIndex(of: column) else { return nil }
    var found: Set<PackedKey> = []
    for row in 0..<other.count { found.insert(other.read(row, index) { PackedKey($0) }) }
    values[place] = found
    return found
  }

  /// What holds of a table of codes that nothing describes.
  private mutating func checkUsual(_ table: ReferenceTable, _ faults: inout [ReferenceFault]) {
    guard table.columns.contains("code") else { return }
    let column = table.columns.firstIndex(of: "code")
    for row in 0..<table.count {
      if let column, table.read(row, column, { $0.isEmpty }) {
        faults.append(table.fault(row, .empty(column: "code")))
      }
    }
    let repeating = ["valid_from", "valid_to", "list_id"]
    if table.columns.allSatisfy({ !repeating.contains($0) }) {
      checkKey(["code"], of: table, &faults)
    }
    for parent in ["parent", "parent_code"] {
      check(
        TableDescription.ForeignKey(column: parent, table: "", key: "code"), of: table, &faults)
    }
  }
}

extension ReferenceTable {
  /// A fault for every circle of codes that stand above each other, on the line of its first
  /// code. O(rows).
  package func cycles(code: Int, parent: Int) -> [ReferenceFault] {
    var rows: [PackedKey: Int] = [:]
    for row in 0..<count {
      let key = read(row, code) { PackedKey($0) }
      if rows[key] == nil { rows[key] = row }
    }
    /// 0 not seen, 1 on the present way, 2 known to lead out.
    var states = [UInt8](repeating: 0, count: count)
    var faults: [ReferenceFault] = []
    for start in 0..<count where states[start] == 0 {
      var way: [Int] = []
      var next: Int? = start
      while let row = next, states[row] == 0 {
        states[row] = 1
        way.append(row)
        next = read(row, parent) { $0.isEmpty ? nil : rows[PackedKey($0)] }
      }
      if let row = next, states[row] == 1, let first = way.firstIndex(of: row) {
        let circle = way[first...].sorted()
        faults.append(fault(circle[0], .cycle(circle.map { text($0, code) })))
      }
      for row in way { states[row] = 2 }
    }
    return faults
  }
}
