import Records

/// The tables under `mappings/codes`, for people who look something up. Not for checking
/// records: tables are read again with every question.
package struct CodeListCatalogue: Sendable {
  /// One table.
  package struct List: Sendable, Equatable {
    /// File name without its extension, such as `gbt4754-2017`.
    package let name: String
    /// Path inside `mappings/`.
    package let path: String
    package let title: Text
    /// Number of the standard; empty where the table says none.
    package let edition: String
    package let issuer: String
    /// First and last day in force.
    package let validity: Validity
    /// Whether a bank's own table is read.
    package let isOverlay: Bool
  }

  /// One row of a table.
  package struct Row: Sendable, Equatable {
    /// Name of the table.
    package let list: String
    package let code: String
    package let name: String
    /// Level and code one level up, where the table has them.
    package let level: String
    package let parent: String
    package let edition: String
    /// Validity of the row, or of the table where its rows have none.
    package let validity: Validity
    /// Whether the row is sure enough to call a customer's value wrong.
    package let isVerified: Bool
  }

  /// Every table, by path.
  package let lists: [List]
  private let folder: MappingsFolder
  private let package: TablePackage

  /// Reads `datapackage.json` and the names of the files that lie there; a bank's own
  /// tables, which no package describes, go by their file names.
  package init(_ folder: MappingsFolder) throws(ReferenceFault) {
    self.folder = folder
    package = try TablePackage(from: folder)
    var found: [String: List] = [:]
    for table in package.tables where table.path.hasPrefix("codes/") && folder.has(table.path) {
      found[table.path] = List(
        name: table.name, path: table.path, title: table.title, edition: table.edition,
        issuer: table.issuer, validity: table.validity,
        isOverlay: folder.layers(of: table.path).contains(where: \.isOverlay))
    }
    for path in folder.tables(under: ["codes"]) where found[path] == nil {
      let name = String((path.split(separator: "/").last ?? "").dropLast(4))
      found[path] = List(
        name: name, path: path, title: Text(zh: name, en: name), edition: "", issuer: "",
        validity: Validity(), isOverlay: folder.layers(of: path).contains(where: \.isOverlay))
    }
    lists = found.values.sorted { $0.path < $1.path }
  }

  /// The table with a name, however capitalised; `GBT2261.1` and its path will do as well.
  package func list(named name: String) -> List? {
    let wanted = name.lowercased()
    return lists.first { $0.name.lowercased() == wanted || $0.path == wanted }
  }

  /// Tables whose names begin with a word, however capitalised; all for an empty one.
  package func lists(under word: String) -> [List] {
    lists.filter { $0.name.lowercased().hasPrefix(word.lowercased()) }
  }

  /// A table as it stands, and where its codes are; nil for the columns of one without codes.
  package func table(
    of list: List
  ) throws(ReferenceFault) -> (table: ReferenceTable, columns: CodeColumns?) {
    let table = try ReferenceTable(list.path, from: folder)
    return (table, CodeColumns(table, package.table(at: list.path)))
  }

  /// Rows of a table whose code is `text`, letters of either case, or whose name reads like
  /// it (`FoldedText`); every row for nil. In the table's order.
  ///
  /// A table without a column of codes has no rows here. With `day`, only what was in force
  /// then: the whole table, and the row where rows have their own validity.
  package func rows(
    of list: List, matching text: String? = nil, at day: Day? = nil
  ) throws(ReferenceFault) -> [Row] {
    if let day, !list.validity.contains(day) { return [] }
    let (table, found) = try table(of: list)
    guard let columns = found else { return [] }
    let wantedCode = text?.uppercased()
    let wantedName = text.map { FoldedText.hash($0.utf8.span) }
    var rows: [Row] = []
    for row in 0..<table.count {
      if let wantedCode, let wantedName {
        let isMeant =
          table.text(row, columns.code).uppercased() == wantedCode
          || [columns.name, columns.alias].contains { column in
            column.map { column in
              table.read(row, column) { !$0.isEmpty && FoldedText.hash($0) == wantedName }
            } ?? false
          }
        if !isMeant { continue }
      }
      func cell(_ column: Int?) -> String { column.map { table.text(row, $0) } ?? "" }
      var validity = list.validity
      if columns.validFrom != nil || columns.validTo != nil {
        validity = Validity(
          from: CodeDate(cell(columns.validFrom).utf8.span),
          to: CodeDate(cell(columns.validTo).utf8.span))
        if let day, !validity.contains(day) { continue }
      }
      rows.append(
        Row(
          list: list.name, code: cell(columns.code), name: cell(columns.name),
          level: cell(columns.level), parent: cell(columns.above),
          edition: columns.list == nil ? list.edition : cell(columns.list), validity: validity,
          isVerified: columns.marks.allSatisfy { table.read(row, $0) { Mark.isVerified($0) } }))
    }
    return rows
  }

  /// Rows of all tables, or of those whose names begin with `prefix`, that a code or a name
  /// stands for; with `day`, those in force then.
  ///
  /// A table that says nothing of time is left out with `day` where others of the same
  /// question do: today's list says nothing of 1995 beside its own history.
  package func lookUp(
    _ text: String, under prefix: String = "", at day: Day? = nil
  ) throws(ReferenceFault) -> [Row] {
    var rows: [Row] = []
    for list in lists(under: prefix) {
      rows.append(contentsOf: try self.rows(of: list, matching: text, at: day))
    }
    if day != nil, rows.contains(where: { $0.validity != Validity() }) {
      rows.removeAll { $0.validity == Validity() && !prefix.isEmpty }
    }
    return rows
  }

  /// The code among the tables whose names begin with `prefix` that is written most nearly
  /// like `text`, for a message; nil where none is near.
  package func nearestCode(
    to text: String, under prefix: String
  ) throws(ReferenceFault) -> String? {
    var codes: Set<String> = []
    for list in lists(under: prefix) {
      for row in try rows(of: list) { codes.insert(row.code) }
    }
    return Nearest.word(to: text, among: codes.sorted())
  }
}
