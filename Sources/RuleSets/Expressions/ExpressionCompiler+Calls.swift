import Findings
import Records

extension ExpressionCompiler {
  private typealias Argument = RuleExpression.Argument

  mutating func call(
    _ name: String, _ arguments: [RuleExpression.Argument], _ expression: RuleExpression
  ) -> CompiledValue? {
    guard let function = ExpressionFunction(rawValue: name) else {
      let known = ExpressionFunction.allCases.map(\.rawValue)
      let groups = GroupFunction.allCases.map(\.rawValue)
      report(
        .unknownFunction(name), expression,
        expected: groups.contains(name)
          ? Text(zh: "\(name)(… per 数据项)", en: "\(name)(… per ELEMENT)") : nil,
        nearest: SettingsReader.nearest(to: name, among: known + groups))
      return nil
    }
    let plain = arguments.filter { $0.label == nil }.map(\.value)
    for argument in arguments {
      guard let label = argument.label, !function.labels.contains(label) else { continue }
      report(
        .unknownLabel(label), argument.value, expected: Self.usage(function),
        nearest: SettingsReader.nearest(to: label, among: function.labels))
      return nil
    }
    guard function.count.contains(plain.count) else {
      report(
        .argumentCount(name, found: plain.count), expression, expected: Self.usage(function))
      return nil
    }
    switch function {
    case .present: return presence(plain[0]).map { .flag(.present($0)) }
    case .empty: return presence(plain[0]).map { .flag(.not(.present($0))) }
    case .readable: return readable(plain[0])
    case .length: return length(plain[0], .characters)
    case .bytes: return length(plain[0], .utf8)
    case .bytesGB18030: return length(plain[0], .gb18030)
    case .matches: return pattern(plain, isWhole: true)
    case .finds: return pattern(plain, isWhole: false)
    case .startsWith: return piece(plain) { .begins($0, $1) }
    case .endsWith: return piece(plain) { .ends($0, $1) }
    case .contains: return piece(plain) { .contains($0, $1) }
    case .inList: return listed(plain, arguments, expression)
    case .part, .last: return part(function, plain)
    case .number: return text(plain[0]).map { .number(.text($0), places: ExactNumber.places) }
    case .date: return text(plain[0]).map { .date(.text($0)) }
    case .yearsBetween, .daysBetween:
      let (a, b) = (date(plain[0]), date(plain[1]))
      guard let a, let b else { return nil }
      return .number(function == .yearsBetween ? .years(a, b) : .days(a, b), places: 0)
    case .addYears, .addDays:
      let base = date(plain[0])
      let limit = function == .addYears ? 1_000 : 400_000
      guard let count = count(plain[1], in: -limit...limit), let base else { return nil }
      return .date(
        function == .addYears
          ? .later(base, years: count, days: 0) : .later(base, years: 0, days: count))
    case .year: return date(plain[0]).map { .number(.part($0, .year), places: 0) }
    case .month: return date(plain[0]).map { .number(.part($0, .month), places: 0) }
    case .day: return date(plain[0]).map { .number(.part($0, .day), places: 0) }
    }
  }

  private static func usage(_ function: ExpressionFunction) -> Text {
    Text(zh: function.usage, en: function.usage)
  }

  private mutating func presence(_ expression: RuleExpression) -> DataElement? {
    guard case .name(let name) = expression.form, scope.parameters[name] == nil, name != "asOf"
    else {
      report(.notALiteral, expression, expected: Text(zh: "数据项", en: "an element"))
      return nil
    }
    return element(name, expression)
  }

  private mutating func readable(_ expression: RuleExpression) -> CompiledValue? {
    guard let element = presence(expression) else { return nil }
    switch element.facts.type {
    case .date, .integer, .amount: return .flag(.readable(element))
    case .text, .code:
      report(
        .wrongType(found: .text), expression,
        expected: Text(zh: "日期、数值或金额数据项", en: "an element that is a date, a number or an amount"))
      return nil
    }
  }

  /// Length of a text, or of what an element of another type says.
  private mutating func length(_ expression: RuleExpression, _ unit: LengthUnit) -> CompiledValue? {
    if case .name(let name) = expression.form, scope.parameters[name] == nil,
      let element = DataElement.named(name), self.element(name, expression) != nil
    {
      return .number(.length(.element(element), unit), places: 0)
    }
    return text(expression).map { .number(.length($0, unit), places: 0) }
  }

  private mutating func piece(
    _ arguments: [RuleExpression], _ make: (TextNode, [UInt8]) -> FlagNode
  ) -> CompiledValue? {
    let node = text(arguments[0])
    guard let piece = literal(arguments[1]), let node else { return nil }
    return .flag(make(node, Array(piece.utf8)))
  }

  private mutating func pattern(_ arguments: [RuleExpression], isWhole: Bool) -> CompiledValue? {
    let node = text(arguments[0])
    guard let text = literal(arguments[1]) else { return nil }
    do throws(Pattern.Fault) {
      let pattern = try Pattern(text, isWhole: isWhole)
      return node.map { .flag(.matches($0, pattern)) }
    } catch {
      report(.badPattern(error.problem), arguments[1])
      return nil
    }
  }

  private mutating func part(
    _ function: ExpressionFunction, _ arguments: [RuleExpression]
  ) -> CompiledValue? {
    let node = text(arguments[0])
    if function == .last {
      guard let count = count(arguments[1], in: 1...10_000), let node else { return nil }
      return .text(.last(node, count))
    }
    let from = count(arguments[1], in: 1...10_000)
    var length: Int?
    if arguments.count == 3 {
      guard let count = count(arguments[2], in: 1...10_000) else { return nil }
      length = count
    }
    guard let node, let from else { return nil }
    return .text(.part(node, from: from - 1, count: length))
  }

  private mutating func listed(
    _ plain: [RuleExpression], _ arguments: [RuleExpression.Argument], _ expression: RuleExpression
  ) -> CompiledValue? {
    let node = text(plain[0])
    let labelled = Dictionary(
      arguments.compactMap { argument in argument.label.map { ($0, argument.value) } }
    ) { first, _ in first }
    var day: DateNode? = .constant(scope.asOf)
    if let at = labelled["at"] {
      day = date(at)
      if day == nil { return nil }
    }
    guard let name = literal(plain[1]) else { return nil }
    let lists = scope.lists.lists(named: name)
    if let fault = scope.lists.fault {
      report(.tablesUnreadable(fault), plain[1])
      return nil
    }
    if lists.isEmpty {
      report(
        .unknownList(name), plain[1],
        expected: Text(zh: "代码表名称（hedui codes list）", en: "the name of a table (hedui codes list)"),
        nearest: SettingsReader.nearest(to: name, among: scope.lists.names))
      return nil
    }
    use(lists)
    var codes = ListedCodes([])
    if let wanted = labelled["column"] {
      guard let column = literal(wanted) else { return nil }
      let columns = scope.lists.columns(of: lists[0])
      guard columns.contains(column) else {
        report(
          .unknownColumn(column, table: name), wanted,
          expected: Text(
            zh: columns.joined(separator: "、"), en: columns.joined(separator: ", ")),
          nearest: SettingsReader.nearest(to: column, among: columns))
        return nil
      }
      day = nil
      if !scope.lists.isDry { codes = scope.lists.values(of: lists[0], column: column) ?? codes }
    } else if !scope.lists.isDry {
      codes = scope.lists.codes(of: lists) ?? codes
    }
    return node.map { .flag(.listed($0, codes, at: day)) }
  }
}
