import Records

/// How many findings of a rule or a dimension are put up with.
package enum FindingLimit: Sendable, Equatable {
  case count(Int)
  /// Share of the records that the rule could be asked of, in millionths.
  case share(Int)

  /// `100`, `5%`, `0.25%`; nil for anything else.
  package init?(_ text: String) {
    guard text.hasSuffix("%") else {
      guard let count = Int(text), count >= 0, text.allSatisfy(\.isNumber) else { return nil }
      self = .count(count)
      return
    }
    let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first.flatMap({ Int($0) }), (0...100).contains(whole),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } })
    else { return nil }
    let digits = parts.count == 2 ? String(parts[1]) : ""
    guard digits.count <= 4,
      let fraction = Int(digits.padding(to: 4)), whole * 10_000 + fraction <= 1_000_000
    else { return nil }
    self = .share(whole * 10_000 + fraction)
  }

  /// Whether so many failures among so many records judged are too many.
  package func isExceeded(failed: Int, judged: Int) -> Bool {
    switch self {
    case .count(let most): failed > most
    case .share(let most): failed > 0 && failed * 1_000_000 > judged * most
    }
  }

  /// As it is written.
  package var text: String {
    switch self {
    case .count(let count): return String(count)
    case .share(let share):
      var fraction = String(String(10_000 + share % 10_000).dropFirst())
      while fraction.last == "0" { fraction.removeLast() }
      return "\(share / 10_000)" + (fraction.isEmpty ? "" : "." + fraction) + "%"
    }
  }
}

extension String {
  fileprivate func padding(to length: Int) -> String {
    self + String(repeating: "0", count: Swift.max(0, length - count))
  }
}
