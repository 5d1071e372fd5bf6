import Records

extension CodeList {
  /// Reads a table of `mappings/codes` that has a column of codes.
  ///
  /// Refused are a code that stands twice where the table has one row a code, a parent that
  /// is not there, a circle of parents, a validity that is no date or ends before it begins.
  /// - Parameters:
  ///   - description: what the data package says of the table.
  ///   - aliases: other official wordings of names, by code.
  package init(
    _ path: String, from folder: MappingsFolder, describedBy description: TableDescription?,
    aliases: [(code: String, name: String)] = []
  ) throws(ReferenceFault) {
    try self.init(
      try ReferenceTable(path, from: folder), describedBy: description, aliases: aliases)
  }

  package init(
    _ table: ReferenceTable, describedBy description: TableDescription?,
    aliases: [(code: String, name: String)] = []
  ) throws(ReferenceFault) {
    guard let columns = CodeColumns(table, description) else {
      throw ReferenceFault(table: table.name, line: 1, kind: .columnMissing("code"))
    }
    var loading = Loading(table, columns)
    try loading.readValidities()
    try loading.chainCodes()
    try loading.findParents(isDeclared: !columns.isRepeated)
    loading.findLevels()
    loading.indexNames(aliases)
    let (childEnds, children) = loading.children()
    let file = table.name.split(separator: "/").last.map(String.init) ?? table.name
    let name = file.hasSuffix(".csv") ? String(file.dropLast(4)) : file
    let rows = 0..<table.count
    storage = FrozenBox(
      Storage(
        title: Title(
          name: name, path: table.name, title: description?.title ?? Text(zh: name, en: name),
          edition: description?.edition ?? "", validity: description?.validity ?? Validity()),
        codes: NameTable(rows.map { table.text($0, columns.code) }),
        names: NameTable(rows.map { row in columns.name.map { table.text(row, $0) } ?? "" }),
        levelNames: loading.levelNames, levels: FrozenArray(loading.levels),
        parents: FrozenArray(loading.parents), childEnds: childEnds, children: children,
        next: FrozenArray(loading.next), validities: FrozenArray(loading.validities),
        marks: FrozenArray(loading.marks),
        lines: FrozenArray(
          rows.map { Int32(table.isFromBank($0) ? 0 : table.line(of: $0)) }),
        byCode: TextMap(loading.firsts), byName: FrozenHashTable(loading.byName),
        byLevel: FrozenHashTable(loading.byLevel)))
  }

  /// What is put together while a table is read.
  private struct Loading {
    let table: ReferenceTable
    let columns: CodeColumns
    private(set) var validities: [Validity] = []
    private(set) var firsts: [(text: String, value: Int32)] = []
    private(set) var next: [Int32]
    private(set) var parents: [Int32]
    private(set) var levels: [UInt8]
    private(set) var levelNames: [String] = []
    private(set) var byName: [(UInt64, Int32)] = []
    private(set) var byLevel: [(UInt64, Int32)] = []
    private var rowsByCode: [PackedKey: [Int]] = [:]

    init(_ table: ReferenceTable, _ columns: CodeColumns) {
      self.table = table
      self.columns = columns
      next = [Int32](repeating: -1, count: table.count)
      parents = next
      levels = [UInt8](repeating: 0, count: table.count)
    }

    var marks: [Bool] {
      (0..<table.count).map { row in
        columns.marks.allSatisfy { table.read(row, $0) { Mark.isVerified($0) } }
      }
    }

    mutating func readValidities() throws(ReferenceFault) {
      guard columns.validFrom != nil || columns.validTo != nil else { return }
      for row in 0..<table.count {
        let validity = Validity(
          from: try date(row, columns.validFrom), to: try date(row, columns.validTo))
        if validity.isReversed { throw table.fault(row, .validityReversed) }
        validities.append(validity)
      }
    }

    private func date(_ row: Int, _ column: Int?) throws(ReferenceFault) -> CodeDate? {
      guard let column, !table.read(row, column, { $0.isEmpty }) else { return nil }
      guard let date = table.read(row, column, { CodeDate($0) }) else {
        throw table.fault(row, .wrongType(column: table.columns[column], type: "date"))
      }
      return date
    }

    /// Chains the rows of one code, oldest first.
    mutating func chainCodes() throws(ReferenceFault) {
      for row in 0..<table.count {
        let key = table.read(row, columns.code) { PackedKey($0) }
        if !columns.isRepeated, rowsByCode[key] != nil {
          throw table.fault(row, .duplicate(table.text(row, columns.code)))
        }
        rowsByCode[key, default: []].append(row)
      }
      for (key, rows) in rowsByCode where rows.count > 1 && !validities.isEmpty {
        func day(_ row: Int) -> Day { validities[row].from?.firstDay ?? Day(number: .min) }
        rowsByCode[key] = rows.sorted { (day($0), $0) < (day($1), $1) }
      }
      for rows in rowsByCode.values {
        firsts.append((table.text(rows[0], columns.code), Int32(rows[0])))
        for (row, following) in zip(rows, rows.dropFirst()) { next[row] = Int32(following) }
      }
    }

