import Records

/// Area codes of fixed lines, by the division that they serve.
package struct AreaCodes: Reference {
  package static let name = "area-codes"
  package static let tables = ["codes/area-codes.csv"]

  /// An area code, without the leading zero as a number, and how long its numbers are.
  package struct Area: BitwiseCopyable, Sendable, Equatable {
    /// 797 for 0797, 10 for 010.
    package let code: Int16
    /// Digits of a number within the area; 0 where not known.
    package let localDigits: UInt8
  }

  private struct Row: BitwiseCopyable, Sendable {
    let region: Int32
    let area: Area
  }

  /// Sorted by region; regions with several codes in force are left out.
  private let rows: FrozenArray<Row>
  private let known: FrozenArray<UInt8>

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    let table = try ReferenceTable(Self.tables[0], from: folder)
    let area = try table.column("areacode")
    let code = try table.column("code")
    let digits = try table.column("local_digits")
    let status = try table.column("status")
    var rows: [Int32: Row?] = [:]
    var known = [UInt8](repeating: 0, count: 1000)
    for row in 0..<table.count {
      guard let number = try table.number(row, area), number < 1000,
        let region = try table.number(row, code)
      else { throw table.fault(row, .badValue(column: "areacode")) }
      let isActive = table.read(row, status) { $0.equals("active") }
      if !isActive { continue }
      // Some areas have numbers of both lengths.
      let length = table.read(row, digits) { $0.decimalValue } ?? 0
      known[number] = UInt8(clamping: length == 0 ? 255 : length)
      let made = Row(
        region: Int32(region),
        area: Area(code: Int16(number), localDigits: UInt8(clamping: length)))
      if let other = rows[Int32(region)] {
        if other?.area.code != made.area.code { rows[Int32(region)] = .some(nil) }
      } else {
        rows[Int32(region)] = made
      }
    }
    self.rows = FrozenArray(rows.values.compactMap { $0 }.sorted { $0.region < $1.region })
    self.known = FrozenArray(known)
  }

  /// Whether an area code, without its zero, is in force.
  package func isKnown(_ code: Int) -> Bool { code >= 0 && code < 1000 && known[code] != 0 }

  /// Digits of a number within an area; 0 where not known.
  package func localDigits(of code: Int) -> Int {
    guard isKnown(code) else { return 0 }
    return known[code] == 255 ? 0 : Int(known[code])
  }

  /// The area code of exactly this division, or nil. O(log n).
  package func area(of region: Int32) -> Area? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].region < region { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].region == region ? rows[low].area : nil
  }

  /// The area code that serves a county, by the county, else its prefecture, else its
  /// municipality. Nil where there are several or none.
  package func area(serving region: Int32, _ divisions: Divisions) -> Area? {
    if let own = area(of: region) { return own }
    let prefecture = divisions.prefecture(of: region)
    if prefecture != 0 { return area(of: prefecture) }
    let province = region / 10_000 * 10_000
    switch province {
    case 110_000, 120_000, 310_000, 500_000: return area(of: province)
    default: return nil
    }
  }
}
