import Findings
import Records

/// Two numbers or amounts of one unit and the same places.
struct NumberPair {
  let a: NumberNode
  let b: NumberNode
  let places: Int
  /// nil for plain numbers.
  let currency: ValueType.Currency?

  /// A value of the same kind.
  func made(_ node: NumberNode) -> CompiledValue {
    currency.map { .amount(node, places: places, $0) } ?? .number(node, places: places)
  }
}

extension ExpressionCompiler {
  /// Greatest number of places of a product.
  private static let greatestPlaces = 18

  /// Both values as numbers that can be put together; reports where they cannot.
  mutating func numbers(
    _ first: CompiledValue, _ second: CompiledValue, _ expression: RuleExpression
  ) -> NumberPair? {
    func split(_ value: CompiledValue) -> (NumberNode, Int, ValueType.Currency?)? {
      switch value {
      case .number(let node, let places): (node, places, nil)
      case .amount(let node, let places, let currency): (node, places, currency)
      default: nil
      }
    }
    guard let left = split(first), let right = split(second) else {
      mismatch(first, second, expression)
      return nil
    }
    var (a, b) = (left.0, right.0)
    let (placesA, placesB) = (left.1, right.1)
    var (currencyA, currencyB) = (left.2, right.2)
    if currencyA != nil, second.isZero { currencyB = .any }
    if currencyB != nil, first.isZero { currencyA = .any }
    guard (currencyA == nil) == (currencyB == nil) else {
      mismatch(first, second, expression)
      return nil
    }
    var currency = currencyA
    if let x = currencyA, let y = currencyB {
      switch (x, y) {
      case (_, .any): break
      case (.any, _): currency = y
      case (.of(let e), .of(let f))
      where Money.currencyElement(of: e) == Money.currencyElement(of: f):
        break
      case (.named(let c), .named(let d)):
        if c != d {
          mismatch(first, second, expression)
          return nil
        }
      default:
        if groups != nil {
          // The records of a group are gone by then.
          mismatch(first, second, expression)
          return nil
        }
        let code =
          if case .named(let c) = x { c } else if case .named(let d) = y { d } else { "CNY" }
        a = Self.inCurrency(a, x, code)
        b = Self.inCurrency(b, y, code)
        currency = .named(code)
      }
    }
    let places = max(placesA, placesB)
    a = a.scaled(from: placesA, to: places)
    b = b.scaled(from: placesB, to: places)
    return NumberPair(a: a, b: b, places: places, currency: currency)
  }

  private static func inCurrency(
    _ node: NumberNode, _ currency: ValueType.Currency, _ code: String
  ) -> NumberNode {
    guard case .of(let element) = currency, let named = Money.currencyElement(of: element) else {
      return node
    }
    return .inCurrency(node, named, Array(code.utf8))
  }

  mutating func mismatch(
    _ first: CompiledValue, _ second: CompiledValue, _ expression: RuleExpression
  ) {
    var expected: Text?
    switch (first.type, second.type) {
    case (.amount, .number), (.number, .amount):
      expected = Text(
        zh: "带单位的金额，如 10000元、1万元、5000 USD",
        en: "an amount with its unit, such as 10000元, 1万元, 5000 USD")
    case (.date, .text), (.text, .date):
      expected = Text(zh: "不加引号的日期，如 2026-01-31", en: "a date without quotes, such as 2026-01-31")
    case (.text, .number), (.number, .text):
      expected = Text(zh: "加引号的文本，或 number(…)", en: "a text in quotes, or number(…)")
    default: break
    }
    report(.mismatch(first.type, second.type), expression, expected: expected)
  }

