import Foundation
import Records

@testable import RuleSets

/// Works expressions out record by record over `String` and `Decimal`, straight from what
/// docs/expressions.md says; shares nothing with the machine.
struct SlowEvaluator {
  let record: [DataElement: String]
  let asOf: Day

  enum State: Int, Comparable {
    case missing = 2, columnMissing = 3, tableMissing = 4, unreadable = 5
    static func < (a: State, b: State) -> Bool { a.rawValue < b.rawValue }
  }

  enum Value: Equatable {
    case flag(Bool)
    case text(String)
    case number(Decimal)
    case day(Day)
    case endless
    case none(State)
  }

  /// The code of the outcome.
  func outcome(_ expression: RuleExpression) -> UInt8 {
    switch value(expression) {
    case .flag(let flag): flag ? 0 : 1
    case .none(let state): UInt8(state.rawValue)
    default: 255
    }
  }

  func value(_ expression: RuleExpression) -> Value {
    switch expression.form {
    case .text(let text): return .text(text)
    case .number(let digits, let unit):
      let factor: Decimal = unit == "万元" ? 10_000 : unit == "亿元" ? 100_000_000 : 1
      return .number(Decimal(string: digits)! * factor)
    case .day(let day): return .day(day)
    case .flag(let flag): return .flag(flag)
    case .name("asOf"): return .day(asOf)
    case .name(let name): return element(DataElement.named(name)!)
    case .not(let part):
      if case .flag(let flag) = value(part) { return .flag(!flag) }
      return value(part)
    case .negative(let part):
      if case .number(let number) = value(part) { return .number(-number) }
      return value(part)
    case .all(let parts): return joined(parts.map { value($0) }, decided: false)
    case .any(let parts): return joined(parts.map { value($0) }, decided: true)
    case .compare(let comparison, let a, let b): return compare(comparison, value(a), value(b))
    case .calculate(let sign, let a, let b):
      let (x, y) = (value(a), value(b))
      if let state = worst([x, y]) { return .none(state) }
      guard case .number(let p) = x, case .number(let q) = y else { return .flag(false) }
      switch sign {
      case .plus: return .number(p + q)
      case .minus: return .number(p - q)
      case .times: return .number(p * q)
      }
    case .member(let part, let words, let negated):
      guard case .text(let text) = value(part) else { return value(part) }
      let found = words.contains { value($0) == .text(text) }
      return .flag(found != negated)
    case .choice(let condition, let a, let b):
      guard case .flag(let flag) = value(condition) else { return value(condition) }
      return value(flag ? a : b)
    case .when(let condition, let part):
      switch value(condition) {
      case .flag(true): return value(part)
      case .flag(false): return .none(.missing)
      case let other: return other
      }
    case .call(let name, let arguments): return call(name, arguments.map(\.value))
    case .memberOf, .group: fatalError("not made")
    }
  }

