import Records

/// Division codes that ever stood in any list since 1980, with the widest years that any
/// source gives: what the first six digits of an identification number may be.
///
/// Summary codes (市辖区), variants of a single source, codes without known years and the
/// codes of residence permits (810000, 820000, 830000) count as well.
package struct ResidentIDRegions: Reference {
  package static let name = "resident-id-regions"
  package static let tables = ["codes/divisions-history.csv"]

  /// First and last year of a code.
  package struct Years: Equatable, BitwiseCopyable, Sendable {
    package let first: Int16
    /// Nil for a code in force.
    package let last: Int16?
  }

  /// Block of a hundred codes for every beginning of four digits; -1 for none.
  private let blocks: FrozenArray<Int16>
  /// First year of a code, by block and last two digits; -1 where no list has the code.
  private let firstYears: FrozenArray<Int16>
  /// Place of a code's row among the rows below, by block and last two digits; -1 for none.
  private let places: FrozenArray<Int16>
  private let firsts: FrozenArray<Int16>
  /// 0 for a code in force.
  private let lasts: FrozenArray<Int16>
  private let names: NameTable
  /// Last year in which the lists record a change: codes that are newer are not known.
  package let latestYear: Int

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    let table = try ReferenceTable("codes/divisions-history.csv", from: folder)
    let (code, name) = (try table.column("code"), try table.column("name"))
    let from = [try table.column("valid_from"), try table.column("from_earliest")]
    let to = [try table.column("valid_to"), try table.column("to_latest")]
    var blocks = [Int16](repeating: -1, count: 10_000)
    var places: [Int16] = []
    var rows: [(first: Int, last: Int, name: Int, nameUntil: Int)] = []
    var latest = 0
    for row in 0..<table.count {
      guard let value = try table.number(row, code), value < 1_000_000 else {
        throw table.fault(row, .badValue(column: "code"))
      }
      var first = 9999
      var last = 0
      var open = false
      for column in from {
        if let year = try table.number(row, column) { first = min(first, year) }
      }
      for column in to {
        if let year = try table.number(row, column) { last = max(last, year) } else { open = true }
      }
      if first == 9999 { first = 0 }
      if open { last = 9999 }
      for year in [first, last] where year < 9999 { latest = max(latest, year) }
      if blocks[value / 100] < 0 {
        blocks[value / 100] = Int16(places.count / 100)
        places.append(contentsOf: repeatElement(-1, count: 100))
      }
      let place = Int(blocks[value / 100]) * 100 + value % 100
      let known = Int(places[place])
      if known < 0 {
        places[place] = Int16(rows.count)
        rows.append((first, last, row, last))
      } else {
        rows[known].first = min(rows[known].first, first)
        if last > rows[known].nameUntil { (rows[known].name, rows[known].nameUntil) = (row, last) }
        rows[known].last = max(rows[known].last, last)
      }
    }
    self.blocks = FrozenArray(blocks)
    self.places = FrozenArray(places)
    firstYears = FrozenArray(places.map { $0 < 0 ? -1 : Int16(rows[Int($0)].first) })
    firsts = FrozenArray(rows.map { Int16($0.first) })
    lasts = FrozenArray(rows.map { $0.last == 9999 ? 0 : Int16($0.last) })
    names = NameTable(rows.map { table.text($0.name, name) })
    latestYear = latest
  }

  private func place(_ region: Int32) -> Int? {
    guard region >= 0, region < 1_000_000 else { return nil }
    let block = Int(blocks[Int(region) / 100])
    if block < 0 { return nil }
    let place = Int(places[block * 100 + Int(region) % 100])
    return place < 0 ? nil : place
  }

  /// Years of a code of six digits; nil where no list has it. O(1).
  package func years(of region: Int32) -> Years? {
    guard let place = place(region) else { return nil }
    return Years(first: firsts[place], last: lasts[place] == 0 ? nil : lasts[place])
  }

  /// Whether some list of a year up to `year` has the code. O(1).
  package func existed(_ region: Int32, upTo year: Int) -> Bool {
    let code = Int(region)
    guard code >= 0, code < 1_000_000 else { return false }
    let block = Int(blocks[code / 100])
    if block < 0 { return false }
    let first = Int(firstYears[block * 100 + code % 100])
    return first >= 0 && first <= year
  }

  /// Appends the names of province, prefecture and county of a code, the latest each had.
  package func appendName(of region: Int32, to text: inout [UInt8]) {
    var before: Int?
    for code in [region / 10_000 * 10_000, region / 100 * 100, region] {
      guard let place = place(code), place != before else { continue }
      before = place
      let start = text.count
      names.append(place, to: &text)
      for summary in [Array("市辖区".utf8), Array("县".utf8), Array("省直辖县级行政区划".utf8)]
      where text[start...].elementsEqual(summary) {
        text.removeSubrange(start...)
      }
    }
  }
}
