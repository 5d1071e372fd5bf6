extension MappingTable {
  private static let editionColumns = Column.list("code! parent level! name!")
  private static let crosswalkColumns = Column.list(
    "from_code! to_code! relation! note confidence!")

  private static let standard = Origin(
    title: "GB/T 4754-2017, the whole standard (wssmao/industry_category, afedfea)",
    path: "https://github.com/wssmao/industry_category")
  private static let notes = Origin(
    title: "NBS notes to the amended edition (yinleiCoder/economic-explanatory-notes, 883af2d)",
    path: "https://github.com/yinleiCoder/economic-explanatory-notes")
  private static let earlierNotes = Origin(
    title: "NBS notes to the 2017 edition, before the amendment (Azi-lzb/pyCheck, 69dd5e6)",
    path: "https://github.com/Azi-lzb/pyCheck")
  private static let collection = Origin(
    title: "Editions of 2002 to 2017 as workbooks (SAH01/data-collection, e974c86)",
    path: "https://github.com/SAH01/data-collection")
  private static let correspondences = Origin(
    title: "Correspondence tables (robin621/gbcrosswalk, 58869bf)",
    path: "https://github.com/robin621/gbcrosswalk")
  private static let classes = Origin(
    title: "Classes and correspondences (common2016/GB2ISIC, 11156ca)",
    path: "https://github.com/common2016/GB2ISIC")

  static let industryEditions: [MappingTable] = [
    MappingTable(
      path: "codes/gbt4754-2002.csv", title: "国民经济行业分类（2002年版）",
      titleEn: "Industrial classification, edition of 2002",
      issuer: "国家质量监督检验检疫总局", edition: "GB/T 4754-2002",
      inForceFrom: "2002-10-01", inForceTo: "2011-10-31",
      sources: [
        collection,
        Origin(
          title: "A job board's industry codes (mestatrit/yesidc, 082f37d)",
          path: "https://github.com/mestatrit/yesidc"),
      ],
      columns: editionColumns, primaryKey: ["code"], foreignKeys: [.parent],
      make: { try $0.table("industry/gbt4754-2002").removing("amended") }),
    MappingTable(
      path: "codes/gbt4754-2011.csv", title: "国民经济行业分类（2011年版）",
      titleEn: "Industrial classification, edition of 2011",
      issuer: "国家质量监督检验检疫总局、国家标准化管理委员会", edition: "GB/T 4754-2011",
      inForceFrom: "2011-11-01", inForceTo: "2017-09-30",
      sources: [
        Origin(
          title: "Industry table (zhugeliange/codePalace, 40de91d)",
          path: "https://github.com/zhugeliange/codePalace"),
        collection,
      ],
      columns: editionColumns, primaryKey: ["code"], foreignKeys: [.parent],
      make: { try $0.table("industry/gbt4754-2011").removing("amended") }),
    MappingTable(
      path: "codes/gbt4754-2017.csv", title: "国民经济行业分类（2017年版，第1号修改单之前）",
      titleEn: "Industrial classification, edition of 2017 as published",
      issuer: "国家质量监督检验检疫总局、国家标准化管理委员会", edition: "GB/T 4754-2017",
      inForceFrom: "2017-10-01", inForceTo: "2019-03-28", sources: [standard, earlierNotes],
      columns: editionColumns, primaryKey: ["code"], foreignKeys: [.parent],
      make: { sources in
        let amended = try sources.table("industry/gbt4754-2017").removing("amended")
        return try amendment(sources).published(from: amended)
      }),
    MappingTable(
      path: "codes/gbt4754-2019.csv", title: "国民经济行业分类（2017年版，含第1号修改单）",
      titleEn: "Industrial classification, edition of 2017 with amendment 1 of 2019",
      issuer: "国家市场监督管理总局、国家标准化管理委员会",
      edition: "GB/T 4754-2017/XG1-2019", inForceFrom: "2019-03-29",
      sources: [standard, notes],
      columns: editionColumns, primaryKey: ["code"], foreignKeys: [.parent],
      make: { try $0.table("industry/gbt4754-2017").removing("amended") }),
    MappingTable(
      path: "codes/gbt4754-aliases.csv", title: "国民经济行业分类名称异文",
      titleEn: "Other official wordings of industry names", issuer: "国家统计局",
      edition: "GB/T 4754-2017/XG1-2019", sources: [standard, earlierNotes, notes],
      columns: Column.list("code! alias! source!"), primaryKey: ["code", "alias"],
      foreignKeys: [industry("code")], make: copy("industry/gbt4754-2017-aliases")),
  ]

  static let industryCrosswalks: [MappingTable] = [
    MappingTable(
      path: "crosswalks/gbt4754-2002-2011.csv", title: "国民经济行业分类新旧对照（2002—2011）",
      titleEn: "Industry classes of 2002 to 2011", issuer: "国家统计局",
      edition: "GB/T 4754-2011", inForceFrom: "2011-11-01", sources: [correspondences, classes],
      columns: crosswalkColumns, primaryKey: ["from_code", "to_code"],
      foreignKeys: crosswalkKeys("gbt4754-2002", "gbt4754-2011"),
      make: copy("industry/gbt4754-2002-to-2011")),
    MappingTable(
      path: "crosswalks/gbt4754-2011-2017.csv", title: "国民经济行业分类新旧对照（2011—2017）",
      titleEn: "Industry classes of 2011 to 2017 as published", issuer: "国家统计局",
      edition: "GB/T 4754-2017, 附录B", inForceFrom: "2017-10-01",
      sources: [standard, correspondences, classes],
      columns: crosswalkColumns, primaryKey: ["from_code", "to_code"],
      foreignKeys: crosswalkKeys("gbt4754-2011", "gbt4754-2017"),
      make: { sources in
        let crosswalk = try sources.table("industry/gbt4754-2011-to-2017")
        return try amendment(sources).published(fromCorrespondence: crosswalk)
      }),
    MappingTable(
      path: "crosswalks/gbt4754-2017-2019.csv",
      title: "国民经济行业分类第1号修改单对照（2017—2019）",
      titleEn: "Industry classes of 2017 as published to those of amendment 1",
      issuer: "国家市场监督管理总局、国家标准化管理委员会",
      edition: "GB/T 4754-2017/XG1-2019", inForceFrom: "2019-03-29",
      sources: [earlierNotes, notes],
      columns: Column.list("from_code to_code! relation! note confidence!"),
      primaryKey: ["to_code"], foreignKeys: crosswalkKeys("gbt4754-2017", "gbt4754-2019"),
      make: { sources in
        let amended = try sources.table("industry/gbt4754-2017").removing("amended")
        let amendment = try amendment(sources)
        return try amendment.crosswalk(from: amendment.published(from: amended))
      }),
  ]

  static let keywords: [MappingTable] = [
    MappingTable(
      path: "keywords/gbt4754-keywords.csv", title: "行业小类关键词",
      titleEn: "Terms that point to an industry class", issuer: "hedui",
      edition: "GB/T 4754-2017/XG1-2019", sources: [notes],
      columns: Column.list("code! keyword!"), primaryKey: ["code", "keyword"],
      foreignKeys: [industry("code")], make: copy("industry/gbt4754-2017-keywords")),
    MappingTable(
      path: "keywords/gbt4754-exclusions.csv", title: "行业小类不包括的内容及所列代码",
      titleEn: "Codes under which a class's exclusions are listed", issuer: "hedui",
      edition: "GB/T 4754-2017/XG1-2019", sources: [notes],
      columns: Column.list("code! listed_under!"), primaryKey: ["code", "listed_under"],
      foreignKeys: [industry("code"), industry("listed_under")],
      make: copy("industry/gbt4754-2017-exclusions")),
    occupationKeywords, occupationEmployers, occupationIndustries, accountWords,
  ]

  private static func amendment(_ sources: SourceTables) throws -> IndustryAmendment {
    try IndustryAmendment(sources.table("industry/gbt4754-2017-amendment-2019"))
  }

  private static func industry(_ column: String) -> ForeignKey {
    ForeignKey(column: column, table: "gbt4754-2019", key: "code")
  }

  private static func crosswalkKeys(_ old: String, _ new: String) -> [ForeignKey] {
    [
      ForeignKey(column: "from_code", table: old, key: "code"),
      ForeignKey(column: "to_code", table: new, key: "code"),
    ]
  }
}
