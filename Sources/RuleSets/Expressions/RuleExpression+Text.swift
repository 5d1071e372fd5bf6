import Records

extension RuleExpression: CustomStringConvertible {
  /// The expression as it is written; reading it again gives an equal one.
  package var description: String { text(0) }

  /// How tightly a form binds; a part that binds less than its place asks for gets brackets.
  private var strength: Int {
    switch form {
    case .when: 0
    case .any: 1
    case .all: 2
    case .not: 3
    case .compare, .member, .memberOf: 4
    case .calculate(.plus, _, _), .calculate(.minus, _, _): 5
    case .calculate(.times, _, _): 6
    case .negative: 7
    default: 8
    }
  }

  private func text(_ least: Int) -> String {
    let text = plainText
    return strength < least ? "(\(text))" : text
  }

  private var plainText: String {
    switch form {
    case .text(let text): return Self.quoted(text)
    case .number(let digits, let unit): return digits + (unit.map { " " + $0 } ?? "")
    case .day(let day): return day.description
    case .flag(let flag): return flag ? "true" : "false"
    case .name(let name): return name
    case .not(let part): return "not " + part.text(3)
    case .negative(let part): return "-" + part.text(7)
    case .all(let parts): return parts.map { $0.text(3) }.joined(separator: " and ")
    case .any(let parts): return parts.map { $0.text(2) }.joined(separator: " or ")
    case .compare(let sign, let a, let b): return "\(a.text(5)) \(sign.rawValue) \(b.text(5))"
    case .calculate(.times, let a, let b): return "\(a.text(6)) * \(b.text(7))"
    case .calculate(let sign, let a, let b): return "\(a.text(5)) \(sign.rawValue) \(b.text(6))"
    case .member(let part, let words, let negated):
      let list = words.map { $0.text(5) }.joined(separator: ", ")
      return part.text(5) + (negated ? " not in [" : " in [") + list + "]"
    case .memberOf(let part, let name, let negated):
      return part.text(5) + (negated ? " not in " : " in ") + name
    case .call(let name, let arguments):
      let list = arguments.map { ($0.label.map { $0 + ": " } ?? "") + $0.value.text(1) }
      return "\(name)(\(list.joined(separator: ", ")))"
    case .choice(let condition, let a, let b):
      return "(if \(condition.text(1)) then \(a.text(1)) else \(b.text(1)))"
    case .when(let condition, let part): return "when \(condition.text(1)) then \(part.text(0))"
    case .group(let name, let part, let keys):
      return "\(name)(" + (part.map { $0.text(5) + " " } ?? "") + "per "
        + keys.joined(separator: ", ") + ")"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.flatMap { "\"\\".contains($0) ? "\\\($0)" : "\($0)" } + "\""
  }
}
