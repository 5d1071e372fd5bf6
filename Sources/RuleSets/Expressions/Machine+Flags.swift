import Records

extension Machine {
  /// Works a condition out for every record of a block, or only for those that `needed` marks.
  mutating func flags(
    _ node: FlagNode, _ block: borrowing RecordBlock, _ out: inout [UInt8],
    needed: [UInt8]? = nil
  ) {
    switch node {
    case .constant(let value): fill(&out, block.count, value ? Self.isTrue : Self.isFalse)
    case .unknown: fill(&out, block.count, Self.hasNoTable)
    case .missing: fill(&out, block.count, Self.isMissing)
    case .present(let element): presence(element, block, &out)
    case .readable(let element): readability(element, block, &out)
    case .isText(let text, let constants):
      forEachText(text, block, into: &out) {
        constants.contains($0) ? Self.isTrue : Self.isFalse
      }
    case .precedes(let text, let other, let comparison):
      forEachText(text, block, into: &out) {
        Self.holds(comparison, Self.order($0, other.span)) ? Self.isTrue : Self.isFalse
      }
    case .begins(let text, let start):
      forEachText(text, block, into: &out) {
        $0.agrees(at: 0, with: start.span, at: 0, count: start.count) ? Self.isTrue : Self.isFalse
      }
    case .ends(let text, let end):
      forEachText(text, block, into: &out) {
        $0.agrees(at: $0.count - end.count, with: end.span, at: 0, count: end.count)
          ? Self.isTrue : Self.isFalse
      }
    case .contains(let text, let piece):
      forEachText(text, block, into: &out, needed: needed) {
        Self.holds(piece, in: $0) ? Self.isTrue : Self.isFalse
      }
    case .matches(let text, let pattern):
      let memory = memory
      forEachText(text, block, into: &out, needed: needed) {
        switch pattern.match($0, memory) {
        case .match: Self.isTrue
        case .noMatch: Self.isFalse
        case .limitReached: Self.isBeyondLimit
        }
      }
    case .sameText(let a, let b): sameTexts(a, b, block, &out)
    case .listed(let text, let codes, let date):
      listed(text, codes, date, block, &out, needed: needed)
    case .compareNumbers(let comparison, let a, let b):
      var (first, second) = (takeNumbers(block.count), takeNumbers(block.count))
      var states = takeStates(block.count)
      numbers(a, block, &first, &out)
      numbers(b, block, &second, &states)
      for place in 0..<block.count {
        let order = first[place] < second[place] ? -1 : first[place] == second[place] ? 0 : 1
        let state = max(out[place], states[place])
        out[place] =
          state != 0 ? state : Self.holds(comparison, order) ? Self.isTrue : Self.isFalse
      }
      give(first)
      give(second)
      give(states)
    case .compareDates(let comparison, let a, let b):
      compare(comparison, a, b, block, &out)
    case .not(let part):
      flags(part, block, &out, needed: needed)
      for place in 0..<block.count where out[place] <= Self.isFalse { out[place] ^= 1 }
    case .same(let a, let b):
      var states = takeStates(block.count)
      flags(a, block, &out, needed: needed)
      flags(b, block, &states, needed: needed)
      for place in 0..<block.count {
        let (x, y) = (out[place], states[place])
        out[place] = max(x, y) <= Self.isFalse ? x ^ y : max(x, y)
      }
      give(states)
    case .all(let parts): join(parts, block, &out, decided: Self.isFalse, needed: needed)
    case .any(let parts): join(parts, block, &out, decided: Self.isTrue, needed: needed)
    case .choice(let condition, let a, let b):
      var (first, second) = (takeStates(block.count), takeStates(block.count))
      flags(condition, block, &out, needed: needed)
      flags(a, block, &first, needed: needed)
      flags(b, block, &second, needed: needed)
      for place in 0..<block.count {
        if out[place] <= Self.isFalse {
          out[place] = out[place] == Self.isTrue ? first[place] : second[place]
        }
      }
      give(first)
      give(second)
    case .when(let condition, let part):
      flags(condition, block, &out, needed: needed)
      var (rest, open) = (takeStates(block.count), takeStates(block.count))
      var isOpen = false
      for place in 0..<block.count {
        let asks = out[place] == Self.isTrue && needed?[place] != 0
        open[place] = asks ? 1 : 0
        if asks { isOpen = true }
      }
      if isOpen { flags(part, block, &rest, needed: part.isCostly ? open : nil) }
      for place in 0..<block.count {
        if out[place] == Self.isTrue {
          out[place] = rest[place]
        } else if out[place] == Self.isFalse {
          out[place] = Self.isMissing
        }
      }
      give(rest)
      give(open)
    }
  }

  /// `and` and `or`: what decides is the state `decided`, else the greatest state counts. The
  /// order of the parts does not matter to the result.
  private mutating func join(
    _ parts: [FlagNode], _ block: borrowing RecordBlock, _ out: inout [UInt8], decided: UInt8,
    needed: [UInt8]?
  ) {
    flags(parts[0], block, &out, needed: needed)
    var (rest, open) = (takeStates(block.count), takeStates(block.count))
    for part in parts.dropFirst() {
      let isCostly = part.isCostly
      if isCostly {
        var isOpen = false
        for place in 0..<block.count {
          let asks = out[place] != decided && needed?[place] != 0
          open[place] = asks ? 1 : 0
          if asks { isOpen = true }
        }
        if !isOpen { continue }
      }
      flags(part, block, &rest, needed: isCostly ? open : nil)
      var result = out.mutableSpan
      for place in 0..<block.count {
        let (a, b) = (result[place], rest[place])
        result[place] = a == decided || b == decided ? decided : max(a, b)
      }
    }
    give(rest)
    give(open)
  }

