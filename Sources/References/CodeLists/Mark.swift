import Records

/// The marks by which tables say how sure a row is (`verified`, `confidence`, `reliability`,
/// `certainty`); `mappings/README.md` explains them.
package enum Mark {
  /// Columns that hold such marks.
  package static let columns = [
    "verified", "confidence", "reliability", "certainty", "limits_verified", "scope_verified",
  ]

  /// Whether a row with this mark is good enough to act upon. Doubt in any part of the mark
  /// counts: `name yes; treated as unclear: no`, `lengths from memory`, `conflict`.
  /// O(length).
  package static func isVerified(_ mark: Span<UInt8>) -> Bool {
    var start = 0
    while start < mark.count {
      guard mark[start].isLetter || mark[start] == 0x5F else {
        start += 1
        continue
      }
      var end = start
      while end < mark.count, mark[end].isLetter || mark[end] == 0x5F { end += 1 }
      let word = mark.extracting(start..<end)
      if word.equals("no") || word.equals("memory") || word.equals("conflict")
        || word.equals("low") || word.equals("check") || word.equals("none")
        || word.equals("ambiguous") || word.equals("unverified") || word.equals("name_differs")
      {
        return false
      }
      start = end
    }
    return true
  }
}
