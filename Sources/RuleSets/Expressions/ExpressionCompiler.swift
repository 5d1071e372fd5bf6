import Findings
import Records
import References

/// Turns an expression into nodes that can be worked out, and notes all that is wrong with its
/// names and types. What is wrong comes back as nil; the parts beside it are looked at, too.
struct ExpressionCompiler {
  let scope: ExpressionScope
  private(set) var faults: [ExpressionFault] = []
  /// Tables that the expression looks things up in, as paths inside `mappings/`.
  private(set) var tables: Set<String> = []

  /// Keys and values of groups, while a condition on groups is compiled.
  var groups: GroupParts?

  init(_ scope: ExpressionScope) { self.scope = scope }

  /// A condition that a rule may ask: `when … then …` may stand at its top.
  mutating func condition(_ expression: RuleExpression) -> FlagNode? {
    if case .when(let asked, let part) = expression.form {
      let first = flag(asked)
      let second = condition(part)
      guard let first, let second else { return nil }
      return .when(first, second)
    }
    return flag(expression)
  }

  mutating func report(
    _ kind: ExpressionFault.Kind, _ expression: RuleExpression, expected: Text? = nil,
    nearest: String? = nil
  ) {
    if faults.count >= 100 { return }
    faults.append(
      ExpressionFault(kind, expression.range, expected: expected, nearest: nearest))
  }

  mutating func use(_ lists: [CodeListCatalogue.List]) { tables.formUnion(lists.map(\.path)) }

  // MARK: Values of one type

  mutating func flag(_ expression: RuleExpression) -> FlagNode? {
    guard let value = value(expression) else { return nil }
    if case .flag(let node) = value { return node }
    wrongType(value, expression, .flag)
    return nil
  }

  mutating func text(_ expression: RuleExpression) -> TextNode? {
    guard let value = value(expression) else { return nil }
    if case .text(let node) = value { return node }
    wrongType(value, expression, .text)
    return nil
  }

  mutating func date(_ expression: RuleExpression) -> DateNode? {
    guard let value = value(expression) else { return nil }
    if case .date(let node) = value { return node }
    wrongType(value, expression, .date)
    return nil
  }

  mutating func wrongType(_ value: CompiledValue, _ expression: RuleExpression, _ wanted: ValueType)
  {
    report(.wrongType(found: value.type), expression, expected: wanted.title)
  }

  /// A text that is written out.
  mutating func literal(_ expression: RuleExpression) -> String? {
    let found: ValueType
    switch expression.form {
    case .text(let text): return text
    case .number: found = .number
    case .day: found = .date
    case .flag: found = .flag
    default: found = .text
    }
    report(
      found == .text ? .notALiteral : .wrongType(found: found), expression,
      expected: Text(zh: "引号中的文本", en: "a text in quotes"))
    return nil
  }

