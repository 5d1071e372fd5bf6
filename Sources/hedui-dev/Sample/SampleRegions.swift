import Foundation

/// Where the sample's customers live and were born: the real divisions of mappings/.
struct SampleRegions: Sendable {
  /// A county of the province that the bank works in.
  struct County: Sendable {
    let code: Int
    /// Prefecture by place in `cities`.
    let city: Int
    let name: String
    /// 章贡区 as 章贡, for names of companies.
    let shortName: String
    /// Name with province and prefecture, in UTF-8.
    let fullName: [UInt8]
    /// Bytes of the province's name at the beginning of `fullName`.
    let provinceLength: Int
    let postcode: [UInt8]
    let areaCode: [UInt8]
    let localDigits: Int
    let streets: WordList
    let towns: WordList
    /// Place in `births` of the same county.
    let birth: Int
    /// The name that the county bore before today's, where it took it over alone.
    let formerName: String?
  }

  /// A county anywhere and its codes by year.
  struct Birth: Sendable {
    let current: Int
    /// Code by year from 1984; 0 for a year in which none was in force from beginning to end.
    let codes: [Int32]
  }

  /// Names that no township of the province has.
  static let inventedTownships = ["虔橘镇", "橘颂镇", "云橘镇"]

  static let province = "360000"
  static let firstYear = 1984
  static let lastYear = 2026

  let counties: [County]
  let births: [Birth]
  /// Places in `births` of the counties of the bank's province come first.
  let localBirths: Int
  /// Names of prefectures, such as 赣州.
  let cities: [String]

  init(folder: URL) throws {
    func table(_ name: String) throws -> CSVTable {
      try CSVTable(parsing: Data(contentsOf: folder.appending(path: name)))
    }
    let divisions = try table("codes/divisions.csv")
    let (code, name, short, level) = (
      try divisions.place(of: "code"), try divisions.place(of: "name"),
      try divisions.place(of: "short_name"), try divisions.place(of: "level")
    )
    let (parent, parentName, province, provinceName) = (
      try divisions.place(of: "parent_code"), try divisions.place(of: "parent_name"),
      try divisions.place(of: "province_code"), try divisions.place(of: "province_name")
    )
    let histories = try SampleRegions.histories(of: table)
    var all = divisions.rows.filter { $0[level] == "county" && histories[$0[code]] != nil }
    all =
      all.filter { $0[province] == Self.province } + all.filter { $0[province] != Self.province }
    births = all.map { row in
      Birth(
        current: Int(row[code]) ?? 0,
        codes: SampleRegions.codes(of: histories[row[code]] ?? [], shortName: row[short]))
    }
    localBirths = all.count { $0[province] == Self.province }

    var postcodes: [String: String] = [:]
    let posts = try table("codes/postcodes.csv")
    let (postcode, postCounty, main, reliability) = (
      try posts.place(of: "postcode"), try posts.place(of: "code"), try posts.place(of: "main"),
      try posts.place(of: "reliability")
    )
    for row in posts.rows where row[main] == "1" && row[reliability] == "high" {
      postcodes[row[postCounty]] = row[postcode]
    }
    var areas: [String: (String, Int)] = [:]
    let areaTable = try table("codes/area-codes.csv")
    for row in areaTable.rows {
      areas[row[try areaTable.place(of: "code")]] = (
        row[try areaTable.place(of: "areacode")],
        Int(row[try areaTable.place(of: "local_digits")]) ?? 7
      )
    }
    var units: [String: (streets: [String], towns: [String])] = [:]
    let townships = try table("codes/townships.csv")
    let (unitName, unitType, unitCounty) = (
      try townships.place(of: "name"), try townships.place(of: "type"),
      try townships.place(of: "county_code")
    )
    for row in townships.rows where row[unitCounty].hasPrefix(Self.province.prefix(2)) {
      switch row[unitType] {
      case "街道": units[row[unitCounty], default: ([], [])].streets.append(row[unitName])
      case "镇", "乡": units[row[unitCounty], default: ([], [])].towns.append(row[unitName])
      default: break
      }
    }
    var counties: [County] = []
    var cities: [String] = []
    for (index, row) in all.enumerated() where row[province] == Self.province {
      guard let post = postcodes[row[code]], let area = areas[row[parent]],
        var unit = units[row[code]], unit.towns.count > 1
      else { continue }
      // A county without street offices has its seat in the first of its towns.
      if unit.streets.isEmpty { unit.streets = [unit.towns[0]] }
      let city =
        row[parentName].hasSuffix("市") ? String(row[parentName].dropLast()) : row[parentName]
      if cities.last != city { cities.append(city) }
      counties.append(
        County(
          code: Int(row[code]) ?? 0, city: cities.count - 1, name: row[name], shortName: row[short],
          fullName: Array((row[provinceName] + row[parentName] + row[name]).utf8),
          provinceLength: row[provinceName].utf8.count, postcode: Array(post.utf8),
          areaCode: Array(area.0.utf8), localDigits: area.1, streets: WordList(unit.streets),
          towns: WordList(unit.towns), birth: index,
          formerName: (histories[row[code]] ?? []).filter {
            // 赣州市 was a county once; the name is that of the prefecture now.
            $0.isExact && $0.to < 9999 && $0.name != row[name] && $0.name != row[parentName]
          }.max { $0.to < $1.to }?.name))
    }
    self.counties = counties
    self.cities = cities
  }

