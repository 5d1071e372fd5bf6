import Records
import References

/// Gathers names and what they mean, then lays them down as frozen tables.
struct AddressGazetteerBuilder {
  private struct Item {
    let start: UInt32
    let length: UInt8
    let isTownship: Bool
    /// First four characters, for sorting.
    let key: UInt64
    /// Meaning of a division: first one and number; or a township.
    let value: UInt32
    let count: UInt16
  }

  private let divisions: Divisions
  private let characters: AddressCharacters
  private var items: [Item] = []
  private var text: [UInt16] = []
  private var meanings: [Gazetteer.Meaning] = []
  private var townships: [AddressGazetteer.Township] = []
  private var codes: [Int32] = []
  private var names: [Cell] = []
  private var nameText: [UInt8] = []
  private var currentNow: [Int32: Int32] = [:]
  /// By county: whether every township of it is in the ministry's list.
  private var isListed: [Int32: Bool] = [:]

  init(_ divisions: Divisions, _ characters: AddressCharacters) {
    self.divisions = divisions
    self.characters = characters
    items.reserveCapacity(90_000)
    text.reserveCapacity(400_000)
    townships.reserveCapacity(80_000)
    nameText.reserveCapacity(600_000)
  }

  private mutating func add(
    _ name: ArraySlice<UInt16>, isTownship: Bool, _ value: Int, _ count: Int
  ) {
    if name.count < 2 || name.count > 40 { return }
    var key: UInt64 = 0
    for index in 0..<4 {
      key = key << 16 | (index < name.count ? UInt64(name[name.startIndex + index]) : 0)
    }
    items.append(
      Item(
        start: UInt32(text.count), length: UInt8(name.count), isTownship: isTownship, key: key,
        value: UInt32(value), count: UInt16(count)))
    text.append(contentsOf: name)
  }

  mutating func addDivisions() {
    let gazetteer = divisions.gazetteer
    var reader = AddressText()
    for entry in 0..<gazetteer.count {
      reader.read(Array(gazetteer.name(of: entry).utf8).span, characters)
      let name = (0..<reader.count).map { reader[$0] }
      let first = meanings.count
      for index in gazetteer.meanings(of: entry) { meanings.append(gazetteer.meaning(index)) }
      add(name[...], isTownship: false, first, meanings.count - first)
    }
  }

  mutating func addTownships(
    from folder: MappingsFolder, leavingOut isHidden: (Int32) -> Bool
  ) throws(ReferenceFault) {
    let table = try ReferenceTable("codes/townships.csv", from: folder)
    let code = try table.column("code")
    let name = try table.column("name")
    let county = try table.column("county_code")
    let source = try table.column("source")
    var reader = AddressText()
    for row in 0..<table.count {
      guard let number = try table.number(row, code), let above = try table.number(row, county)
      else { throw table.fault(row, .badValue(column: "code")) }
      if isHidden(Int32(above)) { continue }
      let start = nameText.count
      table.read(row, name) { nameText.append($0) }
      codes.append(Int32(number))
      names.append(Cell(start..<nameText.count))
      let isQuasi = table.read(row, source) { $0.ends(with: "quasi") }
      if !isQuasi {
        let isOfMinistry = table.read(row, source) { $0.starts(with: "MCA") }
        isListed[Int32(above)] = isListed[Int32(above), default: true] && isOfMinistry
      }
      reader.read(nameText.span.extracting(start..<nameText.count), characters)
      add(
        reader, county: Int32(above), code: Int32(number), isPast: false, isQuasi: isQuasi)
    }
    let past = try ReferenceTable("codes/townships-history.csv", from: folder)
    let (oldName, oldCounty) = (try past.column("name"), try past.column("county_code"))
    let current = try past.column("current_code")
    let currentCounty = try past.column("current_county_code")
    let match = try past.column("match")
    for row in 0..<past.count {
      let isReliable = past.read(row, match) {
        $0.equals("same_name") || $0.equals("same_stem") || $0.equals("same_code_same_stem")
      }
      var now: Int32 = 0
      if isReliable, let known = try past.number(row, currentCounty) {
        now = Int32(known)
      } else if let old = try past.number(row, oldCounty) {
        now = self.now(Int32(old))
      }
      if now == 0 || isHidden(now) { continue }
      let code = isReliable ? Int32(try past.number(row, current) ?? 0) : 0
      past.read(row, oldName) { reader.read($0, characters) }
      add(reader, county: now, code: code, isPast: true, isQuasi: false)
    }
  }

  /// The county in force that an old code became as a whole; 0 where there is none.
  private mutating func now(_ code: Int32) -> Int32 {
    if let known = currentNow[code] { return known }
    var now: Int32 = 0
    if let row = divisions.row(of: code) {
      if divisions.standing(of: row) == .current {
        now = code
      } else if divisions.successorCount(of: row) == 1 {
        now = divisions.successor(of: row, 0)
      }
    }
    currentNow[code] = now
    return now
  }