  // MARK: Leaves

  private func presence(
    _ element: DataElement, _ block: borrowing RecordBlock, _ out: inout [UInt8]
  ) {
    guard block.carries(element) else { return fill(&out, block.count, Self.hasNoColumn) }
    let slot = block.slot(of: element)
    var out = out.mutableSpan
    for place in 0..<block.count {
      out[place] = block.cell(place, slot).isEmpty ? Self.isFalse : Self.isTrue
    }
  }

  private mutating func readability(
    _ element: DataElement, _ block: borrowing RecordBlock, _ out: inout [UInt8]
  ) {
    let type = element.facts.type
    forEachText(.element(element), block, into: &out) {
      let isReadable =
        type == .date
        ? Self.day($0).1 == Self.isTrue
        : ExactNumber.read($0, isAmount: type == .amount) != nil
      return isReadable ? Self.isTrue : Self.isFalse
    }
  }

  private mutating func sameTexts(
    _ a: TextNode, _ b: TextNode, _ block: borrowing RecordBlock, _ out: inout [UInt8]
  ) {
    guard block.carries(a.element), block.carries(b.element) else {
      return fill(&out, block.count, Self.hasNoColumn)
    }
    var (first, second) = (takeCells(block.count), takeCells(block.count))
    read(a, block, &first)
    read(b, block, &second)
    for place in 0..<block.count {
      let (x, y) = (block.text(first[place]), block.text(second[place]))
      out[place] =
        x.isEmpty || y.isEmpty ? Self.isMissing : x.equals(y) ? Self.isTrue : Self.isFalse
    }
    give(first)
    give(second)
  }

  private mutating func listed(
    _ text: TextNode, _ codes: ListedCodes, _ date: DateNode?, _ block: borrowing RecordBlock,
    _ out: inout [UInt8], needed: [UInt8]?
  ) {
    // A list with doubtful rows cannot say that a code is wrong.
    let absent = codes.isComplete ? Self.isFalse : Self.hasNoTable
    guard let date else {
      forEachText(text, block, into: &out, needed: needed) {
        codes.contains($0, on: nil) ? Self.isTrue : absent
      }
      return
    }
    if case .constant(let day) = date {
      forEachText(text, block, into: &out, needed: needed) {
        codes.contains($0, on: day.number) ? Self.isTrue : absent
      }
      return
    }
    guard block.carries(text.element) else {
      return fill(&out, block.count, Self.hasNoColumn)
    }
    var (cells, days) = (takeCells(block.count), takeDays(block.count))
    read(text, block, &cells)
    self.days(date, block, &days, &out)
    for place in 0..<block.count {
      let text = block.text(cells[place])
      if text.isEmpty {
        out[place] = max(out[place], Self.isMissing)
      } else if out[place] == Self.isTrue {
        out[place] = codes.contains(text, on: days[place]) ? Self.isTrue : absent
      }
    }
    give(cells)
    give(days)
  }

  private mutating func compare(
    _ comparison: RuleExpression.Comparison, _ a: DateNode, _ b: DateNode,
    _ block: borrowing RecordBlock, _ out: inout [UInt8]
  ) {
    if case .element(let element) = a, case .constant(let day) = b, block.carries(element) {
      return compare(comparison, element, day, block, &out)
    }
    if case .element(let first) = a, case .element(let second) = b, block.carries(first),
      block.carries(second)
    {
      return compare(comparison, first, second, block, &out)
    }
    var first = takeDays(block.count)
    days(a, block, &first, &out)
    var (second, states) = (takeDays(block.count), takeStates(block.count))
    days(b, block, &second, &states)
    for place in 0..<block.count {
      let order = first[place] < second[place] ? -1 : first[place] == second[place] ? 0 : 1
      let state = max(out[place], states[place])
      out[place] =
        state != 0 ? state : Self.holds(comparison, order) ? Self.isTrue : Self.isFalse
    }
    give(first)
    give(second)
    give(states)
  }

  /// Whether a comparison holds between two values of which the first is less (-1), the same
  /// (0) or greater (1).
  @inline(__always) static func holds(_ comparison: RuleExpression.Comparison, _ order: Int) -> Bool
  {
    switch comparison {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }

  /// Byte by byte.
  private static func order(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Int {
    let common = min(a.count, b.count)
    for index in 0..<common where a[index] != b[index] { return a[index] < b[index] ? -1 : 1 }
    return a.count < b.count ? -1 : a.count == b.count ? 0 : 1
  }

  private static func holds(_ piece: [UInt8], in text: Span<UInt8>) -> Bool {
    var start = 0
    while start + piece.count <= text.count {
      if text.agrees(at: start, with: piece.span, at: 0, count: piece.count) { return true }
      start += 1
    }
    return false
  }
}
