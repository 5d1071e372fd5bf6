import Records

/// Finds the names of a gazetteer by the characters that they begin with: those of three and
/// more by the first three, those of two by both.
///
/// Most places of an address begin no name. A filter of 32 KB over the first two characters
/// tells so for four in five of them, one over three characters for most of the rest, and the
/// table behind them has four bytes a slot, so that nearly all of it stays in the cache.
struct AddressNameIndex: Sendable {
  private let slots: FrozenArray<UInt32>
  private let pairs: FrozenArray<UInt64>
  private let triples: FrozenArray<UInt64>
  private let entries: FrozenArray<AddressGazetteer.Entry>
  private let mask: Int

  /// Bits of a slot that are the place of an entry; the others tell keys apart.
  private static let placeBits = 17
  private static let placeMask: UInt32 = 1 << 17 - 1

  /// - Parameter entries: sorted by their first three characters. O(n).
  init(_ entries: FrozenArray<AddressGazetteer.Entry>) {
    precondition(entries.count < Int(Self.placeMask))
    var firsts: [Int] = []
    for place in entries.indices where place == 0 || entries[place - 1].isLast {
      firsts.append(place)
    }
    var capacity = 1024
    while capacity * 2 < firsts.count * 3 { capacity *= 2 }
    var slots = [UInt32](repeating: 0, count: capacity)
    var pairs = [UInt64](repeating: 0, count: 1 << 12)
    var triples = [UInt64](repeating: 0, count: 1 << 12)
    for place in firsts {
      let key = entries[place].key >> 16
      let pair = Self.pairBit(key >> 16)
      pairs[pair >> 6] |= 1 << UInt64(pair & 63)
      let mixed = Self.mix(key)
      let triple = Self.tripleBit(mixed)
      triples[triple >> 6] |= 1 << UInt64(triple & 63)
      var slot = Int(truncatingIfNeeded: mixed >> 20) & (capacity - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = Self.tag(mixed) | UInt32(place + 1)
    }
    self.entries = entries
    self.slots = FrozenArray(slots)
    self.pairs = FrozenArray(pairs)
    self.triples = FrozenArray(triples)
    mask = capacity - 1
  }

  @inline(__always) static func mix(_ key: UInt64) -> UInt64 {
    let product = key &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }
  @inline(__always) private static func pairBit(_ key: UInt64) -> Int {
    Int((key &* 0x9E37_79B9_7F4A_7C15) >> 46)
  }
  @inline(__always) private static func tripleBit(_ mixed: UInt64) -> Int { Int(mixed >> 46) }
  @inline(__always) private static func tag(_ mixed: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: mixed) & 0x7FFF << UInt32(placeBits)
  }

  /// Whether a name may begin with two characters: never false where one does. O(1).
  @inline(__always) func mayBegin(_ first: UInt16, _ second: UInt16) -> Bool {
    let bit = Self.pairBit(UInt64(first) << 16 | UInt64(second))
    return pairs[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  /// Place of the first name that begins with three characters, or of two characters where
  /// the third is 0; the others follow up to the last. -1 where there is none. O(1).
  @inline(__always) func first(_ first: UInt16, _ second: UInt16, _ third: UInt16) -> Int {
    let key = UInt64(first) << 32 | UInt64(second) << 16 | UInt64(third)
    let mixed = Self.mix(key)
    let bit = Self.tripleBit(mixed)
    if triples[bit >> 6] >> UInt64(bit & 63) & 1 == 0 { return -1 }
    let tag = Self.tag(mixed)
    var slot = Int(truncatingIfNeeded: mixed >> 20) & mask
    while true {
      let value = slots[slot]
      if value == 0 { return -1 }
      if value & ~Self.placeMask == tag {
        let place = Int(value & Self.placeMask) - 1
        if entries[place].key >> 16 == key { return place }
      }
      slot = (slot + 1) & mask
    }
  }
}

/// The names that begin with three characters, the longest first, and those of the first two
/// alone.
struct NameSequence: Sequence, IteratorProtocol {
  private let storage: FrozenBox<AddressGazetteer.Storage>
  private let first: UInt16
  private let second: UInt16
  /// Place of the name that comes next; -1 where none of its group is left.
  private var place = -1
  private var isShort = false

  @inline(__always) init(
    _ gazetteer: AddressGazetteer, _ first: UInt16, _ second: UInt16, _ third: UInt16
  ) {
    storage = gazetteer.storage
    self.first = first
    self.second = second
    if third != 0 { place = storage.value.index.first(first, second, third) }
  }

  @inline(__always) mutating func next() -> AddressGazetteer.Entry? {
    if place < 0 {
      if isShort { return nil }
      isShort = true
      place = storage.value.index.first(first, second, 0)
      if place < 0 { return nil }
    }
    let entry = storage.value.entries[place]
    place = entry.isLast ? -1 : place + 1
    return entry
  }
}
