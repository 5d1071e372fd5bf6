import Extracts
import Records
import Validators

extension Machine {
  // MARK: Dates

  mutating func days(
    _ node: DateNode, _ block: borrowing RecordBlock, _ days: inout [Int32],
    _ states: inout [UInt8]
  ) {
    switch node {
    case .constant(let day):
      fill(&states, block.count, Self.isTrue)
      for place in 0..<block.count { days[place] = day.number }
    case .element(let element):
      guard block.carries(element) else { return fill(&states, block.count, Self.hasNoColumn) }
      let slot = block.slot(of: element)
      var out = days.mutableSpan
      var marks = states.mutableSpan
      for place in 0..<block.count {
        (out[place], marks[place]) = Self.day(block.text(block.cell(place, slot)))
      }
    case .text(let text):
      guard block.carries(text.element) else {
        return fill(&states, block.count, Self.hasNoColumn)
      }
      var cells = takeCells(block.count)
      read(text, block, &cells)
      for place in 0..<block.count {
        (days[place], states[place]) = Self.day(block.text(cells[place]))
      }
      give(cells)
    case .later(let base, let years, let more):
      self.days(base, block, &days, &states)
      for place in 0..<block.count
      where states[place] == Self.isTrue && days[place] != Self.endless {
        var day = Day(number: days[place])
        if years != 0 { day = day.adding(years: years) }
        days[place] = day.adding(days: more).number
      }
    case .choice(let condition, let a, let b):
      var chosen = takeStates(block.count)
      flags(condition, block, &chosen)
      var other = takeDays(block.count)
      var otherStates = takeStates(block.count)
      self.days(a, block, &days, &states)
      self.days(b, block, &other, &otherStates)
      Self.choose(chosen, block.count, &days, &states, other, otherStates)
      give(chosen)
      give(other)
      give(otherStates)
    }
  }

  @inline(__always) static func day(_ text: Span<UInt8>) -> (Int32, UInt8) {
    switch DateReading(text) {
    case .day(let day): (day.number, isTrue)
    case .endless: (endless, isTrue)
    case .empty: (0, isMissing)
    case .impossible, .notADate: (0, isUnreadable)
    }
  }

  // MARK: Numbers

  mutating func numbers(
    _ node: NumberNode, _ block: borrowing RecordBlock, _ values: inout [Int128],
    _ states: inout [UInt8]
  ) {
    switch node {
    case .constant(let value):
      fill(&states, block.count, Self.isTrue)
      for place in 0..<block.count { values[place] = value }
    case .element(let element, let isAmount):
      guard block.carries(element) else { return fill(&states, block.count, Self.hasNoColumn) }
      let slot = block.slot(of: element)
      var out = values.mutableSpan
      var marks = states.mutableSpan
      for place in 0..<block.count {
        let text = block.text(block.cell(place, slot))
        if text.isEmpty {
          marks[place] = Self.isMissing
        } else if let value = ExactNumber.read(text, isAmount: isAmount) {
          (out[place], marks[place]) = (value, Self.isTrue)
        } else {
          marks[place] = Self.isUnreadable
        }
      }
    case .text(let text):
      guard block.carries(text.element) else {
        return fill(&states, block.count, Self.hasNoColumn)
      }
      var cells = takeCells(block.count)
      read(text, block, &cells)
      for place in 0..<block.count {
        let text = block.text(cells[place])
        let value = text.isEmpty ? nil : ExactNumber.read(text, isAmount: false)
        values[place] = value ?? 0
        states[place] =
          value != nil ? Self.isTrue : text.isEmpty ? Self.isMissing : Self.isUnreadable
      }
      give(cells)
    case .length(let text, let unit): lengths(text, unit, block, &values, &states)
    case .calculate(let sign, let a, let b):
      var other = takeNumbers(block.count)
      var otherStates = takeStates(block.count)
      numbers(a, block, &values, &states)
      numbers(b, block, &other, &otherStates)
      for place in 0..<block.count {
        let state = max(states[place], otherStates[place])
        states[place] = state
        if state != Self.isTrue { continue }
        let (value, overflow) = Self.calculate(sign, values[place], other[place])
        values[place] = value
        if overflow { states[place] = Self.isUnreadable }
      }
      give(other)
      give(otherStates)
    case .years(let from, let to), .days(let from, let to):
      let isYears = if case .years = node { true } else { false }
      var (first, last) = (takeDays(block.count), takeDays(block.count))
      var otherStates = takeStates(block.count)
      days(from, block, &first, &states)
      days(to, block, &last, &otherStates)
      for place in 0..<block.count {
        let state = max(states[place], otherStates[place])
        states[place] = state
        if state != Self.isTrue { continue }
        if first[place] == Self.endless || last[place] == Self.endless {
          states[place] = Self.isMissing
        } else if isYears {
          let years = Day(number: last[place]).years(since: Day(number: first[place]))
          values[place] = Int128(years)
        } else {
          values[place] = Int128(last[place]) - Int128(first[place])
        }
      }
      give(first)
      give(last)
      give(otherStates)
    case .part(let date, let part):
      var days = takeDays(block.count)
      self.days(date, block, &days, &states)
      for place in 0..<block.count where states[place] == Self.isTrue {
        if days[place] == Self.endless {
          states[place] = Self.isMissing
          continue
        }
        let parts = Day(number: days[place]).parts
        let value =
          switch part {
          case .year: parts.year
          case .month: parts.month
          case .day: parts.day
          }
        values[place] = Int128(value)
      }
      give(days)
    case .choice(let condition, let a, let b):
      var chosen = takeStates(block.count)
      flags(condition, block, &chosen)
      var other = takeNumbers(block.count)
      var otherStates = takeStates(block.count)
      numbers(a, block, &values, &states)
      numbers(b, block, &other, &otherStates)
      Self.choose(chosen, block.count, &values, &states, other, otherStates)
      give(chosen)
      give(other)
      give(otherStates)
    case .group(let number):
      for place in 0..<block.count {
        values[place] =
          number == 0 ? Int128(groups[place].count) : groups[place].values[number - 1]
        states[place] = number == 0 ? Self.isTrue : groups[place].states[number - 1]
      }
    case .inCurrency(let amount, let element, let code):
      numbers(amount, block, &values, &states)
      let slot = block.slot(of: element)
      for place in 0..<block.count where states[place] == Self.isTrue {
        if !Money.names(block.text(block.cell(place, slot)), code) {
          states[place] = Self.isMissing
        }
      }
    }
  }

  @inline(__always) private static func calculate(
    _ sign: RuleExpression.Calculation, _ a: Int128, _ b: Int128
  ) -> (Int128, Bool) {
    switch sign {
    case .plus: a.addingReportingOverflow(b)
    case .minus: a.subtractingReportingOverflow(b)
    case .times: a.multipliedReportingOverflow(by: b)
    }
  }

  private mutating func lengths(
    _ text: TextNode, _ unit: LengthUnit, _ block: borrowing RecordBlock,
    _ values: inout [Int128], _ states: inout [UInt8]
  ) {
    guard block.carries(text.element) else {
      return fill(&states, block.count, Self.hasNoColumn)
    }
    var cells = takeCells(block.count)
    read(text, block, &cells)
    for place in 0..<block.count {
      let text = block.text(cells[place])
      states[place] = text.isEmpty ? Self.isMissing : Self.isTrue
      let length =
        switch unit {
        case .characters: text.characterCount
        case .utf8: text.count
        case .gb18030: GB18030.byteCount(of: text)
        }
      values[place] = Int128(length)
    }
    give(cells)
  }
}