    /// `isDeclared`: every parent must be there.
    mutating func findParents(isDeclared: Bool) throws(ReferenceFault) {
      guard let column = columns.parent, column != columns.code else { return }
      for row in 0..<table.count where !table.read(row, column, { $0.isEmpty }) {
        let candidates = rowsByCode[table.read(row, column) { PackedKey($0) }] ?? []
        let end = validities.isEmpty ? nil : validities[row].to?.firstDay
        let found =
          candidates.last { candidate in
            validities.isEmpty
              || end.map { validities[candidate].contains($0) }
                ?? (validities[candidate].to == nil)
          } ?? candidates.last
        if let found, found != row {
          parents[row] = Int32(found)
        } else if isDeclared {
          let code = table.text(row, column)
          throw table.fault(
            row,
            found == row
              ? .cycle([code])
              : .unknownCode(code, column: table.columns[column], table: table.name))
        }
      }
      if isDeclared, let circle = table.cycles(code: columns.code, parent: column).first {
        throw circle
      }
      cutLongChains()
    }

    /// No classification is this deep: a table through time, whose parents are not declared,
    /// may yet lead in a circle.
    private mutating func cutLongChains() {
      for row in 0..<table.count {
        var depth = 0
        var above = parents[row]
        while above >= 0, depth < 16 {
          depth += 1
          above = parents[Int(above)]
        }
        if above >= 0 { parents[row] = -1 }
      }
    }

    /// Numbers the levels from the top, by the least number of parents above their rows.
    mutating func findLevels() {
      guard let column = columns.level else { return }
      var depths: [String: (depth: Int, first: Int)] = [:]
      for row in 0..<table.count {
        var depth = 0
        var above = parents[row]
        while above >= 0 {
          depth += 1
          above = parents[Int(above)]
        }
        let name = table.text(row, column)
        if let known = depths[name] {
          depths[name] = (min(known.depth, depth), known.first)
        } else {
          depths[name] = (depth, row)
        }
      }
      levelNames = depths.sorted {
        ($0.value.depth, $0.value.first) < ($1.value.depth, $1.value.first)
      }
      .map(\.key)
      let numbers = Dictionary(
        uniqueKeysWithValues: levelNames.enumerated().map {
          ($0.element, UInt8(clamping: $0.offset))
        })
      for row in 0..<table.count { levels[row] = numbers[table.text(row, column)] ?? 0 }
    }

    /// Names as they are looked up. A name of a row goes before the same words as another
    /// wording of another row.
    mutating func indexNames(_ aliases: [(code: String, name: String)]) {
      guard let column = columns.name else { return }
      for rows in rowsByCode.values { add(newest(of: rows, in: column), unless: []) }
      let own = Set(byName.map(\.0))
      let ownByLevel = Set(byLevel.map(\.0))
      if let alias = columns.alias {
        for rows in rowsByCode.values {
          add(newest(of: rows, in: alias), unless: own, byLevel: ownByLevel)
        }
      }
      for alias in aliases {
        let hash = FoldedText.hash(alias.name.utf8.span)
        for row in rowsByCode[PackedKey(alias.code.utf8.span)] ?? [] {
          add([hash: row], unless: own, byLevel: ownByLevel)
        }
      }
    }

    /// Of one code's rows with one name the newest, by the hash of the name.
    private func newest(of rows: [Int], in column: Int) -> [UInt64: Int] {
      var newest: [UInt64: Int] = [:]
      for row in rows where !table.read(row, column, { $0.isEmpty }) {
        newest[table.read(row, column) { FoldedText.hash($0) }] = row
      }
      return newest
    }

    private mutating func add(
      _ names: [UInt64: Int], unless own: Set<UInt64>, byLevel ownByLevel: Set<UInt64> = []
    ) {
      for (hash, row) in names {
        if !own.contains(hash) { byName.append((hash, Int32(row))) }
        let atLevel = hash &+ UInt64(levels[row])
        if !ownByLevel.contains(atLevel) { byLevel.append((atLevel, Int32(row))) }
      }
    }

    func children() -> (ends: FrozenArray<Int32>, rows: FrozenArray<Int32>) {
      var lists = [[Int32]](repeating: [], count: table.count)
      for row in 0..<table.count where parents[row] >= 0 {
        lists[Int(parents[row])].append(Int32(row))
      }
      var ends: [Int32] = []
      var count: Int32 = 0
      for list in lists {
        count += Int32(list.count)
        ends.append(count)
      }
      return (FrozenArray(ends), FrozenArray(lists.flatMap(\.self)))
    }
  }
}
