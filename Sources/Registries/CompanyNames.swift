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
  /// thousand of an extract's rows were registered there, by their credit codes or licence
  /// numbers, unless the extract is declared to have others only. O(n).
  package init(_ registry: RegistryIndex, _ divisions: Divisions, share: Int) {
    isUsable = registry.records.carries(.name)
    var found = RegisteredNames()
    for part in registry.parts {
      if let names = part.names {
        found.merge(names)
      } else {
        for index in 0..<part.records.count { found.add(part.records[index], divisions) }
      }
    }
    names = FrozenHashTable(found.names.map { ($0, 0) })
    cores = FrozenHashTable(found.cores.map { ($0, 0) })
    let covered = (0..<10_000).map { prefecture in
      registry.parts.contains { part in
        part.census.covers(prefecture: prefecture, share: share)
          && part.coverage?.covers(prefecture: prefecture) ?? true
      }
    }
    prefectures = FrozenArray(covered)
    provinces = FrozenArray(
      (0..<100).map { province in
        let all = divisions.prefectures(of: province)
        return !all.isEmpty && all.count(where: { covered[$0] }) * 2 >= all.count
      })
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
