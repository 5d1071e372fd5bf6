import Records

/// The administrative divisions since 1980: what a code was called in a year, what stood
/// above it, and step by step what became of it. For questions and for the evidence of
/// findings; the rules look codes up in `Divisions`.
///
/// Sources: GB/T 2260 and the yearly lists of the Ministry of Civil Affairs, as
/// `mappings/README.md` says. Years, not days: a code was in force for some part of the year
/// in which it went, so that both years of a change hold.
package struct DivisionHistory: Reference {
  package static let name = "gbt2260"
  package static let tables = [
    "codes/divisions.csv", "codes/divisions-history.csv", "crosswalks/divisions-changes.csv",
    "crosswalks/divisions-current.csv",
  ]
  /// Year of the oldest list.
  package static let firstYear = 1980

  struct Storage: Sendable {
    /// By code, then divisions before summaries and variants, then by first year.
    let lives: FrozenArray<DivisionLife>
    /// By the life they start from, the likeliest first; those of territory last.
    let steps: FrozenArray<DivisionStep>
    /// First step of a life; one more than there are lives.
    let firstSteps: FrozenArray<Int32>
    /// Steps by the life they lead to.
    let origins: FrozenArray<Int32>
    let firstOrigins: FrozenArray<Int32>
    let text: FrozenArray<UInt8>
    let listDay: Day
  }

  let storage: FrozenBox<Storage>

  package var lives: FrozenArray<DivisionLife> { storage.value.lives }
  package var steps: FrozenArray<DivisionStep> { storage.value.steps }
  /// The day that the list in force speaks of; later changes are not known.
  package var listDay: Day { storage.value.listDay }
  /// Year of the list in force.
  package var lastYear: Int { listDay.year }

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    storage = FrozenBox(try DivisionHistoryTables(from: folder).storage())
  }

  /// Places of the lives of a code, the divisions first; empty where no list has it.
  /// O(log codes), no allocation.
  package func lives(of code: Int32) -> Range<Int> {
    var low = 0
    var high = lives.count
    while low < high {
      let middle = (low + high) / 2
      if lives[middle].code < code { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < lives.count, lives[end].code == code { end += 1 }
    return low..<end
  }

  /// What a code was in a year: a division before a variant, and of two that meet in the
  /// year of the change the later, as in the list of its end. O(log codes), no allocation.
  package func life(of code: Int32, in year: Int) -> Int? {
    var found: Int?
    for place in lives(of: code) where lives[place].contains(year) {
      guard let known = found else {
        found = place
        continue
      }
      let (old, new) = (lives[known], lives[place])
      if new.kind == old.kind ? new.first >= old.first : new.kind == .regular { found = place }
    }
    return found
  }

  /// What a code was on a day. In the year of a change the day of approval decides where it
  /// is known: before it the old name held. O(log codes), no allocation.
  package func life(of code: Int32, on day: Day) -> Int? {
    guard let found = life(of: code, in: day.year) else { return nil }
    guard let approved = lives[found].approved, day < approved else { return found }
    let places = lives(of: code)
    let before = places.last { lives[$0].kind == .regular && lives[$0].last == approved.year }
    return before.flatMap { lives[$0].contains(day.year) ? $0 : nil } ?? found
  }

  /// The name of a life.
  package func name(of life: Int) -> String { text(lives[life].name) }

  /// Appends the name of a life.
  package func appendName(of life: Int, to text: inout [UInt8]) {
    text.append(storage.value.text.span.extracting(lives[life].name.range))
  }

  /// The division above a life in a year, nil for a province and where it is not known.
  /// Counties directly below a province have the province, never 省直辖县级行政区划.
  package func parent(of life: Int, in year: Int) -> Int? {
    let above = lives[life].parent
    return above == 0 ? nil : self.life(of: above, in: year)
  }

  /// The names from the province down, as they were in a year: 江西省赣州市南康市.
  package func appendPath(of life: Int, in year: Int, to text: inout [UInt8]) {
    if let above = parent(of: life, in: year), above != life {
      appendPath(of: above, in: year, to: &text)
    }
    appendName(of: life, to: &text)
  }

  /// The steps by which a life became others, the likeliest first, then those that only
  /// took some of its territory. O(1).
  package func steps(from life: Int) -> Range<Int> {
    Int(storage.value.firstSteps[life])..<Int(storage.value.firstSteps[life + 1])
  }

  /// The steps that led to a life, those that carry a division on first. O(number of them).
  package func origins(of life: Int) -> [Int] {
    let range =
      Int(storage.value.firstOrigins[life])..<Int(storage.value.firstOrigins[life + 1])
    return range.map { Int(storage.value.origins[$0]) }
  }

  /// Number of the document that a step rests on; empty where it is not known.
  package func document(of step: Int) -> String { text(steps[step].document) }

  /// What the record says of a step, such as 撤县设市.
  package func detail(of step: Int) -> String { text(steps[step].detail) }

  func text(_ cell: Cell) -> String { String(storage.value.text.span.extracting(cell.range)) }
}
