/// What systems put in the place of a character that they cannot store.
enum Substitutes {
  /// ?, replacement and private-use characters, □ ■ 〓 and the like.
  static func isSubstitute(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3F, 0xFFFD, 0xE000...0xF8FF, 0xF0000...0x10FFFF, 0x25A0, 0x25A1, 0x25A2, 0x3013, 0x2588,
      0x25CA, 0xFFFC:
      true
    default: false
    }
  }

  /// On which side substitutes stand for what the other has; nil where something else
  /// differs too, or more is replaced than is left. O(n).
  static func side(_ a: FoldedName, _ b: FoldedName) -> AgreementReason.Side? {
    if a.count == b.count, let side = aligned(a, b) { return side }
    // One lost character may have left two marks.
    let (start, end) = FoldedName.common(a, b)
    if start + end == 0 { return nil }
    let first = start..<(a.count - end)
    let second = start..<(b.count - end)
    if isRun(a, first), !second.isEmpty, second.count <= 2, !hasAny(b, second) { return .ours }
    if isRun(b, second), !first.isEmpty, first.count <= 2, !hasAny(a, first) { return .theirs }
    return nil
  }

  private static func aligned(
    _ a: FoldedName, _ b: FoldedName
  ) -> AgreementReason.Side? {
    var (ours, theirs, equal) = (0, 0, 0)
    for index in 0..<a.count {
      if a[index] == b[index] {
        equal += 1
      } else if isSubstitute(a[index]) {
        ours += 1
        if isSubstitute(b[index]) { theirs += 1 }
      } else if isSubstitute(b[index]) {
        theirs += 1
      } else {
        return nil
      }
    }
    if equal == 0 || max(ours, theirs) > equal + 1 || ours + theirs == 0 { return nil }
    return ours > 0 && theirs > 0 ? .both : ours > 0 ? .ours : .theirs
  }

  private static func isRun(_ name: FoldedName, _ range: Range<Int>) -> Bool {
    if range.isEmpty || range.count > 4 { return false }
    for index in range where !isSubstitute(name[index]) { return false }
    return true
  }

  private static func hasAny(_ name: FoldedName, _ range: Range<Int>) -> Bool {
    for index in range where isSubstitute(name[index]) { return true }
    return false
  }
}
