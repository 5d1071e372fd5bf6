import Records

/// What a text file looks like, told from its first lines.
struct FormatGuess: Equatable {
  /// nil: one column, or fixed width.
  let delimiter: String?
  let quoting: DelimitedFormat.Quoting
  let hasTrailingDelimiter: Bool

  /// Longer ones first: `|+|` has `|` in it.
  static let candidates = ["|+|", "@|@", "|@|", "\u{1}", "\t", "|", ",", ";", "^", "~"]

  /// Judges whole lines of UTF-8.
  init(lines: [String]) {
    let lines = lines.prefix(50).filter { !$0.isEmpty }
    var best: (delimiter: String, cells: Int)?
    for candidate in Self.candidates {
      let counts = lines.map { Self.occurrences(of: candidate, in: $0) }
      guard let first = counts.first, first > 0 else { continue }
      // A quoted cell may hold a delimiter: nine lines of ten must agree.
      let same = counts.count { $0 == first }
      if same * 10 >= counts.count * 9, best == nil { best = (candidate, first) }
    }
    delimiter = best?.delimiter
    let isQuoted = best.map { best in
      lines.contains { $0.hasPrefix("\"") || $0.contains(best.delimiter + "\"") }
    } ?? false
    quoting = isQuoted ? .doubled(quote: 0x22) : .none
    hasTrailingDelimiter = best.map { best in
      !lines.isEmpty && lines.allSatisfy { $0.hasSuffix(best.delimiter) }
    } ?? false
  }

  /// Occurrences outside quotes.
  private static func occurrences(of delimiter: String, in line: String) -> Int {
    let bytes = Array(line.utf8)
    let wanted = Array(delimiter.utf8)
    var count = 0
    var place = 0
    var isQuoted = false
    while place < bytes.count {
      if bytes[place] == 0x22 { isQuoted.toggle() }
      if !isQuoted, bytes[place...].starts(with: wanted) {
        count += 1
        place += wanted.count
      } else {
        place += 1
      }
    }
    return count
  }
}
