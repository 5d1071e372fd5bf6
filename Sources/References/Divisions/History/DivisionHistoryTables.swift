import Records

/// The rows of the division tables, as they are needed to build `DivisionHistory`.
struct DivisionHistoryTables {
  private var lives: [DivisionLife] = []
  private var steps: [DivisionStep] = []
  private var text: [UInt8] = []
  private var listDay = Day(number: 0)
  /// First life of a code.
  private var firsts: [Int32: Int] = [:]

  init(from folder: MappingsFolder) throws(ReferenceFault) {
    let tables = DivisionHistory.tables
    try readListDay(try ReferenceTable(tables[0], from: folder))
    try readLives(try ReferenceTable(tables[1], from: folder))
    try readChanges(try ReferenceTable(tables[2], from: folder))
    try readCurrent(try ReferenceTable(tables[3], from: folder))
  }

  func storage() -> DivisionHistory.Storage {
    let order = steps.sorted { a, b in
      if a.from != b.from { return a.from < b.from }
      if a.scope != b.scope { return a.scope.rawValue < b.scope.rawValue }
      if a.isPrimary != b.isPrimary { return a.isPrimary }
      return (a.year, lives[Int(a.to)].code, a.line) < (b.year, lives[Int(b.to)].code, b.line)
    }
    let origins = order.indices.sorted { a, b in
      if order[a].to != order[b].to { return order[a].to < order[b].to }
      return (order[a].scope.rawValue, a) < (order[b].scope.rawValue, b)
    }
    var firstSteps = [Int32](repeating: 0, count: lives.count + 1)
    var firstOrigins = firstSteps
    for step in order {
      firstSteps[Int(step.from) + 1] += 1
      firstOrigins[Int(step.to) + 1] += 1
    }
    for life in lives.indices {
      firstSteps[life + 1] += firstSteps[life]
      firstOrigins[life + 1] += firstOrigins[life]
    }
    return DivisionHistory.Storage(
      lives: FrozenArray(lives), steps: FrozenArray(order), firstSteps: FrozenArray(firstSteps),
      origins: FrozenArray(origins.map { Int32($0) }), firstOrigins: FrozenArray(firstOrigins),
      text: FrozenArray(text), listDay: listDay)
  }

  private mutating func keep(_ table: ReferenceTable, _ row: Int, _ column: Int) -> Cell {
    let start = text.count
    table.read(row, column) { text.append($0) }
    return Cell(start..<text.count)
  }

  private mutating func readListDay(_ table: ReferenceTable) throws(ReferenceFault) {
    let column = try table.column("as_of")
    for row in 0..<table.count {
      guard let day = table.read(row, column, { Self.day($0) }) else {
        throw table.fault(row, .badValue(column: "as_of"))
      }
      listDay = max(listDay, day)
    }
  }

  private mutating func readLives(_ table: ReferenceTable) throws(ReferenceFault) {
    let code = try table.column("code")
    let name = try table.column("name")
    let level = try table.column("level")
    let (from, to) = (try table.column("valid_from"), try table.column("valid_to"))
    let earliest = try table.column("from_earliest")
    let kind = try table.column("kind")
    let parent = try table.column("parent_code")
    let sources = try table.column("sources")
    let (fromDate, toDate) = (try table.column("from_date"), try table.column("to_date"))
    lives.reserveCapacity(table.count)
    for row in 0..<table.count {
      guard let kind = table.read(row, kind, { Self.kind($0) }) else {
        throw table.fault(row, .badValue(column: "kind"))
      }
      lives.append(
        DivisionLife(
          code: try DivisionTables.code(table, row, code),
          parent: Int32(try table.number(row, parent) ?? 0),
          first: try Self.year(table, row, from), lastYear: try Self.year(table, row, to),
          earliestYear: try Self.year(table, row, earliest),
          level: try DivisionTables.level(table, row, level), kind: kind,
          approvedNumber: table.read(row, fromDate) { Self.day($0)?.number ?? 0 },
          endedNumber: table.read(row, toDate) { Self.day($0)?.number ?? 0 },
          isOfMinistry: table.read(row, sources) { $0.contains(UInt8(ascii: "G")) },
          name: keep(table, row, name), line: Int32(table.line(of: row))))
    }
    lives.sort { a, b in
      (a.code, a.kind.rawValue, a.first, a.line) < (b.code, b.kind.rawValue, b.first, b.line)
    }
    firsts.reserveCapacity(lives.count)
    for place in lives.indices.reversed() { firsts[lives[place].code] = place }
  }

