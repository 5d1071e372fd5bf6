import Records

extension DivisionHistory: CodeHistory {
  package static let title = Text(
    zh: "行政区划代码（GB/T 2260）", en: "Administrative divisions (GB/T 2260)")

  /// Every year since 1980, as its list stood at the end; the last as of the list in force.
  package var editions: [CodeEdition] {
    (Self.firstYear...max(Self.firstYear, lastYear)).map { edition(of: $0) }
  }

  private func edition(of year: Int) -> CodeEdition {
    let day = year == lastYear ? listDay : Day(year: year, month: 12, day: 31) ?? listDay
    return CodeEdition(
      name: String(year), title: "GB/T 2260, \(day)",
      validity: Validity(from: .day(day), to: .day(day)))
  }

  package func edition(named word: String) -> CodeEdition? {
    guard word.utf8.count == 4, let year = Int(word), year >= Self.firstYear, year <= lastYear
    else { return nil }
    return edition(of: year)
  }

  package func nearestCode(to code: String) -> String? {
    var codes: [String] = []
    for life in lives.indices where life == 0 || lives[life].code != lives[life - 1].code {
      codes.append(String(lives[life].code))
    }
    return Nearest.word(to: code, among: codes)
  }

  /// The lives of a code. One that only took another name goes on in the same tree.
  package func lives(of code: String) -> [CodeLife] {
    guard code.utf8.count == 6, let number = Int32(code), number >= 100_000 else { return [] }
    let places = lives(of: number)
    let roots = places.filter { life in
      !origins(of: life).contains {
        places.contains(Int(steps[$0].from)) && steps[$0].scope == .whole
          && lives[Int(steps[$0].from)].kind == lives[life].kind
      }
    }
    return roots.map { root in
      CodeLife(root: node(root, by: nil, seen: []), origins: origins(root), remarks: remarks(root))
    }.sorted { ($0.root.validity.from?.year ?? 9999) < ($1.root.validity.from?.year ?? 9999) }
  }

  private func node(
    _ life: Int, by step: Int?, seen: Set<Int>, children: [CodeLife.Node]? = nil
  ) -> CodeLife.Node {
    let row = lives[life]
    return CodeLife.Node(
      code: String(row.code), name: name(of: life),
      validity: Validity(
        from: row.hasYears ? .year(Int(row.first)) : nil, to: row.last.map { .year($0) }),
      relation: step.map { relation(of: $0) },
      note: step.map { words(of: $0) } ?? Text(zh: "", en: ""),
      source: step.map { source(of: $0) } ?? "",
      // What a summary sums up, its code tells.
      isVerified: step.map { steps[$0].isRecorded || steps[$0].kind == .summary } ?? true,
      children: children ?? descendants(life, seen: seen.union([life])))
  }

  private func descendants(_ life: Int, seen: Set<Int>) -> [CodeLife.Node] {
    steps(from: life).compactMap { step in
      let next = Int(steps[step].to)
      if seen.contains(next) { return nil }
      // Where a part of the territory went on to is the neighbour's own story.
      if !steps[step].carriesOn { return node(next, by: step, seen: seen, children: []) }
      // A summary ends at what it sums up.
      return node(next, by: step, seen: seen, children: steps[step].kind == .summary ? [] : nil)
    }
  }

  private func origins(_ life: Int) -> [CodeLife.Node] {
    origins(life, seen: [life], depth: 0)
  }

  private func origins(_ life: Int, seen: Set<Int>, depth: Int) -> [CodeLife.Node] {
    origins(of: life).compactMap { step in
      let row = steps[step]
      let before = Int(row.from)
      if seen.contains(before) || row.basis == .likeness { return nil }
      if !row.carriesOn {
        return depth == 0 ? node(before, by: step, seen: seen, children: []) : nil
      }
      return node(
        before, by: step, seen: seen,
        children: origins(before, seen: seen.union([before]), depth: depth + 1))
    }
  }

  private func remarks(_ life: Int) -> [Text] {
    var remarks: [Text] = []
    let row = lives[life]
    if let place = placeRemark(life) { remarks.append(place) }
    switch row.kind {
    case .summary:
      remarks.append(
        Text(
          zh: "GB/T 2260 的汇总码，不是行政区划",
          en: "A summary code of GB/T 2260, no administrative division."))
    case .variant:
      remarks.append(
        Text(
          zh: "只见于部分代码表的编码或名称，其他代码表另有编码",
          en: "A number or name of some lists only; the others number or name it otherwise."))
    case .regular, .statisticsZone, .unverified, .permit: break
    }
    if case .none(let reason) = present(of: life) { remarks.append(reason.text) }
    if row.kind != .regular { return remarks }
    for step in origins(of: life) where steps[step].kind == .otherNumber {
      let other = lives[Int(steps[step].from)]
      // Where a list never dropped the number, its years say nothing.
      let years = other.last.map {
        (zh: "在 \(other.first)–\($0) 年间", en: " of \(other.first)–\($0)")
      }
      remarks.append(
        Text(
          zh: "部分代码表\(years?.zh ?? "")编为 \(other.code)",
          en: "Some lists\(years?.en ?? "") number it \(other.code)."))
    }
    let before = origins(of: life).filter { steps[$0].basis != .likeness }
    if row.first > Self.firstYear + 1, !before.contains(where: { steps[$0].carriesOn }) {
      remarks.append(
        before.isEmpty
          ? Text(
            zh: "\(row.first) 年列入代码表，没有记载前身",
            en: "In the lists since \(row.first); no origin is recorded.")
          : Text(
            zh: "\(row.first) 年新设，区域由上列区划划出",
            en: "Set up in \(row.first), cut from the divisions above."))
    }
    return remarks
  }

  /// What stands above it, in its last year.
  private func placeRemark(_ life: Int) -> Text? {
    let row = lives[life]
    let year = row.last.map { max($0 - 1, Int(row.first)) } ?? lastYear
    guard let above = parent(of: life, in: year) else { return nil }
    var path: [UInt8] = []
    appendPath(of: above, in: year, to: &path)
    let name = String(decoding: path, as: UTF8.self)
    let isBelowProvince = row.level == .county && lives[above].level == .province
    if row.kind == .regular, row.code / 100 == 6590 {
      return Text(
        zh: "上级：\(name)（自治区直辖县级市，由新疆生产建设兵团管理，没有地级上级）",
        en: "Directly below \(name); run by the production and construction corps, no prefecture.")
    }
    if row.kind == .regular, isBelowProvince, ![11, 12, 31, 50].contains(row.code / 10_000) {
      return Text(
        zh: "上级：\(name)（省直辖县级行政区划，没有地级上级）",
        en: "Directly below \(name), no prefecture between.")
    }
    return Text(zh: "上级：\(name)", en: "Part of \(name).")
  }
}
