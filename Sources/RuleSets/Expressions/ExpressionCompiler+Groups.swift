import Findings
import Records

/// A number over a group, as it is gathered from its records.
enum GroupValueNode: Sendable {
  case sum(NumberNode, places: Int)
  case distinct(TextNode)

  var elements: [DataElement] {
    switch self {
    case .sum(let number, _): number.elements
    case .distinct(let text): text.elements
    }
  }
}

/// A condition on groups of records, ready to be worked out.
struct GroupCondition: Sendable {
  let condition: FlagNode
  let keys: [DataElement]
  let values: [GroupValueNode]
}

extension ExpressionCompiler {
  /// What a rule on groups requires: a condition over `count`, `sum` and `distinct`.
  mutating func groupCondition(_ expression: RuleExpression) -> GroupCondition? {
    groups = GroupParts()
    let node = flag(expression)
    let parts = groups ?? GroupParts()
    groups = nil
    guard let node, !parts.keys.isEmpty else { return nil }
    return GroupCondition(condition: node, keys: parts.keys, values: parts.values)
  }

  struct GroupParts: Sendable {
    var keys: [DataElement] = []
    var values: [GroupValueNode] = []
  }

  mutating func group(
    _ name: String, of part: RuleExpression?, per keys: [String], _ expression: RuleExpression
  ) -> CompiledValue? {
    guard let parts = groups else {
      report(.groupInside, expression)
      return nil
    }
    guard let function = GroupFunction(rawValue: name) else {
      report(
        .unknownFunction(name), expression,
        nearest: SettingsReader.nearest(
          to: name, among: GroupFunction.allCases.map(\.rawValue)))
      return nil
    }
    guard (part == nil) == (function == .count) else {
      let usage =
        function == .count ? "count(per ELEMENT, …)" : "\(name)(VALUE per ELEMENT, …)"
      report(
        .argumentCount(name, found: part == nil ? 0 : 1), expression,
        expected: Text(zh: usage, en: usage))
      return nil
    }
    // What stands inside is asked of single records.
    groups = nil
    let elements = keys.compactMap { element($0, expression) }
    let value = part.flatMap { inner($0, function, keys: elements) }
    groups = parts
    guard elements.count == keys.count else { return nil }
    if parts.keys.isEmpty {
      groups?.keys = elements
    } else if parts.keys != elements {
      report(.groupKeysDiffer, expression)
      return nil
    }
    guard let (node, type) = part == nil ? (nil, ValueType.number) : value.map({ ($0.0, $0.1) })
    else { return nil }
    guard let node else { return .number(.group(0), places: 0) }
    groups?.values.append(node)
    let number = NumberNode.group((groups?.values.count ?? 0))
    switch (node, type) {
    case (.sum(_, let places), .amount(let currency)):
      return .amount(number, places: places, currency)
    case (.sum(_, let places), _): return .number(number, places: places)
    case (.distinct, _): return .number(number, places: 0)
    }
  }

  private mutating func inner(
    _ part: RuleExpression, _ function: GroupFunction, keys: [DataElement]
  ) -> (GroupValueNode?, ValueType)? {
    if function == .distinct {
      if case .name(let name) = part.form, let element = DataElement.named(name),
        self.element(name, part) != nil
      {
        return (.distinct(.element(element)), .number)
      }
      return text(part).map { (.distinct($0), .number) }
    }
    guard let value = value(part) else { return nil }
    switch value {
    case .number(let node, let places): return (.sum(node, places: places), .number)
    case .amount(let node, let places, .of(let element)):
      // Amounts of several currencies do not add up.
      guard let currency = Money.currencyElement(of: element), !keys.contains(currency) else {
        return (.sum(node, places: places), .amount(.of(element)))
      }
      return (
        .sum(.inCurrency(node, currency, Money.yuan), places: places), .amount(.named("CNY"))
      )
    case .amount(let node, let places, let currency):
      return (.sum(node, places: places), .amount(currency))
    default:
      wrongType(value, part, .number)
      return nil
    }
  }
}
