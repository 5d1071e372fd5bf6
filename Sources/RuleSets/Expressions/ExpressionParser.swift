import Records

/// Reads an expression: recursive descent over words and signs, one look ahead, to a limited
/// depth. Stops at the first fault.
package struct ExpressionParser {
  /// Greatest depth of brackets, negations and the like.
  static let greatestDepth = 100
  /// Greatest number of words and signs.
  static let greatestCount = 5_000

  private let tokens: [ExpressionToken]
  private var place = 0
  private var depth = 0

  /// The expression that is written as `text`.
  package static func parse(_ text: String) throws(ExpressionFault) -> RuleExpression {
    var scanner = ExpressionScanner(text)
    var parser = try ExpressionParser(tokens: try scanner.tokens())
    let expression = try parser.expression()
    guard parser.tokens[parser.place].kind == .end else {
      throw parser.unexpected(
        Text(zh: "and、or、比较运算符，或表达式到此为止", en: "and, or, a comparison, or the end"))
    }
    return expression
  }

  private init(tokens: [ExpressionToken]) throws(ExpressionFault) {
    if tokens.count > Self.greatestCount {
      throw ExpressionFault(.tooManySteps, tokens[Self.greatestCount].range)
    }
    self.tokens = tokens
  }

  // MARK: Levels

  /// `when … then …`, or a disjunction.
  private mutating func expression() throws(ExpressionFault) -> RuleExpression {
    let start = place
    guard take("when") else { return try disjunction() }
    try descend()
    defer { depth -= 1 }
    let condition = try disjunction()
    try expect("then")
    let part = try expression()
    return made(.when(condition, then: part), from: start)
  }

  private mutating func disjunction() throws(ExpressionFault) -> RuleExpression {
    let start = place
    var parts = [try conjunction()]
    while take("or") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : made(.any(parts), from: start)
  }

  private mutating func conjunction() throws(ExpressionFault) -> RuleExpression {
    let start = place
    var parts = [try negation()]
    while take("and") { parts.append(try negation()) }
    return parts.count == 1 ? parts[0] : made(.all(parts), from: start)
  }

  private mutating func negation() throws(ExpressionFault) -> RuleExpression {
    let start = place
    guard take("not") else { return try comparison() }
    try descend()
    defer { depth -= 1 }
    let part = try negation()
    return made(.not(part), from: start)
  }

  private mutating func comparison() throws(ExpressionFault) -> RuleExpression {
    let start = place
    let left = try sum()
    if case .sign(let sign) = tokens[place].kind,
      let comparison = RuleExpression.Comparison(rawValue: sign)
    {
      place += 1
      if comparison == .equal, peek("=") {
        throw ExpressionFault(
          .unexpected("="), tokens[place].range, expected: Self.operand, nearest: "=")
      }
      let right = try sum()
      return made(.compare(comparison, left, right), from: start)
    }
    var isNegated = false
    if peekWord("not"), place + 1 < tokens.count, tokens[place + 1].kind == .word("in") {
      isNegated = true
      place += 1
    }
    guard take("in") else { return left }
    if case .word(let name) = tokens[place].kind, !RuleExpression.keywords.contains(name) {
      place += 1
      return made(.memberOf(left, name, negated: isNegated), from: start)
    }
    guard takeSign("[") else {
      throw unexpected(Text(zh: "[值, …] 或参数名", en: "[VALUE, …] or the name of a parameter"))
    }
    var words: [RuleExpression] = []
    repeat { words.append(try sum()) } while takeSign(",")
    try expect("]")
    return made(.member(left, of: words, negated: isNegated), from: start)
  }

  private mutating func sum() throws(ExpressionFault) -> RuleExpression {
    let start = place
    var left = try product()
    var terms = 0
    defer { depth -= terms }
    while peek("+") || peek("-") {
      let calculation: RuleExpression.Calculation = peek("+") ? .plus : .minus
      place += 1
      try descend()
      terms += 1
      let right = try product()
      left = made(.calculate(calculation, left, right), from: start)
    }
    return left
  }

  private mutating func product() throws(ExpressionFault) -> RuleExpression {
    let start = place
    var left = try signed()
    var factors = 0
    defer { depth -= factors }
    while takeSign("*") {
      try descend()
      factors += 1
      let right = try signed()
      left = made(.calculate(.times, left, right), from: start)
    }
    return left
  }

  private mutating func signed() throws(ExpressionFault) -> RuleExpression {
    let start = place
    guard takeSign("-") else { return try primary() }
    try descend()
    defer { depth -= 1 }
    let part = try signed()
    return made(.negative(part), from: start)
  }

  private mutating func primary() throws(ExpressionFault) -> RuleExpression {
    let start = place
    let token = tokens[place]
    switch token.kind {
    case .text(let text):
      place += 1
      return made(.text(text), from: start)
    case .day(let day):
      place += 1
      return made(.day(day), from: start)
    case .number(let digits):
      place += 1
      var unit: String?
      if case .word(let word) = tokens[place].kind, Money.isUnit(word) {
        unit = word
        place += 1
      }
      return made(.number(digits: digits, unit: unit), from: start)
    case .sign("("):
      place += 1
      try descend()
      defer { depth -= 1 }
      let inside = try expression()
      try expect(")")
      return inside
    case .word("true"), .word("false"):
      place += 1
      return made(.flag(token.kind == .word("true")), from: start)
    case .word("if"):
      place += 1
      try descend()
      defer { depth -= 1 }
      let condition = try disjunction()
      try expect("then")
      let then = try disjunction()
      try expect("else")
      let otherwise = try disjunction()
      return made(.choice(if: condition, then: then, otherwise: otherwise), from: start)
    case .word(let name) where !RuleExpression.keywords.contains(name):
      place += 1
      guard takeSign("(") else { return made(.name(name), from: start) }
      try descend()
      defer { depth -= 1 }
      return try call(name, from: start)
    default: throw unexpected(Self.operand)
    }
  }

  private mutating func call(_ name: String, from start: Int) throws(ExpressionFault)
    -> RuleExpression
  {
    if takeSign(")") { return made(.call(name, []), from: start) }
    if take("per") { return try group(name, of: nil, from: start) }
    var arguments: [RuleExpression.Argument] = []
    repeat {
      var label: String?
      if case .word(let word) = tokens[place].kind, tokens[place + 1].kind == .sign(":") {
        label = word
        place += 2
      }
      arguments.append(RuleExpression.Argument(label: label, value: try disjunction()))
    } while takeSign(",")
    if arguments.count == 1, arguments[0].label == nil, take("per") {
      return try group(name, of: arguments[0].value, from: start)
    }
    try expect(")")
    return made(.call(name, arguments), from: start)
  }

  private mutating func group(
    _ name: String, of part: RuleExpression?, from start: Int
  ) throws(ExpressionFault) -> RuleExpression {
    var keys: [String] = []
    repeat {
      guard case .word(let key) = tokens[place].kind else {
        throw unexpected(Text(zh: "分组的数据项", en: "the element to group by"))
      }
      keys.append(key)
      place += 1
    } while takeSign(",")
    try expect(")")
    return made(.group(name, of: part, per: keys), from: start)
  }

  // MARK: Words and signs

  private static let operand = Text(
    zh: "数据项、函数、文本、数值或日期", en: "an element, a function, a text, a number or a date")

  private func peek(_ sign: String) -> Bool { tokens[place].kind == .sign(sign) }
  private func peekWord(_ word: String) -> Bool { tokens[place].kind == .word(word) }

  private mutating func take(_ word: String) -> Bool {
    guard peekWord(word) else { return false }
    place += 1
    return true
  }

  private mutating func takeSign(_ sign: String) -> Bool {
    guard peek(sign) else { return false }
    place += 1
    return true
  }

  private mutating func expect(_ word: String) throws(ExpressionFault) {
    if peek(word) || peekWord(word) {
      place += 1
      return
    }
    throw unexpected(Text(zh: word, en: word))
  }

  private mutating func descend() throws(ExpressionFault) {
    depth += 1
    if depth > Self.greatestDepth {
      throw ExpressionFault(.tooDeep(limit: Self.greatestDepth), tokens[place].range)
    }
  }

  private func unexpected(_ expected: Text) -> ExpressionFault {
    let token = tokens[place]
    var nearest: String?
    let found: String
    switch token.kind {
    case .word(let word):
      found = word
      let words = RuleExpression.keywords.filter { expected.en.contains($0) || $0.count > 1 }
      if !RuleExpression.keywords.contains(word) {
        nearest = SettingsReader.nearest(to: word, among: words)
      }
    case .text(let text): found = "\"\(text)\""
    case .number(let digits): found = digits
    case .day(let day): found = "\(day)"
    case .sign(let sign): found = sign
    case .end: found = ""
    }
    return ExpressionFault(.unexpected(found), token.range, expected: expected, nearest: nearest)
  }

  /// A form that reaches from a word to the one before the next.
  private func made(_ form: RuleExpression.Form, from start: Int) -> RuleExpression {
    RuleExpression(form, tokens[start].range.lowerBound..<tokens[place - 1].range.upperBound)
  }
}
