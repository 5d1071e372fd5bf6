import Records

/// The rows of a registry that somebody in a run can ask for: those with a number or a name of
/// a customer. The rows of everybody else need not be kept.
///
/// A Bloom filter of 16 bits a key: one row in some hundreds is kept for nothing, and none is
/// missed.
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
    while words * 64 < wanted.keys.count * 16 { words *= 2 }
    var bits = [UInt64](repeating: 0, count: words)
    for key in wanted.keys {
      let places = Self.places(of: key, words * 64 - 1)
      for index in places.indices {
        bits[places[index] >> 6] |= 1 << UInt64(places[index] & 63)
      }
    }
    self.bits = FrozenArray(bits)
    mask = words * 64 - 1
  }

  private static func places(of key: UInt64, _ mask: Int) -> InlineArray<3, Int> {
    let (high, low) = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return [
      Int(truncatingIfNeeded: low) & mask, Int(truncatingIfNeeded: high) & mask,
      Int(truncatingIfNeeded: (high ^ low) &* 0xD6E8_FEB8_6659_FD93 >> 17) & mask,
    ]
  }

  private func has(_ key: UInt64) -> Bool {
    let places = Self.places(of: key, mask)
    for index in places.indices {
      let bit = places[index]
      if bits[bit >> 6] & 1 << UInt64(bit & 63) == 0 { return false }
    }
    return true
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
