import Records

/// Keys of one column of a registry.
struct KeyMap: Sendable {
  private let keys: FrozenArray<PackedKey>
  private let places: FrozenArray<Int32>
  private let mask: Int
  /// By record: the next record of its key, or -1; empty where every key stands once.
  private let others: FrozenArray<Int32>

  /// - Parameter isOutdated: Whether a record yields its key to another one, wherever that
  ///   stands in the extract.
  init(
    _ records: FrozenRecords, _ element: DataElement,
    yielding isOutdated: (RecordView) -> Bool = { _ in false }
  ) {
    var capacity = 16
    let used = records.layout.carries(element) ? records.count : 0
    while capacity < used * 2 { capacity *= 2 }
    var keys = [PackedKey](repeating: PackedKey(high: 0, low: 0), count: capacity)
    var places = [Int32](repeating: -1, count: capacity)
    var others: [Int32] = []
    for index in 0..<used {
      let value = records[index][element]
      if value.isEmpty { continue }
      let key = PackedKey(foldingCase: value)
      var place = Int(truncatingIfNeeded: key.mixed) & (capacity - 1)
      while places[place] >= 0, keys[place] != key { place = (place + 1) & (capacity - 1) }
      let before = Int(places[place])
      if before >= 0 {
        if others.isEmpty { others = [Int32](repeating: -1, count: used) }
        if isOutdated(records[index]), !isOutdated(records[before]) {
          others[index] = others[before]
          others[before] = Int32(index)
          continue
        }
        others[index] = Int32(before)
      }
      keys[place] = key
      places[place] = Int32(index)
    }
    self.keys = FrozenArray(keys)
    self.places = FrozenArray(places)
    self.mask = capacity - 1
    self.others = FrozenArray(others)
  }

  /// Place of the record that counts for a key, or nil. O(1).
  subscript(value: Span<UInt8>) -> Int? {
    if value.isEmpty { return nil }
    let key = PackedKey(foldingCase: value)
    var place = Int(truncatingIfNeeded: key.mixed) & mask
    while true {
      let found = places[place]
      if found < 0 { return nil }
      if keys[place] == key { return Int(found) }
      place = (place + 1) & mask
    }
  }

  /// The next record with the key of the one at `place`, or nil. O(1).
  func next(after place: Int) -> Int? {
    if others.isEmpty || others[place] < 0 { return nil }
    return Int(others[place])
  }
}
