import Records
import TestSupport

@testable import RuleSets

/// Makes random expressions that are right, and random records for them, from a seed.
struct ExpressionMaker {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  static let texts: [DataElement] = [.sex, .payroll, .postcode, .email, .name, .documentNumber]
  static let dates: [DataElement] = [.birthDate, .openedDate, .documentExpiryDate]
  static let amounts: [DataElement] = [.annualIncome]
  /// In no record: the source has no such column.
  static let absent: DataElement = .phone

  private static let values = [
    "", "", "1", "0", "2", "341000", "abc", "张三丰", "赣州市章贡区A", "a@b.cn", "𠮷野家", "x y",
    "360702199001011234",
  ]
  private static let days = [
    "", "1990-05-20", "20000229", "2026-10-31", "长期", "2026-02-30", "见证件", "1949/10/1",
    "2026-11-01",
  ]
  private static let money = ["", "0", "-3.5", "1,000.25", "500万元", "一千", "12.3456789", "99999999"]

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  mutating func record() -> [DataElement: String] {
    var record: [DataElement: String] = [:]
    for element in Self.texts { record[element] = pick(Self.values) }
    for element in Self.dates { record[element] = pick(Self.days) }
    for element in Self.amounts { record[element] = pick(Self.money) }
    return record
  }

  private func made(_ form: RuleExpression.Form) -> RuleExpression { RuleExpression(form) }
  private func called(_ name: String, _ values: [RuleExpression]) -> RuleExpression {
    made(.call(name, values.map { RuleExpression.Argument(label: nil, value: $0) }))
  }
  private func quoted(_ text: String) -> RuleExpression { made(.text(text)) }
  private func plain(_ number: Int) -> RuleExpression {
    made(.number(digits: String(number), unit: nil))
  }

  mutating func condition(_ depth: Int) -> RuleExpression {
    if Int.random(in: 0..<12, using: &random) == 0, depth > 0 {
      return made(.when(flag(depth - 1), then: flag(depth - 1)))
    }
    return flag(depth)
  }

  mutating func flag(_ depth: Int) -> RuleExpression {
    switch depth > 0
      ? Int.random(in: 0..<17, using: &random) : Int.random(in: 7..<17, using: &random)
    {
    case 0: return made(.not(flag(depth - 1)))
    case 1, 2:
      return made(.all((0..<Int.random(in: 2...4, using: &random)).map { _ in flag(depth - 1) }))
    case 3, 4:
      return made(.any((0..<Int.random(in: 2...4, using: &random)).map { _ in flag(depth - 1) }))
    case 5:
      return made(.choice(if: flag(depth - 1), then: flag(depth - 1), otherwise: flag(depth - 1)))
    case 6: return made(.compare(pick([.equal, .notEqual]), flag(depth - 1), flag(depth - 1)))
    case 7: return called(pick(["present", "empty"]), [made(.name(anyElement().name))])
    case 8: return called("readable", [made(.name(pick(Self.dates + Self.amounts).name))])
    case 9: return made(.compare(pick([.equal, .notEqual]), text(), quoted(pick(Self.values))))
    case 10: return made(.compare(pick([.equal, .notEqual]), text(), text()))
    case 11:
      let words = (0..<Int.random(in: 1...7, using: &random)).map { _ in quoted(pick(Self.values)) }
      return made(.member(text(), of: words, negated: Bool.random(using: &random)))
    case 12:
      return called(
        pick(["starts_with", "ends_with", "contains"]),
        [text(), quoted(pick(["a", "1", "张", "34", ".cn"]))])
    case 13:
      return called(
        pick(["matches", "finds"]),
        [text(), quoted(pick(["[0-9]+", ".", "张.*", "[^@]+@[^@]+", "\\d{6}"]))])
    case 14: return made(.compare(comparison(), date(depth), date(depth)))
    case 15: return made(.compare(comparison(), amount(depth), amount(depth)))
    default: return made(.compare(comparison(), number(depth), number(depth)))
    }
  }

  private mutating func comparison() -> RuleExpression.Comparison {
    pick(RuleExpression.Comparison.allCases)
  }

  private mutating func anyElement() -> DataElement {
    pick(Self.texts + Self.dates + Self.amounts + [Self.absent])
  }

  private mutating func text() -> RuleExpression {
    let element = made(.name(pick(Self.texts + [Self.absent]).name))
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      return called(
        "part",
        [
          element, plain(Int.random(in: 1...4, using: &random)),
          plain(Int.random(in: 1...8, using: &random)),
        ])
    case 1: return called("part", [element, plain(Int.random(in: 1...4, using: &random))])
    case 2: return called("last", [element, plain(Int.random(in: 1...4, using: &random))])
    default: return element
    }
  }

  private mutating func date(_ depth: Int) -> RuleExpression {
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return made(.name("asOf"))
    case 1: return made(.day(Day("2000-01-01")!))
    case 2:
      return called("date", [called("part", [made(.name("document_number")), plain(7), plain(8)])])
    case 3 where depth > 0:
      return called(
        pick(["add_years", "add_days"]),
        [date(depth - 1), plain(Int.random(in: 1...400, using: &random))])
    case 4 where depth > 0:
      return made(.choice(if: flag(depth - 1), then: date(depth - 1), otherwise: date(depth - 1)))
    default: return made(.name(pick(Self.dates).name))
    }
  }

  private mutating func number(_ depth: Int) -> RuleExpression {
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return called(pick(["years_between", "days_between"]), [date(0), date(0)])
    case 1: return called(pick(["length", "bytes", "bytes_gb18030"]), [text()])
    case 2: return called(pick(["year", "month", "day"]), [date(0)])
    case 3: return called("number", [text()])
    case 4 where depth > 0:
      return made(
        .calculate(pick(RuleExpression.Calculation.allCases), number(depth - 1), number(depth - 1)))
    case 5 where depth > 0: return made(.negative(number(depth - 1)))
    case 6: return made(.number(digits: pick(["0.5", "12.25", "3"]), unit: nil))
    default: return plain(Int.random(in: 0...100, using: &random))
    }
  }

  private mutating func amount(_ depth: Int) -> RuleExpression {
    switch Int.random(in: 0..<4, using: &random) {
    case 0 where depth > 0:
      return made(.calculate(pick([.plus, .minus]), amount(depth - 1), amount(depth - 1)))
    case 1:
      return made(
        .calculate(
          .times, plain(Int.random(in: 1...9, using: &random)), made(.name("annual_income"))))
    case 2: return made(.name("annual_income"))
    default:
      return made(.number(digits: pick(["0", "1000.25", "3"]), unit: pick(["元", "万元", "CNY"])))
    }
  }
}