  /// A whole number that is written out or is a parameter.
  mutating func count(_ expression: RuleExpression, in range: ClosedRange<Int>) -> Int? {
    if case .negative(let part) = expression.form, case .number(let digits, nil) = part.form,
      let number = Int(digits), range.contains(-number)
    {
      return -number
    }
    if case .number(let digits, nil) = expression.form, let number = Int(digits),
      range.contains(number)
    {
      return number
    }
    // Whatever the bank sets must do.
    if case .name(let name) = expression.form, case .integer(let number) = scope.parameters[name],
      let allowed = scope.ranges[name], range.contains(allowed.lowerBound),
      range.contains(allowed.upperBound)
    {
      return number
    }
    report(
      .badCount, expression,
      expected: Text(
        zh: "\(range.lowerBound) 至 \(range.upperBound) 的整数",
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)"))
    return nil
  }

  // MARK: Any value

  mutating func value(_ expression: RuleExpression) -> CompiledValue? {
    switch expression.form {
    case .text(let text): return .constantText(text)
    case .number(let digits, let unit):
      let (value, places) = ExactNumber.literal(digits)
      guard let unit else { return .number(.constant(value), places: places) }
      let (currency, factor) = Money.meaning(of: unit)
      return .amount(.constant(value * factor), places: places, .named(currency))
    case .day(let day): return .date(.constant(day))
    case .flag(let flag): return .flag(.constant(flag))
    case .name(let name): return named(name, expression)
    case .not(let part): return flag(part).map { .flag(.not($0)) }
    case .negative(let part): return negative(part)
    case .all(let parts): return flags(parts).map { .flag(.all($0)) }
    case .any(let parts): return flags(parts).map { .flag(.any($0)) }
    case .compare(let comparison, let a, let b): return compare(comparison, a, b, expression)
    case .calculate(let sign, let a, let b): return calculate(sign, a, b, expression)
    case .member(let part, let words, let negated):
      return member(part, words, expression).map { .flag(negated ? .not($0) : $0) }
    case .memberOf(let part, let name, let negated):
      return member(part, ofParameter: name, expression).map { .flag(negated ? .not($0) : $0) }
    case .call(let name, let arguments): return call(name, arguments, expression)
    case .choice(let condition, let a, let b): return choice(condition, a, b, expression)
    case .when(let condition, let part):
      report(
        .whenInside, expression,
        expected: Text(
          zh: "if … then … else …；when 只能用在最外层",
          en: "if … then … else …; when stands at the top only"
        ))
      _ = flag(condition)
      _ = value(part)
      return nil
    case .group(let name, let part, let keys): return group(name, of: part, per: keys, expression)
    }
  }

  private mutating func flags(_ parts: [RuleExpression]) -> [FlagNode]? {
    let nodes = parts.map { flag($0) }
    let whole = nodes.compactMap { $0 }
    return whole.count == nodes.count ? whole : nil
  }

  private mutating func named(_ name: String, _ expression: RuleExpression) -> CompiledValue? {
    if name == "asOf" { return .date(.constant(scope.asOf)) }
    if let value = scope.parameters[name] {
      if case .integer(let number) = value {
        return .number(.constant(Int128(number)), places: 0)
      }
      report(
        .notALiteral, expression,
        expected: Text(zh: "列表参数只能用于 in", en: "a parameter that is a list stands behind in"))
      return nil
    }
    guard let element = element(name, expression) else { return nil }
    switch element.facts.type {
    case .text, .code: return .text(.element(element))
    case .date: return .date(.element(element))
    case .integer: return .number(.element(element, isAmount: false), places: ExactNumber.places)
    case .amount:
      return .amount(
        .element(element, isAmount: true), places: ExactNumber.places,
        Money.currencyElement(of: element) == nil ? .named("CNY") : .of(element))
    }
  }

  /// An element that every kind of record asked of has.
  mutating func element(_ name: String, _ expression: RuleExpression) -> DataElement? {
    if groups != nil {
      report(.noGroup, expression)
      return nil
    }
    guard let element = DataElement.named(name) else {
      report(
        .unknownName(name), expression,
        expected: Text(
          zh: "数据项（mappings/elements.csv）、参数或 asOf",
          en: "an element (mappings/elements.csv), a parameter or asOf"),
        nearest: SettingsReader.nearest(to: name, among: scope.names))
      return nil
    }
    if let party = scope.parties.first(where: { !element.facts.parties.contains($0) }) {
      report(
        .elementOfOtherParty(name), expression,
        expected: Text(zh: "\(party.title.zh)的数据项", en: "an element of a record of kind \(party)"))
      return nil
    }
    return element
  }

  private mutating func negative(_ part: RuleExpression) -> CompiledValue? {
    guard let value = value(part) else { return nil }
    func minus(_ node: NumberNode) -> NumberNode {
      if case .constant(let number) = node { return .constant(-number) }
      return .calculate(.minus, .constant(0), node)
    }
    switch value {
    case .number(let node, let places): return .number(minus(node), places: places)
    case .amount(let node, let places, let currency):
      return .amount(minus(node), places: places, currency)
    default:
      wrongType(value, part, .number)
      return nil
    }
  }

  private mutating func choice(
    _ condition: RuleExpression, _ a: RuleExpression, _ b: RuleExpression,
    _ expression: RuleExpression
  ) -> CompiledValue? {
    let asked = flag(condition)
    let first = value(a)
    let second = value(b)
    guard let asked, let first, let second else { return nil }
    switch (first, second) {
    case (.flag(let x), .flag(let y)): return .flag(.choice(asked, x, y))
    case (.date(let x), .date(let y)): return .date(.choice(asked, x, y))
    case (.text, _), (.constantText, _):
      report(
        .wrongType(found: .text), a,
        expected: Text(zh: "条件、数值、金额或日期", en: "a condition, a number, an amount or a date"))
      return nil
    default:
      guard let pair = numbers(first, second, expression) else { return nil }
      return pair.made(.choice(asked, pair.a, pair.b))
    }
  }
}
