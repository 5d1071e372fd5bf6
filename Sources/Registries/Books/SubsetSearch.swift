import Records

/// Looks for the smallest sets of up to three entries that add up to a sum.
///
/// Entries that are the same in name and figures count as one with several copies: which of
/// two equal entries it is makes no difference. The search is bounded: sets of three are
/// looked for among a limited number of different entries only.
package struct SubsetSearch: Sendable {
  /// An entry that may be part of a set.
  package struct Candidate: Hashable, Sendable {
    /// What it adds to the sum.
    package let figures: BookFigures
    /// Tells entries apart that add the same.
    package let identity: PackedKey

    package init(figures: BookFigures, identity: PackedKey) {
      self.figures = figures
      self.identity = identity
    }
  }

  /// What was found of one size.
  package enum Found: Equatable, Sendable {
    case none
    /// Places of the entries, in rising order.
    case one([Int])
    case several
    /// There are too many entries to look.
    case tooMany
  }

  private struct Kind {
    let candidate: Candidate
    /// Places of the copies.
    var places: [Int]
  }

  private var kinds: [Kind] = []
  /// Kinds by what they add.
  private var byFigures: [BookFigures: [Int]] = [:]
  private let limit: Int
  private let countOfEntries: Int

  /// `limit`: most different entries among which sets of three are looked for. Entries that add
  /// nothing are left out: they explain nothing. O(n).
  package init(_ candidates: [Candidate], limit: Int = 1500) {
    self.limit = limit
    countOfEntries = candidates.count
    var numbers: [Candidate: Int] = [:]
    for (place, candidate) in candidates.enumerated() where !candidate.figures.isZero {
      if let number = numbers[candidate] {
        if kinds[number].places.count < 3 { kinds[number].places.append(place) }
        continue
      }
      numbers[candidate] = kinds.count
      byFigures[candidate.figures, default: []].append(kinds.count)
      kinds.append(Kind(candidate: candidate, places: [place]))
    }
  }

  /// The sets of exactly `size` entries, 1 to 3, that add up to `target`. O(n) for one and
  /// two, O(n²) for three.
  package func sets(of size: Int, adding target: BookFigures) -> Found {
    if target.isZero { return .none }
    var sets: [[Int]] = []
    switch size {
    case 1:
      for kind in byFigures[target] ?? [] {
        sets.append([kind])
        if sets.count > 1 { return .several }
      }
    case 2:
      for first in kinds.indices {
        findPairs(from: first, behind: [first], target, &sets)
        if sets.count > 1 { return .several }
      }
    default:
      if kinds.count > limit { return .tooMany }
      for first in kinds.indices {
        let rest = target - kinds[first].candidate.figures
        for second in first..<kinds.count where copies(of: second, in: [first]) > 0 {
          let left = rest - kinds[second].candidate.figures
          for third in byFigures[left] ?? []
          where third >= second && copies(of: third, in: [first, second]) > 0 {
            sets.append([first, second, third])
            if sets.count > 1 { return .several }
          }
        }
      }
    }
    return sets.first.map { .one(places(of: $0)) } ?? .none
  }

  private func findPairs(
    from first: Int, behind chosen: [Int], _ target: BookFigures, _ sets: inout [[Int]]
  ) {
    let left = target - kinds[first].candidate.figures
    for second in byFigures[left] ?? []
    where second >= first && copies(of: second, in: chosen) > 0 {
      sets.append([first, second])
      if sets.count > 1 { return }
    }
  }

  /// Copies of a kind that a set with these kinds leaves.
  private func copies(of kind: Int, in chosen: [Int]) -> Int {
    kinds[kind].places.count - chosen.count { $0 == kind }
  }

  /// The entries of a set of kinds: of several copies the last ones, the first being the one
  /// that was meant.
  private func places(of set: [Int]) -> [Int] {
    var used: [Int: Int] = [:]
    return set.map { kind in
      let count = used[kind, default: 0]
      used[kind] = count + 1
      let places = kinds[kind].places
      return places[places.count - 1 - count]
    }.sorted()
  }
}
