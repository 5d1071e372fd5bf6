import Records

/// The rows of the division tables, as they are needed to build `Divisions`.
struct DivisionTables {
  /// A name in `text`, known by 64 bits of a hash.
  struct Name {
    let start: Int32
    let length: Int32
    let hash: UInt64
    var range: Range<Int> { Int(start)..<Int(start + length) }
  }

  struct Present {
    let code: Int32
    let name: Name
    let shortName: Name
    let unit: Unit
    let level: Divisions.Level
    let parent: Int32
  }

  /// Units whose names are shortened in a way of their own.
  enum Unit {
    case autonomousRegion, autonomousPrefecture, autonomousCounty, autonomousBanner
    case forestDistrict, specialDistrict, other

    init(_ text: Span<UInt8>) {
      if text.equals("自治区") {
        self = .autonomousRegion
      } else if text.equals("自治州") {
        self = .autonomousPrefecture
      } else if text.equals("自治县") {
        self = .autonomousCounty
      } else if text.equals("自治旗") {
        self = .autonomousBanner
      } else if text.equals("林区") {
        self = .forestDistrict
      } else if text.equals("特区") {
        self = .specialDistrict
      } else {
        self = .other
      }
    }
  }

  struct Past {
    enum Kind { case regular, summary, variant, unverified, other }
    let code: Int32
    let name: Name
    let level: Divisions.Level
    let kind: Kind
    /// Year in which it ended; nil while in force.
    let to: Int?
    /// The latest year that any source gives for its end.
    let latest: Int?
    let parent: Int32
  }

  /// From an old code and its name to the divisions in force.
  struct Way {
    let successors: [Int32]
    /// Whether the succession rests on the record of changes, not on likeness.
    let isRecorded: Bool
  }

  private(set) var current: [Present] = []
  private(set) var history: [Past] = []
  private(set) var listDay = Day(number: 0)
  private var ways: [UInt64: Way] = [:]
  /// All names, one after another.
  private(set) var text: [UInt8] = []

  /// Where an old code with an old name went, or nil.
  func way(of code: Int32, _ name: Name) -> Way? { ways[Self.key(code, name.hash)] }

  private static func key(_ code: Int32, _ hash: UInt64) -> UInt64 {
    hash ^ UInt64(UInt32(bitPattern: code)) &* 0x9E37_79B9_7F4A_7C15
  }

  static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in bytes.indices {
      hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
      hash ^= hash >> 29
    }
    return hash
  }

  /// Keeps a name.
  mutating func name(_ bytes: Span<UInt8>) -> Name {
    let start = text.count
    text.append(bytes)
    return Name(
      start: Int32(start), length: Int32(bytes.count), hash: Self.hash(bytes))
  }

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
    let asOf = try table.column("as_of")
    current.reserveCapacity(table.count)
    for row in 0..<table.count {
      guard case .day(let day) = table.read(row, asOf, { DateReading($0) }) else {
        throw table.fault(row, .badValue(column: "as_of"))
      }
      listDay = max(listDay, day)
      current.append(
        Present(
          code: try Self.code(table, row, code), name: table.read(row, name) { self.name($0) },
          shortName: table.read(row, short) { self.name($0) },
          unit: table.read(row, unit) { Unit($0) },
          level: try Self.level(table, row, level),
          parent: Int32(try table.number(row, parent) ?? 0)))
    }
  }

  private mutating func readHistory(_ table: ReferenceTable) throws(ReferenceFault) {
    let code = try table.column("code")
    let name = try table.column("name")
    let level = try table.column("level")
    let to = try table.column("valid_to")
    let latest = try table.column("to_latest")
    let kind = try table.column("kind")
    let parent = try table.column("parent_code")
    history.reserveCapacity(table.count)
    for row in 0..<table.count {
      let number = try Self.code(table, row, code)
      let above = Int32(try table.number(row, parent) ?? 0)
      let end = try table.number(row, to)
      history.append(
        Past(
          code: number, name: table.read(row, name) { self.name($0) },
          level: try Self.level(table, row, level),
          kind: table.read(row, kind) { text -> Past.Kind in
            if text.equals("regular") { return .regular }
            if text.equals("summary") { return .summary }
            if text.equals("variant") { return .variant }
            return text.equals("unverified") ? .unverified : .other
          }, to: end, latest: [end, try table.number(row, latest)].compactMap { $0 }.max(),
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
      let others = table.read(row, all) { Self.codes($0) }
      guard let others else {
        throw table.fault(row, .badValue(column: "current_all"))
      }
      for next in others where !successors.contains(next) { successors.append(next) }
      let recorded =
        table.read(row, basis) { $0.equals("successor") }
        && table.read(row, kind) { $0.equals("regular") }
      let key = Self.key(
        try Self.code(table, row, code), table.read(row, name) { Self.hash($0) })
      if let known = ways[key] {
        let more = successors.filter { !known.successors.contains($0) }
        ways[key] = Way(
          successors: known.successors + more, isRecorded: known.isRecorded && recorded)
      } else {
        ways[key] = Way(successors: successors, isRecorded: recorded)
      }
    }
  }

  /// Six digits each, between semicolons; nil where something else stands there.
  static func codes(_ text: Span<UInt8>) -> [Int32]? {
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

  static func code(_ table: ReferenceTable, _ row: Int, _ column: Int)
    throws(ReferenceFault) -> Int32
  {
    guard let number = try table.number(row, column), number >= 100_000, number <= 999_999 else {
      throw table.fault(row, .badValue(column: table.columns[column]))
    }
    return Int32(number)
  }

  static func level(_ table: ReferenceTable, _ row: Int, _ column: Int)
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
