import Records
import References

/// Comparing business scopes as sets of activities.
///
/// Order, punctuation, headings and the standard sentences about licences make no
/// difference. Where all activities agree once words such as 销售 or 及 are left out, the
/// scope is reworded. Registers write an activity in more than one way, and standard terms
/// changed in 2021: a difference is a reason to look, no proof of a change.
package enum BusinessScope {
  /// Activities that only one of the two has, as bytes of its text.
  package struct Differences: Equatable, Sendable {
    /// In the registry alone.
    package var theirs: [Range<Int>] = []
    /// In our record alone.
    package var ours: [Range<Int>] = []

    package var isEmpty: Bool { theirs.isEmpty && ours.isEmpty }
  }

  /// Grades two scopes. O(n) for the same text, which allocates nothing; O(activities²) for
  /// others.
  package static func compare(
    _ ours: Span<UInt8>, _ theirs: Span<UInt8>, _ forms: CharacterForms?
  ) -> Agreement {
    if ours.isEmpty || theirs.isEmpty { return .notComparable(.empty) }
    if ours.equals(theirs) { return .exact }
    if FoldedText.equal(ours, theirs) { return .equalAfterNormalisation }
    let a = ScopeActivities(ours, forms).activities
    let b = ScopeActivities(theirs, forms).activities
    if a.isEmpty || b.isEmpty { return .notComparable(.empty) }
    let strict = (
      a.filter { one in !b.contains { $0.key == one.key } }.count,
      b.filter { one in !a.contains { $0.key == one.key } }.count
    )
    if strict == (0, 0) { return .equalAfterNormalisation }
    let left = differences(a, ours, b, theirs, forms)
    if left.isEmpty { return .similar(.reworded) }
    if isCut(ours, a, left, theirs) { return .similar(.cutOff) }
    let reason = AgreementReason.activities(theirs: left.theirs.count, ours: left.ours.count)
    let common = min(a.count - left.ours.count, b.count - left.theirs.count)
    return common * 2 >= max(a.count, b.count) ? .similar(reason) : .different(reason)
  }

  /// Names what only one of the two has. O(activities²); allocates.
  package static func differences(
    _ ours: Span<UInt8>, _ theirs: Span<UInt8>, _ forms: CharacterForms?
  ) -> Differences {
    differences(
      ScopeActivities(ours, forms).activities, ours, ScopeActivities(theirs, forms).activities,
      theirs, forms)
  }

  private static func differences(
    _ a: [ScopeActivities.Activity], _ ours: Span<UInt8>, _ b: [ScopeActivities.Activity],
    _ theirs: Span<UInt8>, _ forms: CharacterForms?
  ) -> Differences {
    let coresA = cores(a, ours, forms)
    let coresB = cores(b, theirs, forms)
    var result = Differences()
    for (place, one) in b.enumerated()
    where !a.contains(where: { $0.key == one.key }) && !coresA.contains(coresB[place]) {
      result.theirs.append(one.range)
    }
    for (place, one) in a.enumerated()
    where !b.contains(where: { $0.key == one.key }) && !coresB.contains(coresA[place]) {
      result.ours.append(one.range)
    }
    return result
  }

  private static func cores(
    _ activities: [ScopeActivities.Activity], _ text: Span<UInt8>, _ forms: CharacterForms?
  ) -> [UInt64] {
    var result: [UInt64] = []
    for activity in activities {
      result.append(ScopeActivities.core(of: activity, in: text, forms))
    }
    return result
  }

  /// Whether our text ends in the middle of an activity that the registry has in full.
  private static func isCut(
    _ ours: Span<UInt8>, _ a: [ScopeActivities.Activity], _ left: Differences,
    _ theirs: Span<UInt8>
  ) -> Bool {
    guard left.ours.count == 1, let last = a.last, last.range == left.ours[0],
      last.range.upperBound == ours.trimmedRange(0..<ours.count).upperBound
    else { return false }
    for range in left.theirs {
      var (cut, whole) = (FoldedText(at: last.range.lowerBound), FoldedText(at: range.lowerBound))
      while true {
        let scalar = cut.next(in: ours)
        if scalar == 0 || scalar == 0xFFFD && cut.place == ours.count { return true }
        if scalar != whole.next(in: theirs) { break }
      }
    }
    return false
  }
}
