import Records

/// Lists of occupation codes that a code may come from.
package struct OccupationLists: OptionSet, BitwiseCopyable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// GB/T 6565-2015, five digits.
  package static let gbt6565of2015 = OccupationLists(rawValue: 1)
  /// GB/T 6565-1999, three digits.
  package static let gbt6565of1999 = OccupationLists(rawValue: 1 << 1)
  /// The catalogue of 1999, five digits or dashed.
  package static let catalogue1999 = OccupationLists(rawValue: 1 << 2)
  /// The catalogue of 2022, dashed codes, and its five-digit numbers.
  package static let catalogue2022 = OccupationLists(rawValue: 1 << 3)
  /// The catalogue of 2015, dashed codes down to its groups.
  package static let catalogue2015 = OccupationLists(rawValue: 1 << 4)
  /// Occupation in the central bank's credit registry, one character.
  package static let credit = OccupationLists(rawValue: 1 << 5)
  /// Employment status in the second generation of the credit registry.
  package static let employmentStatus = OccupationLists(rawValue: 1 << 6)
  /// Personal status after GB/T 2261.4, two digits.
  package static let gbt2261 = OccupationLists(rawValue: 1 << 7)
  /// Medium groups of GB/T 6565-2015 as three digits, with status codes from 801.
  package static let bankMiddle = OccupationLists(rawValue: 1 << 8)
  /// Any other list of banks.
  package static let otherBank = OccupationLists(rawValue: 1 << 9)

  /// Lists in force or still asked for.
  package static let current: OccupationLists = [
    .gbt6565of2015, .catalogue2022, .catalogue2015, .credit, .employmentStatus, .gbt2261,
    .bankMiddle, .otherBank,
  ]
  package static let superseded: OccupationLists = [.gbt6565of1999, .catalogue1999]

  /// By the name of a list in the tables.
  static func named(_ name: String) -> OccupationLists {
    switch name {
    case "GBT6565-2015": .gbt6565of2015
    case "GBT6565-1999": .gbt6565of1999
    case "DADIAN-1999": .catalogue1999
    case "DADIAN-2022": .catalogue2022
    case "PBOC_CREDIT": .credit
    case "PBOC_CREDIT_EMPSTATUS": .employmentStatus
    case "GBT2261.4": .gbt2261
    case "BANK_GBT6565_2015_MID": .bankMiddle
    default: .otherBank
    }
  }
}

/// What an occupation says of how somebody makes a living.
@frozen @usableFromInline package enum OccupationStatus: UInt8, BitwiseCopyable, Sendable {
  /// Not known, or lists contradict each other.
  case unknown
  /// Major groups 1 to 4 and 6 of GB/T 6565-2015.
  case working
  /// On their own account by name: 个体经营者, 自由职业者.
  case selfEmployed
  /// Major group 5.
  case farmer
  case soldier
  /// 不便分类的其他从业人员, 未知.
  case residual
  case student
  case retired
  case withoutWork
  case preschool
}

/// One code of one list.
struct OccupationEntry {
  let list: OccupationLists
  let code: ShortKey
  let name: String
  var status = OccupationStatus.unknown
  /// Major group of GB/T 6565-2015, 1 to 8; 0 where none is known.
  var major: UInt8 = 0
  /// Row of the medium group in GB/T 6565-2015; -1 where none is known.
  var middle: Int16 = -1
  /// Row in GB/T 6565-2015; -1 for codes of other lists.
  var row: Int16 = -1
  /// Row of the class with the same name and level in GB/T 6565-2015; -1 where there is none.
  var namesake: Int16 = -1

  /// The same class under the code of another list.
  func `in`(_ list: OccupationLists, as code: ShortKey) -> OccupationEntry {
    OccupationEntry(
      list: list, code: code, name: name, status: status, major: major, middle: middle,
      namesake: namesake)
  }
}

/// All lists read together.
struct OccupationEntries {
  private(set) var entries: [OccupationEntry] = []
  /// Names and codes of GB/T 6565-2015, by row.
  private(set) var names: [String] = []
  private(set) var codes: [ShortKey] = []
  private(set) var levels: [UInt8] = []
  /// Rows without finer rows.
  private(set) var leaves: [Bool] = []
  private var rowByCode: [ShortKey: Int16] = [:]
  private var rowByName: [PackedKey: Int16] = [:]

  static let tables = [
    "codes/gbt6565-2015.csv", "codes/gbt6565-1999.csv", "codes/occupations-1999.csv",
    "codes/occupations-2022.csv", "codes/occupation-lists.csv",
    "crosswalks/occupations-2022-gbt6565-2015.csv",
  ]

  init(from folder: MappingsFolder) throws(ReferenceFault) {
    try readEditionOf2015(ReferenceTable(Self.tables[0], from: folder))
    try readEditionOf1999(ReferenceTable(Self.tables[1], from: folder))
    try readCatalogueOf1999(ReferenceTable(Self.tables[2], from: folder))
    try readCatalogueOf2022(
      ReferenceTable(Self.tables[3], from: folder),
      crosswalk: ReferenceTable(Self.tables[5], from: folder))
    try readBankLists(ReferenceTable(Self.tables[4], from: folder))
  }

