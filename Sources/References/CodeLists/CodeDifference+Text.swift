import Records

extension CodeDifference {
  /// Relations in the order in which the standards' own summaries name them.
  package static let relations: [CodeRelation] = [
    .unchanged, .renamed, .recoded, .split, .merged, .partial,
  ]

  /// Numbers first, then the rows: those that changed, or all.
  package func lines(_ language: Language, allRows: Bool) -> [String] {
    let zh = language == .zh
    func size(_ edition: CodeEdition, _ count: Int) -> String {
      zh
        ? "\(edition.title)（\(count) 个\(unit.zh)）" : "\(edition.title) (\(count) \(unit.en))"
    }
    var lines = [size(old, oldCount) + " → " + size(new, newCount)]
    for remark in remarks { lines.append((zh ? "注：" : "note: ") + remark[language]) }
    lines.append("")
    lines += countLines(language)
    lines.append("")
    if !sections.isEmpty {
      lines += sectionLines(language)
      lines.append("")
    }
    lines += rowLines(language, all: allRows)
    return lines
  }

  private func countLines(_ language: Language) -> [String] {
    let zh = language == .zh
    let (pairs, codes) = (pairCounts, oldCodeCounts)
    var table = [[zh ? "关系" : "relation", zh ? "对照数" : "pairs", zh ? "原代码数" : "old codes"]]
    for relation in Self.relations {
      table.append(
        [relation.title[language], String(pairs[relation] ?? 0), String(codes[relation] ?? 0)])
    }
    table.append(
      [zh ? "合计" : "total", String(self.pairs), String(codes.values.reduce(0, +))])
    var lines = Self.aligned(table)
    let (one, several) = targets
    lines.append(
      zh
        ? "对照数：一个原代码与一个新代码为一对；原代码数：每个原代码计一次，去向不止一种关系的计入最靠后的一种（次序为不变、更名、换码、并入、拆分、部分转入）"
        : """
        pairs: an old code and a new one; old codes: each counted once, one of several \
        relations under its least sure (in the order unchanged, renamed, recoded, merged, \
        split, partly moved)
        """)
    lines.append(
      zh
        ? "去向唯一 \(one)，去向多个 \(several)，没有去向 \(ended)；新代码中没有来源的 \(added)"
        : "one successor \(one), several \(several), none \(ended); new codes without origin \(added)"
    )
    return lines
  }

  private func sectionLines(_ language: Language) -> [String] {
    let zh = language == .zh
    var table = [[sectionTitle[language]] + levels.map { $0[language] } + [""]]
    for section in sections {
      table.append(
        [section.code] + zip(section.old, section.new).map { "\($0) → \($1)" } + [section.name])
    }
    func total(_ numbers: (Section) -> [Int]) -> [Int] {
      levels.indices.map { level in sections.reduce(0) { $0 + numbers($1)[level] } }
    }
    let (before, after) = (total(\.old), total(\.new))
    table.append([zh ? "合计" : "total"] + zip(before, after).map { "\($0) → \($1)" } + [""])
    return Self.aligned(table)
  }

  private func rowLines(_ language: Language, all: Bool) -> [String] {
    let zh = language == .zh
    var lines: [String] = []
    for row in rows {
      if !all, row.relation == .unchanged { continue }
      let old = row.oldCode.isEmpty ? (zh ? "（无）" : "(none)") : "\(row.oldCode) \(row.oldName)"
      let new = row.newCode.isEmpty ? (zh ? "（无）" : "(none)") : "\(row.newCode) \(row.newName)"
      var line = old + "  " + (row.relation?.title[language] ?? (zh ? "—" : "-")) + "  " + new
      if !row.isVerified { line += zh ? "  未核实" : "  not verified" }
      lines.append(line)
    }
    let left = rows.count - lines.count
    if left > 0 {
      lines.append(
        zh ? "另有 \(left) 对不变，未列出（--all 全部列出）" : "\(left) unchanged pairs not listed (--all)")
    }
    return lines
  }

  /// Columns of one width; the first and the last to the left, numbers to the right.
  private static func aligned(_ table: [[String]]) -> [String] {
    let columns = table.first?.count ?? 0
    let widths = (0..<columns).map { column in table.map { $0[column].displayWidth }.max() ?? 0 }
    return table.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let isText = column == 0 || (column == columns - 1 && Int(cell) == nil && columns > 3)
        line +=
          (column == 0 ? "" : "  ")
          + (isText ? cell.padded(to: widths[column]) : cell.aligned(to: widths[column]))
      }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
