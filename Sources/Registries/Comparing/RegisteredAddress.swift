import Addresses
import Records
import References

/// Comparing registered addresses by what they say, not by how they are written.
package enum RegisteredAddress {
  /// Grades two addresses. O(length); nothing is allocated for the same text.
  package static func compare(
    _ ours: Span<UInt8>, _ theirs: Span<UInt8>, _ gazetteer: AddressGazetteer
  ) -> Agreement {
    if ours.isEmpty || theirs.isEmpty { return .notComparable(.empty) }
    if ours.equals(theirs) { return .exact }
    if FoldedText.equal(ours, theirs) { return .equalAfterNormalisation }
    let parser = AddressParser(gazetteer)
    let (a, b) = (parser.parse(ours), parser.parse(theirs))
    let comparison = AddressComparison(a, ours, b, theirs, gazetteer)
    switch comparison.verdict {
    case .same: return .equalAfterNormalisation
    case .differentPrecision: return .similar(.precision)
    case .sameRoad: return .similar(.sameRoad(comparison.decidedBy))
    case .different: return .different(.addressPart(comparison.decidedBy))
    case .undecided:
      // Without a division an address is only half of one.
      let isHalf = a.grade == .none || b.grade == .none || a.code == 0 || b.code == 0
      return .notComparable(isHalf ? .unreadable : .undecided)
    }
  }
}
