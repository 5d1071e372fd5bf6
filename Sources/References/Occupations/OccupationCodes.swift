import Records

/// What the lists say of one occupation code, or of the name of a class.
package struct OccupationStanding: BitwiseCopyable, Sendable {
  /// The lists that hold it.
  package fileprivate(set) var lists: OccupationLists
  /// What all these lists agree on; `unknown` where they do not.
  package fileprivate(set) var status: OccupationStatus
  /// Major group of GB/T 6565-2015, 1 to 8, where all lists agree; else 0.
  package fileprivate(set) var major: UInt8
  /// Level in GB/T 6565-2015; 0 for a code that is not in it.
  package fileprivate(set) var level: UInt8
  /// A class of GB/T 6565-2015 without finer classes.
  package fileprivate(set) var isLeaf: Bool
  /// Row of the medium group in GB/T 6565-2015 where all lists agree; else -1.
  package fileprivate(set) var middle: Int16
  /// Row in GB/T 6565-2015; else -1.
  package fileprivate(set) var row: Int16
  /// Row of the class of GB/T 6565-2015 with the same name and level, for a code that only
  /// superseded lists hold; else -1.
  package fileprivate(set) var namesake: Int16
  fileprivate var title: Int32

  /// Whether only superseded lists hold it.
  package var isSuperseded: Bool { lists.isDisjoint(with: .current) }
}

