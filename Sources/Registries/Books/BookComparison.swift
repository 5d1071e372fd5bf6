import Records

/// Two sides of a reconciliation, compared line by line.
///
/// A subject of the upper side that has no line of its own on the lower one, but whose code
/// others begin with, stands for all of these: charts of accounts add up from the lowest
/// level (末级科目).
package struct BookComparison: Sendable {
  /// How a line came out.
  package enum Verdict: Sendable, Equatable {
    case agrees
    case differs
    /// Amounts on one of the sides cannot be read.
    case unreadable
    /// One side has nothing at all of that day, or tells no figure that the other tells.
    case notComparable
  }

  /// A line as both sides have it.
  package struct Line: Sendable, Equatable {
    package let key: BookKey
    /// nil where the side has no such line.
    package let upper: BookTotals.Line?
    package let lower: BookTotals.Line?
    package let verdict: Verdict
    /// Upper less lower; 0 where a figure is not compared.
    package let difference: BookFigures
    /// Opening balance and movements less closing balance, where the side tells all four.
    package let upperImbalance: Int128?
    package let lowerImbalance: Int128?
    /// Accounts of the lower side that the line stands for, where they are several.
    package let members: [[UInt8]]
  }

  /// Figures that both sides tell.
  package let compared: FigureSet
  /// Whether opening to closing balance of one side is held against the movements of the
  /// other, as they have no figure in common.
  package let comparesNet: Bool
  /// By key.
  package let lines: [Line]

  private struct Sum {
    var line: BookTotals.Line
    var members: [[UInt8]] = []
  }

  /// Compares two sides of one level. `tolerance` is in ten-thousandths of a currency's unit.
  /// `balancing` says of which sides opening balance and movements have to give the closing
  /// balance: the upper, the lower. O(lines · log lines).
  package init(
    upper: BookTotals, lower: BookTotals, tolerance: Int128 = 0,
    balancing: (upper: Bool, lower: Bool) = (true, true)
  ) {
    compared = upper.tells.intersection(lower.tells)
    let isNet = Self.comparesNet(upper.tells, lower.tells)
    comparesNet = isNet
    let days = (
      upper: Set(upper.lines.map(\.key.day)), lower: Set(lower.lines.map(\.key.day))
    )
    let pairs = Self.pairs(upper, lower)
    let comparison = (compared: compared, isNet: isNet)
    let tells = (upper: upper.tells, lower: lower.tells)
    lines = pairs.map { key, above, below in
      let imbalances = (
        upper: balancing.upper && tells.upper == .all ? above?.figures.imbalance : nil,
        lower: balancing.lower && tells.lower == .all ? below?.line.figures.imbalance : nil
      )
      let a = above?.figures ?? BookFigures()
      let b = below?.line.figures ?? BookFigures()
      var difference = (a - b).only(comparison.compared)
      if comparison.isNet {
        // Held against each other is what moved: it stands among the debits.
        difference.debit =
          Self.net(a, tells.upper) - Self.net(b, tells.lower)
      }
      let limit = Self.units(tolerance, key.currency)
      let isFar = (0..<4).contains { difference[$0].magnitude > limit.magnitude }
      let isBroken =
        (imbalances.upper ?? 0).magnitude > limit.magnitude
        || (imbalances.lower ?? 0).magnitude > limit.magnitude
      let verdict: Verdict
      if (above?.unreadable ?? 0) > 0 || (below?.line.unreadable ?? 0) > 0 {
        verdict = .unreadable
      } else if isBroken {
        verdict = .differs
      } else if comparison.compared.isEmpty, !comparison.isNet {
        verdict = .notComparable
      } else if !isFar {
        verdict = .agrees
      } else if !days.upper.contains(key.day) || !days.lower.contains(key.day) {
        verdict = .notComparable
      } else {
        verdict = .differs
      }
      return Line(
        key: key, upper: above, lower: below?.line, verdict: verdict, difference: difference,
        upperImbalance: imbalances.upper, lowerImbalance: imbalances.lower,
        members: below?.members ?? [])
    }
  }

  /// Whether sides that tell these figures have anything that can be compared.
  package static func canCompare(_ upper: FigureSet, _ lower: FigureSet) -> Bool {
    !upper.isDisjoint(with: lower) || comparesNet(upper, lower)
  }

  private static func comparesNet(_ upper: FigureSet, _ lower: FigureSet) -> Bool {
    upper.intersection(lower).isDisjoint(with: .movements)
      && (upper.isSuperset(of: .movements) && lower.isSuperset(of: .balances)
        || lower.isSuperset(of: .movements) && upper.isSuperset(of: .balances))
  }

  /// What a line's balance moved by.
  private static func net(_ figures: BookFigures, _ tells: FigureSet) -> Int128 {
    tells.isSuperset(of: .movements)
      ? figures.debit - figures.credit : figures.closing - figures.opening
  }

  /// Ten-thousandths in the smallest units of a currency.
  private static func units(_ tenThousandths: Int128, _ currency: BookCurrency) -> Int128 {
    var divisor: Int128 = Amount.unit
    for _ in 0..<currency.decimals { divisor /= 10 }
    return tenThousandths / divisor
  }

  /// Lines of both sides under one key, by key.
  private static func pairs(
    _ upper: BookTotals, _ lower: BookTotals
  ) -> [(key: BookKey, upper: BookTotals.Line?, lower: Sum?)] {
    var below = Dictionary(uniqueKeysWithValues: lower.lines.map { ($0.key, Sum(line: $0)) })
    let above = Dictionary(uniqueKeysWithValues: upper.lines.map { ($0.key, $0) })
    var covered: Set<BookKey> = []
    if upper.level.account == .subjectCode {
      let sorted = SortedSubjects(lower.lines)
      for line in upper.lines where below[line.key] == nil {
        let members = sorted.members(of: line.key)
        if members.isEmpty { continue }
        var sum = Sum(
          line: BookTotals.Line(
            key: line.key, first: members[0].first, branch: members[0].branch))
        for member in members {
          sum.line.figures = sum.line.figures + member.figures
          sum.line.rows += member.rows
          sum.line.unreadable += member.unreadable
          if member.first < sum.line.first { sum.line.first = member.first }
          sum.members.append(member.key.account)
          covered.insert(member.key)
        }
        below[line.key] = sum
      }
    }
    let keys = Set(above.keys).union(below.keys)
    return keys.filter { above[$0] != nil || !covered.contains($0) }.sorted()
      .map { ($0, above[$0], below[$0]) }
  }
}

/// Lines of a book by branch, currency, day and subject, to find those below a subject.
private struct SortedSubjects {
  private let lines: [BookTotals.Line]

  init(_ lines: [BookTotals.Line]) {
    self.lines = lines.sorted { Self.precedes($0.key, $1.key) }
  }

  private static func precedes(_ a: BookKey, _ b: BookKey) -> Bool {
    if a.branch != b.branch { return a.branch.lexicographicallyPrecedes(b.branch) }
    if a.currency != b.currency { return a.currency < b.currency }
    if a.day != b.day { return a.day < b.day }
    return a.account.lexicographicallyPrecedes(b.account)
  }

  /// The lines of subjects whose code begins with that of `key`. O(log lines + members).
  func members(of key: BookKey) -> [BookTotals.Line] {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if Self.precedes(lines[middle].key, key) { low = middle + 1 } else { high = middle }
    }
    var members: [BookTotals.Line] = []
    while low < lines.count {
      let other = lines[low].key
      guard other.branch == key.branch, other.currency == key.currency, other.day == key.day,
        other.account.starts(with: key.account)
      else { break }
      members.append(lines[low])
      low += 1
    }
    return members
  }
}
