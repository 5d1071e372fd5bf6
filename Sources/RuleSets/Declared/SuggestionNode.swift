import Records

/// A text that a finding proposes, made for failed records only.
indirect enum SuggestionNode: Sendable {
  case constant([UInt8])
  case text(TextNode)
  case joined([SuggestionNode])
  case upper(SuggestionNode)
  case lower(SuggestionNode)
  case replaced(SuggestionNode, [UInt8], [UInt8])
  case choice(FlagNode, SuggestionNode, SuggestionNode)

  /// Appends the text for a block of one record; nothing where an element of it is missing.
  func write(
    _ record: borrowing RecordBlock, _ machine: inout Machine, to text: inout [UInt8]
  ) {
    let start = text.count
    switch self {
    case .constant(let bytes): text.append(contentsOf: bytes)
    case .text(let node):
      var cells = [Cell.empty]
      machine.read(node, record, &cells)
      text.append(record.text(cells[0]))
    case .joined(let parts):
      for part in parts {
        let before = text.count
        part.write(record, &machine, to: &text)
        if text.count == before {
          text.removeSubrange(start...)
          return
        }
      }
    case .upper(let part), .lower(let part):
      part.write(record, &machine, to: &text)
      let isUpper = if case .upper = self { true } else { false }
      for index in start..<text.count where text[index].isLetter {
        text[index] = isUpper ? text[index] & 0xDF : text[index] | 0x20
      }
    case .replaced(let part, let old, let new):
      part.write(record, &machine, to: &text)
      let made = String(decoding: text[start...], as: UTF8.self)
        .replacing(String(decoding: old, as: UTF8.self), with: String(decoding: new, as: UTF8.self))
      text.removeSubrange(start...)
      text.append(contentsOf: made.utf8)
    case .choice(let condition, let a, let b):
      var states: [UInt8] = [0]
      machine.flags(condition, record, &states)
      if states[0] == Machine.isTrue { a.write(record, &machine, to: &text) }
      if states[0] == Machine.isFalse { b.write(record, &machine, to: &text) }
    }
  }

  var elements: [DataElement] {
    switch self {
    case .constant: []
    case .text(let text): text.elements
    case .joined(let parts): parts.flatMap(\.elements)
    case .upper(let part), .lower(let part), .replaced(let part, _, _): part.elements
    case .choice(let condition, let a, let b): condition.elements + a.elements + b.elements
    }
  }
}

extension ExpressionCompiler {
  /// A text to propose; may use functions that make new texts.
  mutating func suggestion(_ expression: RuleExpression) -> SuggestionNode? {
    switch expression.form {
    case .text(let text): return .constant(Array(text.utf8))
    case .name(let name):
      guard let element = element(name, expression) else { return nil }
      return .text(.element(element))
    case .choice(let condition, let a, let b):
      let asked = flag(condition)
      let (first, second) = (suggestion(a), suggestion(b))
      guard let asked, let first, let second else { return nil }
      return .choice(asked, first, second)
    case .call(let name, let arguments):
      guard let function = SuggestionFunction(rawValue: name) else {
        return text(expression).map { .text($0) }
      }
      let wanted = function == .replace ? 3 : function == .join ? max(2, arguments.count) : 1
      guard arguments.count == wanted, arguments.allSatisfy({ $0.label == nil }) else {
        report(.argumentCount(name, found: arguments.count), expression)
        return nil
      }
      let first = suggestion(arguments[0].value)
      switch function {
      case .upper: return first.map { .upper($0) }
      case .lower: return first.map { .lower($0) }
      case .join:
        let parts = arguments.map { suggestion($0.value) }
        let whole = parts.compactMap { $0 }
        return whole.count == parts.count ? .joined(whole) : nil
      case .replace:
        guard let old = literal(arguments[1].value), let new = literal(arguments[2].value),
          let first
        else { return nil }
        if old.isEmpty {
          report(.notALiteral, arguments[1].value)
          return nil
        }
        return .replaced(first, Array(old.utf8), Array(new.utf8))
      }
    default: return text(expression).map { .text($0) }
    }
  }
}
