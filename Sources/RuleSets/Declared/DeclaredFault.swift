import Records

/// What is wrong with a declared rule beside its keys and expressions.
package enum DeclaredFault: Sendable, Equatable {
  case badID(String)
  case badName(String)
  case badParameterName(String)
  /// `by`: the rule that has the id or name already.
  case taken(String, by: String)
  case fewExamples(String, found: Int, least: Int)
  /// An example came out otherwise; in words.
  case exampleDiffers(expected: Text, found: Text)
  case exampleSuggests(String, found: String)
  case autoWithoutBasis
  /// A key that has no place beside `program`.
  case besideProgram(String)
  /// An example of a rule with a program got no answer.
  case programFailed(Text, complaint: String)
  case unreadableTable(String)

  var text: Text {
    switch self {
    case .badID(let id): Text(zh: "规则编号“\(id)”不正确", en: "wrong id \"\(id)\"")
    case .badName(let name): Text(zh: "规则名称“\(name)”不正确", en: "wrong name \"\(name)\"")
    case .badParameterName(let name):
      Text(zh: "参数名“\(name)”不正确", en: "wrong parameter name \"\(name)\"")
    case .taken(let word, let rule):
      Text(zh: "“\(word)”已由 \(rule) 使用", en: "\"\(word)\" is taken already: \(rule)")
    case .fewExamples(let kind, let found, let least):
      Text(
        zh: "“\(kind)”示例只有 \(found) 个，至少要 \(least) 个",
        en: "\(found) examples under \"\(kind)\"; at least \(least) are needed")
    case .exampleDiffers(let expected, let found):
      Text(
        zh: "示例的结果是“\(found.zh)”，应为“\(expected.zh)”",
        en: "the example came out \(found.en), not \(expected.en)")
    case .exampleSuggests(let wanted, let found):
      Text(
        zh: "示例的建议值是“\(found)”，应为“\(wanted)”",
        en: "the example suggests \"\(found)\", not \"\(wanted)\"")
    case .autoWithoutBasis:
      Text(
        zh: "action: auto 须有 autoBasis 和 suggestion",
        en: "action: auto needs autoBasis and suggestion")
    case .besideProgram(let key):
      Text(
        zh: "“\(key)”不能与 program 同用：由外部程序给出",
        en: "\"\(key)\" has no place beside program: the program says that")
    case .programFailed(let reason, let complaint):
      Text(
        zh: reason.zh + (complaint.isEmpty ? "" : "；其输出：\(complaint)"),
        en: reason.en + (complaint.isEmpty ? "" : "; it said: \(complaint)"))
    case .unreadableTable(let problem):
      Text(zh: "代码表有误：\(problem)", en: "a table is broken: \(problem)")
    }
  }
}
