import Records

/// A crosswalk as its table tells it: the links, and what is said of them.
package struct CrosswalkTable: Sendable {
  /// Columns of a table that say what `Crosswalk` needs.
  package struct Columns: Sendable {
    package var from = "from_code"
    package var to = "to_code"
    /// A column with words of `CodeRelation`; nil where every link has the relation `fixed`.
    package var relation: String? = "relation"
    package var fixed = CodeRelation.unchanged
    package var note = "note"
    /// A mark of how sure a row is.
    package var mark = "confidence"

    package init() {}
  }

  package let crosswalk: Crosswalk
  /// What the table says of a link, by old and new number.
  package let notes: [Pair: String]
  /// Old codes of which the table says that nothing carries them on, with the reason.
  package let ended: [Int: String]
  /// New codes of which the table says that they carry on nothing, with its note.
  package let added: [Int: String]

  package struct Pair: Hashable, Sendable {
    package let old: Int
    package let new: Int

    package init(_ old: Int, _ new: Int) {
      self.old = old
      self.new = new
    }
  }

  /// Reads a table.
  ///
  /// Refused are codes that an edition does not hold, unknown relations, a pair that stands
  /// twice, an old code of which nothing is said, and a new one that is not reached.
  /// O(rows log rows).
  package init(
    _ table: ReferenceTable, _ columns: Columns = Columns(), from old: CodeNumbering,
    to new: CodeNumbering
  ) throws(ReferenceFault) {
    var faults: [ReferenceFault] = []
    try self.init(table, columns, from: old, to: new, faults: &faults)
    if let first = faults.first { throw first }
  }

  /// Reads what can be read and adds every fault of the rows to `faults`; a column that is
  /// missing is thrown.
  package init(
    _ table: ReferenceTable, _ columns: Columns = Columns(), from old: CodeNumbering,
    to new: CodeNumbering, faults: inout [ReferenceFault]
  ) throws(ReferenceFault) {
    let from = try table.column(columns.from)
    let to = try table.column(columns.to)
    var relationColumn: Int?
    if let name = columns.relation { relationColumn = try table.column(name) }
    let note = table.columns.firstIndex(of: columns.note)
    let mark = table.columns.firstIndex(of: columns.mark)
    var links: [Crosswalk.Link] = []
    var notes: [Pair: String] = [:]
    var ended: [Int: String] = [:]
    var added: [Int: String] = [:]
    var seen: Set<Pair> = []
    for row in 0..<table.count {
      func text() -> String { note.map { table.text(row, $0) } ?? "" }
      let source = table.read(row, from) { $0.isEmpty ? -1 : old.number($0) }
      let target = table.read(row, to) { $0.isEmpty ? -1 : new.number($0) }
      if source == nil {
        faults.append(Self.unknown(table, row, from, old))
      }
      if target == nil {
        faults.append(Self.unknown(table, row, to, new))
      }
      guard let source, let target else { continue }
      if source < 0, target < 0 {
        faults.append(table.fault(row, .empty(column: columns.from)))
        continue
      }
      if !seen.insert(Pair(source, target)).inserted {
        let codes = [table.text(row, from), table.text(row, to)].joined(separator: " ")
        faults.append(table.fault(row, .duplicate(codes)))
        continue
      }
      if source < 0 {
        added[target] = text()
      } else if target < 0 {
        ended[source] = text()
      } else {
        let kind = relationColumn.map { column in
          table.read(row, column) { CodeRelation($0) }
        }
        guard let relation = kind ?? columns.fixed else {
          faults.append(table.fault(row, .badValue(column: columns.relation ?? "")))
          continue
        }
        let continues = note.map { table.read(row, $0) { $0.contains("continues") } } ?? false
        let isVerified = mark.map { table.read(row, $0) { Mark.isVerified($0) } } ?? true
        links.append(
          Crosswalk.Link(
            from: source, to: target, relation: relation,
            rank: Crosswalk.Link.rank(of: relation, continues: continues), isVerified: isVerified))
        let said = text()
        if !said.isEmpty { notes[Pair(source, target)] = said }
      }
    }
    let crosswalk = Crosswalk(links, oldCount: old.count, newCount: new.count)
    for number in 0..<old.count where old.isCovered(number) {
      if !crosswalk.successors(of: number).isEmpty || ended[number] != nil { continue }
      let place = old.place(number)
      faults.append(
        ReferenceFault(
          table: old.table, line: place.line,
          kind: .noWayForward(place.code, crosswalk: table.name)))
    }
    for number in 0..<new.count where new.isCovered(number) {
      if !crosswalk.origins(of: number).isEmpty || added[number] != nil { continue }
      let place = new.place(number)
      faults.append(
        ReferenceFault(
          table: new.table, line: place.line, kind: .noOrigin(place.code, crosswalk: table.name)))
    }
    self.crosswalk = crosswalk
    self.notes = notes
    self.ended = ended
    self.added = added
  }

  private static func unknown(
    _ table: ReferenceTable, _ row: Int, _ column: Int, _ side: CodeNumbering
  ) -> ReferenceFault {
    table.fault(
      row,
      .unknownCode(
        table.text(row, column), column: table.columns[column], table: side.table))
  }
}