  private func cell(_ element: DataElement) -> String? {
    record[element].map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " \t\u{3000}")) }
  }

  private func element(_ element: DataElement) -> Value {
    guard let text = cell(element) else { return .none(.columnMissing) }
    if text.isEmpty { return .none(.missing) }
    switch element.facts.type {
    case .text, .code: return .text(text)
    case .date: return Self.day(text)
    case .integer, .amount: return Self.number(text, isAmount: element.facts.type == .amount)
    }
  }

  static func day(_ text: String) -> Value {
    if ["长期", "长期有效", "永久"].contains(text) { return .endless }
    let parts: [Substring]
    if text.count == 8, text.allSatisfy({ $0.isASCII && $0.isNumber }) {
      parts = [text.prefix(4), text.dropFirst(4).prefix(2), text.suffix(2)]
    } else {
      parts = text.split { "-/.年月日".contains($0) }
    }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3, parts.count == 3, parts[0].count == 4,
      let day = Day(year: numbers[0], month: numbers[1], day: numbers[2])
    else { return .none(.unreadable) }
    return .day(day)
  }

  static func number(_ text: String, isAmount: Bool) -> Value {
    var digits = text
    var factor: Decimal = 1
    if isAmount, digits.hasSuffix("万元") { (digits, factor) = (String(digits.dropLast(2)), 10_000) }
    let plain = digits.replacing(/,(\d{3})/) { $0.1 }
    guard plain.wholeMatch(of: /[-+]?\d+(\.\d{0,6})?/) != nil, let number = Decimal(string: plain)
    else { return .none(.unreadable) }
    return .number(number * factor)
  }

  private func worst(_ values: [Value]) -> State? {
    values.compactMap { if case .none(let state) = $0 { state } else { nil } }.max()
  }

  private func joined(_ values: [Value], decided: Bool) -> Value {
    if values.contains(.flag(decided)) { return .flag(decided) }
    return worst(values).map { .none($0) } ?? .flag(!decided)
  }

  private func compare(_ comparison: RuleExpression.Comparison, _ a: Value, _ b: Value) -> Value {
    // Conditions: whether both hold or neither.
    if let state = worst([a, b]) { return .none(state) }
    if case .flag(let flag) = a, case .flag(let other) = b {
      return .flag((flag == other) == (comparison == .equal))
    }
    let order: Int
    switch (a, b) {
    case (.text(let x), .text(let y)): order = x == y ? 0 : 1
    case (.number(let x), .number(let y)): order = x < y ? -1 : x == y ? 0 : 1
    case (.day(let x), .day(let y)): order = x < y ? -1 : x == y ? 0 : 1
    case (.endless, .endless): order = 0
    case (.endless, _): order = 1
    case (_, .endless): order = -1
    default: return .flag(false)
    }
    switch comparison {
    case .equal: return .flag(order == 0)
    case .notEqual: return .flag(order != 0)
    case .less: return .flag(order < 0)
    case .lessOrEqual: return .flag(order <= 0)
    case .greater: return .flag(order > 0)
    case .greaterOrEqual: return .flag(order >= 0)
    }
  }

  private func call(_ name: String, _ arguments: [RuleExpression]) -> Value {
    if name == "present" || name == "empty", case .name(let element) = arguments[0].form {
      guard let text = cell(DataElement.named(element)!) else { return .none(.columnMissing) }
      return .flag(text.isEmpty == (name == "empty"))
    }
    if name == "readable", case .name(let word) = arguments[0].form {
      let element = DataElement.named(word)!
      guard let text = cell(element) else { return .none(.columnMissing) }
      if text.isEmpty { return .none(.missing) }
      if case .none = self.element(element) { return .flag(false) }
      return .flag(true)
    }
    if ["length", "bytes", "bytes_gb18030"].contains(name) {
      guard case .text(let text) = value(arguments[0]) else { return value(arguments[0]) }
      switch name {
      case "length": return .number(Decimal(text.unicodeScalars.count))
      case "bytes": return .number(Decimal(text.utf8.count))
      default:
        let encoding = CFStringConvertEncodingToNSStringEncodingForGB18030
        return .number(Decimal(text.data(using: encoding)!.count))
      }
    }
    let values = arguments.map { value($0) }
    if let state = worst(values) { return .none(state) }
    switch (name, values.first, values.dropFirst().first) {
    case ("starts_with", .text(let a), .text(let b)): return .flag(a.hasPrefix(b))
    case ("ends_with", .text(let a), .text(let b)): return .flag(a.hasSuffix(b))
    case ("contains", .text(let a), .text(let b)): return .flag(a.contains(b))
    case ("matches", .text(let a), .text(let b)):
      return .flag(try! Regex(b).asciiOnlyDigits().wholeMatch(in: a) != nil)
    case ("finds", .text(let a), .text(let b)):
      return .flag(try! Regex(b).asciiOnlyDigits().firstMatch(in: a) != nil)
    case ("part", .text(let text), .number(let from)):
      var rest = text.unicodeScalars.dropFirst(NSDecimalNumber(decimal: from).intValue - 1)
      if values.count == 3, case .number(let count) = values[2] {
        rest = rest.prefix(NSDecimalNumber(decimal: count).intValue)
      }
      return rest.isEmpty ? .none(.missing) : .text(String(String.UnicodeScalarView(rest)))
    case ("last", .text(let text), .number(let count)):
      return .text(
        String(
          String.UnicodeScalarView(
            text.unicodeScalars.suffix(NSDecimalNumber(decimal: count).intValue))))
    case ("number", .text(let text), _): return Self.number(text, isAmount: false)
    case ("date", .text(let text), _): return Self.day(text)
    case ("years_between", .endless, _), ("years_between", _, .endless),
      ("days_between", .endless, _),
      ("days_between", _, .endless), ("year", .endless, _), ("month", .endless, _),
      ("day", .endless, _):
      return .none(.missing)
    case ("years_between", .day(let a), .day(let b)): return .number(Decimal(b.years(since: a)))
    case ("days_between", .day(let a), .day(let b)):
      return .number(Decimal(Int(b.number) - Int(a.number)))
    case ("add_years", .day(let a), .number(let n)):
      return .day(a.adding(years: NSDecimalNumber(decimal: n).intValue))
    case ("add_days", .day(let a), .number(let n)):
      return .day(a.adding(days: NSDecimalNumber(decimal: n).intValue))
    case ("add_years", .endless, _), ("add_days", .endless, _): return .endless
    case ("year", .day(let a), _): return .number(Decimal(a.parts.year))
    case ("month", .day(let a), _): return .number(Decimal(a.parts.month))
    case ("day", .day(let a), _): return .number(Decimal(a.parts.day))
    default: fatalError("\(name) \(values)")
    }
  }
}

extension Regex {
  fileprivate func asciiOnlyDigits() -> Regex { asciiOnlyDigits(true) }
}

/// What Foundation calls GB18030: Core Foundation's number with its mark.
private let CFStringConvertEncodingToNSStringEncodingForGB18030 = String.Encoding(
  rawValue: 0x8000_0632)
