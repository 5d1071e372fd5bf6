/// What amendment 1 of 2019 did to GB/T 4754-2017: rows of `original_code`, `original_name`,
/// `amended_code`, `amended_name`, `change`. The tables of the source carry its effect; here it is
/// taken back, because 9231 and 9232 mean other things before and after.
struct IndustryAmendment {
  private let rows: [(originalCode: String, originalName: String, amendedCode: String)]

  init(_ table: CSVTable) throws {
    let codes = try table.values(of: "original_code")
    let names = try table.values(of: "original_name")
    let amended = try table.values(of: "amended_code")
    rows = codes.indices.map { (codes[$0], names[$0], amended[$0]) }
  }

  /// The 2017 edition as published, from the amended one: columns code, parent, level, name.
  func published(from amended: CSVTable) throws -> CSVTable {
    let (code, name) = (try amended.place(of: "code"), try amended.place(of: "name"))
    var table = amended
    for change in rows where change.originalCode.isEmpty {
      table.rows.removeAll { $0[code] == change.amendedCode }
    }
    for row in table.rows.indices {
      guard let change = rows.first(where: { $0.amendedCode == table.rows[row][code] }) else {
        continue
      }
      table.rows[row][code] = change.originalCode
      table.rows[row][name] = change.originalName
    }
    return table
  }

  /// A correspondence to the amended edition, turned into one to the published edition by the
  /// tag `amended-2019:old>new` that it carries on each row concerned.
  func published(fromCorrespondence crosswalk: CSVTable) throws -> CSVTable {
    let tag = "amended-2019:"
    let (code, note) = (try crosswalk.place(of: "to_code"), try crosswalk.place(of: "note"))
    var table = crosswalk
    for row in table.rows.indices {
      var tags = table.rows[row][note].split(separator: ";").map(String.init)
      guard let found = tags.firstIndex(where: { $0.hasPrefix(tag) }) else { continue }
      let codes = tags.remove(at: found).dropFirst(tag.count).split(separator: ">")
      guard codes.count == 2, table.rows[row][code] == codes[1] else {
        throw CSVTable.Fault(line: row + 2, reason: "the amendment's tag is not old>new")
      }
      table.rows[row][code] = String(codes[0])
      table.rows[row][note] = tags.joined(separator: ";")
    }
    return table
  }

  /// Every class as published and what it became, then the classes that are new.
  func crosswalk(from published: CSVTable) throws -> CSVTable {
    let codes = try published.selecting("level", "class").values(of: "code")
    var table = CSVTable(header: ["from_code", "to_code", "relation", "note", "confidence"])
    for code in codes {
      let target = rows.first { $0.originalCode == code }?.amendedCode ?? code
      let relation = target == code ? "unchanged" : "recoded"
      table.rows.append([code, target, relation, "", "measured"])
    }
    for change in rows where change.originalCode.isEmpty {
      table.rows.append(["", change.amendedCode, "new", "new-class", "measured"])
    }
    return table
  }
}
