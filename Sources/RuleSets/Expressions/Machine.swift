import Extracts
import Findings
import Records
import Validators

/// Works expressions out for a block of records: registers that are used again and again, one
/// set a thread at a time. No allocation but the first time.
struct Machine: Sendable {
  /// States of a register: the codes of `Outcome`. True and a value are 0.
  static let isTrue = Outcome.passed.code
  static let isFalse = Outcome.failed.code
  static let isMissing = Outcome.notApplicable.code
  static let isUnreadable = Outcome.notEvaluated(.cellUnreadable).code
  static let hasNoColumn = Outcome.notEvaluated(.columnMissing).code
  static let hasNoTable = Outcome.notEvaluated(.referenceMissing).code
  static let isBeyondLimit = Outcome.notEvaluated(.limitReached).code
  /// Stands for 长期: later than every day.
  static let endless = Int32.max

  private var states = Registers<UInt8>(blank: 0)
  private var numbers = Registers<Int128>(blank: 0)
  private var days = Registers<Int32>(blank: 0)
  private var cells = Registers<Cell>(blank: .empty)
  let memory = Pattern.Memory()
  /// The groups that a condition on groups is worked out for.
  var groups: [GroupTotals] = []

  mutating func takeStates(_ count: Int) -> [UInt8] { states.take(count) }
  mutating func give(_ register: consuming [UInt8]) { states.give(register) }
  mutating func takeNumbers(_ count: Int) -> [Int128] { numbers.take(count) }
  mutating func give(_ register: consuming [Int128]) { numbers.give(register) }
  mutating func takeDays(_ count: Int) -> [Int32] { days.take(count) }
  mutating func give(_ register: consuming [Int32]) { days.give(register) }
  mutating func takeCells(_ count: Int) -> [Cell] { cells.take(count) }
  mutating func give(_ register: consuming [Cell]) { cells.give(register) }

  /// Where `chosen` is false puts the values of the other branch, where it is neither true nor
  /// false its own state.
  static func choose<Value>(
    _ chosen: [UInt8], _ count: Int, _ values: inout [Value], _ states: inout [UInt8],
    _ other: [Value], _ otherStates: [UInt8]
  ) {
    for place in 0..<count {
      switch chosen[place] {
      case isTrue: break
      case isFalse: (values[place], states[place]) = (other[place], otherStates[place])
      default: states[place] = chosen[place]
      }
    }
  }

  // MARK: Texts

  /// Calls `body` with every record's text; an empty one is a missing one. The state of all
  /// records where the source has no such column.
  @inline(__always) mutating func forEachText(
    _ node: TextNode, _ block: borrowing RecordBlock, into states: inout [UInt8],
    needed: [UInt8]? = nil, _ body: (Span<UInt8>) -> UInt8
  ) {
    let element = node.element
    guard block.carries(element) else {
      fill(&states, block.count, Self.hasNoColumn)
      return
    }
    if case .element = node {
      let slot = block.slot(of: element)
      var out = states.mutableSpan
      if let needed {
        for place in 0..<block.count where needed[place] != 0 {
          let text = block.text(block.cell(place, slot))
          out[place] = text.isEmpty ? Self.isMissing : body(text)
        }
        return
      }
      for place in 0..<block.count {
        let text = block.text(block.cell(place, slot))
        out[place] = text.isEmpty ? Self.isMissing : body(text)
      }
      return
    }
    var cells = takeCells(block.count)
    read(node, block, &cells)
    var out = states.mutableSpan
    for place in 0..<block.count {
      let text = block.text(cells[place])
      out[place] = text.isEmpty ? Self.isMissing : body(text)
    }
    give(cells)
  }

  /// Where every record's text stands.
  mutating func read(_ node: TextNode, _ block: borrowing RecordBlock, _ cells: inout [Cell]) {
    switch node {
    case .element(let element):
      let slot = block.slot(of: element)
      for place in 0..<block.count { cells[place] = block.cell(place, slot) }
    case .part(let whole, let from, let count):
      read(whole, block, &cells)
      for place in 0..<block.count {
        let text = block.text(cells[place])
        let start = text.offset(ofCharacter: from)
        let end =
          count.map { start + text.extracting(start..<text.count).offset(ofCharacter: $0) }
          ?? text.count
        let base = Int(cells[place].start)
        cells[place] = Cell((base + start)..<(base + end))
      }
    case .last(let whole, let count):
      read(whole, block, &cells)
      for place in 0..<block.count {
        let text = block.text(cells[place])
        let start = text.offset(ofCharacter: max(0, text.characterCount - count))
        let base = Int(cells[place].start)
        cells[place] = Cell((base + start)..<Int(cells[place].end))
      }
    }
  }

  func fill(_ states: inout [UInt8], _ count: Int, _ state: UInt8) {
    var out = states.mutableSpan
    for place in 0..<count { out[place] = state }
  }
}

/// Registers of one kind that are not in use.
private struct Registers<Element: Sendable>: Sendable {
  let blank: Element
  private var free: [[Element]] = []

  init(blank: Element) { self.blank = blank }

  /// A register of at least so many places, with anything in them.
  mutating func take(_ count: Int) -> [Element] {
    var register = free.popLast() ?? []
    if register.count < count {
      register.append(contentsOf: repeatElement(blank, count: count - register.count))
    }
    return register
  }

  mutating func give(_ register: consuming [Element]) { free.append(register) }
}

extension Span<UInt8> {
  /// Byte at which a character, counted from 0, begins; the end where there are fewer. O(n).
  func offset(ofCharacter number: Int) -> Int {
    var left = number
    var index = 0
    while index < count {
      if self[index] & 0xC0 != 0x80 {
        if left == 0 { return index }
        left -= 1
      }
      index += 1
    }
    return index
  }
}
