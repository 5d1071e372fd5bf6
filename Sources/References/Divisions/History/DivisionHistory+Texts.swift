import Records

extension DivisionHistory {
  /// How a code becomes another by one step, in the words of all code tables.
  package func relation(of step: Int) -> CodeRelation {
    let row = steps[step]
    switch row.scope {
    case .territory: return .partial
    case .piece: return takesInOthers(step) ? .partial : .split
    case .whole:
      if takesInOthers(step) { return .merged }
      let (from, to) = (lives[Int(row.from)], lives[Int(row.to)])
      if from.code != to.code { return .recoded }
      return name(of: Int(row.from)) == name(of: Int(row.to)) ? .unchanged : .renamed
    }
  }

  /// Whether the division that a step leads to stood before, or was made of others as well.
  private func takesInOthers(_ step: Int) -> Bool {
    let row = steps[step]
    switch row.kind {
    case .otherNumber, .summary, .likeness: return false
    case .rename, .recode, .upgrade, .merge, .split, .move: break
    }
    if lives[Int(row.to)].first < row.year { return true }
    return origins(of: Int(row.to)).contains {
      $0 != step && steps[$0].carriesOn && steps[$0].year == row.year && steps[$0].from != row.from
        && steps[$0].kind != .otherNumber && steps[$0].kind != .likeness
    }
  }

  /// What happened in a step: 撤县设市.
  package func event(of step: Int) -> Text {
    let (row, detail) = (steps[step], detail(of: step))
    let (from, to) = (lives[Int(row.from)], lives[Int(row.to)])
    // Districts of a city that had none, cities of the production corps.
    if row.scope == .territory, from.level.rawValue < to.level.rawValue {
      return Text(zh: "在其辖区内新设", en: "set up inside it")
    }
    return Text(zh: Self.chinese(detail, row), en: Self.english(detail, row))
  }

  /// What happened in a step, and when it was decided: 撤县设市（1995-03-07批准）.
  package func words(of step: Int) -> Text {
    let row = steps[step]
    let event = event(of: step)
    var (zh, en) = (event.zh, event.en)
    if let day = row.day {
      zh += row.basis == .announced ? "（\(day)公布）" : "（\(day)批准）"
      en += row.basis == .announced ? ", announced \(day)" : ", approved \(day)"
    }
    if row.basis == .townships {
      zh += "（按乡镇归属推算）"
      en += ", inferred from the townships that moved"
    }
    return Text(zh: zh, en: en)
  }

  private static func chinese(_ detail: String, _ row: DivisionStep) -> String {
    switch row.kind {
    case .otherNumber: return "另一代码表对同一区划的编码"
    case .summary: return "汇总码，归其所汇总的区划"
    case .likeness: return "按名称或代码推定，无变更记载"
    case .rename, .recode, .upgrade, .merge, .split, .move: break
    }
    // Behind a semicolon stand remarks in English.
    let main = String(detail.prefix { $0 != ";" })
    if main.hasPrefix("部分区域划入") { return "部分区域划入，原单位保留" }
    if main.hasPrefix("改隶") { return "改隶" }
    if main.contains("/") || main.hasSuffix("乡") || main.hasSuffix("镇") {
      return main.split(separator: "/").joined(separator: "、") + "划入"
    }
    if !main.isEmpty { return main }
    return switch row.kind {
    case .rename: "更名"
    case .recode: "改码"
    case .upgrade: "改设"
    case .merge: "并入"
    case .split: "拆分"
    case .move, .otherNumber, .summary, .likeness: "划转"
    }
  }

  private static func english(_ detail: String, _ row: DivisionStep) -> String {
    switch row.kind {
    case .otherNumber: return "the same division as another list numbers it"
    case .summary: return "a summary code, and the division that it sums up"
    case .likeness: return "found by its name or code; no change is recorded"
    case .rename: return "renamed"
    case .recode:
      return detail.hasPrefix("随上级") ? "renumbered with the division above it" : "renumbered"
    case .merge: return detail == "并入" ? "merged into another" : "merged"
    case .split: return "divided"
    case .move: return row.scope == .territory ? "some of its territory moved" : "moved"
    case .upgrade: break
    }
    return switch detail.prefix(while: { $0 != ";" }) {
    case "撤县设市", "县→市": "county made a city"
    case "撤县设区", "县→区": "county made a district"
    case "撤市设区", "市→区": "city made a district"
    case "撤旗设市": "banner made a city"
    case "县→自治县", "设自治县": "county made an autonomous county"
    case "撤自治县设市": "autonomous county made a city"
    case "地区→市", "盟→市": "prefecture made a city"
    case "市→直辖市": "made a municipality"
    default: "changed in kind"
    }
  }

  /// Where a step stands: number of the document, else table and line.
  package func source(of step: Int) -> String {
    let document = document(of: step)
    if !document.isEmpty { return document }
    let row = steps[step]
    let table = row.basis == .likeness ? Self.tables[3] : Self.tables[2]
    return "\(table):\(row.line)"
  }
}

extension DivisionHistory.DeadEnd {
  /// The reason, for people.
  package var text: Text {
    switch self {
    case .statisticsZone:
      Text(
        zh: "统计用区划代码（开发区等），不是行政区划，没有对应的现行区划代码",
        en: "A code of the statistics (development zones and the like), no administrative division."
      )
    case .summary:
      Text(
        zh: "GB/T 2260 的汇总码，不是行政区划，现已不用",
        en: "A summary code of GB/T 2260, no division; no longer used.")
    case .notRecorded:
      Text(
        zh: "只见于个别代码表，没有记载它的去向",
        en: "In single lists only; what became of it is not recorded.")
    case .unverified:
      Text(
        zh: "只见于一处汇编，年份和去向不详",
        en: "In one collection only; neither its years nor what became of it are known.")
    case .permit:
      Text(
        zh: "港澳台居民居住证的地区码，不是 GB/T 2260 的行政区划",
        en: "A region of residence permits, no division of GB/T 2260.")
    }
  }
}
