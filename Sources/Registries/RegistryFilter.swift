import Records

/// The rows of a registry that somebody in a run can ask for: those with a number or a name of
/// a customer. The rows of everybody else need not be kept.
///
/// A Bloom filter of at least 32 bits a key: one row in some hundreds is kept for nothing, and
/// none is missed.
package struct RegistryFilter: Sendable {
  private let bits: FrozenArray<UInt64>
  private let mask: Int

  /// What the records of a run may ask for. Parts may be joined in any order.
  package struct Wanted: Sendable {
    private(set) var keys: [UInt64] = []

    package init() {}

    /// Adds the numbers and the name of a record. O(length).
    package mutating func add(_ record: RecordView) {
      for element in [
        DataElement.creditCode, .licenceNumber, .documentNumber, .organisationCode,
      ] {
        let value = record[element]
        if value.isEmpty { continue }
        keys.append(PackedKey(foldingCase: value).mixed)
      }
      if let key = OrganisationKey.of(record) { keys.append(key.mixed) }
      let code = record[.creditCode]
      if code.count == 18, let key = OrganisationKey.of(code.extracting(8..<17)) {
        keys.append(key.mixed)
      }
      if !record[.name].isEmpty { keys.append(CompanyName.key(record[.name])) }
    }

    package mutating func merge(_ other: consuming Wanted) { keys += other.keys }
  }

  /// O(keys).
  package init(_ wanted: Wanted) {
    var words = 16
    while words < wanted.keys.count / 2 { words *= 2 }
    var bits = [UInt64](repeating: 0, count: words)
    for key in wanted.keys { bits[Self.word(of: key) & (words - 1)] |= Self.marks(of: key) }
    self.bits = FrozenArray(bits)
    mask = words - 1
  }

  /// All marks of a key stand in one word, so that asking touches one line of the cache.
  private static func word(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15).high)
  }

  private static func marks(of key: UInt64) -> UInt64 {
    let mixed = key &* 0xD6E8_FEB8_6659_FD93
    return 1 << (mixed >> 58) | 1 << (mixed >> 52 & 63) | 1 << (mixed >> 46 & 63)
      | 1 << (mixed >> 40 & 63)
  }

  private func has(_ key: UInt64) -> Bool {
    let marks = Self.marks(of: key)
    return bits[Self.word(of: key) & mask] & marks == marks
  }

  /// Whether a row may be asked for. O(length), no allocation.
  package func wants(_ row: RecordView) -> Bool {
    let (code, licence, name) = (row[.creditCode], row[.licenceNumber], row[.name])
    if !code.isEmpty, has(PackedKey(foldingCase: code).mixed) { return true }
    if !licence.isEmpty, has(PackedKey(foldingCase: licence).mixed) { return true }
    if let key = OrganisationKey.of(row), has(key.mixed) { return true }
    return !name.isEmpty && has(CompanyName.key(name))
  }
}
