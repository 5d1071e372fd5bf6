import Records

/// The end of a business term, as registries and banks write it.
package enum BusinessTerm: Equatable, Sendable {
  case empty
  case end(Day)
  /// Without end: 长期, 永久, 无固定期限, 9999-12-31.
  case endless
  case unreadable

  /// Reads a day, the words for "without end", or a range, of which the end counts:
  /// `2015-03-01至2035-02-28`, `自2015年3月1日至长期`. O(n), no allocation.
  package init(_ text: Span<UInt8>) {
    let text = text.extracting(Self.start(in: text)..<text.count).trimmed
    if text.isEmpty || text.equals("-") || text.equals("--") || text.equals("/")
      || text.equals("—") || text.equals("无")
    {
      self = .empty
      return
    }
    switch DateReading(text) {
    case .empty: self = .empty
    case .endless: self = .endless
    // Years that no term reaches fill the field: 2999-12-31, 3000-01-01.
    case .day(let day): self = day.year >= 2900 ? .endless : .end(day)
    case .impossible, .notADate: self = Self.isEndless(text) ? .endless : .unreadable
    }
  }

  private static func isEndless(_ text: Span<UInt8>) -> Bool {
    for word: StaticString in [
      "长期", "永久", "永续", "无固定期限", "无固定经营期限", "无期限", "无限期", "不约定期限", "不约定", "无营业期限",
    ] where text.starts(with: word) {
      return true
    }
    return false
  }

  /// Place behind the last word for "until".
  private static func start(in text: Span<UInt8>) -> Int {
    var start = 0
    for word: StaticString in ["至", "到", "~", "～"] {
      var from = 0
      while let range = text.firstRange(of: word, from: from) {
        start = max(start, range.upperBound)
        from = range.upperBound
      }
    }
    return start
  }
}

/// Comparing the ends of business terms.
package enum BusinessTermComparison {
  /// Grades two terms. O(n), no allocation.
  ///
  /// - Parameter emptyIsEndless: Whether the registry leaves the field empty where there is
  ///   no end.
  package static func compare(
    _ ours: Span<UInt8>, _ theirs: Span<UInt8>, emptyIsEndless: Bool = false
  ) -> Agreement {
    let a = BusinessTerm(ours)
    var b = BusinessTerm(theirs)
    if b == .empty, emptyIsEndless { b = .endless }
    switch (a, b) {
    case (.empty, _), (_, .empty): return .notComparable(.empty)
    case (.unreadable, _), (_, .unreadable): return .notComparable(.unreadable)
    case (.endless, .endless): return ours.equals(theirs) ? .exact : .equalAfterNormalisation
    case (.endless, .end), (.end, .endless): return .different(.endless)
    case (.end(let first), .end(let second)):
      if first == second { return ours.equals(theirs) ? .exact : .equalAfterNormalisation }
      let apart = abs(Int(first.number) - Int(second.number))
      // A term of twenty years from 1 March ends on the last of February or on 1 March.
      return apart == 1 ? .similar(.oneDay) : .different(.unspecified)
    }
  }
}
