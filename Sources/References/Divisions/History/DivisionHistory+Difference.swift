import Records

extension DivisionHistory {
  /// What the list of the end of one year makes of that of another.
  ///
  /// A pair is `unchanged` where code and name are, though others may have been merged into
  /// it; territory that went to a neighbour is a pair `partial`. O(divisions · steps).
  package func difference(from old: CodeEdition, to new: CodeEdition) -> CodeDifference {
    let first = Int(old.name) ?? Self.firstYear
    let last = Int(new.name) ?? lastYear
    return CodeDifference(
      old: old, new: new, unit: Text(zh: "区划", en: "divisions"),
      sectionTitle: Text(zh: "省级", en: "province"), oldCount: listed(in: first).count,
      newCount: listed(in: last).count,
      rows: DivisionComparison(self, from: first, to: last).rows,
      levels: [Text(zh: "地级", en: "prefectures"), Text(zh: "县级", en: "counties")],
      sections: sections(first, last), remarks: differenceRemarks(first))
  }

  /// Places of the divisions in the list of the end of a year. For 1980 those of the
  /// ministry's list, which numbers some otherwise than all later ones.
  package func listed(in year: Int) -> [Int] {
    lives.indices.filter { life in
      if year > Self.firstYear { return isListed(life, in: year) }
      let row = lives[life]
      return row.earliestYear == Self.firstYear
        && (row.kind == .regular || row.kind == .variant && row.isOfMinistry)
    }
  }

  private func sections(_ first: Int, _ last: Int) -> [CodeDifference.Section] {
    func counts(_ year: Int) -> [Int32: [Int]] {
      listed(in: year).reduce(into: [:]) { counts, life in
        let row = lives[life]
        if row.level == .province { return }
        counts[row.code / 10_000, default: [0, 0]][row.level == .prefecture ? 0 : 1] += 1
      }
    }
    let (before, after) = (counts(first), counts(last))
    let provinces = Set((listed(in: first) + listed(in: last)).map { lives[$0].code / 10_000 })
    return provinces.sorted().map { province in
      let code = province * 10_000
      let named =
        life(of: code, in: last) ?? life(of: code, in: first) ?? lives(of: code).first
      return CodeDifference.Section(
        code: String(code), name: named.map { name(of: $0) } ?? "",
        old: before[province] ?? [0, 0], new: after[province] ?? [0, 0])
    }
  }

  private func differenceRemarks(_ earliest: Int) -> [Text] {
    var remarks = [
      Text(
        zh: "按各年年末的代码表比较，最后一年截至 \(listDay)；汇总码和统计用代码不计",
        en:
          "Lists of the end of each year are compared, the last as of \(listDay); summary codes and codes of the statistics are left out."
      ),
      Text(
        zh: "“部分转入”多为乡镇、街道的划转：原代码仍在用，只有划出区域内的客户需要改码",
        en:
          "“Partly moved” mostly speaks of single townships: the code stays in use, only customers in the territory that moved need another."
      ),
    ]
    if earliest <= Self.firstYear {
      remarks.append(
        Text(
          zh: "1980 年的代码表与以后各年编码不同之处按名称对应，没有变更记载；1981、1982 年的代码表多不列市辖区",
          en:
            "Where the list of 1980 has other numbers than later ones, names were compared; the lists of 1981 and 1982 leave out most districts of cities."
        ))
    }
    return remarks
  }
}

/// The pairs of two lists, the older first.
private struct DivisionComparison {
  /// How much of an old division a new one has.
  private enum Share: Int { case whole, piece, territory }

  private struct Pair {
    let old: Int
    let new: Int
    var share: Share
    let steps: [Int]
  }

  private let history: DivisionHistory
  private(set) var rows: [CodeDifference.Row] = []

