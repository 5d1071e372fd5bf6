import Records
import References

/// Every name of a division or township that an address may bear, by the first two
/// characters, the longest first: those in force, of the past, in short. Names are kept as
/// folded characters; a township's without the word for its kind, because people write
/// 南安乡 for 南安镇.
package struct AddressGazetteer: Reference {
  package static let name = "address-gazetteer"
  package static let tables =
    Divisions.tables + ["codes/townships.csv", "codes/townships-history.csv"] + Postcodes.tables
    + CharacterForms.tables

  /// A name and the run of its meanings, in 24 bytes.
  struct Entry: BitwiseCopyable, Sendable {
    /// The first four characters, 0 for one that is not there.
    let key: UInt64
    let textStart: UInt32
    let firstMeaning: UInt32
    let meaningCount: UInt16
    let length: UInt8
    var traits: Traits

    struct Traits: OptionSet, BitwiseCopyable, Sendable {
      let rawValue: UInt8
      static let isTownship = Traits(rawValue: 1)
      /// One of the townships bears the name without a word for its kind.
      static let hasWhole = Traits(rawValue: 2)
      /// The next entry begins with other characters.
      static let isLast = Traits(rawValue: 4)
    }

    @inline(__always) var isTownship: Bool { traits.contains(.isTownship) }
    @inline(__always) var hasWhole: Bool { traits.contains(.hasWhole) }
    @inline(__always) var isLast: Bool { traits.contains(.isLast) }
  }

  /// Kinds of township by the word that ends the name.
  enum TownshipKind: UInt8, BitwiseCopyable, Sendable {
    /// The name is kept whole: farms, development zones and other units of their own kind.
    case whole
    case town, township, subdistrict, sumu, area
  }

  /// One township that a name may stand for.
  struct Township: BitwiseCopyable, Sendable {
    /// County in force, or the prefecture that has none.
    let county: Int32
    /// Above the county; 0 where there is none.
    let prefecture: Int32
    /// Nine digits; 0 where the unit is no more and no successor is known.
    let code: Int32
    let kind: TownshipKind
    let isPast: Bool
    /// Counted by the bureau of statistics beside the divisions: a zone, a farm.
    let isQuasi: Bool
  }

  struct Storage: Sendable {
    let text: FrozenArray<UInt16>
    let entries: FrozenArray<Entry>
    let meanings: FrozenArray<Gazetteer.Meaning>
    let townships: FrozenArray<Township>
    /// By township: its county.
    let counties: FrozenArray<Int32>
    let index: AddressNameIndex
    /// Which two characters full names in force of provinces and prefectures begin with.
    let upperFilter: FrozenArray<UInt64>
    /// Code of a province by its one-character name, by scalar.
    let abbreviations: FrozenArray<Int32>
    /// Townships in the order of their codes, for names.
    let codes: FrozenArray<Int32>
    let names: FrozenArray<Cell>
    let nameText: FrozenArray<UInt8>
    /// Counties all of whose townships are in the ministry's list, sorted.
    let listedCounties: FrozenArray<Int32>
  }

  let storage: FrozenBox<Storage>
  package let divisions: Divisions
  package let postcodes: Postcodes
  let characters: AddressCharacters

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    try self.init(from: folder, leavingOut: { _ in false })
  }

  /// - Parameter isHidden: counties whose townships are left out, for tests of what happens
  ///   to names that are not known.
  package init(
    from folder: MappingsFolder, leavingOut isHidden: (Int32) -> Bool
  ) throws(ReferenceFault) {
    divisions = try Divisions(from: folder)
    postcodes = try Postcodes(from: folder)
    characters = try AddressCharacters(from: folder)
    var builder = AddressGazetteerBuilder(divisions, characters)
    builder.addDivisions()
    try builder.addTownships(from: folder, leavingOut: isHidden)
    storage = FrozenBox(builder.storage(try Self.abbreviations(from: folder)))
  }

  private static func abbreviations(from folder: MappingsFolder) throws(ReferenceFault)
    -> [Int32]
  {
    let table = try ReferenceTable("codes/divisions.csv", from: folder)
    let code = try table.column("code")
    let short = try table.column("abbr")
    var result = [Int32](repeating: 0, count: 0x10000)
    for row in 0..<table.count {
      let text = table.text(row, short).utf16
      if text.count == 1, let scalar = text.first, let number = try table.number(row, code) {
        result[Int(scalar)] = Int32(number)
      }
    }
    // Second names in use beside the first.
    for (scalar, number) in [("蜀", 510_000), ("黔", 520_000), ("滇", 530_000), ("陇", 620_000)] {
      if let scalar = scalar.utf16.first { result[Int(scalar)] = Int32(number) }
    }
    return result
  }

  /// Whether the full name in force of a province or a prefecture may begin with two
  /// characters: never false where one does. O(1).
  @inline(__always) func mayBeginUpper(_ first: UInt16, _ second: UInt16) -> Bool {
    let bit = Self.upperBit(UInt32(first) << 16 | UInt32(second))
    return storage.value.upperFilter[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  /// Place of two characters in the filter of 16,384 bits.
  @inline(__always) static func upperBit(_ key: UInt32) -> Int {
    Int(AddressNameIndex.mix(UInt64(key)) >> 50)
  }

  /// Whether the text goes on with an entry's name at `place`; the first three characters are
  /// known to agree.
  @inline(__always) func matches(_ entry: Entry, _ text: borrowing AddressText, at place: Int)
    -> Bool
  {
    let length = Int(entry.length)
    if place + length > text.count { return false }
    if length < 4 { return true }
    if UInt16(truncatingIfNeeded: entry.key) != text[place + 3] { return false }
    let start = Int(entry.textStart)
    for index in 4..<length where storage.value.text[start + index] != text[place + index] {
      return false
    }
    return true
  }

  /// Meanings of a township's name within codes `low` to `high` of counties. O(log n).
  ///
  /// - Parameter nearest: the county of the first meaning.
  @inline(__always) func townships(
    _ entry: Entry, nearest: Int32, from low: Int32, to high: Int32
  ) -> Range<Int> {
    let first = Int(entry.firstMeaning)
    if entry.meaningCount == 1 {
      return first..<(nearest >= low && nearest <= high ? first + 1 : first)
    }
    let end = first + Int(entry.meaningCount)
    let start = bound(first, end, low)
    return start..<max(start, bound(start, end, high + 1))
  }

  /// The first of some townships, sorted by county, whose county is not below a code.
  private func bound(_ first: Int, _ end: Int, _ code: Int32) -> Int {
    var (a, b) = (first, end)
    while a < b {
      let middle = (a + b) / 2
      if storage.value.counties[middle] < code { a = middle + 1 } else { b = middle }
    }
    return a
  }

  /// The county of the first township of a name.
  @inline(__always) func firstCounty(_ entry: Entry) -> Int32 {
    storage.value.counties[Int(entry.firstMeaning)]
  }

  /// Appends the name of a township in force. O(log n).
  package func appendName(ofTownship code: Int32, to output: inout [UInt8]) {
    let codes = storage.value.codes
    var (low, high) = (0, codes.count)
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] < code { low = middle + 1 } else { high = middle }
    }
    guard low < codes.count, codes[low] == code else { return }
    output.append(storage.value.nameText.span.extracting(storage.value.names[low].range))
  }

  /// The form in which a character is compared; 0 for one that is left out. O(1).
  @inline(__always) package func folded(_ scalar: UInt16) -> UInt16 { characters.fold(scalar) }

  /// Number of names.
  package var count: Int { storage.value.entries.count }
}
