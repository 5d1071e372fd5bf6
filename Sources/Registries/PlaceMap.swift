import Records

/// Places by key. Open addressing, at most half full; never changed.
package struct PlaceMap: Sendable {
  private let keys: FrozenArray<PackedKey>
  private let places: FrozenArray<Int32>
  private let mask: Int
  /// Number of different keys.
  package let count: Int

  /// The place of a key in `all`; nil stands for none. Of several places `isBetter`
  /// chooses: whether a later one, given first, is better than the one chosen
  /// so far. O(n).
  package init(_ all: [PackedKey?], isBetter: (Int, Int) -> Bool = { _, _ in false }) {
    self.init(count: all.count, key: { all[$0] }, isBetter: isBetter)
  }

  /// The same of places below `size`, whose keys `key` gives.
  package init(
    count size: Int, key: (Int) -> PackedKey?,
    isBetter: (Int, Int) -> Bool = { _, _ in false }
  ) {
    var capacity = 16
    while capacity < size * 2 { capacity *= 2 }
    var keys = [PackedKey](repeating: PackedKey(high: 0, low: 0), count: capacity)
    var places = [Int32](repeating: -1, count: capacity)
    var count = 0
    for index in 0..<size {
      guard let key = key(index) else { continue }
      var slot = Int(truncatingIfNeeded: key.mixed) & (capacity - 1)
      while places[slot] >= 0, keys[slot] != key { slot = (slot + 1) & (capacity - 1) }
      if places[slot] >= 0, !isBetter(index, Int(places[slot])) { continue }
      if places[slot] < 0 { count += 1 }
      keys[slot] = key
      places[slot] = Int32(index)
    }
    self.count = count
    self.keys = FrozenArray(keys)
    self.places = FrozenArray(places)
    mask = capacity - 1
  }

  /// O(1).
  package subscript(key: PackedKey) -> Int? {
    var slot = Int(truncatingIfNeeded: key.mixed) & mask
    while true {
      let place = places[slot]
      if place < 0 { return nil }
      if keys[slot] == key { return Int(place) }
      slot = (slot + 1) & mask
    }
  }
}
