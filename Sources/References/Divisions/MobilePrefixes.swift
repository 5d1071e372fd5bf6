import Records

/// What the first three or four digits of a mobile number are used for.
package struct MobilePrefixes: Reference {
  package static let name = "mobile-prefixes"
  package static let tables = ["codes/mobile-prefixes.csv"]

  package enum Use: UInt8, Sendable {
    /// No source says anything of it.
    case unlisted
    case inUse
    /// One source only: may be in use.
    case possible
    /// Known as not given out.
    case notInUse
  }

  /// By the four digits, counted from 1000.
  @usableFromInline let uses: FrozenArray<UInt8>

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    let table = try ReferenceTable(Self.tables[0], from: folder)
    let prefix = try table.column("prefix")
    let inUse = try table.column("in_use")
    var uses = [UInt8](repeating: Use.unlisted.rawValue, count: 1000)
    // Three digits first: a row of four digits says more.
    for length in [3, 4] {
      for row in 0..<table.count {
        guard table.read(row, prefix, { $0.count }) == length else { continue }
        guard let number = try table.number(row, prefix) else { continue }
        let use: Use? = table.read(row, inUse) { text in
          if text.equals("yes") { return .inUse }
          if text.equals("no") { return .notInUse }
          return text.equals("single-source") ? .possible : nil
        }
        guard let use else { throw table.fault(row, .badValue(column: "in_use")) }
        let range = length == 3 ? number * 10..<number * 10 + 10 : number..<number + 1
        for place in range {
          guard place >= 1000, place < 2000 else {
            throw table.fault(row, .badValue(column: "prefix"))
          }
          uses[place - 1000] = use.rawValue
        }
      }
    }
    self.uses = FrozenArray(uses)
  }

  /// Use of the first four digits of a number. O(1).
  @inlinable package func use(of prefix: Int) -> Use {
    guard prefix >= 1000, prefix < 2000 else { return .unlisted }
    return Use(rawValue: uses[prefix - 1000]) ?? .unlisted
  }
}
