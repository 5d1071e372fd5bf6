/// Regions and brackets in names of organisations.
enum CompanyRegion {
  private static let open: UInt32 = 0x28
  private static let close: UInt32 = 0x29
  /// Characters of a region that may stand in front of a name.
  private static let reach = 12

  private static let kinds = Set("省市县区盟旗州".unicodeScalars.map(\.value))

  /// Grades names that differ in brackets or in the region alone; nil for others. O(n).
  static func compare(_ a: FoldedName, _ b: FoldedName) -> Agreement? {
    let plainA = a.without { $1 == open || $1 == close || $1 == 0x22 }
    let plainB = b.without { $1 == open || $1 == close || $1 == 0x22 }
    if plainA.count < 4 || plainB.count < 4 { return nil }
    if plainA.equals(plainB) { return .similar(.bracketsLeftOut) }
    if isMoved(a, b) { return .similar(.regionMoved) }
    if isLonger(a, than: b) || isLonger(b, than: a) { return .similar(.regionWording) }
    // 州 is part of the name of most that have it: 赣州.
    let shortA = a.without { $0 > 0 && $0 < reach && $1 != 0x5DDE && kinds.contains($1) }
    let shortB = b.without { $0 > 0 && $0 < reach && $1 != 0x5DDE && kinds.contains($1) }
    return shortA.count >= 4 && shortA.equals(shortB) ? .similar(.regionWording) : nil
  }

  /// Whether the words in brackets of one stand elsewhere in the other: in front, or in
  /// brackets at another place.
  private static func isMoved(_ a: FoldedName, _ b: FoldedName) -> Bool {
    let (one, two) = (group(of: a), group(of: b))
    switch (one, two) {
    case (nil, nil): return false
    case (let group?, nil): return joined(a, group).equals(b)
    case (nil, let group?): return joined(b, group).equals(a)
    case (let first?, let second?):
      return joined(a, first).equals(joined(b, second))
    }
  }

  /// Brackets included; only a region of two to six characters counts.
  private static func group(of name: FoldedName) -> Range<Int>? {
    guard let start = name.first(open), start > 0, let end = name.first(close, from: start),
      end - start - 1 >= 2, end - start - 1 <= 6
    else { return nil }
    return start..<(end + 1)
  }

  /// What stands in brackets in front of all the rest.
  private static func joined(_ name: FoldedName, _ group: Range<Int>) -> FoldedName {
    var result = name.part((group.lowerBound + 1)..<(group.upperBound - 1))
    for index in 0..<name.count where !group.contains(index) { result.append(name[index]) }
    return result
  }

  /// Whether `a` is `b` with a larger region in front: 江西省 赣州市….
  private static func isLonger(_ a: FoldedName, than b: FoldedName) -> Bool {
    let more = a.count - b.count
    if more < 2 || more > reach || !kinds.contains(a[more - 1]) { return false }
    for index in 0..<b.count where a[more + index] != b[index] { return false }
    return true
  }
}