  /// A code and the years in which it was in force.
  private struct Term {
    let code: Int32
    let name: String
    let from: Int
    let to: Int
    let isExact: Bool
  }

  /// The codes that today's counties had, each county's own first.
  private static func histories(
    of table: (String) throws -> CSVTable
  ) throws -> [String: [Term]] {
    var terms: [String: [Term]] = [:]
    let history = try table("codes/divisions-history.csv")
    let (code, name, level, from, to, kind) = (
      try history.place(of: "code"), try history.place(of: "name"), try history.place(of: "level"),
      try history.place(of: "valid_from"), try history.place(of: "valid_to"),
      try history.place(of: "kind")
    )
    for row in history.rows
    where row[level] == "county" && row[kind] == "regular" && row[to].isEmpty {
      guard let number = Int32(row[code]), let first = Int(row[from]) else { continue }
      terms[row[code]] = [
        Term(code: number, name: row[name], from: first, to: 9999, isExact: true)
      ]
    }
    let current = try table("crosswalks/divisions-current.csv")
    let (old, oldName, start, end) = (
      try current.place(of: "old_code"), try current.place(of: "old_name"),
      try current.place(of: "valid_from"), try current.place(of: "valid_to")
    )
    let (oldKind, new, certainty, candidates) = (
      try current.place(of: "kind"), try current.place(of: "current_code"),
      try current.place(of: "certainty"), try current.place(of: "current_all")
    )
    for row in current.rows where row[oldKind] == "regular" && !row[old].hasSuffix("00") {
      guard let number = Int32(row[old]), let first = Int(row[start]), let last = Int(row[end])
      else { continue }
      let isExact = row[certainty] == "exact"
      for county in isExact ? [row[new]] : row[candidates].split(separator: ";").map(String.init) {
        terms[county]?.append(
          Term(code: number, name: row[oldName], from: first, to: last, isExact: isExact))
      }
    }
    return terms
  }

  /// Codes by year. Where a county was divided, the part that kept the name kept the people.
  private static func codes(of terms: [Term], shortName: String) -> [Int32] {
    (firstYear...lastYear).map { year in
      terms.first {
        ($0.from < year || $0.from <= 1983) && year < $0.to
          && ($0.isExact || $0.name.hasPrefix(shortName))
      }?.code ?? 0
    }
  }
}