  mutating func calculate(
    _ sign: RuleExpression.Calculation, _ a: RuleExpression, _ b: RuleExpression,
    _ expression: RuleExpression
  ) -> CompiledValue? {
    let first = value(a)
    let second = value(b)
    guard let first, let second else { return nil }
    if sign != .times {
      guard let pair = numbers(first, second, expression) else { return nil }
      return pair.made(Self.folded(sign, pair.a, pair.b))
    }
    let (x, placesX, currencyX): (NumberNode, Int, ValueType.Currency?)
    let (y, placesY, currencyY): (NumberNode, Int, ValueType.Currency?)
    switch (first, second) {
    case (.number(let n, let p), .number(let m, let q)):
      (x, placesX, currencyX, y, placesY, currencyY) = (n, p, nil, m, q, nil)
    case (.number(let n, let p), .amount(let m, let q, let c)):
      (x, placesX, currencyX, y, placesY, currencyY) = (n, p, nil, m, q, c)
    case (.amount(let n, let p, let c), .number(let m, let q)):
      (x, placesX, currencyX, y, placesY, currencyY) = (n, p, c, m, q, nil)
    default:
      mismatch(first, second, expression)
      return nil
    }
    let places = placesX + placesY
    if places > Self.greatestPlaces {
      report(.numberTooLong, expression, expected: Text(zh: "较少的乘法", en: "fewer products"))
      return nil
    }
    let node = Self.folded(.times, x, y)
    return (currencyX ?? currencyY).map { .amount(node, places: places, $0) }
      ?? .number(node, places: places)
  }

  private static func folded(
    _ sign: RuleExpression.Calculation, _ a: NumberNode, _ b: NumberNode
  ) -> NumberNode {
    if case .constant(let x) = a, case .constant(let y) = b {
      let (result, overflow) =
        switch sign {
        case .plus: x.addingReportingOverflow(y)
        case .minus: x.subtractingReportingOverflow(y)
        case .times: x.multipliedReportingOverflow(by: y)
        }
      if !overflow { return .constant(result) }
    }
    return .calculate(sign, a, b)
  }

  // MARK: Comparisons

  mutating func compare(
    _ comparison: RuleExpression.Comparison, _ a: RuleExpression, _ b: RuleExpression,
    _ expression: RuleExpression
  ) -> CompiledValue? {
    let first = value(a)
    let second = value(b)
    guard let first, let second else { return nil }
    let isEquality = comparison == .equal || comparison == .notEqual
    func signed(_ node: FlagNode) -> CompiledValue {
      .flag(comparison == .notEqual ? .not(node) : node)
    }
    switch (first, second) {
    case (.text(let x), .text(let y)) where isEquality: return signed(.sameText(x, y))
    case (.text(let x), .constantText(let text)):
      if isEquality { return signed(.isText(x, ConstantTexts([text]))) }
      return .flag(.precedes(x, Array(text.utf8), comparison))
    case (.constantText(let text), .text(let x)) where isEquality:
      return signed(.isText(x, ConstantTexts([text])))
    case (.flag(let x), .flag(let y)) where isEquality: return signed(.same(x, y))
    case (.date(let x), .date(let y)): return .flag(.compareDates(comparison, x, y))
    case (.text, .text), (.constantText, .text), (.flag, .flag), (.constantText, .constantText):
      report(
        .wrongType(found: first.type), expression,
        expected: Text(zh: "与引号中的文本用 = 或 != 比较", en: "= or != with an element"))
      return nil
    default:
      guard let pair = numbers(first, second, expression) else { return nil }
      return .flag(.compareNumbers(comparison, pair.a, pair.b))
    }
  }

  mutating func member(
    _ part: RuleExpression, _ words: [RuleExpression], _ expression: RuleExpression
  ) -> FlagNode? {
    guard let value = value(part) else { return nil }
    if case .text(let node) = value {
      let texts = words.map { literal($0) }
      let whole = texts.compactMap { $0 }
      return whole.count == texts.count ? .isText(node, ConstantTexts(whole)) : nil
    }
    var parts: [FlagNode] = []
    for word in words {
      guard let compared = compare(.equal, part, word, word), case .flag(let node) = compared
      else { return nil }
      parts.append(node)
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  mutating func member(
    _ part: RuleExpression, ofParameter name: String, _ expression: RuleExpression
  ) -> FlagNode? {
    let node = text(part)
    guard case .texts(let texts) = scope.parameters[name] else {
      let lists = scope.parameters.filter { if case .texts = $0.value { true } else { false } }
      report(
        .unknownName(name), expression,
        expected: Text(zh: "[值, …] 或列表参数", en: "[VALUE, …], or a parameter that is a list"),
        nearest: SettingsReader.nearest(to: name, among: lists.keys.sorted()))
      return nil
    }
    return node.map { .isText($0, ConstantTexts(texts)) }
  }
}