  private static func status(major: UInt8) -> OccupationStatus {
    switch major {
    case 1...4, 6: .working
    case 5: .farmer
    case 7: .soldier
    case 8: .residual
    default: .unknown
    }
  }

  /// The major group that a leading digit of 1 to 8 stands for.
  private static func major(_ code: ShortKey) -> UInt8 {
    let digit = UInt8(truncatingIfNeeded: code.low)
    return digit >= 0x31 && digit <= 0x38 ? digit - 0x30 : 0
  }

  private mutating func readEditionOf2015(_ table: ReferenceTable) throws(ReferenceFault) {
    let (code, parent) = (try table.column("code"), try table.column("parent"))
    let (level, name) = (try table.column("level"), try table.column("name"))
    let dashed = try table.column("dadian_code")
    var parents: Set<ShortKey> = []
    for row in 0..<table.count {
      let key = try table.key(row, code)
      guard table.read(row, code, { $0.count == 5 && $0.isAllDigits }), Self.major(key) > 0 else {
        throw table.fault(row, .badValue(column: "code"))
      }
      if rowByCode.updateValue(Int16(row), forKey: key) != nil {
        throw table.fault(row, .duplicate(key.description))
      }
      codes.append(key)
      names.append(table.text(row, name))
      levels.append(UInt8(clamping: try table.number(row, level) ?? 0))
      parents.insert(try table.key(row, parent))
      rowByName[PackedKey(names[row].utf8.span)] = Int16(row)
    }
    leaves = codes.map { !parents.contains($0) }
    for row in 0..<table.count {
      let major = Self.major(codes[row])
      var middle = Int16(-1)
      if levels[row] == 2 { middle = Int16(row) }
      if levels[row] == 3 { middle = rowByCode[try table.key(row, parent)] ?? -1 }
      var entry = OccupationEntry(
        list: .gbt6565of2015, code: codes[row], name: names[row],
        status: Self.status(major: major), major: major, middle: middle, row: Int16(row))
      entries.append(entry)
      entry.row = -1
      entries.append(entry.in(.catalogue2015, as: try table.key(row, dashed)))
      if levels[row] == 2, let three = table.read(row, code, { ShortKey($0.extracting(0..<3)) }) {
        entries.append(entry.in(.bankMiddle, as: three))
      }
    }
  }

  private func namesake(_ name: String, level: Int?) -> Int16 {
    guard let row = rowByName[PackedKey(name.utf8.span)], levels[Int(row)] == level ?? 0 else {
      return -1
    }
    return row
  }

  private mutating func readEditionOf1999(_ table: ReferenceTable) throws(ReferenceFault) {
    let (code, name) = (try table.column("code"), try table.column("name"))
    let level = try table.column("level")
    for row in 0..<table.count {
      let title = table.text(row, name)
      let depth = try table.number(row, level)
      let namesake = namesake(title, level: depth)
      // A major group has several leading digits: "6/7/8/9".
      let parts = table.read(row, code) { code -> [ShortKey] in
        var parts: [ShortKey] = []
        var start = 0
        for end in 0...code.count where end == code.count || code[end] == UInt8(ascii: "/") {
          if let part = ShortKey(code.extracting(start..<end)) { parts.append(part) }
          start = end + 1
        }
        return parts
      }
      for part in parts {
        let major: UInt8 =
          switch UInt8(truncatingIfNeeded: part.low) {
          case UInt8(ascii: "0"): 1
          case UInt8(ascii: "1"), UInt8(ascii: "2"): 2
          case UInt8(ascii: "3"): 3
          case UInt8(ascii: "4"): 4
          case UInt8(ascii: "5"): 5
          case UInt8(ascii: "6")...UInt8(ascii: "9"): 6
          case UInt8(ascii: "X"): 7
          case UInt8(ascii: "Y"): 8
          default: 0
          }
        entries.append(
          OccupationEntry(
            list: .gbt6565of1999, code: part, name: title, status: Self.status(major: major),
            major: major, middle: depth == 2 ? namesake : -1, namesake: namesake))
      }
    }
  }

  private mutating func readCatalogueOf1999(_ table: ReferenceTable) throws(ReferenceFault) {
    let (code, parent) = (try table.column("code"), try table.column("parent"))
    let (level, name) = (try table.column("level"), try table.column("name"))
    var middles: [ShortKey: Int16] = [:]
    for row in 0..<table.count where try table.number(row, level) == 2 {
      middles[try table.key(row, code)] = namesake(table.text(row, name), level: 2)
    }
    for row in 0..<table.count {
      let key = try table.key(row, code)
      let title = table.text(row, name)
      let depth = try table.number(row, level)
      let major = Self.major(key)
      let entry = OccupationEntry(
        list: .catalogue1999, code: key, name: title, status: Self.status(major: major),
        major: major, middle: middles[depth == 3 ? try table.key(row, parent) : key] ?? -1,
        namesake: namesake(title, level: depth))
      entries.append(entry)
      let dashed = table.read(row, code) { code -> ShortKey? in
        if code.count != 5 { return nil }
        let dash = UInt8(ascii: "-")
        let bytes: [7 of UInt8] = [code[0], dash, code[1], code[2], dash, code[3], code[4]]
        return ShortKey(bytes.span)
      }
      if let dashed { entries.append(entry.in(.catalogue1999, as: dashed)) }
    }
  }

