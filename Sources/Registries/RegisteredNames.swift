import Records
import References

/// What rules on names need of the names of a registry, present and former: eight bytes a
/// name, and eight for the part of it that tells organisations apart. Parts may be joined in
/// any order.
package struct RegisteredNames: Sendable {
  /// Keys of names.
  private(set) var names: [UInt64] = []
  /// Keys of word and trade, of names with known parts.
  private(set) var cores: [UInt64] = []

  package init() {}

  /// Adds the names of a row. O(length).
  package mutating func add(_ row: RecordView, _ divisions: Divisions) {
    if !row[.name].isEmpty { add(row[.name], divisions) }
    CompanyName.forEach(in: row[.formerName]) { add($0, divisions) }
  }

  private mutating func add(_ name: Span<UInt8>, _ divisions: Divisions) {
    names.append(CompanyName.key(name))
    if let parts = CompanyNameParts(name, divisions) {
      cores.append(CompanyName.key(name.extracting(parts.core)))
    }
  }

  package mutating func merge(_ other: consuming RegisteredNames) {
    names += other.names
    cores += other.cores
  }
}
