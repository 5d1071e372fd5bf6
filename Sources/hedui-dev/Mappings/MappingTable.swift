/// One table of `mappings/`: what it is, where it comes from and how it is made.
struct MappingTable: Sendable {
  /// Path below `mappings/`.
  let path: String
  let title: String
  let titleEn: String
  var issuer: String?
  var edition: String?
  /// First and last day on which the edition was in force.
  var inForceFrom: String?
  var inForceTo: String?
  var sources: [Origin] = []
  var licenses: [DataLicense] = [.apache]
  let columns: [Column]
  var primaryKey: [String] = []
  var foreignKeys: [ForeignKey] = []
  /// Makes the table from source tables; nil for a table that is kept by hand.
  var make: (@Sendable (SourceTables) throws -> CSVTable)?

  /// The file's name without its extension, unique in the package.
  var name: String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.dropLast(".csv".count))
  }

  /// A column, written `name`, `name!` (never empty), `name:type` or `name:type!`.
  struct Column: Sendable {
    let name: String
    /// A type of Table Schema, or `flag` for 0 and 1.
    let type: String
    let isRequired: Bool

    /// Columns from a list such as `"code! parent level:integer"`.
    static func list(_ list: String) -> [Column] {
      list.split(separator: " ").map { word in
        let isRequired = word.hasSuffix("!")
        let parts = (isRequired ? word.dropLast() : word).split(separator: ":")
        return Column(
          name: String(parts[0]), type: parts.count > 1 ? String(parts[1]) : "string",
          isRequired: isRequired)
      }
    }
  }

  struct ForeignKey: Sendable {
    let column: String
    /// Name of the other table; empty for the same table.
    let table: String
    let key: String

    static let parent = ForeignKey(column: "parent", table: "", key: "code")
    static func division(_ column: String) -> ForeignKey {
      ForeignKey(column: column, table: "divisions", key: "code")
    }
  }

  /// A work that a table draws on.
  struct Origin: Sendable {
    let title: String
    var path: String?
  }

  struct DataLicense: Sendable {
    let name: String
    let title: String
    let path: String

    static let apache = DataLicense(
      name: "Apache-2.0", title: "Apache License 2.0",
      path: "https://www.apache.org/licenses/LICENSE-2.0")
    static let attribution = DataLicense(
      name: "CC-BY-4.0", title: "Creative Commons Attribution 4.0",
      path: "https://creativecommons.org/licenses/by/4.0/")
    static let publicDomain = DataLicense(
      name: "CC0-1.0", title: "Creative Commons Zero 1.0",
      path: "https://creativecommons.org/publicdomain/zero/1.0/")
    static let mit = DataLicense(
      name: "MIT", title: "MIT License", path: "https://opensource.org/license/mit")
    static let unicode = DataLicense(
      name: "Unicode-3.0", title: "Unicode License v3",
      path: "https://www.unicode.org/license.txt")
  }
}

extension MappingTable {
  /// Every table of the package, in the order of the description.
  static let all =
    [elements] + industryEditions + occupations + divisions + regulators
    + industryCrosswalks + otherCrosswalks + [registrationTypeCrosswalk] + keywords
    + CodeListSheet.all.map(\.table)
    + TemplateSheet.all.map(\.table) + [TemplateSheet.fieldElements]

  static let elements = MappingTable(
    path: "elements.csv", title: "数据项", titleEn: "Data elements", issuer: "hedui",
    columns: Column.list(
      "name! parties! zh! en! type! length:integer! code_list sensitivity! source"),
    primaryKey: ["name"])

  /// The columns of `source` as they are, under another name.
  static func copy(_ source: String) -> @Sendable (SourceTables) throws -> CSVTable {
    { sources in try sources.table(source) }
  }
}
