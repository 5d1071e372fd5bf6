import Records
import References

/// Places of entries of a list by key; a key may have several.
struct ListPlaces: Sendable {
  private let starts: FrozenHashTable
  private let keys: FrozenArray<UInt64>
  private let places: FrozenArray<Int32>

  /// O(n log n).
  init(_ pairs: [(key: UInt64, place: Int32)]) {
    let sorted = pairs.sorted { ($0.key, $0.place) < ($1.key, $1.place) }
    var (starts, keys, places): ([(UInt64, Int32)], [UInt64], [Int32]) = ([], [], [])
    for (key, place) in sorted {
      if keys.last != key {
        starts.append((key, Int32(keys.count)))
      } else if places.last == place {
        continue
      }
      keys.append(key)
      places.append(place)
    }
    self.starts = FrozenHashTable(starts)
    self.keys = FrozenArray(keys)
    self.places = FrozenArray(places)
  }

  /// Whether no entry has a key at all.
  var isEmpty: Bool { keys.isEmpty }

  /// Calls `body` with the place of every entry of a key, in ascending order, until it says
  /// `true`. O(1) for a key of none, no allocation.
  @inline(__always) func first(_ key: UInt64, where body: (Int) -> Bool) -> Int? {
    guard var slot = starts[key] else { return nil }
    while slot < keys.count, keys[slot] == key {
      let place = Int(places[slot])
      if body(place) { return place }
      slot += 1
    }
    return nil
  }
}
