import Records

/// Places by key. Open addressing, at most half full; never changed.
package struct PlaceMap: Sendable {
  private let keys: FrozenArray<PackedKey>
  private let places: FrozenArray<Int32>
  private let mask: Int
  /// Number of different keys.
  package let count: Int

  /// The place of a key in `all`; nil stands for none. Of several places `isBetter`
  /// chooses: whether the first is better than the second. O(n).
  package init(_ all: [PackedKey?], isBetter: (Int, Int) -> Bool = { _, _ in false }) {
    var capacity = 16
    while capacity < all.count * 2 { capacity *= 2 }
    var keys = [PackedKey](repeating: PackedKey(high: 0, low: 0), count: capacity)
    var places = [Int32](repeating: -1, count: capacity)
    var count = 0
    for (index, key) in all.enumerated() {
      guard let key else { continue }
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
