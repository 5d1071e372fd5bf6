import Foundation
import References

/// `mappings/datapackage.json`, a Frictionless Data Package: writes it, and compares it with
/// the files that it describes.
struct DataPackage {
  let folder: URL

  static let fileName = "datapackage.json"
  private var file: URL { folder.appending(path: Self.fileName) }

  // MARK: Making

  /// Makes every table from a folder of source tables, then the description. Nothing is written
  /// unless every table could be made.
  func rebuild(from sources: SourceTables, tables: [MappingTable] = MappingTable.all) throws {
    try requireKnownSheets(sources)
    var made: [(path: String, bytes: Data)] = []
    for table in tables {
      guard let make = table.make else { continue }
      let csv: CSVTable
      do {
        csv = try make(sources)
      } catch let fault as CSVTable.Fault {
        throw SourceTables.Fault(path: table.path, reason: fault.description)
      }
      guard csv.header == table.columns.map(\.name) else {
        let header = csv.header.joined(separator: ",")
        throw SourceTables.Fault(path: table.path, reason: "the source's columns are \(header)")
      }
      made.append((table.path, Data(csv.text.utf8)))
    }
    for (path, bytes) in made {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: file, options: .atomic)
    }
    try describe(tables)
  }

  /// Writes the description from the tables as they stand.
  func describe(_ tables: [MappingTable] = MappingTable.all) throws {
    let resources = try tables.map { table in
      let bytes = try Data(contentsOf: folder.appending(path: table.path))
      let csv = try SourceTables.parsed(bytes, path: table.path)
      return table.description(of: bytes, rows: csv.rows.count)
    }
    let package = OrderedJSON.object([
      "profile": .string("tabular-data-package"),
      "name": .string("hedui-mappings"),
      "title": .string("核对：代码表、新旧对照、关键词与报送模板"),
      "titleEn": .string("hedui: code lists, crosswalks, keywords and regulators' templates"),
      "description": .string(
        "How far each table is verified, and what is in doubt, stands in README.md."),
      "licenses": .array([MappingTable.DataLicense.apache.description]),
      "resources": .array(resources),
    ])
    try Data((package.text() + "\n").utf8).write(to: file, options: .atomic)
  }

  /// A list or template that the source gained or lost would otherwise go unnoticed.
  private func requireKnownSheets(_ sources: SourceTables) throws {
    let sheets = [
      (CodeListSheet.source, "list_id", CodeListSheet.all.map(\.id)),
      (TemplateSheet.source, "template_id", TemplateSheet.all.map(\.id)),
    ]
    for (path, column, known) in sheets {
      let found = try Set(sources.table(path).values(of: column))
      let difference = found.symmetricDifference(known).sorted()
      guard difference.isEmpty else {
        let names = difference.joined(separator: ", ")
        throw SourceTables.Fault(path: path, reason: "\(column) unknown or missing: \(names)")
      }
    }
  }

  // MARK: Comparing

  /// A table that is not as described.
  struct Drift: Equatable, CustomStringConvertible {
    enum Kind: String {
      case missing = "is missing"
      case size = "has another size than recorded"
      case digest = "has other bytes than recorded"
      case undescribed = "is not described in datapackage.json"
    }

    let path: String
    let kind: Kind

    /// The command that mends it.
    var remedy: String {
      let isHandKept = !path.contains("/")
      guard isHandKept else { return "hedui-dev mappings SOURCE_DIR" }
      return kind == .missing ? "git restore mappings" : "hedui-dev mappings --describe"
    }
    var description: String { "\(path): \(kind.rawValue); mend it with: \(remedy)" }
  }

  private struct Recorded: Decodable {
    struct Resource: Decodable {
      let path: String
      let bytes: Int
      let hash: String
    }
    let resources: [Resource]
  }

  /// Every difference between the description and the tables, sorted by path.
  func drifts() throws -> [Drift] {
    let recorded = try JSONDecoder().decode(Recorded.self, from: Data(contentsOf: file))
    var drifts = recorded.resources.compactMap { resource -> Drift? in
      guard let bytes = try? Data(contentsOf: folder.appending(path: resource.path)) else {
        return Drift(path: resource.path, kind: .missing)
      }
      if bytes.count != resource.bytes { return Drift(path: resource.path, kind: .size) }
      if TablePackage.digest(bytes) != resource.hash {
        return Drift(path: resource.path, kind: .digest)
      }
      return nil
    }
    let known = Set(recorded.resources.map(\.path))
    for path in tablesOnDisk() where !known.contains(path) {
      drifts.append(Drift(path: path, kind: .undescribed))
    }
    return drifts.sorted { $0.path < $1.path }
  }

  /// CSV files in the folders whose every table is made here.
  private func tablesOnDisk() -> [String] {
    ["codes", "crosswalks", "keywords", "templates"].flatMap { part in
      let names = FileManager.default.enumerator(atPath: folder.appending(path: part).path)
      return (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".csv") }
        .map { part + "/" + $0 }
    }
  }
}

extension MappingTable {
  fileprivate func description(of bytes: Data, rows: Int) -> OrderedJSON {
    .object([
      "name": .string(name),
      "path": .string(path),
      "title": .string(title),
      "titleEn": .string(titleEn),
      "profile": .string("tabular-data-resource"),
      "format": .string("csv"),
      "mediatype": .string("text/csv"),
      "encoding": .string("utf-8"),
      "bytes": .integer(bytes.count),
      "hash": .string(TablePackage.digest(bytes)),
      "rows": .integer(rows),
      "issuer": issuer.map { .string($0) },
      "edition": edition.map { .string($0) },
      "inForceFrom": inForceFrom.map { .string($0) },
      "inForceTo": inForceTo.map { .string($0) },
      "sources": sources.isEmpty ? nil : .array(sources.map(\.description)),
      "licenses": .array(licenses.map(\.description)),
      "schema": .object([
        "fields": .array(columns.map { $0.description(in: self) }),
        "missingValues": .strings([""]),
        "primaryKey": primaryKey.isEmpty ? nil : .strings(primaryKey),
        "foreignKeys": foreignKeys.isEmpty ? nil : .array(foreignKeys.map(\.description)),
      ]),
    ])
  }
}

extension MappingTable.Column {
  fileprivate func description(in table: MappingTable) -> OrderedJSON {
    let words = ColumnWords.words(for: name, in: table)
    return .object([
      "name": .string(name),
      "type": .string(type == "flag" ? "boolean" : type),
      "trueValues": type == "flag" ? .strings(["1"]) : nil,
      "falseValues": type == "flag" ? .strings(["0"]) : nil,
      "title": words.map { .string($0.zh) },
      "description": words.map { .string($0.en) },
      "constraints": isRequired ? .object(["required": .boolean(true)]) : nil,
    ])
  }
}

extension MappingTable.ForeignKey {
  fileprivate var description: OrderedJSON {
    .object([
      "fields": .strings([column]),
      "reference": .object(["resource": .string(table), "fields": .strings([key])]),
    ])
  }
}

extension MappingTable.Origin {
  fileprivate var description: OrderedJSON {
    .object(["title": .string(title), "path": path.map { .string($0) }])
  }
}

extension MappingTable.DataLicense {
  fileprivate var description: OrderedJSON {
    .object(["name": .string(name), "title": .string(title), "path": .string(path)])
  }
}
