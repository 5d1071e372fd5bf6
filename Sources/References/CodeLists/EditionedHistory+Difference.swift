import Records

extension EditionedHistory {
  /// What one edition makes of another, in the codes that `isCompared` holds of; `nil` unless
  /// both are editions of this table, the older one first.
  ///
  /// Between editions that do not follow each other the steps are composed; notes and reasons
  /// are those of a single step. O(links).
  package func difference(
    from old: CodeEdition, to new: CodeEdition, unit: Text, levels: [String] = [],
    titles: [Text] = [],
    isCompared: (CodeList, Int) -> Bool, remarks: [Text] = []
  ) -> CodeDifference? {
    guard let first = editions.firstIndex(of: old), let last = editions.firstIndex(of: new),
      first < last
    else { return nil }
    let (from, to) = (parts[first].list, parts[last].list)
    let way = way(from: first, to: last)
    let step = last == first + 1 ? steps[first] : nil
    let oldRows = (0..<from.count).filter { isCompared(from, $0) }
    let newRows = (0..<to.count).filter { isCompared(to, $0) }
    var rows: [CodeDifference.Row] = []
    for row in oldRows {
      let links = way.successors(of: row)
      for link in links {
        let target = Int(link.to)
        let pair = CrosswalkTable.Pair(row, target)
        rows.append(
          CodeDifference.Row(
            oldCode: from.code(row), oldName: from.name(row), relation: link.relation,
            newCode: to.code(target), newName: to.name(target),
            note: step?.tags[pair] ?? step?.notes[pair]?.zh ?? "", isVerified: link.isVerified))
      }
      if links.isEmpty {
        rows.append(
          CodeDifference.Row(
            oldCode: from.code(row), oldName: from.name(row), relation: nil, newCode: "",
            newName: "", note: step?.ended[row]?.zh ?? ""))
      }
    }
    for row in newRows where way.origins(of: row).isEmpty {
      rows.append(
        CodeDifference.Row(
          oldCode: "", oldName: "", relation: nil, newCode: to.code(row), newName: to.name(row),
          note: step?.added[row]?.zh ?? ""))
    }
    var all = remarks
    for step in steps[first..<last] {
      for remark in step.remarks where !all.contains(remark) { all.append(remark) }
    }
    return CodeDifference(
      old: old, new: new, unit: unit, oldCount: oldRows.count, newCount: newRows.count, rows: rows,
      levels: titles, sections: Self.sections(from, to, levels), remarks: all)
  }

  /// Numbers of codes by section and level. O(codes).
  private static func sections(
    _ old: CodeList, _ new: CodeList, _ levels: [String]
  ) -> [CodeDifference.Section] {
    func counts(_ list: CodeList) -> [String: [Int]] {
      var counts: [String: [Int]] = [:]
      for row in 0..<list.count where list.parent(row) == nil {
        counts[list.code(row)] = [Int](repeating: 0, count: levels.count)
      }
      for row in 0..<list.count {
        guard let level = levels.firstIndex(of: list.levelNames[list.level(row)]) else { continue }
        counts[list.code(list.top(row))]?[level] += 1
      }
      return counts
    }
    if levels.isEmpty { return [] }
    let (before, after) = (counts(old), counts(new))
    let none = [Int](repeating: 0, count: levels.count)
    return Set(before.keys).union(after.keys).sorted().map { code in
      let bytes = Array(code.utf8)
      let name =
        new.row(of: bytes.span).map { new.name($0) } ?? old.row(of: bytes.span).map { old.name($0) }
      return CodeDifference.Section(
        code: code, name: name ?? "", old: before[code] ?? none, new: after[code] ?? none)
    }
  }
}
