import Records

/// The records of a registry by one of their keys.
struct KeyMap: Sendable {
  private let places: PlaceMap
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
    var others: [Int32] = []
    places = PlaceMap(count: records.count, key: { key(records[$0]) }) { later, earlier in
      if others.isEmpty { others = [Int32](repeating: -1, count: records.count) }
      if records.part(of: earlier) == records.part(of: later), isOutdated(records[later]),
        !isOutdated(records[earlier])
      {
        others[later] = others[earlier]
        others[earlier] = Int32(later)
        return false
      }
      others[later] = Int32(earlier)
      return true
    }
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
    value.isEmpty ? nil : places[PackedKey(foldingCase: value)]
  }

  subscript(key: PackedKey) -> Int? { places[key] }

  /// The next record with the key of the one at `place`, or nil. O(1).
  func next(after place: Int) -> Int? {
    if others.isEmpty || others[place] < 0 { return nil }
    return Int(others[place])
  }
}
