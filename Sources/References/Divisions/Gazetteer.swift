import Records

/// What a name of a division can mean: every name in force, its short form, and the names
/// of the past. Names that begin with the same two characters lie together, the longest
/// first, so that reading an address costs one hash look-up a name.
@frozen @usableFromInline package struct Gazetteer: Sendable {
  /// One division that a name may stand for.
  @frozen @usableFromInline package struct Meaning: BitwiseCopyable, Sendable {
    @frozen @usableFromInline package enum Kind: UInt8, BitwiseCopyable, Sendable {
      /// The name in force.
      case current
      /// What people write for it: 长阳县 for 长阳土家族自治县.
      case informal
      /// A name of the past.
      case past
      /// Without the word that names the kind: 赣州.
      case short
    }
    /// Code, of a name of the past the one it had.
    @usableFromInline package let code: Int32
    /// Code in force for the whole of it; 0 where it was split or is not known.
    @usableFromInline package let now: Int32
    /// Prefecture above it when the name was in force, 0 for none; for a prefecture itself.
    @usableFromInline package let prefecture: Int32
    /// Prefecture above `now`; for a prefecture itself.
    @usableFromInline package let prefectureNow: Int32
    @usableFromInline package let level: UInt8
    @usableFromInline package let kind: Kind

    @inlinable package var province: Int32 { code / 10_000 }
    @inlinable package var provinceNow: Int32 { (now == 0 ? code : now) / 10_000 }
  }

  /// A name and the run of its meanings.
  @frozen @usableFromInline package struct Entry: BitwiseCopyable, Sendable {
    @usableFromInline let nameStart: UInt32
    @usableFromInline let firstMeaning: UInt16
    @usableFromInline package let length: UInt8
    @usableFromInline package let meaningCount: UInt8
  }

  /// The tables, behind one pointer.
  @frozen @usableFromInline struct Storage: Sendable {
    @usableFromInline let text: FrozenArray<UInt8>
    @usableFromInline let entries: FrozenArray<Entry>
    @usableFromInline let meanings: FrozenArray<Meaning>
    @usableFromInline let keys: FrozenArray<UInt64>
    @usableFromInline let groups: FrozenArray<UInt32>
    @usableFromInline let mask: Int
  }

  @usableFromInline let storage: FrozenBox<Storage>

  @inlinable var text: FrozenArray<UInt8> { storage.value.text }
  @inlinable var entries: FrozenArray<Entry> { storage.value.entries }
  @inlinable var meanings: FrozenArray<Meaning> { storage.value.meanings }
  @inlinable var keys: FrozenArray<UInt64> { storage.value.keys }
  /// First entry and number of entries of the key in the same slot.
  @inlinable var groups: FrozenArray<UInt32> { storage.value.groups }
  @inlinable var mask: Int { storage.value.mask }
  /// Bytes of the two characters that entries are grouped by.
  @inlinable static var keyLength: Int { 6 }

  /// Gathers meanings by name, each list in the order in which they come.
  private struct Collector {
    struct Item {
      let name: DivisionTables.Name
      let first: Int32
      var last: Int32
    }
    var items: [Item] = []
    var places: [UInt64: Int32] = [:]
    var meanings: [Meaning] = []
    var next: [Int32] = []

    mutating func add(_ name: DivisionTables.Name, _ meaning: Meaning) {
      if name.length < 6 || name.length > 200 { return }
      let new = Int32(meanings.count)
      guard let place = places[name.hash] else {
        places[name.hash] = Int32(items.count)
        items.append(Item(name: name, first: new, last: new))
        meanings.append(meaning)
        next.append(-1)
        return
      }
      var known = items[Int(place)].first
      while known >= 0 {
        if meanings[Int(known)].code == meaning.code { return }
        known = next[Int(known)]
      }
      next[Int(items[Int(place)].last)] = new
      items[Int(place)].last = new
      meanings.append(meaning)
      next.append(-1)
    }
  }

  init(_ source: inout DivisionTables) {
    var all = Collector()
    var current: [Int32: Int32] = [:]
    current.reserveCapacity(source.current.count)
    for (index, division) in source.current.enumerated() {
      current[division.code] = Int32(index)
      all.add(division.name, Self.meaning(of: division, .current))
    }
    for division in source.current where division.unit != .other {
      let meaning = Self.meaning(of: division, .informal)
      let short = division.shortName.range
      for suffix in Self.suffixes(division.unit) {
        var name: [UInt8] = []
        name.append(source.text.span.extracting(short))
        name.append(suffix)
        all.add(source.name(name.span), meaning)
      }
    }
    for past in source.history where past.kind == .regular {
      let same = current[past.code].map { source.current[Int($0)] }
      if let same, same.name.hash == past.name.hash { continue }
      guard let way = source.way(of: past.code, past.name) else { continue }
      let now = way.successors.count == 1 ? way.successors[0] : 0
      let today = current[now].map { source.current[Int($0)] }
      all.add(
        past.name,
        Meaning(
          code: past.code, now: now,
          prefecture: Self.prefecture(of: past.code, below: past.parent, past.level),
          prefectureNow: today.map { Self.prefecture(of: $0.code, below: $0.parent, $0.level) }
            ?? 0,
          level: past.level.rawValue, kind: .past))
    }
    for division in source.current {
      all.add(division.shortName, Self.meaning(of: division, .short))
      if division.code == 150_000 {
        all.add(source.name("内蒙".utf8.span), Self.meaning(of: division, .short))
      }
    }

    // In the order of the first two characters, then the longest first.
    var order: [(key: UInt64, length: Int32, item: Int32)] = []
    order.reserveCapacity(all.items.count)
    for (index, item) in all.items.enumerated() {
      order.append(
        (Self.key(source.text.span, Int(item.name.start)), item.name.length, Int32(index)))
    }
    order.sort { a, b in
      if a.key != b.key { return a.key < b.key }
      return a.length != b.length ? a.length > b.length : a.item < b.item
    }
    var text: [UInt8] = []
    var entries: [Entry] = []
    var meanings: [Meaning] = []
    var groups: [(key: UInt64, group: UInt32)] = []
    for (key, _, index) in order {
      let item = all.items[Int(index)]
      if groups.last?.key == key {
        groups[groups.count - 1].group += 1
      } else {
        groups.append((key, UInt32(entries.count) << 8 | 1))
      }
      let first = meanings.count
      var place = item.first
      while place >= 0, meanings.count - first < 250 {
        meanings.append(all.meanings[Int(place)])
        place = all.next[Int(place)]
      }
      entries.append(
        Entry(
          nameStart: UInt32(text.count), firstMeaning: UInt16(first),
          length: UInt8(item.name.length), meaningCount: UInt8(meanings.count - first)))
      text.append(source.text.span.extracting(item.name.range))
    }
    var capacity = 1024
    while capacity < groups.count * 2 { capacity *= 2 }
    var keys = [UInt64](repeating: 0, count: capacity)
    var slots = [UInt32](repeating: 0, count: capacity)
    for (key, group) in groups {
      var slot = Self.slot(of: key, capacity - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      keys[slot] = key
      slots[slot] = group
    }
    let theText = FrozenArray(text)
    let theEntries = FrozenArray(entries)
    let theMeanings = FrozenArray(meanings)
    let theKeys = FrozenArray(keys)
    let theGroups = FrozenArray(slots)
    let theMask = capacity - 1
    storage = FrozenBox(
      Storage(
        text: theText, entries: theEntries, meanings: theMeanings, keys: theKeys, groups: theGroups,
        mask: theMask))
  }

  private static func prefecture(
    of code: Int32, below parent: Int32, _ level: Divisions.Level
  ) -> Int32 {
    switch level {
    case .province: 0
    case .prefecture: code
    case .county: parent % 10_000 == 0 ? 0 : parent
    }
  }

  private static func meaning(of division: DivisionTables.Present, _ kind: Meaning.Kind) -> Meaning
  {
    let above = prefecture(of: division.code, below: division.parent, division.level)
    return Meaning(
      code: division.code, now: division.code, prefecture: above, prefectureNow: above,
      level: division.level.rawValue, kind: kind)
  }

  /// What people put behind the short name of a unit with a long one.
  private static func suffixes(_ unit: DivisionTables.Unit) -> [StaticString] {
    switch unit {
    case .autonomousRegion: ["省", "自治区"]
    case .autonomousPrefecture: ["州", "自治州"]
    case .autonomousCounty: ["县", "自治县"]
    case .autonomousBanner: ["旗", "自治旗"]
    case .forestDistrict, .specialDistrict: ["区"]
    case .other: []
    }
  }

  /// Number of names.
  package var count: Int { entries.count }

  @inlinable @inline(__always) static func key(_ text: Span<UInt8>, _ place: Int) -> UInt64 {
    if place + 8 <= text.count { return text.word(at: place) & 0xFFFF_FFFF_FFFF }
    var key: UInt64 = 0
    var index = keyLength - 1
    while index >= 0 {
      key = key << 8 | UInt64(text[place + index])
      index -= 1
    }
    return key
  }

  @inlinable @inline(__always) static func slot(of key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
  }

  /// Whether another name begins with `name` and is longer.
  func goesOn(_ name: [UInt8]) -> Bool {
    for entry in candidates(name.span, at: 0) where length(of: entry) > name.count {
      let start = Int(entries[entry].nameStart)
      if name.indices.allSatisfy({ text[start + $0] == name[$0] }) { return true }
    }
    return false
  }

  /// The names that begin with the two characters at `place`, the longest first. O(1).
  @inlinable package func candidates(_ address: Span<UInt8>, at place: Int) -> Range<Int> {
    if place + Self.keyLength > address.count { return 0..<0 }
    let key = Self.key(address, place)
    var slot = Self.slot(of: key, mask)
    while true {
      let group = groups[slot]
      if group == 0 { return 0..<0 }
      if keys[slot] == key {
        let first = Int(group >> 8)
        return first..<(first + Int(group & 0xFF))
      }
      slot = (slot + 1) & mask
    }
  }

  /// Length in bytes of an entry's name.
  @inlinable package func length(of entry: Int) -> Int { Int(entries[entry].length) }

  /// Whether the address goes on with the name of `entry` at `place`, whose first two
  /// characters are known to agree.
  @inlinable package func matches(_ entry: Int, _ address: Span<UInt8>, at place: Int) -> Bool {
    let item = entries[entry]
    let length = Int(item.length)
    return address.agrees(at: place, with: text.span, at: Int(item.nameStart), count: length)
  }

  @inlinable package func meanings(of entry: Int) -> Range<Int> {
    let item = entries[entry]
    return Int(item.firstMeaning)..<(Int(item.firstMeaning) + Int(item.meaningCount))
  }

  @inlinable package func meaning(_ index: Int) -> Meaning { meanings[index] }

  /// The name of an entry, for tests and tools.
  package func name(of entry: Int) -> String {
    let item = entries[entry]
    let start = Int(item.nameStart)
    return String(text.span.extracting(start..<(start + Int(item.length))))
  }
}
