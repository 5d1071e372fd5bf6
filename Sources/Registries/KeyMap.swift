import Records

/// The records of a registry by one of their keys.
struct KeyMap: Sendable {
  private let keys: FrozenArray<PackedKey>
  private let places: FrozenArray<Int32>
  private let mask: Int
  /// By record: the next record of its key, or -1; empty where every key stands once.
  private let others: FrozenArray<Int32>

  /// - Parameters:
  ///   - key: The key of a record; nil where it has none.
  ///   - isOutdated: Whether a record yields its key to another one of its extract, wherever
  ///     that stands there.
  init(
    _ records: JoinedRecords, key: (RecordView) -> PackedKey?,
    yielding isOutdated: (RecordView) -> Bool = { _ in false }
  ) {
    var capacity = 16
    while capacity < records.count * 2 { capacity *= 2 }
    var keys = [PackedKey](repeating: PackedKey(high: 0, low: 0), count: capacity)
    var places = [Int32](repeating: -1, count: capacity)
    var others: [Int32] = []
    for index in 0..<records.count {
      guard let key = key(records[index]) else { continue }
      var place = Int(truncatingIfNeeded: key.mixed) & (capacity - 1)
      while places[place] >= 0, keys[place] != key { place = (place + 1) & (capacity - 1) }
      let before = Int(places[place])
      if before >= 0 {
        if others.isEmpty { others = [Int32](repeating: -1, count: records.count) }
        if records.part(of: before) == records.part(of: index), isOutdated(records[index]),
          !isOutdated(records[before])
        {
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

  /// The same with a column as it stands, small letters as capitals, as the key.
  init(
    _ records: JoinedRecords, _ element: DataElement,
    yielding isOutdated: (RecordView) -> Bool = { _ in false }
  ) {
    let isCarried = records.carries(element)
    self.init(
      isCarried ? records : JoinedRecords([]),
      key: { record in
        let value = record[element]
        return value.isEmpty ? nil : PackedKey(foldingCase: value)
      }, yielding: isOutdated)
  }

  /// Place of the record that counts for a key, or nil. O(1).
  subscript(value: Span<UInt8>) -> Int? {
    value.isEmpty ? nil : self[PackedKey(foldingCase: value)]
  }

  subscript(key: PackedKey) -> Int? {
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
