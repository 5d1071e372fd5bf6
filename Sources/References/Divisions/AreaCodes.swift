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

  /// A region that an area code serves, or served before it was merged into another.
  private struct Service: BitwiseCopyable, Sendable {
    let region: Int32
    let code: Int16
    /// The code that it was merged into; 0 for one in force.
    let mergedInto: Int16
    let isReliable: Bool
  }

  /// Sorted by region: every code of it, those given up too.
  private let services: FrozenArray<Service>

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    let table = try ReferenceTable(Self.tables[0], from: folder)
    let area = try table.column("areacode")
    let code = try table.column("code")
    let digits = try table.column("local_digits")
    let status = try table.column("status")
    var rows: [Int32: Row?] = [:]
    var known = [UInt8](repeating: 0, count: 1000)
    let merged = try table.column("merged_into")
    let reliability = try table.column("reliability")
    var services: [Service] = []
    for row in 0..<table.count {
      guard let number = try table.number(row, area), number < 1000,
        let region = try table.number(row, code)
      else { throw table.fault(row, .badValue(column: "areacode")) }
      let isActive = table.read(row, status) { $0.equals("active") }
      services.append(
        Service(
          region: Int32(region), code: Int16(number),
          mergedInto: Int16(isActive ? 0 : try table.number(row, merged) ?? 0),
          isReliable: table.read(row, reliability) { $0.equals("high") }))
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
    self.services = FrozenArray(services.sorted { $0.region < $1.region })
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

  /// How an area code stands to a region.
  package enum Fit: Sendable {
    /// It serves the region, or did before it was merged; or the two share a code by now.
    case serves
    /// The region has another code, by every source.
    case elsewhere
    /// The codes of the region are not known well enough.
    case unclear
  }

  /// How an area code, without its zero, stands to a county, a prefecture or a municipality.
  /// O(log n).
  package func fit(_ code: Int, _ region: Int32, _ divisions: Divisions) -> Fit {
    let own = range(of: region)
    let prefecture = divisions.prefecture(of: region)
    let above = prefecture != 0 && prefecture != region ? range(of: prefecture) : 0..<0
    let whole =
      switch region / 10_000 {
      case 11, 12, 31, 50: range(of: region / 10_000 * 10_000)
      default: 0..<0
      }
    func any(_ holds: (Service) -> Bool) -> Bool {
      own.contains { holds(services[$0]) } || above.contains { holds(services[$0]) }
        || whole.contains { holds(services[$0]) }
    }
    if any({ Int($0.code) == code }) { return .serves }
    // The old code of a neighbour that shares today's.
    let merged =
      services.indices.first { Int(services[$0].code) == code }
      .map { services[$0].mergedInto } ?? 0
    if merged != 0, any({ $0.code == merged }) { return .serves }
    let isKnown = any { $0.mergedInto == 0 }
    return isKnown && !any { $0.mergedInto == 0 && !$0.isReliable } ? .elsewhere : .unclear
  }

  /// Regions that an area code, without its zero, serves. O(n).
  package func regions(of code: Int) -> [Int32] {
    services.indices.filter { services[$0].code == Int16(code) && services[$0].mergedInto == 0 }
      .map { services[$0].region }
  }

  /// Whether an area code, without its zero, is in the table, in force or merged. O(n).
  package func isListed(_ code: Int) -> Bool {
    services.indices.contains { services[$0].code == Int16(code) }
  }

  private func range(of region: Int32) -> Range<Int> {
    var (low, high) = (0, services.count)
    while low < high {
      let middle = (low + high) / 2
      if services[middle].region < region { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < services.count, services[end].region == region { end += 1 }
    return low..<end
  }
}
