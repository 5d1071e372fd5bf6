import Records

/// The rows of the division tables, as they are needed to build `Divisions`.
struct DivisionTables {
  struct Present {
    let code: Int32
    let name: String
    let shortName: String
    let unit: String
    let level: Divisions.Level
    let parent: Int32
  }

  struct Past {
    enum Kind { case regular, summary, variant, other }
    let code: Int32
    let name: String
    let level: Divisions.Level
    let kind: Kind
    /// Year in which it ended; nil while in force.
    let to: Int?
    let parent: Int32
  }

  /// From an old code and its name to the divisions in force.
  struct Way {
    struct Key: Hashable {
      let code: Int32
      let name: String
    }
    let successors: [Int32]
    /// Whether the succession rests on the record of changes, not on likeness.
    let isRecorded: Bool
  }

  private(set) var current: [Present] = []
  private(set) var history: [Past] = []
  private(set) var ways: [Way.Key: Way] = [:]

  init(from folder: MappingsFolder) throws(ReferenceFault) {
    try readCurrent(try ReferenceTable(Divisions.tables[0], from: folder))
    try readHistory(try ReferenceTable(Divisions.tables[1], from: folder))
    try readWays(try ReferenceTable(Divisions.tables[2], from: folder))
  }

  private mutating func readCurrent(_ table: ReferenceTable) throws(ReferenceFault) {
    let code = try table.column("code")
    let name = try table.column("name")
    let short = try table.column("short_name")
    let level = try table.column("level")
    let unit = try table.column("unit_type")
    let parent = try table.column("parent_code")
    current.reserveCapacity(table.count)
    for row in 0..<table.count {
      current.append(
        Present(
          code: try Self.code(table, row, code), name: table.text(row, name),
          shortName: table.text(row, short), unit: table.text(row, unit),
          level: try Self.level(table, row, level),
          parent: Int32(try table.number(row, parent) ?? 0)))
    }
  }

  private mutating func readHistory(_ table: ReferenceTable) throws(ReferenceFault) {
    let code = try table.column("code")
    let name = try table.column("name")
    let level = try table.column("level")
    let to = try table.column("valid_to")
    let kind = try table.column("kind")
    let parent = try table.column("parent_code")
    history.reserveCapacity(table.count)
    for row in 0..<table.count {
      let number = try Self.code(table, row, code)
      let above = Int32(try table.number(row, parent) ?? 0)
      history.append(
        Past(
          code: number, name: table.text(row, name), level: try Self.level(table, row, level),
          kind: table.read(row, kind) { text -> Past.Kind in
            if text.equals("regular") { return .regular }
            if text.equals("summary") { return .summary }
            return text.equals("variant") ? .variant : .other
          }, to: try table.number(row, to),
          // Where the table does not say, the code does.
          parent: above != 0 || number % 10_000 == 0
            ? above : number % 100 == 0 ? number / 10_000 * 10_000 : number / 100 * 100))
    }
  }

  private mutating func readWays(_ table: ReferenceTable) throws(ReferenceFault) {
    let code = try table.column("old_code")
    let name = try table.column("old_name")
    let kind = try table.column("kind")
    let primary = try table.column("current_code")
    let all = try table.column("current_all")
    let basis = try table.column("map_basis")
    ways.reserveCapacity(table.count)
    for row in 0..<table.count {
      // The primary successor first.
      var successors: [Int32] = []
      if let first = try table.number(row, primary) { successors.append(Int32(first)) }
      let others = table.read(row, all) { text -> [Int32]? in
        var codes: [Int32] = []
        var value: Int32 = 0
        var digits = 0
        for index in text.indices {
          if text[index] == UInt8(ascii: ";") {
            codes.append(value)
            value = 0
            digits = 0
          } else if text[index].isDigit, digits < 6 {
            value = value * 10 + Int32(text[index] &- 0x30)
            digits += 1
          } else {
            return nil
          }
        }
        if digits > 0 { codes.append(value) }
        return codes
      }
      guard let others else {
        throw table.fault(row, .badValue(column: "current_all"))
      }
      for next in others where !successors.contains(next) { successors.append(next) }
      let recorded =
        table.read(row, basis) { $0.equals("successor") }
        && table.read(row, kind) { $0.equals("regular") }
      let key = Way.Key(code: try Self.code(table, row, code), name: table.text(row, name))
      if let known = ways[key] {
        let more = successors.filter { !known.successors.contains($0) }
        ways[key] = Way(
          successors: known.successors + more, isRecorded: known.isRecorded && recorded)
      } else {
        ways[key] = Way(successors: successors, isRecorded: recorded)
      }
    }
  }

  private static func code(_ table: ReferenceTable, _ row: Int, _ column: Int)
    throws(ReferenceFault) -> Int32
  {
    guard let number = try table.number(row, column), number >= 100_000, number <= 999_999 else {
      throw table.fault(row, .badValue(column: table.columns[column]))
    }
    return Int32(number)
  }

  private static func level(_ table: ReferenceTable, _ row: Int, _ column: Int)
    throws(ReferenceFault) -> Divisions.Level
  {
    let level = table.read(row, column) { text -> Divisions.Level? in
      if text.equals("county") { return .county }
      if text.equals("prefecture") { return .prefecture }
      return text.equals("province") ? .province : nil
    }
    guard let level else { throw table.fault(row, .badValue(column: table.columns[column])) }
    return level
  }
}
