import Records

extension IndustryCodes {
  /// Reads the editions and the correspondences between them.
  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    var loading = try Loading(from: folder)
    try loading.readAliases(from: folder)
    let ways = try loading.ways(from: folder)
    var ends: [Int32] = []
    var list: [IndustrySuccessor] = []
    var moved = [UInt16](repeating: 0, count: loading.keys.count)
    for place in loading.keys.indices {
      for old in IndustryEdition.allCases {
        for new in IndustryEdition.allCases {
          if let way = ways[[old, new]], loading.holds(place, old),
            loading.levels[place] == .class
          {
            let found = way.successors(of: place)
            for link in found {
              list.append(
                IndustrySuccessor(
                  place: Int(link.to), relation: link.relation, rank: Int(link.rank),
                  livesOn: link.livesOn))
            }
            let stays = found.contains { Int($0.to) == place }
            if !stays, loading.holds(place, new) {
              moved[place] |= 1 << UInt16(new.rawValue * 4 + old.rawValue)
            }
          }
          ends.append(Int32(list.count))
        }
      }
    }
    let entries = loading.keys.indices.map { place in
      var held: IndustryEditions = []
      for edition in IndustryEdition.allCases where loading.holds(place, edition) {
        held.insert(IndustryEditions(edition))
      }
      return Entry(level: loading.levels[place], editions: held, moved: moved[place])
    }
    storage = FrozenBox(
      Storage(
        table: FrozenArray(loading.table), entries: FrozenArray(entries),
        codes: FrozenArray(loading.keys), rows: FrozenArray(loading.rows),
        hashes: FrozenArray(loading.hashes), sections: FrozenArray(loading.sections),
        parents: FrozenArray(loading.parents), names: FrozenArray(loading.names),
        nameEnds: FrozenArray(loading.nameEnds), aliasPlaces: FrozenArray(loading.aliasPlaces),
        aliasHashes: FrozenArray(loading.aliasHashes), byName: FrozenHashTable(loading.named),
        successorEnds: FrozenArray(ends), successorList: FrozenArray(list)))
  }

  /// What is put together while the tables are read.
  private struct Loading {
    private(set) var table = [Int16](repeating: -1, count: 11_126)
    /// Codes of all editions, in order; their numbers are the places.
    private(set) var keys: [ShortKey] = []
    private(set) var levels: [Level] = []
    private(set) var rows: [Int16] = []
    private(set) var hashes: [UInt64] = []
    private(set) var sections: [UInt8] = []
    private(set) var parents: [Int16] = []
    private(set) var names: [UInt8] = []
    private(set) var nameEnds: [Int32] = []
    private(set) var named: [(UInt64, Int32)] = []
    private(set) var aliasPlaces: [Int16] = []
    private(set) var aliasHashes: [UInt64] = []
    /// Line of a code in the table of an edition, by place and edition; 0 for a bank's own
    /// code, of which no correspondence has to speak.
    private var lines: [Int32] = []

    func holds(_ place: Int, _ edition: IndustryEdition) -> Bool {
      rows[place * 4 + Int(edition.rawValue)] >= 0
    }

    init(from folder: MappingsFolder) throws(ReferenceFault) {
      var tables: [ReferenceTable] = []
      for edition in IndustryEdition.allCases {
        tables.append(try ReferenceTable(edition.table, from: folder))
      }
      try numberCodes(tables)
      for (edition, table) in zip(IndustryEdition.allCases, tables) {
        try readRows(of: table, edition)
      }
      findSections()
      for slot in rows.indices where rows[slot] >= 0 && levels[slot / 4] == .class {
        named.append((hashes[slot] &+ UInt64(slot % 4), Int32(slot / 4)))
      }
    }

    /// Gives every code of any edition its place.
    private mutating func numberCodes(_ tables: [ReferenceTable]) throws(ReferenceFault) {
      var slots: Set<Int> = []
      for table in tables {
        let code = try table.column("code")
        for row in 0..<table.count {
          guard let slot = table.read(row, code, { Self.slot(of: $0)?.slot }) else {
            throw table.fault(row, .badValue(column: "code"))
          }
          slots.insert(slot)
          self.table[slot] = 0
        }
      }
      // Sections, then divisions, groups and classes: sorted as codes are within a level.
      for (place, slot) in slots.sorted().enumerated() { table[slot] = Int16(place) }
      let count = slots.count
      keys = [ShortKey](repeating: ShortKey("")!, count: count)
      levels = [Level](repeating: .section, count: count)
      rows = [Int16](repeating: -1, count: count * 4)
      hashes = [UInt64](repeating: 0, count: count * 4)
      sections = [UInt8](repeating: 0, count: count * 4)
      parents = [Int16](repeating: -1, count: count * 4)
      lines = [Int32](repeating: 0, count: count * 4)
    }

    private mutating func readRows(
      of table: ReferenceTable, _ edition: IndustryEdition
    ) throws(ReferenceFault) {
      let code = try table.column("code")
      let parent = try table.column("parent")
      let name = try table.column("name")
      for row in 0..<table.count {
        guard let (slot, level) = table.read(row, code, { Self.slot(of: $0) }) else { continue }
        let place = Int(self.table[slot])
        let cell = place * 4 + Int(edition.rawValue)
        keys[place] = try table.key(row, code)
        levels[place] = level
        if rows[cell] >= 0 { throw table.fault(row, .duplicate(keys[place].description)) }
        rows[cell] = Int16(nameEnds.count)
        lines[cell] = table.isFromBank(row) ? 0 : Int32(table.line(of: row))
        table.read(row, name) { names.append($0) }
        nameEnds.append(Int32(names.count))
        hashes[cell] = table.read(row, name) { IndustryCodes.hash($0) }
      }
      for row in 0..<table.count where !table.read(row, parent, { $0.isEmpty }) {
        guard let place = table.read(row, code, { place(of: $0, in: edition) }) else { continue }
        guard let above = table.read(row, parent, { self.place(of: $0, in: edition) }) else {
          throw table.fault(
            row,
            .unknownCode(table.text(row, parent), column: "parent", table: table.name))
        }
        // A parent stands one level above: no circle is possible.
        guard levels[above].rawValue + 1 == levels[place].rawValue else {
          throw table.fault(row, .badValue(column: "parent"))
        }
        parents[place * 4 + Int(edition.rawValue)] = Int16(above)
      }
    }

    private mutating func findSections() {
      for slot in rows.indices where rows[slot] >= 0 {
        var place = slot / 4
        while parents[place * 4 + slot % 4] >= 0 { place = Int(parents[place * 4 + slot % 4]) }
        sections[slot] = keys[place].bytes.first ?? 0
      }
    }

    /// Slot of a code in `table`, and its level; nil for what is neither a capital letter nor
    /// two to four digits.
    private static func slot(of code: Span<UInt8>) -> (slot: Int, level: Level)? {
      if code.count == 1, code[0] &- 0x41 < 26 { return (Int(code[0] - 0x41), .section) }
      guard (2...4).contains(code.count), let value = code.decimalValue else { return nil }
      return switch code.count {
      case 2: (26 + value, .division)
      case 3: (126 + value, .group)
      default: (1126 + value, .class)
      }
    }

    private func place(of code: Span<UInt8>, in edition: IndustryEdition) -> Int? {
      guard let slot = Self.slot(of: code)?.slot, table[slot] >= 0 else { return nil }
      let place = Int(table[slot])
      return holds(place, edition) ? place : nil
    }

    /// Other official wordings of codes of the editions since 2017.
    mutating func readAliases(from folder: MappingsFolder) throws(ReferenceFault) {
      let aliases = try ReferenceTable("codes/gbt4754-aliases.csv", from: folder)
      let code = try aliases.column("code")
      let text = try aliases.column("alias")
      for row in 0..<aliases.count {
        guard let place = aliases.read(row, code, { place(of: $0, in: .of2019) }) else {
          throw aliases.fault(
            row,
            .unknownCode(
              aliases.text(row, code), column: "code", table: IndustryEdition.of2019.table))
        }
        let hash = aliases.read(row, text) { IndustryCodes.hash($0) }
        aliasPlaces.append(Int16(place))
        aliasHashes.append(hash)
        if levels[place] != .class { continue }
        for edition in [IndustryEdition.of2017, .of2019] {
          named.append((hash &+ UInt64(edition.rawValue), Int32(place)))
        }
      }
    }

    /// The correspondences from every edition to every later one.
    func ways(
      from folder: MappingsFolder
    ) throws(ReferenceFault) -> [[IndustryEdition]: Crosswalk] {
      let editions = IndustryEdition.allCases
      var ways: [[IndustryEdition]: Crosswalk] = [:]
      for (index, new) in editions.enumerated().dropFirst() {
        let last = editions[index - 1]
        let description = CrosswalkDescription.industry(from: last, to: new)
        let step = try CrosswalkTable(
          try ReferenceTable(description.path, from: folder), description.columns,
          from: numbering(last), to: numbering(new)
        ).crosswalk
        ways[[last, new]] = step
        for old in editions.prefix(index - 1) {
          ways[[old, new]] = ways[[old, last]]?.composed(with: step)
        }
      }
      return ways
    }

    private func numbering(_ edition: IndustryEdition) -> CodeNumbering {
      CodeNumbering(
        table: edition.table, count: keys.count, number: { place(of: $0, in: edition) },
        isCovered: {
          levels[$0] == .class && lines[$0 * 4 + Int(edition.rawValue)] > 0
        },
        place: {
          (keys[$0].description, Int(lines[$0 * 4 + Int(edition.rawValue)]))
        })
    }
  }
}
