import Records

/// Another party's data, found by key: credit code, licence number or name.
///
/// A plain value over frozen memory: looking up allocates nothing.
package struct RegistryIndex: Sendable {
  /// Name in the job, such as `business`.
  package let name: String
  /// Day the extract speaks of.
  package let asOf: Day
  package let records: FrozenRecords
  private let codes: KeyMap
  private let licences: KeyMap
  private let names: KeyMap

  /// Builds the index. O(n). Of records with one key, the last in the extract counts.
  package init(name: String, asOf: Day, records: FrozenRecords) {
    self.name = name
    self.asOf = asOf
    self.records = records
    codes = KeyMap(records, .creditCode)
    licences = KeyMap(records, .licenceNumber)
    names = KeyMap(records, .name)
  }

  /// Place of the record with a unified credit code, or nil. O(1).
  package func place(creditCode: Span<UInt8>) -> Int? { codes[creditCode] }
  /// Place of the record with a business licence number, or nil. O(1).
  package func place(licenceNumber: Span<UInt8>) -> Int? { licences[licenceNumber] }
  /// Place of the record with exactly this name, or nil. O(1).
  package func place(name: Span<UInt8>) -> Int? { names[name] }
}

/// Keys of one column of a registry.
struct KeyMap: Sendable {
  private let keys: FrozenArray<PackedKey>
  private let places: FrozenArray<Int32>
  private let mask: Int

  init(_ records: FrozenRecords, _ element: DataElement) {
    var capacity = 16
    let used = records.layout.carries(element) ? records.count : 0
    while capacity < used * 2 { capacity *= 2 }
    var keys = [PackedKey](repeating: PackedKey(high: 0, low: 0), count: capacity)
    var places = [Int32](repeating: -1, count: capacity)
    for index in 0..<used {
      let value = records[index][element]
      if value.isEmpty { continue }
      let key = PackedKey(foldingCase: value)
      var place = Int(truncatingIfNeeded: key.mixed) & (capacity - 1)
      while places[place] >= 0, keys[place] != key { place = (place + 1) & (capacity - 1) }
      keys[place] = key
      places[place] = Int32(index)
    }
    self.keys = FrozenArray(keys)
    self.places = FrozenArray(places)
    self.mask = capacity - 1
  }

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
}
