extension MappingTable {
  private static let sizeMethod = Origin(
    title: "统计上大中小微型企业划分办法（2017）, 国统字〔2017〕213号, two reproductions")
  private static let issue9 = Origin(
    title: "issue9/gb, package gb32100", path: "https://github.com/issue9/gb")

  static let regulators: [MappingTable] = [
    MappingTable(
      path: "codes/enterprise-size-2017.csv", title: "统计上大中小微型企业划分标准（2017）",
      titleEn: "Size of enterprises: limits", issuer: "国家统计局", edition: "国统字〔2017〕213号",
      sources: [sizeMethod],
      columns: Column.list(
        "row_no:integer! industry_group! gbt4754_2017_scope! indicator! unit!"
          + " large_min:integer! medium_min:integer! small_min:integer! micro_below:integer!"
          + " scope_note limits_verified! scope_verified!"),
      primaryKey: ["row_no", "indicator"],
      make: { sources in
        // The method counts loading (591) to transport, as its notes say; the table of the
        // source has it in the notes alone.
        try sources.table("regulatory/enterprise-size-2017")
          .replacing("gbt4754_2017_scope") { $0 == "G 54-58" ? "G 54-58, 591" : $0 }
      }),
    MappingTable(
      path: "codes/enterprise-size-rules-2017.csv", title: "企业划型标准使用说明（2017）",
      titleEn: "Size of enterprises: how to apply the limits", issuer: "国家统计局",
      edition: "国统字〔2017〕213号", sources: [sizeMethod],
      columns: Column.list("rule_no:integer! rule! verified! source!"), primaryKey: ["rule_no"],
      make: { sources in
        try sources.table("regulatory/enterprise-size-2017-rules")
          .fillingDown("source", mark: "same")
      }),
    MappingTable(
      path: "codes/credit-code-classes.csv", title: "统一社会信用代码登记管理部门和机构类别",
      titleEn: "First two characters of the unified social credit code",
      issuer: "国家标准化管理委员会", edition: "GB 32100-2015", sources: [issue9],
      licenses: [.mit],
      columns: Column.list(
        "prefix! dept_code! dept_name! org_class_code! org_class_name! customer_class_hint"
          + " verified! source!"),
      primaryKey: ["prefix"], make: copy("regulatory/uscc")),
  ]

  static let accountWords = MappingTable(
    path: "keywords/account-words.csv", title: "账户状态与性质的各种说法",
    titleEn: "Words for the status and the nature of accounts", issuer: "hedui",
    sources: [Origin(title: "See the column source of each row")],
    columns: Column.list("element! word! stands_for! source! verified! note"),
    primaryKey: ["element", "word"])
}