  /// The division with a code and a name that a change of a year starts from or leads to.
  private func life(
    _ table: ReferenceTable, _ row: Int, code: Int32, name: Int, year: Int16
  ) -> Int32? {
    guard var place = firsts[code] else { return nil }
    while place < lives.count, lives[place].code == code {
      if lives[place].kind == .regular, lives[place].contains(Int(year)),
        table.read(row, name, { $0.equals(text.span.extracting(lives[place].name.range)) })
      {
        return Int32(place)
      }
      place += 1
    }
    return nil
  }

  private mutating func readChanges(_ table: ReferenceTable) throws(ReferenceFault) {
    let (oldCode, oldName) = (try table.column("old_code"), try table.column("old_name"))
    let (newCode, newName) = (try table.column("new_code"), try table.column("new_name"))
    let (date, year) = (try table.column("date_or_year"), try table.column("year"))
    let (kind, scope) = (try table.column("kind"), try table.column("scope"))
    let (primary, basis) = (try table.column("primary"), try table.column("basis"))
    let (detail, document) = (try table.column("detail"), try table.column("doc_no"))
    steps.reserveCapacity(table.count)
    for row in 0..<table.count {
      // New without a known origin: nothing leads there.
      if table.read(row, oldCode, { $0.isEmpty }) { continue }
      let number = try Self.year(table, row, year)
      func place(_ code: Int, _ name: Int) throws(ReferenceFault) -> Int32 {
        let number32 = try DivisionTables.code(table, row, code)
        guard let place = life(table, row, code: number32, name: name, year: number) else {
          throw table.fault(row, .badValue(column: table.columns[code]))
        }
        return place
      }
      guard let kind = table.read(row, kind, { Self.stepKind($0) }) else {
        throw table.fault(row, .badValue(column: "kind"))
      }
      guard let scope = table.read(row, scope, { Self.scope($0) }) else {
        throw table.fault(row, .badValue(column: "scope"))
      }
      guard let basis = table.read(row, basis, { Self.basis($0) }) else {
        throw table.fault(row, .badValue(column: "basis"))
      }
      steps.append(
        DivisionStep(
          from: try place(oldCode, oldName), to: try place(newCode, newName), year: number,
          kind: kind, scope: scope, basis: basis,
          isPrimary: table.read(row, primary) { $0.equals("1") },
          dayNumber: table.read(row, date) { Self.day($0)?.number ?? 0 },
          detail: keep(table, row, detail), document: keep(table, row, document),
          line: Int32(table.line(of: row))))
    }
  }

  /// Ways of the codes that the record of changes does not speak of: summaries, variants,
  /// codes of unknown years.
  private mutating func readCurrent(_ table: ReferenceTable) throws(ReferenceFault) {
    let (code, name) = (try table.column("old_code"), try table.column("old_name"))
    let (from, kind) = (try table.column("valid_from"), try table.column("kind"))
    let (primary, all) = (try table.column("current_code"), try table.column("current_all"))
    let names = namesInProvinces()
    for row in 0..<table.count where !table.read(row, kind, { $0.equals("regular") }) {
      let number = try DivisionTables.code(table, row, code)
      let year = try Self.year(table, row, from)
      guard let past = place(table, row, number, name, year) else {
        throw table.fault(row, .badValue(column: "old_code"))
      }
      let isSummary = lives[past].kind == .summary
      if !isSummary, let same = counterpart(of: past, among: names) {
        add(past, same, .otherNumber, .whole, isPrimary: true, table.line(of: row))
        continue
      }
      var targets: [Int32] = []
      if let first = try table.number(row, primary) { targets.append(Int32(first)) }
      guard let others = table.read(row, all, { DivisionTables.codes($0) }) else {
        throw table.fault(row, .badValue(column: "current_all"))
      }
      for next in others where !targets.contains(next) { targets.append(next) }
      for (index, target) in targets.enumerated() {
        guard let now = inForce(target) else {
          throw table.fault(row, .badValue(column: "current_all"))
        }
        add(
          past, now, isSummary ? .summary : .likeness, targets.count == 1 ? .whole : .piece,
          isPrimary: index == 0, table.line(of: row))
      }
    }
  }

  private mutating func add(
    _ from: Int, _ to: Int, _ kind: DivisionStep.Kind, _ scope: DivisionStep.Scope,
    isPrimary: Bool, _ line: Int
  ) {
    steps.append(
      DivisionStep(
        from: Int32(from), to: Int32(to), year: lives[from].lastYear, kind: kind, scope: scope,
        basis: .likeness, isPrimary: isPrimary, dayNumber: 0, detail: Cell(0..<0),
        document: Cell(0..<0), line: Int32(line)))
  }

