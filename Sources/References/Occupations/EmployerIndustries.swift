import Records

/// Industries, and the major groups of occupations that nobody has in them.
package struct EmployerIndustries: Reference {
  package static let name = "occupation-industries"
  package static let tables = ["keywords/occupation-industries.csv"]

  private struct Storage: Sendable {
    let names: [String]
    /// Kind by division and by group of GB/T 4754, as numbers of two and of three digits; -1
    /// for none.
    let divisions: FrozenArray<Int8>
    let groups: FrozenArray<Int8>
    /// By major group of GB/T 6565-2015: a bit for every kind that it contradicts.
    let contradicted: FrozenArray<UInt64>
  }

  private let storage: FrozenBox<Storage>

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    let table = try ReferenceTable(Self.tables[0], from: folder)
    let (name, industries) = (try table.column("kind"), try table.column("industries"))
    let contradicts = try table.column("contradicts")
    var names: [String] = []
    var divisions = [Int8](repeating: -1, count: 100)
    var groups = [Int8](repeating: -1, count: 1000)
    var contradicted = [UInt64](repeating: 0, count: 9)
    for row in 0..<table.count {
      if row >= 60 { throw table.fault(row, .badValue(column: "kind")) }
      for part in table.text(row, industries).split(separator: ";") {
        guard let number = Int(part), part.allSatisfy(\.isNumber), (2...3).contains(part.count)
        else { throw table.fault(row, .badValue(column: "industries")) }
        if part.count == 2 {
          divisions[number] = Int8(row)
        } else {
          groups[number] = Int8(row)
        }
      }
      for part in table.text(row, contradicts).split(separator: ";") {
        guard let major = Int(part), (1...8).contains(major) else {
          throw table.fault(row, .badValue(column: "contradicts"))
        }
        contradicted[major] |= 1 << UInt64(row)
      }
      names.append(table.text(row, name))
    }
    storage = FrozenBox(
      Storage(
        names: names, divisions: FrozenArray(divisions), groups: FrozenArray(groups),
        contradicted: FrozenArray(contradicted)))
  }

  /// The kind of a class of GB/T 4754 by its four digits; nil for one that the table does not
  /// have. O(1).
  package func kind(ofClass digits: Int) -> Int? {
    guard (0..<10_000).contains(digits) else { return nil }
    let group = storage.value.groups[digits / 10]
    let kind = group >= 0 ? group : storage.value.divisions[digits / 100]
    return kind < 0 ? nil : Int(kind)
  }

  package func name(of kind: Int) -> String { storage.value.names[kind] }

  /// A bit for every kind that a major group of GB/T 6565-2015 contradicts. O(1).
  package func contradicted(by major: UInt8) -> UInt64 {
    major < 9 ? storage.value.contradicted[Int(major)] : 0
  }
}