  private mutating func readCatalogueOf2022(
    _ table: ReferenceTable, crosswalk: ReferenceTable
  ) throws(ReferenceFault) {
    func start(_ table: ReferenceTable, _ row: Int, _ column: Int, _ length: Int) -> ShortKey? {
      table.read(row, column) { ShortKey($0.extracting(0..<min(length, $0.count))) }
    }
    var middles: [ShortKey: Int16] = [:]
    let (from, to) = (try crosswalk.column("code_2022"), try crosswalk.column("mid_2015"))
    for row in 0..<crosswalk.count {
      let middle = rowByCode[try crosswalk.key(row, to)] ?? -1
      middles[try crosswalk.key(row, from)] = middle
      guard let parent = start(crosswalk, row, from, 4) else { continue }
      if let known = middles[parent], known != middle {
        middles[parent] = -1
      } else {
        middles[parent] = middle
      }
    }
    let (code, name) = (try table.column("code"), try table.column("name"))
    let number = try table.column("gbm_code")
    for row in 0..<table.count {
      let key = try table.key(row, code)
      let major = Self.major(key)
      let entry = OccupationEntry(
        list: .catalogue2022, code: key, name: table.text(row, name),
        status: Self.status(major: major), major: major,
        middle: start(table, row, code, 7).flatMap { middles[$0] } ?? -1)
      entries.append(entry)
      if table.read(row, number, { $0.count == 5 }) {
        entries.append(entry.in(.catalogue2022, as: try table.key(row, number)))
      }
    }
  }

  private mutating func readBankLists(_ table: ReferenceTable) throws(ReferenceFault) {
    let (list, code) = (try table.column("list_id"), try table.column("code"))
    let name = try table.column("name")
    for row in 0..<table.count {
      let title = table.text(row, name)
      var entry = OccupationEntry(
        list: .named(table.text(row, list)), code: try table.key(row, code), name: title)
      if let (status, major) = Self.byName[title] {
        (entry.status, entry.major) = (status, major)
      } else if entry.list == .bankMiddle, rowByName[PackedKey(title.utf8.span)] != nil {
        entry.major = Self.major(entry.code)
        entry.status = Self.status(major: entry.major)
      }
      if let row = rowByName[PackedKey(title.utf8.span)], levels[Int(row)] == 2 {
        entry.middle = row
      }
      entries.append(entry)
    }
  }

  /// What names of the lists of banks and of credit reporting say. Others say nothing.
  private static let byName: [String: (OccupationStatus, UInt8)] = [
    "国家机关、党群组织、企业、事业单位负责人": (.working, 1), "专业技术人员": (.working, 2),
    "其他专业技术人员": (.working, 2), "办事人员和有关人员": (.working, 3),
    "商业、服务业人员": (.working, 4), "服务业从业人员": (.working, 4),
    "农、林、牧、渔、水利业生产人员": (.farmer, 5), "农、林、牧、渔业生产人员": (.farmer, 5),
    "生产、运输设备操作人员及有关人员": (.working, 6), "军人": (.soldier, 7),
    "现役军人": (.soldier, 7), "军人、武警": (.soldier, 7),
    "不便分类的其他从业人员": (.residual, 8), "未知": (.residual, 8), "其他": (.residual, 8),
    "国家公务员": (.working, 3), "公务员": (.working, 3), "职员": (.working, 3),
    "企业管理人员": (.working, 1), "公司负责人和高管": (.working, 1),
    "事业单位负责人": (.working, 1), "工人": (.working, 6), "农民": (.farmer, 5),
    "教师": (.working, 2), "律师": (.working, 2), "医务人员": (.working, 2),
    "科研人员": (.working, 2), "IT技术人员": (.working, 2), "学生": (.student, 0),
    "学龄前儿童": (.preschool, 0), "自由职业者": (.selfEmployed, 0),
    "灵活就业人员": (.selfEmployed, 0), "个体经营者": (.selfEmployed, 0),
    "私营业主": (.selfEmployed, 0), "网商经营者": (.selfEmployed, 0),
    "无业人员": (.withoutWork, 0), "无业": (.withoutWork, 0), "失业": (.withoutWork, 0),
    "家庭主妇/主夫": (.withoutWork, 0), "退休": (.retired, 0), "退（离）休人员": (.retired, 0),
    "离退休人员": (.retired, 0),
  ]
}
