/// Which columns of a table hold what a list of codes needs.
package struct CodeColumns: Sendable {
  package let code: Int
  package let name: Int?
  package let level: Int?
  /// Code one level up, in the same table.
  package let parent: Int?
  /// Code that a row lies under, in the same table or another one.
  package let above: Int?
  /// Name of the list, in a table of several lists.
  package let list: Int?
  package let validFrom: Int?
  package let validTo: Int?
  /// Another official wording of the name.
  package let alias: Int?
  package let marks: [Int]
  /// Whether one code may stand in several rows: at different times, in different lists, or
  /// because it is not the whole key.
  package let isRepeated: Bool

  private static let codeTitles = [
    "code", "areacode", "postcode", "prefix", "prefix2", "suffix", "value",
  ]

  /// nil for a table without codes. A described table is looked up by the first column of its
  /// key that can be a code.
  package init?(_ table: ReferenceTable, _ description: TableDescription? = nil) {
    func first(_ wanted: [String]) -> Int? {
      wanted.lazy.compactMap { table.columns.firstIndex(of: $0) }.first
    }
    let key = description?.primaryKey ?? []
    guard let code = first(key.filter { Self.codeTitles.contains($0) }) ?? first(Self.codeTitles)
    else { return nil }
    self.code = code
    name = first(["name", "alias", "org_class_name", "operator", "kind"])
    level = first(["level"])
    above = first(["parent", "parent_code", "county_code", "province_code"])
    parent = first(["parent", "parent_code"])
    list = first(["list_id"])
    validFrom = first(["valid_from"])
    validTo = first(["valid_to"])
    alias = first(["alt_name"])
    marks = Mark.columns.compactMap { table.columns.firstIndex(of: $0) }
    isRepeated =
      validFrom != nil || list != nil
      || (description != nil && key != [table.columns[code]])
  }
}
