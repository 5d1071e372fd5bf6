import Records
import References

extension ExpressionFault.Kind {
  /// The fault in words.
  package var text: Text {
    switch self {
    case .tooLong(let limit):
      Text(zh: "表达式超过 \(limit) 个字符", en: "the expression is longer than \(limit) characters")
    case .tooDeep(let limit):
      Text(zh: "表达式嵌套超过 \(limit) 层", en: "the expression is nested deeper than \(limit) levels")
    case .tooManySteps: Text(zh: "表达式过长", en: "the expression has too many words")
    case .unexpected(""): Text(zh: "表达式不完整", en: "the expression ends too early")
    case .unexpected(let found):
      Text(zh: "此处不应出现“\(found.cut)”", en: "\"\(found.cut)\" may not stand here")
    case .textOpen: Text(zh: "文本的引号未闭合", en: "the quote of a text is not closed")
    case .numberTooLong: Text(zh: "数值过大或过细", en: "the number is too long")
    case .noSuchDay(let day): Text(zh: "日历中没有 \(day)", en: "the calendar has no \(day)")
    case .unknownName(let name):
      Text(zh: "没有数据项或参数“\(name.cut)”", en: "no element or parameter \"\(name.cut)\"")
    case .unknownFunction(let name):
      Text(zh: "没有函数“\(name.cut)”", en: "no function \"\(name.cut)\"")
    case .unknownLabel(let name): Text(zh: "没有参数名“\(name.cut)”", en: "no argument \"\(name.cut)\"")
    case .unknownList(let name): Text(zh: "没有代码表“\(name.cut)”", en: "no code list \"\(name.cut)\"")
    case .tablesUnreadable(let fault): fault.text
    case .unknownColumn(let name, let table):
      Text(
        zh: "表“\(table.cut)”没有列“\(name.cut)”", en: "\"\(table.cut)\" has no column \"\(name.cut)\"")
    case .elementOfOtherParty(let name):
      Text(
        zh: "规则的适用对象没有数据项“\(name.cut)”",
        en: "not every kind of record that the rule speaks of has \"\(name.cut)\"")
    case .argumentCount(let name, let found):
      Text(
        zh: "函数“\(name.cut)”不能有 \(found) 个参数",
        en: "\"\(name.cut)\" does not take \(found) arguments")
    case .wrongType(let found): Text(zh: "此处是\(found.title.zh)", en: "this is \(found.title.en)")
    case .mismatch(let a, let b):
      Text(
        zh: "\(a.title.zh)与\(b.title.zh)不能放在一起",
        en: "\(a.title.en) and \(b.title.en) do not go together")
    case .notALiteral: Text(zh: "此处不能是算出来的值", en: "this may not be a value that is worked out")
    case .badPattern(let problem):
      Text(zh: "正则表达式有误（\(problem)）", en: "the pattern is wrong: \(problem)")
    case .badCount: Text(zh: "此处的数不正确", en: "the number is wrong")
    case .whenInside: Text(zh: "when 只能用在最外层", en: "when may stand at the top only")
    case .groupInside:
      Text(
        zh: "count、sum、distinct 只能在 require 中与常数比较",
        en: "count, sum and distinct are compared with constants, in require only")
    case .groupKeysDiffer: Text(zh: "一条规则只能按同一组数据项分组", en: "one rule groups by the same elements")
    case .noGroup:
      Text(
        zh: "分组规则的 require 只能用 count、sum、distinct 和常数",
        en: "a rule on groups requires something of count, sum, distinct and constants only")
    }
  }
}

extension String {
  /// At most 60 characters of it, on one line.
  fileprivate var cut: String {
    let line = String(map { $0.isNewline || $0 == "\t" ? " " : $0 })
    return line.count > 60 ? line.prefix(60) + "…" : line
  }
}
