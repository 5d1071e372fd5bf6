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
    /// Four bits of `IndustryEditions` for each edition.
    let moved: UInt16

    /// Older editions in which the code stands for something that has another code, and
    /// not this one, in `edition`.
    package func moved(in edition: IndustryEdition) -> IndustryEditions {
      IndustryEditions(rawValue: UInt8(moved >> UInt16(edition.rawValue * 4) & 15))
    }
  }

  /// The tables, behind one pointer.
  struct Storage: Sendable {
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

  let storage: FrozenBox<Storage>

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

  /// Place of the code whose four digits make `number`, or nil. O(1).
  package func place(ofClass number: UInt16) -> Int? {
    guard number < 10_000 else { return nil }
    let place = Int(table[1126 + Int(number)])
    return place < 0 ? nil : place
  }

  /// The four digits of a class as a number; 0 for a code of another level. O(1).
  package func classNumber(_ place: Int) -> UInt16 {
    let code = codes[place]
    guard code.high >> 56 == 4 else { return 0 }
    var number: UInt16 = 0
    for index in UInt64(0)..<4 { number = number * 10 + UInt16(code.low >> (index * 8) & 15) }
    return number
  }

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
}
