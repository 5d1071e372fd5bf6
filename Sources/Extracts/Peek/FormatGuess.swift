import Records

/// What a text file looks like, told from its first lines.
struct FormatGuess: Equatable, Sendable {
  /// nil: one column, or fixed width.
  let delimiter: String?
  let quoting: DelimitedFormat.Quoting
  let hasTrailingDelimiter: Bool

  /// Longer ones first: `|+|` has `|` in it.
  static let candidates = ["|+|", "@|@", "|@|", "\u{1}", "\t", "|", ",", ";", "^", "~"]

  /// Judges whole lines of UTF-8.
  init(lines: [String]) {
    var lines = lines.prefix(50).filter { !$0.isEmpty }
    var best = Self.delimiter(of: lines)
    if best == nil {
      // Cells in quotes may hold line breaks, so that lines are no records.
      lines = Self.joined(lines)
      best = Self.delimiter(of: lines)
    }
    delimiter = best
    let isQuoted = best.map { best in
      lines.contains { $0.hasPrefix("\"") || $0.contains(best + "\"") }
    }
    quoting = isQuoted == true ? .doubled(quote: 0x22) : .none
    hasTrailingDelimiter =
      best.map { best in
        !lines.isEmpty && lines.allSatisfy { $0.hasSuffix(best) }
      } ?? false
  }

  /// The first delimiter that stands equally often in nearly every line.
  private static func delimiter(of lines: [String]) -> String? {
    candidates.first { candidate in
      let counts = lines.map { occurrences(of: candidate, in: $0) }
      guard let first = counts.first, first > 0 else { return false }
      // A cell may hold a delimiter: nine lines of ten must agree.
      return counts.count { $0 == first } * 10 >= counts.count * 9
    }
  }

  /// Lines between which a quote is open, as one.
  private static func joined(_ lines: [String]) -> [String] {
    var records: [String] = []
    var isOpen = false
    for line in lines {
      if isOpen { records[records.count - 1] += "\n" + line } else { records.append(line) }
      if line.utf8.count(where: { $0 == 0x22 }) % 2 == 1 { isOpen.toggle() }
    }
    // The last may be cut off.
    if isOpen { records.removeLast() }
    return records
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