  private mutating func add(
    _ reader: AddressText, county: Int32, code: Int32, isPast: Bool, isQuasi: Bool
  ) {
    var name = (0..<reader.count).map { reader[$0] }
    var isPast = isPast
    var code = code
    if let bracket = name.firstIndex(of: 0x28) {
      // （撤销）
      name.removeSubrange(bracket...)
      isPast = true
      code = 0
    }
    if name.count < 2 { return }
    let (kind, length) = TownshipWords.ending(of: name)
    let stem = name.count - length
    let place = townships.count
    let isKept = kind == .whole || stem < 2
    townships.append(
      AddressGazetteer.Township(
        county: county, prefecture: divisions.prefecture(of: county), code: code,
        kind: isKept ? .whole : kind, isPast: isPast, isQuasi: isQuasi))
    add(isKept ? name[...] : name[..<stem], isTownship: true, place, 1)
    if isKept { return }
    let short = TownshipWords.withoutPeoples(name[..<stem])
    if short < stem, short >= 2 {
      townships.append(townships[place])
      add(name[..<short], isTownship: true, place + 1, 1)
    }
  }

  /// Sorts and freezes everything. O(n log n).
  mutating func storage(_ abbreviations: [Int32]) -> AddressGazetteer.Storage {
    let text = self.text
    let townships = self.townships
    items.sort { a, b in
      if a.key >> 16 != b.key >> 16 { return a.key < b.key }
      if a.length != b.length { return a.length > b.length }
      if a.key != b.key { return a.key < b.key }
      for index in 4..<max(4, Int(a.length)) {
        let (x, y) = (text[Int(a.start) + index], text[Int(b.start) + index])
        if x != y { return x < y }
      }
      if a.isTownship != b.isTownship { return b.isTownship }
      if !a.isTownship { return a.value < b.value }
      let (x, y) = (townships[Int(a.value)], townships[Int(b.value)])
      if x.county != y.county { return x.county < y.county }
      return a.value < b.value
    }
    var entries: [AddressGazetteer.Entry] = []
    var sorted: [AddressGazetteer.Township] = []
    var index = 0
    while index < items.count {
      let item = items[index]
      var end = index + 1
      while end < items.count, isSame(items[end], item) { end += 1 }
      let first = item.isTownship ? sorted.count : Int(item.value)
      var traits: AddressGazetteer.Entry.Traits = item.isTownship ? .isTownship : []
      if item.isTownship {
        for other in items[index..<end] {
          let township = townships[Int(other.value)]
          if township.kind == .whole { traits.insert(.hasWhole) }
          sorted.append(township)
        }
      }
      if end == items.count || items[end].key >> 16 != item.key >> 16 { traits.insert(.isLast) }
      entries.append(
        AddressGazetteer.Entry(
          key: item.key, textStart: item.start, firstMeaning: UInt32(first),
          meaningCount: item.isTownship ? UInt16(end - index) : item.count, length: item.length,
          traits: traits))
      index = end
    }
    let frozen = FrozenArray(entries)
    let order = codes.indices.sorted { codes[$0] < codes[$1] }
    return AddressGazetteer.Storage(
      text: FrozenArray(text), entries: frozen, meanings: FrozenArray(meanings),
      townships: FrozenArray(sorted), counties: FrozenArray(sorted.map(\.county)),
      index: AddressNameIndex(frozen), upperFilter: FrozenArray(upperFilter()),
      abbreviations: FrozenArray(abbreviations),
      codes: FrozenArray(order.map { codes[$0] }), names: FrozenArray(order.map { names[$0] }),
      nameText: FrozenArray(nameText),
      listedCounties: FrozenArray(isListed.filter(\.value).map(\.key).sorted()))
  }

  private func upperFilter() -> [UInt64] {
    var filter = [UInt64](repeating: 0, count: 1 << 8)
    for item in items where !item.isTownship {
      let own = meanings[Int(item.value)..<(Int(item.value) + Int(item.count))]
      guard own.contains(where: { $0.kind == .current && $0.level < 3 }) else { continue }
      let bit = AddressGazetteer.upperBit(UInt32(truncatingIfNeeded: item.key >> 32))
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    return filter
  }

  private func isSame(_ a: Item, _ b: Item) -> Bool {
    if !a.isTownship || !b.isTownship || a.length != b.length || a.key != b.key { return false }
    for index in 4..<max(4, Int(a.length))
    where text[Int(a.start) + index] != text[Int(b.start) + index] {
      return false
    }
    return true
  }
}
