import Records

/// Holds the division tables against each other: parents of every year, years, names in
/// force, a way forward for every code that went, no way in a circle.
///
/// What one table must hold by itself (form, keys, digests) is checked elsewhere: a table that
/// cannot be read, or a cell of the wrong form, is left out here.
package struct DivisionTablesCheck {
  /// One row of the history.
  struct Life {
    let code: String
    let name: String
    let isRegular: Bool
    let kind: String
    /// 0 where not known.
    let first: Int
    /// nil while in force.
    let last: Int?
    let level: String
    let parent: String
    let row: Int

    /// Whether the list of the end of a year has it.
    func isListed(in year: Int) -> Bool { first != 0 && first <= year && year < last ?? .max }
    func contains(_ year: Int) -> Bool { first != 0 && first <= year && year <= last ?? .max }
  }

  let present: ReferenceTable
  let history: ReferenceTable
  let changes: ReferenceTable
  let current: ReferenceTable
  var lives: [Life] = []
  /// Places in `lives` by code.
  var places: [String: [Int]] = [:]
  /// Row and name of the codes in force.
  var inForce: [String: (row: Int, name: String)] = [:]
  var faults: [ReferenceFault] = []

  /// Every fault, by table and line. O(rows · years).
  package static func faults(in folder: MappingsFolder) -> [ReferenceFault] {
    do throws(ReferenceFault) {
      var check = try DivisionTablesCheck(folder)
      try check.checkPresent()
      try check.checkHistory()
      try check.checkChanges()
      try check.checkCurrent()
      let order = DivisionHistory.tables
      return check.faults.enumerated().sorted { a, b in
        let (first, second) = (
          order.firstIndex(of: a.element.table), order.firstIndex(of: b.element.table)
        )
        return (first ?? 0, a.element.line, a.offset) < (second ?? 0, b.element.line, b.offset)
      }.map(\.element)
    } catch {
      // Told where single tables are checked.
      return []
    }
  }

  private init(_ folder: MappingsFolder) throws(ReferenceFault) {
    let tables = DivisionHistory.tables
    present = try ReferenceTable(tables[0], from: folder)
    history = try ReferenceTable(tables[1], from: folder)
    changes = try ReferenceTable(tables[2], from: folder)
    current = try ReferenceTable(tables[3], from: folder)
  }

  /// A number in a cell; nil where it is empty or none.
  func number(_ table: ReferenceTable, _ row: Int, _ column: Int) -> Int? {
    table.read(row, column) { $0.isEmpty ? nil : $0.decimalValue }
  }

  // MARK: The list in force

  private mutating func checkPresent() throws(ReferenceFault) {
    let (code, name) = (try present.column("code"), try present.column("name"))
    let (level, parent) = (try present.column("level"), try present.column("parent_code"))
    for row in 0..<present.count {
      let text = present.text(row, code)
      if inForce[text] != nil {
        faults.append(present.fault(row, .duplicate(text)))
      } else {
        inForce[text] = (row, present.text(row, name))
      }
    }
    for row in 0..<present.count {
      let above = present.text(row, parent)
      if above.isEmpty {
        if present.text(row, level) != "province" {
          faults.append(present.fault(row, .empty(column: "parent_code")))
        }
        continue
      }
      guard let next = inForce[above]?.row else {
        faults.append(
          present.fault(row, .unknownCode(above, column: "parent_code", table: present.name)))
        continue
      }
      if let circle = circle(from: row, code, parent) {
        faults.append(present.fault(row, .cycle(circle)))
      } else if !Self.isAbove(present.text(next, level), present.text(row, level)) {
        faults.append(present.fault(row, .badValue(column: "level")))
      }
    }
  }

  private func circle(from row: Int, _ code: Int, _ parent: Int) -> [String]? {
    var path = [present.text(row, code)]
    var here = row
    while let next = inForce[present.text(here, parent)]?.row {
      let text = present.text(next, code)
      if text == path[0] { return path + [text] }
      if path.contains(text) { return nil }
      path.append(text)
      here = next
    }
    return nil
  }

  static func isAbove(_ upper: String, _ lower: String) -> Bool {
    let order = ["province", "prefecture", "county"]
    guard let first = order.firstIndex(of: upper), let second = order.firstIndex(of: lower) else {
      return false
    }
    return first < second
  }

  // MARK: The history

  private mutating func checkHistory() throws(ReferenceFault) {
    try readLives()
    let lastYear = lives.compactMap { max($0.first, $0.last ?? 0) }.max() ?? 0
    for life in lives {
      if let last = life.last, life.first > last {
        faults.append(history.fault(life.row, .validityReversed))
        continue
      }
      if !life.isRegular { continue }
      if life.first == 0 {
        faults.append(history.fault(life.row, .empty(column: "valid_from")))
        continue
      }
      checkParent(of: life, lastYear)
      if life.last == nil, inForce[life.code]?.name != life.name {
        faults.append(
          history.fault(
            life.row, .unknownCode(life.code, column: "code", table: present.name)))
      }
    }
    for places in places.values {
      checkOverlap(places.map { lives[$0] }.filter(\.isRegular))
    }
    for (code, entry) in inForce {
      let isKnown = places[code, default: []].contains {
        lives[$0].isRegular && lives[$0].last == nil && lives[$0].name == entry.name
      }
      if !isKnown {
        faults.append(
          present.fault(entry.row, .unknownCode(code, column: "code", table: history.name)))
      }
    }
  }

  private mutating func readLives() throws(ReferenceFault) {
    let (code, name) = (try history.column("code"), try history.column("name"))
    let (kind, level) = (try history.column("kind"), try history.column("level"))
    let (from, to) = (try history.column("valid_from"), try history.column("valid_to"))
    let parent = try history.column("parent_code")
    for row in 0..<history.count {
      let kind = history.text(row, kind)
      lives.append(
        Life(
          code: history.text(row, code), name: history.text(row, name),
          isRegular: kind == "regular", kind: kind, first: number(history, row, from) ?? 0,
          last: number(history, row, to), level: history.text(row, level),
          parent: history.text(row, parent), row: row))
    }
    for (place, life) in lives.enumerated() { places[life.code, default: []].append(place) }
  }

  /// A division stands above it in every list that has it.
  private mutating func checkParent(of life: Life, _ lastYear: Int) {
    if life.parent.isEmpty {
      if life.level != "province" {
        faults.append(history.fault(life.row, .empty(column: "parent_code")))
      }
      return
    }
    let parents = places[life.parent, default: []].map { lives[$0] }.filter { $0.isRegular }
    if parents.isEmpty {
      faults.append(
        history.fault(
          life.row, .unknownCode(life.parent, column: "parent_code", table: history.name)))
      return
    }
    if !parents.allSatisfy({ Self.isAbove($0.level, life.level) }) {
      faults.append(history.fault(life.row, .badValue(column: "level")))
      return
    }
    for year in life.first...max(life.first, life.last.map { $0 - 1 } ?? lastYear)
    where !parents.contains(where: { $0.isListed(in: year) }) {
      faults.append(
        history.fault(
          life.row,
          .unknownCode("\(life.parent) (\(year))", column: "parent_code", table: history.name)))
      return
    }
  }

  /// A code is one division at a time.
  private mutating func checkOverlap(_ lives: [Life]) {
    let ordered = lives.sorted { ($0.first, $0.row) < ($1.first, $1.row) }
    for (before, after) in zip(ordered, ordered.dropFirst())
    where before.last ?? .max > after.first {
      faults.append(history.fault(after.row, .duplicate(after.code)))
    }
  }
}