  init(_ history: DivisionHistory, from first: Int, to last: Int) {
    self.history = history
    let old = history.listed(in: first)
    let new = history.listed(in: last)
    let isNew = Set(new)
    var pairs: [[Pair]] = []
    var contributors: [Int: Int] = [:]
    for life in old {
      var found = carriedOn(life, from: first, to: last, isNew)
      for pair in found { contributors[pair.new, default: 0] += 1 }
      for pair in territory(life, from: first, to: last, isNew)
      where !found.contains(where: { $0.new == pair.new }) {
        found.append(pair)
      }
      pairs.append(found)
    }
    var reached: Set<Int> = []
    for (life, found) in zip(old, pairs) {
      for pair in found {
        reached.insert(pair.new)
        rows.append(row(pair, isShared: contributors[pair.new, default: 0] > 1))
      }
      if found.isEmpty { rows.append(ended(life, to: last)) }
    }
    for life in new where !reached.contains(life) {
      rows.append(
        CodeDifference.Row(
          oldCode: "", oldName: "", relation: nil, newCode: String(history.lives[life].code),
          newName: history.name(of: life), note: String(history.lives[life].first)))
    }
  }

  private func carriedOn(_ life: Int, from first: Int, to last: Int, _ isNew: Set<Int>) -> [Pair] {
    if isNew.contains(life) { return [Pair(old: life, new: life, share: .whole, steps: [])] }
    let ways = history.ways(from: life, to: last).filter { isNew.contains($0.end) }
    return ways.map {
      Pair(old: life, new: $0.end, share: ways.count == 1 ? .whole : .piece, steps: $0.steps)
    }
  }

  /// Divisions to which some territory went between two years, from it or from what carried
  /// it on. Districts set up inside a city or a province are no neighbours.
  private func territory(
    _ life: Int, from first: Int, to last: Int, _ isNew: Set<Int>
  ) -> [Pair] {
    var found: [Pair] = []
    var open: [(life: Int, path: [Int])] = [(life, [])]
    var seen: Set<Int> = [life]
    while let (place, path) = open.popLast() {
      for step in history.steps(from: place) {
        let row = history.steps[step]
        if Int(row.year) <= first || Int(row.year) > last { continue }
        let next = Int(row.to)
        if row.carriesOn {
          if seen.insert(next).inserted { open.append((next, path + [step])) }
          continue
        }
        if history.lives[next].parent == history.lives[place].code
          || history.lives[place].level == .province
        {
          continue
        }
        for way in history.ways(from: next, to: last)
        where isNew.contains(way.end) && !found.contains(where: { $0.new == way.end }) {
          found.append(
            Pair(old: life, new: way.end, share: .territory, steps: path + [step] + way.steps))
        }
      }
    }
    return found.sorted { $0.new < $1.new }
  }

  private func row(_ pair: Pair, isShared: Bool) -> CodeDifference.Row {
    let (old, new) = (history.lives[pair.old], history.lives[pair.new])
    let (oldName, newName) = (history.name(of: pair.old), history.name(of: pair.new))
    let relation: CodeRelation =
      switch pair.share {
      case .territory: .partial
      case .piece: isShared ? .partial : .split
      case .whole:
        if old.code == new.code && oldName == newName {
          .unchanged
        } else if isShared {
          .merged
        } else {
          old.code == new.code ? .renamed : .recoded
        }
      }
    var notes: [String] = []
    for step in pair.steps {
      let year = history.steps[step].year
      let document = history.document(of: step)
      let words = year == 0 ? "" : document.isEmpty ? String(year) : "\(year) \(document)"
      if !words.isEmpty, notes.last != words { notes.append(words) }
    }
    return CodeDifference.Row(
      oldCode: String(old.code), oldName: oldName, relation: relation,
      newCode: String(new.code), newName: newName, note: notes.joined(separator: "; "),
      isVerified: pair.steps.allSatisfy { history.steps[$0].isRecorded })
  }

  private func ended(_ life: Int, to last: Int) -> CodeDifference.Row {
    let note: String
    switch history.present(of: life) {
    case .none(let reason): note = reason.text.zh
    case .one, .several:
      // The lists of 1981 and 1982 leave out the districts of cities.
      let codes = history.present(of: life).ways.map { String(history.lives[$0.end].code) }
      note = "\(last) 年的代码表未列；现为 \(codes.joined(separator: "、"))"
    }
    return CodeDifference.Row(
      oldCode: String(history.lives[life].code), oldName: history.name(of: life), relation: nil,
      newCode: "", newName: "", note: note, isVerified: false)
  }
}
