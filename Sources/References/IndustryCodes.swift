import Records

/// GB/T 4754, 国民经济行业分类, in the editions of 2002, 2011, 2017 and 2017 as amended in
/// 2019, and the correspondences from each to the next.
///
/// A code of any edition has one place here. Looking up is one read of a table by the
/// digits of the code.
package struct IndustryCodes: Reference {
  package static let name = "gbt4754"
  package static let tables =
    IndustryEdition.allCases.map(\.table) + [
      "codes/gbt4754-aliases.csv", "crosswalks/gbt4754-2002-2011.csv",
      "crosswalks/gbt4754-2011-2017.csv", "crosswalks/gbt4754-2017-2019.csv",
    ]

  /// A level of the classification; it shows in the length of a code.
  package enum Level: UInt8, BitwiseCopyable, Sendable { case section, division, group, `class` }

  /// What the check of a record needs of a code.
  package struct Entry: BitwiseCopyable, Sendable {
    package let level: Level
    /// Editions that hold the code.
    package let editions: IndustryEditions
    fileprivate let moved: UInt16

    /// Older editions in which the code stands for something that has another code, and
    /// not this one, in `edition`.
    package func moved(in edition: IndustryEdition) -> IndustryEditions {
      IndustryEditions(rawValue: UInt8(moved >> UInt16(edition.rawValue * 4) & 15))
    }
  }

  /// The tables, behind one pointer.
  private struct Storage: Sendable {
    let table: FrozenArray<Int16>
    let entries: FrozenArray<Entry>
    let codes: FrozenArray<ShortKey>
    let rows: FrozenArray<Int16>
    let hashes: FrozenArray<UInt64>
    let sections: FrozenArray<UInt8>
    let parents: FrozenArray<Int16>
    let names: FrozenArray<UInt8>
    let nameEnds: FrozenArray<Int32>
    let aliasPlaces: FrozenArray<Int16>
    let aliasHashes: FrozenArray<UInt64>
    let byName: FrozenHashTable
    let successorEnds: FrozenArray<Int32>
    let successorList: FrozenArray<IndustrySuccessor>
  }

  private let storage: FrozenBox<Storage>

  /// Place of every possible code: sections, then codes of 2, 3 and 4 digits; -1 for none.
  @inline(__always) private var table: FrozenArray<Int16> { storage.value.table }
  @inline(__always) private var entries: FrozenArray<Entry> { storage.value.entries }
  @inline(__always) private var codes: FrozenArray<ShortKey> { storage.value.codes }
  /// By place and edition: row of the names or -1, hash of the name, section, parent's place.
  @inline(__always) private var rows: FrozenArray<Int16> { storage.value.rows }
  @inline(__always) private var hashes: FrozenArray<UInt64> { storage.value.hashes }
  @inline(__always) private var sections: FrozenArray<UInt8> { storage.value.sections }
  @inline(__always) private var parents: FrozenArray<Int16> { storage.value.parents }
  @inline(__always) private var names: FrozenArray<UInt8> { storage.value.names }
  @inline(__always) private var nameEnds: FrozenArray<Int32> { storage.value.nameEnds }
  /// Other official wordings.
  @inline(__always) private var aliasPlaces: FrozenArray<Int16> { storage.value.aliasPlaces }
  @inline(__always) private var aliasHashes: FrozenArray<UInt64> { storage.value.aliasHashes }
  /// Classes by edition and name.
  @inline(__always) private var byName: FrozenHashTable { storage.value.byName }
  /// Successors by place, older edition and newer edition.
  @inline(__always) private var successorEnds: FrozenArray<Int32> { storage.value.successorEnds }
  @inline(__always) private var successorList: FrozenArray<IndustrySuccessor> {
    storage.value.successorList
  }

  /// Number of codes over all editions.
  package var count: Int { entries.count }

  // MARK: Looking up

  /// What a field with an industry code says.
  package struct Reading: BitwiseCopyable, Sendable {
    /// Place of the code, or -1 for a code of no edition.
    package let place: Int
    /// The letter of a section written in front of the digits, as a capital, or 0.
    package let letter: UInt8
  }

  /// Reads `3825`, `C3825`, `C 3825`, `c-3825`, `C38`, `C`; full-width characters too. O(1).
  package func read(_ text: Span<UInt8>) -> Reading {
    var letter: UInt8 = 0
    var digits = 0
    var value = 0
    var index = 0
    if text.count > 20 { return Reading(place: -1, letter: 0) }
    while index < text.count {
      var byte = text[index]
      index += 1
      if byte == 0xEF, index + 1 < text.count {  // full-width forms U+FF01 to U+FF5E
        let scalar = UInt32(text[index] & 0x3F) << 6 | UInt32(text[index + 1] & 0x3F)
        guard scalar >= 0xF01, scalar <= 0xF5E else { return Reading(place: -1, letter: 0) }
        byte = UInt8(scalar - 0xEE0)
        index += 2
      }
      if byte.isDigit {
        value = value * 10 + Int(byte &- 0x30)
        digits += 1
        if digits > 4 { return Reading(place: -1, letter: letter) }
      } else if byte.isLetter, letter == 0, digits == 0 {
        letter = byte.uppercased
      } else if byte == 0x20 || byte == 0x2D, letter != 0, digits == 0 {
        continue
      } else {
        return Reading(place: -1, letter: letter)
      }
    }
    let slot: Int
    switch digits {
    case 0:
      guard letter != 0 else { return Reading(place: -1, letter: 0) }
      slot = Int(letter - 0x41)
    case 2: slot = 26 + value
    case 3: slot = 126 + value
    case 4: slot = 1126 + value
    default: return Reading(place: -1, letter: letter)
    }
    return Reading(place: Int(table[slot]), letter: letter)
  }

  package subscript(place: Int) -> Entry { entries[place] }

  /// Section letter of a code in an edition, or 0 where the edition lacks the code. O(1).
  package func section(_ place: Int, in edition: IndustryEdition) -> UInt8 {
    sections[place * 4 + Int(edition.rawValue)]
  }

  /// The code one level up in an edition, or nil. O(1).
  package func parent(_ place: Int, in edition: IndustryEdition) -> Int? {
    let parent = Int(parents[place * 4 + Int(edition.rawValue)])
    return parent < 0 ? nil : parent
  }

  /// Editions of `candidates` in which the code has the name `hash` stands for. O(1).
  package func editions(
    _ place: Int, named hash: UInt64, among candidates: IndustryEditions
  ) -> IndustryEditions {
    var result: IndustryEditions = []
    for edition in IndustryEdition.allCases where candidates.contains(edition) {
      let slot = place * 4 + Int(edition.rawValue)
      if rows[slot] >= 0, hashes[slot] == hash { result.insert(IndustryEditions(edition)) }
    }
    return result
  }

  /// Whether a name is another official wording for the code. O(number of aliases).
  package func hasAlias(_ place: Int, _ hash: UInt64) -> Bool {
    for index in aliasPlaces.indices
    where Int(aliasPlaces[index]) == place && aliasHashes[index] == hash { return true }
    return false
  }

  /// The only class with a name in an edition, or nil. Names are compared as `FoldedText`
  /// reads them. O(length of the name).
  package func place(named name: Span<UInt8>, in edition: IndustryEdition) -> Int? {
    name.isEmpty || name.count > 300 ? nil : place(named: IndustryCodes.hash(name), in: edition)
  }

  package func place(named hash: UInt64, in edition: IndustryEdition) -> Int? {
    byName[hash &+ UInt64(edition.rawValue)]
  }

  /// Hash of a name as it is compared.
  package static func hash(_ name: Span<UInt8>) -> UInt64 { FoldedText.hash(name) & ~7 }

  /// Successors of a class of one edition in a later one, the likeliest first; none for a
  /// code that the older edition lacks. O(1).
  package func successors(
    of place: Int, from old: IndustryEdition, to new: IndustryEdition
  ) -> FrozenSlice<IndustrySuccessor> {
    let slot = place * 16 + Int(old.rawValue * 4 + new.rawValue)
    return FrozenSlice(
      successorList, (slot == 0 ? 0 : Int(successorEnds[slot - 1]))..<Int(successorEnds[slot]))
  }

  /// The codes one level down in an edition, in order. O(number of codes).
  package func children(of place: Int, in edition: IndustryEdition) -> [Int] {
    entries.indices.filter { parent($0, in: edition) == place }
  }

  /// The classes under a code in an edition, in order. O(number of codes).
  package func classes(under place: Int, in edition: IndustryEdition) -> [Int] {
    entries.indices.filter { candidate in
      guard entries[candidate].level == .class else { return false }
      var above = parent(candidate, in: edition)
      while let here = above {
        if here == place { return true }
        above = parent(here, in: edition)
      }
      return false
    }
  }

  // MARK: Writing

  package func code(_ place: Int) -> ShortKey { codes[place] }

  /// Appends the code.
  package func appendCode(_ place: Int, to text: inout [UInt8]) {
    text.append(contentsOf: codes[place].bytes)
  }

  /// Appends the name in an edition, or nothing where the edition lacks the code.
  package func appendName(_ place: Int, in edition: IndustryEdition, to text: inout [UInt8]) {
    readName(place, in: edition) { text.append($0) }
  }

  /// Name in an edition, or nil where the edition lacks the code.
  package func name(_ place: Int, in edition: IndustryEdition) -> String? {
    readName(place, in: edition) { String($0) }
  }

  /// Calls `body` with the name in an edition; nil where the edition lacks the code.
  @discardableResult
  package func readName<Value>(
    _ place: Int, in edition: IndustryEdition, _ body: (Span<UInt8>) -> Value
  ) -> Value? {
    let row = Int(rows[place * 4 + Int(edition.rawValue)])
    if row < 0 { return nil }
    return body(
      names.span.extracting((row == 0 ? 0 : Int(nameEnds[row - 1]))..<Int(nameEnds[row])))
  }

  // MARK: Loading

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    let editions = IndustryEdition.allCases
    var loading = Loading()
    var parentKeys: [(slot: Int, parent: ShortKey, table: Int, row: Int)] = []
    var tables: [ReferenceTable] = []
    for edition in editions {
      let table = try ReferenceTable(edition.table, from: folder)
      tables.append(table)
      let code = try table.column("code")
      let parent = try table.column("parent")
      let name = try table.column("name")
      for row in 0..<table.count {
        let key = try table.key(row, code)
        guard let place = table.read(row, code, { loading.place(of: $0, key) }) else {
          throw table.fault(row, .badValue(column: "code"))
        }
        let slot = place * 4 + Int(edition.rawValue)
        if loading.rows[slot] >= 0 { throw table.fault(row, .duplicate(key.description)) }
        loading.rows[slot] = Int16(loading.nameEnds.count)
        table.read(row, name) { loading.names.append($0) }
        loading.nameEnds.append(Int32(loading.names.count))
        loading.hashes[slot] = table.read(row, name) { IndustryCodes.hash($0) }
        parentKeys.append((slot, try table.key(row, parent), Int(edition.rawValue), row))
      }
    }
    for (slot, parent, table, row) in parentKeys where parent.low != 0 {
      guard let place = loading.places[parent] else {
        throw tables[table].fault(row, .badValue(column: "parent"))
      }
      loading.parents[slot] = Int16(place)
    }
    for slot in loading.rows.indices where loading.rows[slot] >= 0 {
      var place = slot / 4
      for _ in 0..<3 {
        let parent = loading.parents[place * 4 + slot % 4]
        if parent < 0 { break }
        place = Int(parent)
      }
      loading.sections[slot] = loading.keys[place].bytes.first ?? 0
    }

    var steps: [[Int: [IndustrySuccessor]]] = []
    for (old, new) in zip(editions, editions.dropFirst()) {
      steps.append(try loading.step(from: old, to: new, folder))
    }
    var ends: [Int32] = []
    var list: [IndustrySuccessor] = []
    var moved = [UInt16](repeating: 0, count: loading.keys.count)
    for place in loading.keys.indices {
      for old in editions {
        for new in editions {
          if old < new, loading.levels[place] == .class,
            loading.rows[place * 4 + Int(old.rawValue)] >= 0
          {
            let found = loading.successors(of: place, from: old, to: new, steps)
            list.append(contentsOf: found)
            let stays = found.contains { $0.place == place }
            if !stays, loading.rows[place * 4 + Int(new.rawValue)] >= 0 {
              moved[place] |= 1 << UInt16(new.rawValue * 4 + old.rawValue)
            }
          }
          ends.append(Int32(list.count))
        }
      }
    }

    let aliases = try ReferenceTable("codes/gbt4754-aliases.csv", from: folder)
    let aliasCode = try aliases.column("code")
    let aliasText = try aliases.column("alias")
    var aliasPlaces: [Int16] = []
    var aliasHashes: [UInt64] = []
    var named: [(UInt64, Int32)] = []
    for slot in loading.rows.indices
    where loading.rows[slot] >= 0 && loading.levels[slot / 4] == .class {
      named.append((loading.hashes[slot] &+ UInt64(slot % 4), Int32(slot / 4)))
    }
    for row in 0..<aliases.count {
      guard let place = loading.places[try aliases.key(row, aliasCode)] else {
        throw aliases.fault(row, .badValue(column: "code"))
      }
      let hash = aliases.read(row, aliasText) { IndustryCodes.hash($0) }
      aliasPlaces.append(Int16(place))
      aliasHashes.append(hash)
      if loading.levels[place] == .class {
        for edition in [IndustryEdition.of2017, .of2019] {
          named.append((hash &+ UInt64(edition.rawValue), Int32(place)))
        }
      }
    }

    let theTable = FrozenArray(loading.table)
    let theEntries = FrozenArray(
      loading.keys.indices.map { place in
        var held: IndustryEditions = []
        for edition in editions where loading.rows[place * 4 + Int(edition.rawValue)] >= 0 {
          held.insert(IndustryEditions(edition))
        }
        return Entry(level: loading.levels[place], editions: held, moved: moved[place])
      })
    let theCodes = FrozenArray(loading.keys)
    let theRows = FrozenArray(loading.rows)
    let theHashes = FrozenArray(loading.hashes)
    let theSections = FrozenArray(loading.sections)
    let theParents = FrozenArray(loading.parents)
    let theNames = FrozenArray(loading.names)
    let theNameEnds = FrozenArray(loading.nameEnds)
    let theAliasPlaces = FrozenArray(aliasPlaces)
    let theAliasHashes = FrozenArray(aliasHashes)
    let theByName = FrozenHashTable(named)
    let theSuccessorEnds = FrozenArray(ends)
    let theSuccessorList = FrozenArray(list)
    storage = FrozenBox(
      Storage(
        table: theTable, entries: theEntries, codes: theCodes, rows: theRows, hashes: theHashes,
        sections: theSections, parents: theParents, names: theNames, nameEnds: theNameEnds,
        aliasPlaces: theAliasPlaces, aliasHashes: theAliasHashes, byName: theByName,
        successorEnds: theSuccessorEnds, successorList: theSuccessorList))
  }

  /// What is put together while the tables are read.
  private struct Loading {
    var table = [Int16](repeating: -1, count: 11_126)
    var places: [ShortKey: Int] = [:]
    var keys: [ShortKey] = []
    var levels: [Level] = []
    var rows: [Int16] = []
    var hashes: [UInt64] = []
    var sections: [UInt8] = []
    var parents: [Int16] = []
    var names: [UInt8] = []
    var nameEnds: [Int32] = []

    /// Place of a code, a new one where it is met for the first time; nil for a code that
    /// is neither a capital letter nor two to four digits.
    mutating func place(of code: Span<UInt8>, _ key: ShortKey) -> Int? {
      if let known = places[key] { return known }
      let slot: Int
      let level: Level
      if code.count == 1, code[0] &- 0x41 < 26 {
        (slot, level) = (Int(code[0] - 0x41), .section)
      } else if let value = code.decimalValue, (2...4).contains(code.count) {
        switch code.count {
        case 2: (slot, level) = (26 + value, .division)
        case 3: (slot, level) = (126 + value, .group)
        default: (slot, level) = (1126 + value, .class)
        }
      } else {
        return nil
      }
      let place = keys.count
      table[slot] = Int16(place)
      places[key] = place
      keys.append(key)
      levels.append(level)
      for _ in 0..<4 {
        rows.append(-1)
        hashes.append(0)
        sections.append(0)
        parents.append(-1)
      }
      return place
    }

    /// The correspondence from one edition to the next.
    func step(
      from old: IndustryEdition, to new: IndustryEdition, _ folder: MappingsFolder
    ) throws(ReferenceFault) -> [Int: [IndustrySuccessor]] {
      let crosswalk = try ReferenceTable(
        "crosswalks/gbt4754-\(old.year)-\(new.year).csv", from: folder)
      let from = try crosswalk.column("from_code")
      let to = try crosswalk.column("to_code")
      let relation = try crosswalk.column("relation")
      let note = try crosswalk.column("note")
      var step: [Int: [IndustrySuccessor]] = [:]
      for row in 0..<crosswalk.count {
        if crosswalk.read(row, from, { $0.isEmpty }) { continue }  // a class without origin
        guard let source = places[try crosswalk.key(row, from)],
          rows[source * 4 + Int(old.rawValue)] >= 0
        else { throw crosswalk.fault(row, .badValue(column: "from_code")) }
        guard let target = places[try crosswalk.key(row, to)],
          rows[target * 4 + Int(new.rawValue)] >= 0
        else { throw crosswalk.fault(row, .badValue(column: "to_code")) }
        guard let kind = crosswalk.read(row, relation, { CodeRelation($0) }) else {
          throw crosswalk.fault(row, .badValue(column: "relation"))
        }
        let continues = crosswalk.read(row, note) { $0.contains("continues") }
        let rank = kind < .split ? 0 : (kind == .split ? 2 : 3) + (continues ? 0 : 2)
        step[source, default: []].append(
          IndustrySuccessor(place: target, relation: kind, rank: rank))
      }
      return step
    }

    /// Follows the correspondences over all editions between two; best first.
    func successors(
      of place: Int, from old: IndustryEdition, to new: IndustryEdition,
      _ steps: [[Int: [IndustrySuccessor]]]
    ) -> [IndustrySuccessor] {
      var reached = [IndustrySuccessor(place: place, relation: .unchanged, rank: 0)]
      for step in steps[Int(old.rawValue)..<Int(new.rawValue)] {
        var next: [IndustrySuccessor] = []
        for here in reached {
          for link in step[here.place] ?? [] {
            let found = IndustrySuccessor(
              place: link.place, relation: max(here.relation, link.relation),
              rank: here.rank + link.rank)
            if let known = next.firstIndex(where: { $0.place == found.place }) {
              if found.rank < next[known].rank { next[known] = found }
            } else {
              next.append(found)
            }
          }
        }
        reached = next
      }
      return reached.sorted { a, b in
        (a.rank, keys[a.place].low.byteSwapped) < (b.rank, keys[b.place].low.byteSwapped)
      }
    }
  }
}
