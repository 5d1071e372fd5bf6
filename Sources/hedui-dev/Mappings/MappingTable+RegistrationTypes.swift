extension MappingTable {
  /// The types of 2011 in the list of 2023, where the two lists themselves say so: by the
  /// same name, by the name in brackets, or because a type is no longer divided. What the
  /// lists do not say is not here.
  static let registrationTypeCrosswalk = MappingTable(
    path: "crosswalks/reg-type-2011-2023.csv",
    title: "企业登记注册类型（2011）到市场主体统计分类（2023）对照",
    titleEn: "Registration types of 2011 to those of 2023, where the lists name them alike",
    issuer: "hedui", edition: "国统字〔2023〕14号",
    sources: [Origin(title: "Names of the two lists, compared")],
    columns: Column.list("from_code! to_code! relation! basis!"), primaryKey: ["from_code"],
    foreignKeys: [
      ForeignKey(column: "from_code", table: "reg_type_2011", key: "code"),
      ForeignKey(column: "to_code", table: "reg_type_2023", key: "code"),
    ],
    make: { sources in
      let lists = try sources.table(CodeListSheet.source)
      return try crosswalk(
        from: lists.selecting("list_id", "REG_TYPE_2011"),
        to: lists.selecting("list_id", "REG_TYPE_2023"))
    })

  /// Types that the list of 2023 no longer divides, and the one that takes them in.
  private static let undivided = [
    "国有联营企业": "联营企业", "集体联营企业": "联营企业", "国有与集体联营企业": "联营企业", "其他联营企业": "联营企业",
  ]

  /// Types of 2011 whose name the list of 2023 has for a part of them, or for more.
  private static let narrowed = ["其他外商投资企业", "其他港、澳、台商投资企业"]

  static func crosswalk(from old: CSVTable, to new: CSVTable) throws(CSVTable.Fault) -> CSVTable {
    let (oldCodes, oldNames) = (try old.values(of: "code"), try old.values(of: "name"))
    let (newCodes, newNames) = (try new.values(of: "code"), try new.values(of: "name"))
    var rows: [[String]] = []
    for (code, name) in zip(oldCodes, oldNames) where !narrowed.contains(name) {
      func row(_ wanted: (String) -> Bool, _ basis: String) -> [String]? {
        guard let place = newNames.firstIndex(where: wanted) else { return nil }
        let isSame = newCodes[place] == code
        let relation =
          basis == "not_divided"
          ? "merged" : !isSame ? "recoded" : newNames[place] == name ? "unchanged" : "renamed"
        return [code, newCodes[place], relation, basis]
      }
      // 港、澳、台商投资 of 2011 is 港澳台投资 in 2023.
      let plain = name.replacing("港、澳、台商投资", with: "港澳台投资")
      let found =
        row({ $0 == name }, "same_name") ?? row({ $0 == plain }, "same_name")
        ?? row({ $0.hasSuffix("（\(name)）") }, "name_in_brackets")
        ?? undivided[name].flatMap { whole in row({ $0 == whole }, "not_divided") }
      if let found { rows.append(found) }
    }
    return CSVTable(header: ["from_code", "to_code", "relation", "basis"], rows: rows)
  }
}