/// Every list of occupation codes that is known: which list a record's code comes from is
/// not always told, so one look-up gives what all lists that hold the code agree on.
package struct OccupationCodes: Reference {
  package static let name = "occupations"
  package static let tables = OccupationEntries.tables

  /// The tables, behind one pointer.
  private struct Storage: Sendable {
    let places: FrozenMap
    let names: TextMap
    let standings: FrozenArray<OccupationStanding>
    let titles: NameTable
    let numbers: FrozenArray<ShortKey>
    let allTitles: NameTable
    let members: FrozenArray<Member>
  }

  private let storage: FrozenBox<Storage>

  @inline(__always) private var places: FrozenMap { storage.value.places }
  @inline(__always) private var names: TextMap { storage.value.names }
  @inline(__always) private var standings: FrozenArray<OccupationStanding> {
    storage.value.standings
  }
  /// Names of GB/T 6565-2015 by row.
  @inline(__always) package var titles: NameTable { storage.value.titles }
  @inline(__always) private var numbers: FrozenArray<ShortKey> { storage.value.numbers }
  /// Names that the lists give their codes.
  @inline(__always) private var allTitles: NameTable { storage.value.allTitles }
  /// Every code of every list, and every name of a class.
  @inline(__always) private var members: FrozenArray<Member> { storage.value.members }

  /// One code of one list, or the name of a class.
  package struct Member: BitwiseCopyable, Sendable {
    /// Place of the code or name.
    let place: Int32
    /// Row of the name that the list gives it.
    let title: Int32
    /// The code; nil for a name.
    let code: ShortKey?
    let list: OccupationLists
  }

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    let all = try OccupationEntries(from: folder)
    var standings: [OccupationStanding] = []
    var members: [Member] = []
    var placeByCode: [ShortKey: Int32] = [:]
    var placeByName: [PackedKey: Int32] = [:]
    var named: [(text: String, value: Int32)] = []
    func add(_ index: Int, at known: Int32?, isName: Bool) -> Int32 {
      let entry = all.entries[index]
      let row = Int(entry.row)
      var standing = OccupationStanding(
        lists: entry.list, status: entry.status, major: entry.major,
        level: row >= 0 ? all.levels[row] : 0, isLeaf: row >= 0 ? all.leaves[row] : false,
        middle: entry.middle, row: entry.row, namesake: entry.namesake, title: Int32(index))
      let place = known ?? Int32(standings.count)
      members.append(
        Member(
          place: place, title: Int32(index), code: isName ? nil : entry.code, list: entry.list))
      guard known != nil else {
        standings.append(standing)
        return place
      }
      let before = standings[Int(place)]
      standing.lists = before.lists.union(entry.list)
      // The name that a list in force gives it, rather than an old one.
      if !before.isSuperseded { standing.title = before.title }
      if before.status != entry.status { standing.status = .unknown }
      if before.major != entry.major { standing.major = 0 }
      if before.middle != entry.middle { standing.middle = -1 }
      if before.namesake != entry.namesake { standing.namesake = -1 }
      if before.level > 0 {
        (standing.level, standing.isLeaf, standing.row) = (before.level, before.isLeaf, before.row)
      }
      standings[Int(place)] = standing
      return place
    }
    for (index, entry) in all.entries.enumerated() {
      placeByCode[entry.code] = add(index, at: placeByCode[entry.code], isName: false)
    }
    // A name of GB/T 6565-2015 means that class, whichever other lists have it too.
    let own = Set(all.names.map { PackedKey($0.utf8.span) })
    for (index, entry) in all.entries.enumerated() {
      let key = PackedKey(entry.name.utf8.span)
      if entry.list != .gbt6565of2015, own.contains(key) { continue }
      let known = placeByName[key]
      let place = add(index, at: known, isName: true)
      if known == nil {
        placeByName[key] = place
        named.append((entry.name, place))
      }
    }
    let thePlaces = FrozenMap(placeByCode.map { ($0.key, $0.value) })
    let theNames = TextMap(named)
    let theStandings = FrozenArray(standings)
    let theTitles = NameTable(all.names)
    let theAllTitles = NameTable(all.entries.map(\.name))
    let theMembers = FrozenArray(members)
    let theNumbers = FrozenArray(all.codes)
    storage = FrozenBox(
      Storage(
        places: thePlaces, names: theNames, standings: theStandings, titles: theTitles,
        numbers: theNumbers, allTitles: theAllTitles, members: theMembers))
  }

  /// Number of distinct codes.
  package var count: Int { places.count }

  /// Place of a code, or of the name of a class, for `subscript(place:)`. O(length).
  package func place(of code: Span<UInt8>) -> Int? {
    if let found = places[code] { return found }
    if code.isEmpty { return nil }
    if code[0] >= 0x80 { return names[code] }
    if code.count > 10 { return nil }
    // x, y, z for X, Y, Z.
    var capitals = [10 of UInt8](repeating: 0)
    for index in code.indices { capitals[index] = code[index].uppercased }
    return places[capitals.span.extracting(0..<code.count)]
  }

  package subscript(place place: Int) -> OccupationStanding { standings[place] }

  /// What the lists say of a code, or of the name of a class; nil where none holds it.
  package subscript(code: Span<UInt8>) -> OccupationStanding? {
    place(of: code).map { standings[$0] }
  }

  /// Class of every place that says too little, by the raw value of the class; 0 for the
  /// others. A code counts where every list that holds it says the same of it.
  package func kinds(_ unclear: UnclearOccupations) -> FrozenArray<UInt8> {
    var title: [UInt8] = []
    var kinds = [UInt8](repeating: .max, count: standings.count)
    for index in members.indices {
      let member = members[index]
      title.removeAll(keepingCapacity: true)
      allTitles.append(Int(member.title), to: &title)
      let kind = unclear.kind(of: member.code, in: member.list, named: title.span)
      let raw = kind?.rawValue ?? 0
      let place = Int(member.place)
      kinds[place] = kinds[place] == .max || kinds[place] == raw ? raw : 0
    }
    return FrozenArray(kinds)
  }

  /// Row of a code in GB/T 6565-2015, whatever other lists say of it; nil for other codes.
  package func row(of code: ShortKey) -> Int? {
    guard let place = places[code], standings[place].row >= 0 else { return nil }
    return Int(standings[place].row)
  }

  /// Appends the name that a list gives the code: GB/T 6565-2015 where it holds the code.
  package func appendName(_ standing: OccupationStanding, to text: inout [UInt8]) {
    allTitles.append(Int(standing.title), to: &text)
  }

  /// Whether a code may be of a detailed class of the catalogue of 2015 or 1999, of which
  /// no full list is there: shaped `d-dd-dd-dd`, its group known.
  package func mayBeDetailed(_ code: Span<UInt8>) -> Bool {
    guard code.count == 10, code[7] == UInt8(ascii: "-"), code[8].isDigit, code[9].isDigit else {
      return false
    }
    return places[code.extracting(0..<7)] != nil
  }

  /// Rows of GB/T 6565-2015.
  package var rows: Range<Int> { 0..<titles.count }

  /// Whether the code of a row starts with `prefix`.
  package func code(of row: Int, startsWith prefix: String) -> Bool {
    numbers[row].description.hasPrefix(prefix)
  }

  /// Appends the five-digit code of a row.
  package func appendCode(_ row: Int, to text: inout [UInt8]) {
    text.append(contentsOf: numbers[row].bytes)
  }

  /// Appends code and name of a row.
  package func append(_ row: Int, to text: inout [UInt8]) {
    text.append(contentsOf: numbers[row].bytes)
    text.append(" ")
    titles.append(row, to: &text)
  }
}
