import Records
import References

/// The names of a registry as people write them, former ones too, and which parts of the
/// country it covers.
package struct CompanyNames: Sendable {
  /// Keys of names.
  private let names: FrozenHashTable
  /// Keys of word and trade, of names with known parts.
  private let cores: FrozenHashTable
  /// By the first four digits of a division code: whether the registry covers the prefecture.
  private let prefectures: FrozenArray<Bool>
  /// By the first two digits: whether it covers half the prefectures and more.
  private let provinces: FrozenArray<Bool>

  /// Whether the registry has names at all.
  package let isUsable: Bool

  /// Reads every name of a registry. A prefecture is covered where at least `share` in a
  /// thousand of the records were registered there, by their credit codes or licence numbers.
  /// O(n).
  package init(_ registry: RegistryIndex, _ divisions: Divisions, share: Int) {
    let records = registry.records
    isUsable = records.layout.carries(.name)
    var names: [(UInt64, Int32)] = []
    var cores: [(UInt64, Int32)] = []
    var counts = [Int](repeating: 0, count: 10_000)
    names.reserveCapacity(records.count)
    cores.reserveCapacity(records.count)
    func add(_ name: Span<UInt8>) {
      names.append((CompanyName.key(name), 0))
      if let parts = CompanyNameParts(name, divisions) {
        cores.append((CompanyName.key(name.extracting(parts.core)), 0))
      }
    }
    for index in 0..<records.count {
      let record = records[index]
      if !record[.name].isEmpty { add(record[.name]) }
      CompanyName.forEach(in: record[.formerName], add)
      if let place = Self.prefecture(record[.creditCode], record[.licenceNumber]) {
        counts[place] += 1
      }
    }
    let covered = counts.map { $0 > 0 && $0 * 1000 >= share * records.count }
    self.names = FrozenHashTable(names)
    self.cores = FrozenHashTable(cores)
    prefectures = FrozenArray(covered)
    provinces = FrozenArray(
      (0..<100).map { province in
        let all = divisions.prefectures(of: province)
        return !all.isEmpty && all.count(where: { covered[$0] }) * 2 >= all.count
      })
  }

  /// First four digits of the division in a credit code or an old licence number.
  private static func prefecture(_ code: Span<UInt8>, _ licence: Span<UInt8>) -> Int? {
    if code.count == 18 { return code.extracting(2..<6).decimalValue }
    if licence.count == 15 { return licence.extracting(0..<4).decimalValue }
    return nil
  }

  /// Whether the registry has the name, now or formerly. O(length).
  package func contains(_ name: Span<UInt8>) -> Bool { names[CompanyName.key(name)] != nil }

  /// Whether it has one of the same word and trade, with the place or the form written in
  /// another way. O(length).
  package func contains(core parts: CompanyNameParts, of name: Span<UInt8>) -> Bool {
    cores[CompanyName.key(name.extracting(parts.core))] != nil
  }

  /// Whether a company that is named after a division should be in the registry.
  package func covers(_ place: Int32) -> Bool {
    if place < 110_000 || place >= 1_000_000 { return false }
    if place % 10_000 == 0 { return provinces[Int(place) / 10_000] }
    return prefectures[Int(place) / 100]
  }
}
