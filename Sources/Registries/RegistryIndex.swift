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

  /// Builds the index. O(n). Of records with one key, the last in the extract counts; but
  /// one that says that the organisation moved away yields to any other: the authority that
  /// it moved to has a record too.
  package init(name: String, asOf: Day, records: FrozenRecords) {
    self.name = name
    self.asOf = asOf
    self.records = records
    let hasStatus = records.layout.carries(.registryStatus)
    func hasLeft(_ record: RecordView) -> Bool {
      hasStatus && RegistryStatus(record[.registryStatus]) == .movedOut
    }
    codes = KeyMap(records, .creditCode, yielding: hasLeft)
    licences = KeyMap(records, .licenceNumber, yielding: hasLeft)
    names = KeyMap(records, .name)
  }

  /// Place of the record with a unified credit code, or nil. O(1).
  package func place(creditCode: Span<UInt8>) -> Int? { codes[creditCode] }
  /// Place of the record with a business licence number, or nil. O(1).
  package func place(licenceNumber: Span<UInt8>) -> Int? { licences[licenceNumber] }
  /// The next record with the credit code, or with the licence number, of the one at
  /// `place`; nil behind the last. O(1).
  package func next(after place: Int, sharing key: DataElement) -> Int? {
    key == .licenceNumber ? licences.next(after: place) : codes.next(after: place)
  }
  /// Whether the name of the record at `place` is that of others too, such as a shop's. O(1).
  package func isNameShared(_ place: Int) -> Bool {
    let name = records[place][.name]
    guard let first = names[name] else { return false }
    return first != place || names.next(after: first) != nil
  }
  /// Place of the record with exactly this name, or nil. O(1).
  package func place(name: Span<UInt8>) -> Int? { names[name] }
}
