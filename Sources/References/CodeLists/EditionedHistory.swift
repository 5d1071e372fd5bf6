import Records

/// A table that comes in editions, with the steps from each edition to the next.
package struct EditionedHistory: Sendable {
  /// An edition and its codes.
  package struct Part: Sendable {
    package let edition: CodeEdition
    package let list: CodeList
    /// Whether the steps speak of a row; not of details that only this edition has.
    package let isCovered: FrozenArray<Bool>

    package init(edition: CodeEdition, list: CodeList, isCovered: (Int) -> Bool) {
      self.edition = edition
      self.list = list
      self.isCovered = FrozenArray((0..<list.count).map(isCovered))
    }
  }

  /// Oldest first.
  package let parts: [Part]
  /// One fewer than editions.
  package let steps: [EditionStep]

  package init(_ parts: [Part], steps: [EditionStep]) {
    precondition(steps.count + 1 == parts.count)
    self.parts = parts
    self.steps = steps
  }

  package var editions: [CodeEdition] { parts.map(\.edition) }

  /// Number of the edition that a word means: its name, its title, or its title without
  /// blanks; nil for any other word.
  package func edition(named word: String) -> CodeEdition? {
    func plain(_ text: String) -> String { text.lowercased().filter { !$0.isWhitespace } }
    let wanted = plain(word)
    return editions.first { plain($0.name) == wanted || plain($0.title) == wanted }
  }

  /// The code of any edition that is written most nearly like `code`. O(codes).
  package func nearestCode(to code: String) -> String? {
    var codes: Set<String> = []
    for part in parts { for row in 0..<part.list.count { codes.insert(part.list.code(row)) } }
    return Nearest.word(to: code, among: codes.sorted())
  }

  /// Way from one edition to a later one, over those between. O(links).
  package func way(from old: Int, to new: Int) -> Crosswalk {
    steps[(old + 1)..<new].reduce(steps[old].crosswalk) { $0.composed(with: $1.crosswalk) }
  }

  // MARK: Lives

  /// A code of an edition.
  private struct Place: Hashable {
    let part: Int
    let row: Int
  }

  /// What a code meant and what became of it: a life for every run of editions in which it
  /// was carried on under the same code, oldest first. O(links of the code).
  package func lives(of code: String) -> [CodeLife] {
    var lives: [CodeLife] = []
    var last: Place?
    for (number, part) in parts.enumerated() {
      guard let row = part.list.row(of: code.utf8.span) else { continue }
      let here = Place(part: number, row: row)
      let goesOn =
        last.map { before in
          before.part + 1 == number
            && steps[before.part].crosswalk.successors(of: before.row).contains {
              Int($0.to) == row
            }
        } ?? false
      if !goesOn { lives.append(life(from: here)) }
      last = here
    }
    return lives
  }

  private func life(from place: Place) -> CodeLife {
    var remarks: [Text] = []
    let covered = parts[place.part].isCovered[place.row]
    if place.part > 0, origins(of: place).isEmpty {
      let title = parts[place.part].edition.title
      if let said = steps[place.part - 1].added[place.row] {
        remarks.append(
          Text(
            zh: "\(title) 新增" + (said.zh.isEmpty ? "" : "：\(said.zh)"),
            en: "new in \(title)" + (said.en.isEmpty ? "" : ": \(said.en)")))
      } else if covered {
        remarks.append(
          Text(
            zh: "与 \(parts[place.part - 1].edition.title) 的关系没有依据可查",
            en: "nothing tells how it relates to \(parts[place.part - 1].edition.title)"))
      }
    }
    for (number, step) in steps.enumerated() where number + 1 >= place.part {
      remarks.append(contentsOf: step.remarks)
    }
    return CodeLife(
      root: node(place, link: nil, step: nil), origins: origins(of: place), remarks: remarks)
  }

  /// The node of a code with what became of it. A code that goes on unchanged and alone
  /// stays one node.
  private func node(_ place: Place, link: Crosswalk.Link?, step: EditionStep?) -> CodeLife.Node {
    var places = [place]
    while let next = continuation(of: places[places.count - 1]) { places.append(next) }
    let last = places[places.count - 1]
    var children: [CodeLife.Node] = []
    if last.part < steps.count {
      let step = steps[last.part]
      children = step.crosswalk.successors(of: last.row).map {
        node(Place(part: last.part + 1, row: Int($0.to)), link: $0, step: step)
      }
    }
    return described(
      places, link: link, step: step, children: children,
      end: children.isEmpty ? end(of: last) : nil)
  }

  /// What is said of a code that nothing carries on; nil in the last edition.
  private func end(of place: Place) -> Text? {
    guard place.part < steps.count, parts[place.part].isCovered[place.row] else { return nil }
    let title = parts[place.part + 1].edition.title
    if let why = steps[place.part].ended[place.row] {
      return Text(zh: "\(title) 中没有后继：\(why.zh)", en: "no successor in \(title): \(why.en)")
    }
    return Text(
      zh: "\(title) 中没有查到对应的代码", en: "no counterpart was found in \(title)")
  }

  /// What the code of a place was made of, with its own origins.
  private func origins(of place: Place) -> [CodeLife.Node] {
    guard place.part > 0 else { return [] }
    let step = steps[place.part - 1]
    return step.crosswalk.origins(of: place.row).map { link in
      var places = [Place(part: place.part - 1, row: Int(link.from))]
      while let before = predecessor(of: places[0]) { places.insert(before, at: 0) }
      return described(places, link: link, step: step, children: origins(of: places[0]))
    }
  }

  /// Where a code goes on unchanged and alone.
  private func continuation(of place: Place) -> Place? {
    guard place.part < steps.count else { return nil }
    let links = steps[place.part].crosswalk.successors(of: place.row)
    guard links.count == 1, links[0].relation == .unchanged else { return nil }
    let next = Place(part: place.part + 1, row: Int(links[0].to))
    return code(next) == code(place) ? next : nil
  }

  private func predecessor(of place: Place) -> Place? {
    guard place.part > 0 else { return nil }
    let links = steps[place.part - 1].crosswalk.origins(of: place.row)
    guard links.count == 1 else { return nil }
    let before = Place(part: place.part - 1, row: Int(links[0].from))
    return continuation(of: before) == place ? before : nil
  }

  private func code(_ place: Place) -> String { parts[place.part].list.code(place.row) }

  private func described(
    _ places: [Place], link: Crosswalk.Link?, step: EditionStep?, children: [CodeLife.Node],
    end: Text? = nil
  ) -> CodeLife.Node {
    let (first, last) = (places[0], places[places.count - 1])
    let list = parts[first.part].list
    var notes: [Text] = []
    if let link, let step,
      let said = step.notes[CrosswalkTable.Pair(Int(link.from), Int(link.to))]
    {
      notes.append(said)
    }
    if let end { notes.append(end) }
    return CodeLife.Node(
      code: list.code(first.row), name: parts[last.part].list.name(last.row),
      editions: places.map { parts[$0.part].edition.title },
      validity: Validity(
        from: parts[first.part].edition.validity.from, to: parts[last.part].edition.validity.to),
      relation: link?.relation,
      note: Text(
        zh: notes.map(\.zh).filter { !$0.isEmpty }.joined(separator: "；"),
        en: notes.map(\.en).filter { !$0.isEmpty }.joined(separator: "; ")),
      source: link == nil ? "" : step?.source ?? "", isVerified: link?.isVerified ?? true,
      children: children)
  }
}