  private func place(
    _ table: ReferenceTable, _ row: Int, _ code: Int32, _ name: Int, _ year: Int16
  ) -> Int? {
    guard var place = firsts[code] else { return nil }
    while place < lives.count, lives[place].code == code {
      if lives[place].kind != .regular, lives[place].first == year,
        table.read(row, name, { $0.equals(text.span.extracting(lives[place].name.range)) })
      {
        return place
      }
      place += 1
    }
    return nil
  }

  private func inForce(_ code: Int32) -> Int? {
    guard var place = firsts[code] else { return nil }
    while place < lives.count, lives[place].code == code {
      if lives[place].kind == .regular, lives[place].lastYear == 0 { return place }
      place += 1
    }
    return nil
  }

  /// Divisions by province and name.
  private func namesInProvinces() -> [UInt64: [Int]] {
    var names: [UInt64: [Int]] = [:]
    for place in lives.indices where lives[place].kind == .regular {
      names[key(place), default: []].append(place)
    }
    return names
  }

  private func key(_ place: Int) -> UInt64 {
    DivisionTables.hash(text.span.extracting(lives[place].name.range))
      ^ UInt64(lives[place].code / 10_000) &* 0x9E37_79B9_7F4A_7C15
  }

  /// The one division of the same name, level and province to which another list gives
  /// another number: in force when the variant ended, else at any time with it. Names such as
  /// 郊区 and 市中区 stand for one in each city: the city must be the same by its first two
  /// characters (邢台地区, 邢台市), unless one of the lists has it directly below the province.
  private func counterpart(of past: Int, among names: [UInt64: [Int]]) -> Int? {
    let variant = lives[past]
    guard variant.kind == .variant, variant.hasYears, let same = names[key(past)] else {
      return nil
    }
    let end = variant.last ?? listDay.year
    func only(_ isMeant: (DivisionLife) -> Bool) -> Int? {
      let found = same.filter { isMeant(lives[$0]) && isSameParent(past, $0) }
      return found.count == 1 ? found[0] : nil
    }
    func overlaps(_ life: DivisionLife) -> Bool {
      Int(life.first) <= end && (life.lastYear == 0 || life.lastYear >= variant.first)
    }
    return only { $0.level == variant.level && $0.isListed(in: end) }
      ?? only { $0.level == variant.level && overlaps($0) }
  }

  private func isSameParent(_ past: Int, _ other: Int) -> Bool {
    let (above, next) = (lives[past].parent, lives[other].parent)
    if above == next || above % 10_000 == 0 || next % 10_000 == 0 { return true }
    func stems(_ code: Int32) -> Set<[UInt8]> {
      guard var place = firsts[code] else { return [] }
      var stems: Set<[UInt8]> = []
      while place < lives.count, lives[place].code == code {
        stems.insert(Array(text[lives[place].name.range].prefix(6)))
        place += 1
      }
      return stems
    }
    return !stems(above).isDisjoint(with: stems(next))
  }

  private static func year(_ table: ReferenceTable, _ row: Int, _ column: Int)
    throws(ReferenceFault) -> Int16
  {
    guard let year = try table.number(row, column) else { return 0 }
    guard (1900...2999).contains(year) else {
      throw table.fault(row, .badValue(column: table.columns[column]))
    }
    return Int16(year)
  }

  /// `yyyy-MM-dd`; nil for a month or a year alone.
  private static func day(_ text: Span<UInt8>) -> Day? {
    guard text.count == 10, case .day(let day) = DateReading(text) else { return nil }
    return day
  }

  private static func kind(_ text: Span<UInt8>) -> DivisionLife.Kind? {
    if text.equals("regular") { return .regular }
    if text.equals("summary") { return .summary }
    if text.equals("variant") { return .variant }
    if text.equals("stat_zone") { return .statisticsZone }
    if text.equals("unverified") { return .unverified }
    return text.equals("id_only") ? .permit : nil
  }

  private static func stepKind(_ text: Span<UInt8>) -> DivisionStep.Kind? {
    if text.equals("recode") { return .recode }
    if text.equals("rename") { return .rename }
    if text.equals("upgrade") { return .upgrade }
    if text.equals("merge") { return .merge }
    if text.equals("split") { return .split }
    return text.equals("move") ? .move : nil
  }

  private static func scope(_ text: Span<UInt8>) -> DivisionStep.Scope? {
    if text.equals("whole") { return .whole }
    if text.equals("part-of-split") { return .piece }
    return text.equals("part") ? .territory : nil
  }

  private static func basis(_ text: Span<UInt8>) -> DivisionStep.Basis? {
    if text.equals("recorded") { return .recorded }
    if text.equals("announcement") { return .announced }
    if text.equals("derived:children") { return .children }
    if text.equals("derived:same-code") { return .sameCode }
    return text.equals("derived:townships") ? .townships : nil
  }
}
