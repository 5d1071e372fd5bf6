/// The nearest right word for a wrong one, for messages.
public enum Nearest {
  /// The word of `words` that is least edits away, or nil where none is near. O(n · length²).
  public static func word(to wrong: String, among words: some Sequence<String>) -> String? {
    let wanted = Array(wrong.lowercased())
    var best: (word: String, distance: Int)?
    for word in words {
      let distance = edits(wanted, Array(word.lowercased()))
      if distance < best?.distance ?? Int.max { best = (word, distance) }
    }
    guard let best, best.distance <= max(2, wanted.count / 3) else { return nil }
    return best.word
  }

  /// Insertions, deletions, replacements and swaps of neighbours.
  static func edits(_ a: [Character], _ b: [Character]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
