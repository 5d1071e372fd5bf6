import Records

/// Which entries explain a difference between a line and the entries below it.
package enum BookExplanation: Equatable, Sendable {
  /// Nothing explains it.
  case none
  /// The lower side has these entries too many, or the upper side lacks them.
  case surplus([Int])
  /// These entries stand on the wrong side, debit for credit.
  case wrongSide([Int])
  /// An entry of this amount is too many on another line that differs: number of the line among
  /// those explained, place of the entry among the line's.
  case elsewhere(line: Int, entry: Int)
  /// Several sets of so many entries would explain it: nothing can be said.
  case several(size: Int)
  /// There are too many entries to look for sets of more than this size.
  case tooMany(size: Int)

  /// An entry of a line as it is searched.
  package struct Entry: Hashable, Sendable {
    package let figures: BookFigures
    package let identity: PackedKey

    package init(figures: BookFigures, identity: PackedKey) {
      self.figures = figures
      self.identity = identity
    }
  }

  /// Explains what the lower side has more than the upper one, `excess`, by its entries.
  /// Smaller sets go before larger ones; among sets of one size none is preferred. `compared`
  /// are the figures of the excess; where `isNet`, what an entry moves stands among the
  /// debits. O(n²) at most, for n up to the bound of `SubsetSearch`.
  package static func explain(
    _ excess: BookFigures, by entries: [Entry], compared: FigureSet, isNet: Bool = false,
    limit: Int = 1500
  ) -> BookExplanation {
    let plain = entries.map { entry in
      SubsetSearch.Candidate(
        figures: counted(entry.figures, compared, isNet), identity: entry.identity)
    }
    let surplus = SubsetSearch(plain, limit: limit)
    let turned = SubsetSearch(
      plain.map { candidate in
        let figures = candidate.figures
        let sides = figures.debit - figures.credit
        return SubsetSearch.Candidate(
          figures: isNet
            ? BookFigures(debit: 2 * figures.debit)
            : BookFigures(debit: sides, credit: -sides),
          identity: candidate.identity)
      }, limit: limit)
    for size in 1...3 {
      switch (surplus.sets(of: size, adding: excess), turned.sets(of: size, adding: excess)) {
      case (.one(let set), .none): return .surplus(set)
      case (.none, .one(let set)): return .wrongSide(set)
      case (.none, .none): continue
      case (.tooMany, _), (_, .tooMany): return .tooMany(size: size - 1)
      default: return .several(size: size)
      }
    }
    return .none
  }

  /// The figures of an entry that count.
  package static func counted(
    _ figures: BookFigures, _ compared: FigureSet, _ isNet: Bool
  ) -> BookFigures {
    isNet ? BookFigures(debit: figures.debit - figures.credit) : figures.only(compared)
  }
}

extension BookExplanation {
  /// A line that differs, with its entries on the lower side.
  package struct Case: Sendable {
    package let currency: BookCurrency
    package let excess: BookFigures
    package let entries: [Entry]

    package init(currency: BookCurrency, excess: BookFigures, entries: [Entry]) {
      self.currency = currency
      self.excess = excess
      self.entries = entries
    }
  }

  /// Explains lines that differ: each by its own entries, and what one lacks by what a single
  /// other has too many. O(entries of the lines), plus the searches.
  package static func explain(
    _ cases: [Case], compared: FigureSet, isNet: Bool = false, limit: Int = 1500
  ) -> [BookExplanation] {
    var result = cases.map {
      explain($0.excess, by: $0.entries, compared: compared, isNet: isNet, limit: limit)
    }
    struct Amount: Hashable {
      let currency: BookCurrency
      let figures: BookFigures
    }
    // Entries that are too many for certain, by what they add.
    var surplus: [Amount: [(line: Int, entry: Int)]] = [:]
    for (line, explanation) in result.enumerated() {
      guard case .surplus(let places) = explanation else { continue }
      for place in places {
        let figures = counted(cases[line].entries[place].figures, compared, isNet)
        surplus[Amount(currency: cases[line].currency, figures: figures), default: []]
          .append((line, place))
      }
    }
    for (line, explanation) in result.enumerated() where explanation == .none {
      let lacking = Amount(
        currency: cases[line].currency, figures: BookFigures() - cases[line].excess)
      if let found = surplus[lacking], found.count == 1 {
        result[line] = .elsewhere(line: found[0].line, entry: found[0].entry)
      }
    }
    return result
  }
}
