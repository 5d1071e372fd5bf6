import Records

/// What a name of a division can mean: every name in force, its short form, and the names
/// of the past. Names that begin with the same two characters lie together, the longest
/// first, so that reading an address costs one hash look-up a name.
package struct Gazetteer: Sendable {
  /// One division that a name may stand for.
  package struct Meaning: BitwiseCopyable, Sendable {
    package enum Kind: UInt8, BitwiseCopyable, Sendable {
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
    package let code: Int32
    /// Code in force for the whole of it; 0 where it was split or is not known.
    package let now: Int32
    /// Prefecture above it when the name was in force, 0 for none; for a prefecture itself.
    package let prefecture: Int32
    /// Prefecture above `now`; for a prefecture itself.
    package let prefectureNow: Int32
    package let level: UInt8
    package let kind: Kind

    package var province: Int32 { code / 10_000 }
    package var provinceNow: Int32 { (now == 0 ? code : now) / 10_000 }
  }

  /// A name and the run of its meanings.
  package struct Entry: BitwiseCopyable, Sendable {
    let nameStart: UInt32
    let firstMeaning: UInt16
    package let length: UInt8
    package let meaningCount: UInt8
  }

  private let text: FrozenArray<UInt8>
  private let entries: FrozenArray<Entry>
  private let meanings: FrozenArray<Meaning>
  private let keys: FrozenArray<UInt64>
  /// First entry and number of entries of the key in the same slot.
  private let groups: FrozenArray<UInt32>
  private let mask: Int
  /// Bytes of the two characters that entries are grouped by.
  private static let keyLength = 6

  init(_ source: DivisionTables) {
    var all: [String: [Meaning]] = [:]
    func add(_ name: String, _ meaning: Meaning) {
      if name.utf8.count < Self.keyLength || name.utf8.count > 200 { return }
      let known = all[name] ?? []
      if known.contains(where: { $0.code == meaning.code }) || known.count >= 250 { return }
      all[name] = known + [meaning]
    }
    let current = Dictionary(
      source.current.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    func prefecture(of code: Int32, below parent: Int32, _ level: Divisions.Level) -> Int32 {
      switch level {
      case .province: 0
      case .prefecture: code
      case .county: parent % 10_000 == 0 ? 0 : parent
      }
    }
    for kind in [Meaning.Kind.current, .informal] {
      for division in source.current {
        let above = prefecture(of: division.code, below: division.parent, division.level)
        let meaning = Meaning(
          code: division.code, now: division.code, prefecture: above, prefectureNow: above,
          level: division.level.rawValue, kind: kind)
        if kind == .current {
          add(division.name, meaning)
        } else if let suffix = Self.plainSuffix[division.unit] {
          add(division.shortName + suffix, meaning)
          add(division.shortName + division.unit, meaning)
        }
      }
    }
    for past in source.history where past.kind == .regular {
      if let now = current[past.code], now.name == past.name { continue }
      guard let way = source.ways[DivisionTables.Way.Key(code: past.code, name: past.name)] else {
        continue
      }
      let now = way.successors.count == 1 ? way.successors[0] : 0
      let today = current[now]
      add(
        past.name,
        Meaning(
          code: past.code, now: now,
          prefecture: prefecture(of: past.code, below: past.parent, past.level),
          prefectureNow: today.map { prefecture(of: $0.code, below: $0.parent, $0.level) } ?? 0,
          level: past.level.rawValue, kind: .past))
    }
    for division in source.current {
      let above = prefecture(of: division.code, below: division.parent, division.level)
      let meaning = Meaning(
        code: division.code, now: division.code, prefecture: above, prefectureNow: above,
        level: division.level.rawValue, kind: .short)
      add(division.shortName, meaning)
      if division.code == 150_000 { add("内蒙", meaning) }
    }

    var text: [UInt8] = []
    var entries: [Entry] = []
    var meanings: [Meaning] = []
    var groups: [(key: UInt64, group: UInt32)] = []
    let sorted = all.map { (name: Array($0.key.utf8), meanings: $0.value) }.sorted { a, b in
      let (first, second) = (Self.key(a.name.span, 0), Self.key(b.name.span, 0))
      if first != second { return first < second }
      if a.name.count != b.name.count { return a.name.count > b.name.count }
      return a.name.lexicographicallyPrecedes(b.name)
    }
    for item in sorted {
      let key = Self.key(item.name.span, 0)
      if groups.last?.key == key {
        groups[groups.count - 1].group += 1
      } else {
        groups.append((key, UInt32(entries.count) << 8 | 1))
      }
      entries.append(
        Entry(
          nameStart: UInt32(text.count), firstMeaning: UInt16(meanings.count),
          length: UInt8(item.name.count), meaningCount: UInt8(item.meanings.count)))
      text.append(contentsOf: item.name)
      meanings.append(contentsOf: item.meanings)
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
    self.text = FrozenArray(text)
    self.entries = FrozenArray(entries)
    self.meanings = FrozenArray(meanings)
    self.keys = FrozenArray(keys)
    self.groups = FrozenArray(slots)
    self.mask = capacity - 1
  }

  /// The plain word for a unit with a long name.
  private static let plainSuffix = [
    "自治州": "州", "自治县": "县", "自治旗": "旗", "自治区": "省", "林区": "区", "特区": "区",
  ]

  /// Number of names.
  package var count: Int { entries.count }

  @inline(__always) private static func key(_ text: Span<UInt8>, _ place: Int) -> UInt64 {
    var key: UInt64 = 0
    var index = 0
    while index < keyLength {
      key = key << 8 | UInt64(text[place + index])
      index += 1
    }
    return key
  }

  @inline(__always) private static func slot(of key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
  }

  /// The names that begin with the two characters at `place`, the longest first. O(1).
  package func candidates(_ address: Span<UInt8>, at place: Int) -> Range<Int> {
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
  package func length(of entry: Int) -> Int { Int(entries[entry].length) }

  /// Whether the address goes on with the name of `entry` at `place`, whose first two
  /// characters are known to agree.
  package func matches(_ entry: Int, _ address: Span<UInt8>, at place: Int) -> Bool {
    let item = entries[entry]
    let length = Int(item.length)
    if place + length > address.count { return false }
    let start = Int(item.nameStart)
    var index = Self.keyLength
    while index < length {
      if text[start + index] != address[place + index] { return false }
      index += 1
    }
    return true
  }

  package func meanings(of entry: Int) -> Range<Int> {
    let item = entries[entry]
    return Int(item.firstMeaning)..<(Int(item.firstMeaning) + Int(item.meaningCount))
  }

  package func meaning(_ index: Int) -> Meaning { meanings[index] }

  /// The name of an entry, for tests and tools.
  package func name(of entry: Int) -> String {
    let item = entries[entry]
    let start = Int(item.nameStart)
    return String(text.span.extracting(start..<(start + Int(item.length))))
  }
}
