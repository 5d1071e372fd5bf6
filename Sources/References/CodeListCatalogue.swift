import Foundation
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
    package let inForceFrom: Day?
    package let inForceTo: Day?
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

    package init(
      list: String, code: String, name: String, level: String, parent: String, edition: String
    ) {
      self.list = list
      self.code = code
      self.name = name
      self.level = level
      self.parent = parent
      self.edition = edition
    }
  }

  /// Every table, by path.
  package let lists: [List]
  private let folder: MappingsFolder

  /// Reads `datapackage.json` and the names of the files that lie there; a bank's own
  /// tables, which no package describes, go by their file names.
  package init(_ folder: MappingsFolder) throws(ReferenceFault) {
    self.folder = folder
    var found: [String: List] = [:]
    if folder.has("datapackage.json") {
      let bytes = try folder.bytes(of: "datapackage.json")
      guard let package = try? JSONDecoder().decode(Package.self, from: Data(bytes)) else {
        throw ReferenceFault(
          table: "datapackage.json", line: 0, kind: .unreadable("not a data package"))
      }
      for resource in package.resources where resource.path.hasPrefix("codes/") {
        if !folder.has(resource.path) { continue }
        found[resource.path] = List(
          name: resource.name, path: resource.path,
          title: Text(zh: resource.title, en: resource.titleEn ?? resource.title),
          edition: resource.edition ?? "", inForceFrom: resource.inForceFrom.flatMap { Day($0) },
          inForceTo: resource.inForceTo.flatMap { Day($0) })
      }
    }
    for root in [folder.path, folder.overlay].compactMap({ $0 }) {
      for place in ["codes", "codes/lists"] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + place)) ?? []
        for file in files where file.hasSuffix(".csv") && !file.hasPrefix(".") {
          let path = place + "/" + file
          if found[path] != nil { continue }
          let name = String(file.dropLast(4))
          found[path] = List(
            name: name, path: path, title: Text(zh: name, en: name), edition: "",
            inForceFrom: nil, inForceTo: nil)
        }
      }
    }
    lists = found.values.sorted { $0.path < $1.path }
  }

  private struct Package: Decodable {
    struct Resource: Decodable {
      let name: String
      let path: String
      let title: String
      let titleEn: String?
      let edition: String?
      let inForceFrom: String?
      let inForceTo: String?
    }
    let resources: [Resource]
  }

  /// The table with a name, however capitalised; `GBT2261.1` and its path will do as well.
  package func list(named name: String) -> List? {
    let wanted = name.lowercased()
    return lists.first { $0.name.lowercased() == wanted || $0.path == wanted }
  }

  /// Rows of a table whose code is `text`, letters of either case, or whose name reads like
  /// it (`FoldedText`); every row for nil. In the table's order.
  ///
  /// A table without a column of codes has no rows here.
  package func rows(
    of list: List, matching text: String? = nil
  ) throws(ReferenceFault) -> [Row] {
    let table = try ReferenceTable(list.path, from: folder)
    let titles = table.columns
    func first(_ wanted: [String]) -> Int? {
      wanted.lazy.compactMap { titles.firstIndex(of: $0) }.first
    }
    guard
      let code = first(["code", "areacode", "postcode", "prefix", "prefix2", "suffix", "value"])
    else { return [] }
    let name = first(["name", "alias", "org_class_name", "operator", "kind"])
    let level = first(["level"])
    let parent = first(["parent", "parent_code", "county_code", "province_code"])
    let edition = first(["list_id"])
    let wantedCode = text?.uppercased()
    let wantedName = text.map { FoldedText.hash($0.utf8.span) }
    var rows: [Row] = []
    for row in 0..<table.count {
      if let wantedCode, let wantedName {
        let isMeant =
          table.text(row, code).uppercased() == wantedCode
          || name.map { column in
            table.read(row, column) { !$0.isEmpty && FoldedText.hash($0) == wantedName }
          } ?? false
        if !isMeant { continue }
      }
      func cell(_ column: Int?) -> String { column.map { table.text(row, $0) } ?? "" }
      rows.append(
        Row(
          list: list.name, code: cell(code), name: cell(name), level: cell(level),
          parent: cell(parent), edition: edition == nil ? list.edition : cell(edition)))
    }
    return rows
  }

  /// Rows of all tables, or of those whose names begin with `prefix`, that a code or a name
  /// stands for.
  package func lookUp(_ text: String, under prefix: String = "") throws(ReferenceFault) -> [Row] {
    var rows: [Row] = []
    for list in lists where list.name.lowercased().hasPrefix(prefix.lowercased()) {
      rows.append(contentsOf: try self.rows(of: list, matching: text))
    }
    return rows
  }
}
