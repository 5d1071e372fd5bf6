import Findings
import Records

/// A rule that could not be evaluated on some records, for one reason.
struct Gap {
  let rule: Rule
  let obstacle: Obstacle
  let records: Int
  /// Elements that no source of the rule's parties has a column for.
  let missing: [DataElement]

  /// The gaps of a run, the widest first.
  static func all(in summary: RunSummary) -> [Gap] {
    var gaps: [Gap] = []
    for (index, entry) in summary.rules.enumerated() {
      let tally = summary.tallies.total(of: index)
      let counts: [(Obstacle, Int)] = [
        (.columnMissing, tally.columnMissing), (.referenceMissing, tally.referenceMissing),
        (.cellUnreadable, tally.cellUnreadable), (.limitReached, tally.limitReached),
        (.programFailed, tally.programFailed),
      ]
      for (obstacle, count) in counts where count > 0 {
        gaps.append(
          Gap(
            rule: entry.rule, obstacle: obstacle, records: count,
            missing: obstacle == .columnMissing ? missing(entry.rule, summary.sources) : []))
      }
    }
    return gaps.sorted { ($1.records, $0.rule.id) < ($0.records, $1.rule.id) }
  }

  /// What the rule reads and some source of its parties lacks; all that it reads where
  /// nobody knows what the sources have.
  private static func missing(_ rule: Rule, _ sources: [RunSummary.Source]) -> [DataElement] {
    let known = sources.filter { rule.parties.contains($0.party) }.compactMap(\.elements)
    func lacking(_ elements: [DataElement]) -> [DataElement] {
      elements.filter { element in known.contains { !$0.contains(element) } }
    }
    var missing = lacking(rule.reads)
    if missing.isEmpty { missing = lacking(rule.alsoReads) }
    return missing.isEmpty ? rule.reads : missing
  }

  func reason(in language: Language) -> String {
    switch obstacle {
    case .columnMissing:
      let titles = missing.map { $0.facts.title[language] }
      return language == .zh
        ? "缺少字段：" + titles.joined(separator: "、")
        : "no column: " + titles.joined(separator: ", ")
    case .referenceMissing where !rule.books.isEmpty:
      return language == .zh ? "另一侧账簿没有当日数据" : "the other book has nothing of that day"
    case .referenceMissing:
      return language == .zh ? "缺少代码表或外部登记信息" : "no code table or registry"
    case .limitReached:
      return language == .zh ? "匹配步数超过上限" : "a pattern took too many steps"
    case .programFailed:
      return language == .zh
        ? "外部程序未给出结论，原因见 manifest.json" : "its program gave no answer; manifest.json says why"
    case .cellUnreadable:
      return language == .zh ? "所依据的字段无法识读" : "a field that it builds on cannot be read"
    }
  }

  /// What helps, each said once.
  static func remedies(of gaps: [Gap], in language: Language) -> [String] {
    let zh = language == .zh
    var remedies: [String] = []
    var elements: [DataElement] = []
    for gap in gaps where gap.obstacle == .columnMissing {
      for element in gap.missing where !elements.contains(element) { elements.append(element) }
    }
    if !elements.isEmpty {
      let titles = elements.prefix(5).map { $0.facts.title[language] }
      let more = elements.count > 5
      remedies.append(
        zh
          ? "在抽取文件和字段映射中补上字段：\(titles.joined(separator: "、"))\(more ? "等 \(elements.count) 个" : "")。"
          : "Add the missing columns to extract and mapping: \(titles.joined(separator: ", "))\(more ? " and \(elements.count - 5) more" : "")."
      )
    }
    let tables = gaps.filter { $0.obstacle == .referenceMissing && $0.rule.books.isEmpty }
      .map(\.rule.id)
    if !tables.isEmpty {
      let ids = tables.prefix(5).joined(separator: zh ? "、" : ", ")
      let more = tables.count > 5
      remedies.append(
        zh
          ? "补上 \(ids)\(more ? "等 \(tables.count) 条规则" : "") 所需的代码表，或在作业文件的 registries 中写明外部登记信息。"
          : "Provide the code tables needed by \(ids)\(more ? " and \(tables.count - 5) more" : ""), or name the registry under registries in the job."
      )
    }
    return remedies
  }
}
