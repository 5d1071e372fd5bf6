import Records

/// A bank's table laid over one of ours, row by row.
extension ReferenceTable {
  /// Columns that a bank's table may have though ours of the same path lacks them.
  private static let validity = ["valid_from", "valid_to"]

  /// A row with the key of one of ours takes its place; of its cells the empty ones, and
  /// those of columns that the bank's table leaves out, stay ours. Other rows are added.
  /// O(rows).
  ///
  /// - Parameter key: Columns that tell rows apart; without any, all rows are added.
  func overlaid(by own: ReferenceTable, key: [String]) throws(ReferenceFault) -> ReferenceTable {
    for title in own.columns where !columns.contains(title) && !Self.validity.contains(title) {
      throw ReferenceFault(
        table: own.name, line: 1,
        kind: .columnUnknown(title, nearest: Nearest.word(to: title, among: columns)))
    }
    let titles = columns + own.columns.filter { !columns.contains($0) }
    let sources = titles.map { own.columns.firstIndex(of: $0) }
    var ourKey: [Int] = []
    var ownKey: [Int] = []
    for title in key {
      ourKey.append(try column(title))
      ownKey.append(try own.column(title))
    }
    // Whoever adds a row vouches for it.
    let mark = Array("bank".utf8)
    let bytes = self.bytes + own.bytes + mark
    let markCell = Cell((bytes.count - mark.count)..<bytes.count)
    let shift = UInt32(self.bytes.count)

    var rows = (0..<count).map { row in
      (0..<titles.count).map { $0 < columns.count ? cells[row * columns.count + $0] : .empty }
    }
    var lines = self.lines
    var fromOwn = [Bool](repeating: false, count: count)
    var places: [[String]: Int] = [:]
    if !key.isEmpty {
      for row in 0..<count { places[ourKey.map { text(row, $0) }] = row }
    }
    for row in 0..<own.count {
      let name = ownKey.map { own.text(row, $0) }
      let known = key.isEmpty ? nil : places[name]
      if let known, fromOwn[known] {
        throw own.fault(row, .duplicate(name.joined(separator: " ")))
      }
      var merged = known.map { rows[$0] } ?? [Cell](repeating: .empty, count: titles.count)
      for (column, source) in sources.enumerated() {
        guard let source else {
          if known == nil, titles[column] == "verified" { merged[column] = markCell }
          continue
        }
        let cell = own.cells[row * own.columns.count + source]
        if !cell.isEmpty { merged[column] = Cell(cell.start + shift, cell.end + shift) }
      }
      if let known {
        rows[known] = merged
        lines[known] = own.lines[row]
        fromOwn[known] = true
      } else {
        if !key.isEmpty { places[name] = rows.count }
        rows.append(merged)
        lines.append(own.lines[row])
        fromOwn.append(true)
      }
    }
    return ReferenceTable(
      name, titles, bytes, rows.flatMap { $0 }, lines, overlay: (own.name, fromOwn))
  }
}
