import Records

extension DivisionHistory {
  /// A way from one life to a later one, step by step.
  package struct Way: Sendable, Equatable {
    /// Places of the steps; empty where the life itself is meant.
    package let steps: [Int]
    /// Place of the life it leads to.
    package let end: Int
  }

  /// Why nothing in force stands in the place of a code.
  package enum DeadEnd: Sendable, Equatable {
    /// A development zone or the like of the statistics: never a division.
    case statisticsZone
    /// A summary code that sums up no division in force.
    case summary
    /// A number of one list of which no list says what became of it.
    case notRecorded
    /// Known from one collection only, without years.
    case unverified
    /// A region of residence permits.
    case permit
  }

  /// What stands today in the place of a code.
  package enum Present: Sendable, Equatable {
    /// One division has all of it.
    case one(Way)
    /// Its area belongs to several today; the likeliest first.
    case several([Way])
    case none(DeadEnd)

    /// The ways, the likeliest first.
    package var ways: [Way] {
      switch self {
      case .one(let way): [way]
      case .several(let ways): ways
      case .none: []
      }
    }
  }

  /// Whether the list of the end of a year has a life; of the year in force, the list in force.
  package func isListed(_ life: Int, in year: Int) -> Bool {
    let row = lives[life]
    if row.kind != .regular { return false }
    return year >= lastYear ? row.last == nil : row.isListed(in: year)
  }

  /// Ways from a life to the divisions of the list of a year, the likeliest first; none
  /// where no step leads there, and for a life that begins later. Steps that only took
  /// some of its territory are no ways. O(steps).
  package func ways(from life: Int, to year: Int? = nil) -> [Way] {
    var found: [Way] = []
    var path: [Int] = []
    walk(from: life, to: year ?? lastYear, seen: [life], &path, &found)
    return found
  }

  private func walk(
    from life: Int, to year: Int, seen: [Int], _ path: inout [Int], _ found: inout [Way]
  ) {
    if isListed(life, in: year) {
      if !found.contains(where: { $0.end == life }) { found.append(Way(steps: path, end: life)) }
      return
    }
    for step in steps(from: life) where steps[step].carriesOn {
      let next = Int(steps[step].to)
      // Numbers of two lists hold side by side, whenever one of them was given up.
      let isDue = steps[step].kind == .otherNumber || Int(steps[step].year) <= year
      if !isDue || seen.contains(next) { continue }
      path.append(step)
      walk(from: next, to: year, seen: seen + [next], &path, &found)
      path.removeLast()
    }
  }

  /// Whether every step of a way takes the whole, rests on the record and leads through
  /// divisions.
  package func isCertain(_ way: Way) -> Bool {
    way.steps.allSatisfy { steps[$0].scope == .whole && steps[$0].isRecorded }
  }

  /// Ways from a code that is out of force to the divisions of the list of a year: from every
  /// division that had it, the last first, or where none had from every other meaning.
  package func successors(ofCode code: Int32, in year: Int) -> [Way] {
    let places = lives(of: code)
    guard let first = places.first else { return [] }
    var ways: [Way] = []
    for place in places.reversed() where lives[place].kind == lives[first].kind {
      for way in self.ways(from: place, to: year)
      where !ways.contains(where: { $0.end == way.end }) {
        ways.append(way)
      }
    }
    return ways
  }

  /// What stands today in the place of a life.
  package func present(of life: Int) -> Present { present(ways(from: life), life) }

  /// What stands today in the place of a code: in a year, or where none is given of the
  /// division in force, else of every division that had the code, the last first. Nil where
  /// no list has the code (in that year).
  package func present(ofCode code: Int32, in year: Int? = nil) -> Present? {
    if let year { return life(of: code, in: year).map { present(of: $0) } }
    guard let first = lives(of: code).first else { return nil }
    for place in lives(of: code) where isListed(place, in: lastYear) {
      return .one(Way(steps: [], end: place))
    }
    let ways = successors(ofCode: code, in: lastYear)
    return present(ways, first)
  }

  private func present(_ ways: [Way], _ life: Int) -> Present {
    if ways.count == 1 { return .one(ways[0]) }
    if !ways.isEmpty { return .several(ways) }
    return switch lives[life].kind {
    case .statisticsZone: .none(.statisticsZone)
    case .summary: .none(.summary)
    case .unverified: .none(.unverified)
    case .permit: .none(.permit)
    case .regular, .variant: .none(.notRecorded)
    }
  }

  /// Every life from which steps lead to a life, however far back, itself not counted.
  /// Territory alone is no origin. O(steps).
  package func ancestors(of life: Int) -> Set<Int> {
    var found: Set<Int> = []
    var open = [life]
    while let next = open.popLast() {
      for step in origins(of: next) where steps[step].carriesOn {
        let before = Int(steps[step].from)
        if before != life, found.insert(before).inserted { open.append(before) }
      }
    }
    return found
  }
}
