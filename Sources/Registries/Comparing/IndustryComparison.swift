import Records
import References

/// Comparing industry codes of GB/T 4754 by edition and level.
///
/// A code and the group or division that it lies in are the same at another level of detail.
/// A code of an older edition is the same as any of its successors.
package enum IndustryComparison {
  /// Grades two codes, given by their places in the table. O(successors).
  ///
  /// - Parameter edition: The edition in which the codes are compared.
  package static func compare(
    _ ours: Int, _ theirs: Int, _ codes: IndustryCodes, in edition: IndustryEdition
  ) -> Agreement {
    if ours == theirs { return .exact }
    if precedes(ours, theirs, codes, edition) || precedes(theirs, ours, codes, edition) {
      return .similar(.precision)
    }
    if succeeds(ours, theirs, codes, edition) || succeeds(theirs, ours, codes, edition) {
      return .similar(.olderEdition)
    }
    let (one, two) = (line(ours, codes, edition), line(theirs, codes, edition))
    if let first = one.group, first == two.group { return .similar(.sameGroup) }
    if let first = one.division, first == two.division { return .similar(.sameDivision) }
    return .different(.unspecified)
  }

  /// Whether `above` is a level above `place`.
  private static func precedes(
    _ above: Int, _ place: Int, _ codes: IndustryCodes, _ edition: IndustryEdition
  ) -> Bool {
    for edition in [edition] + IndustryEdition.allCases.reversed() {
      var here = codes.parent(place, in: edition)
      while let parent = here {
        if parent == above { return true }
        here = codes.parent(parent, in: edition)
      }
    }
    return false
  }

  /// Whether a class of an older edition became `place`.
  private static func succeeds(
    _ old: Int, _ place: Int, _ codes: IndustryCodes, _ edition: IndustryEdition
  ) -> Bool {
    for before in IndustryEdition.allCases where before < edition {
      if codes.successors(of: old, from: before, to: edition).contains(where: {
        Int($0.place) == place
      }) {
        return true
      }
    }
    return false
  }

  private static func line(
    _ place: Int, _ codes: IndustryCodes, _ edition: IndustryEdition
  ) -> (group: Int?, division: Int?) {
    var (group, division): (Int?, Int?) = (nil, nil)
    var here: Int? = place
    while let one = here {
      switch codes[one].level {
      case .group: group = one
      case .division: division = one
      default: break
      }
      here = codes.parent(one, in: edition)
    }
    return (group, division)
  }
}
