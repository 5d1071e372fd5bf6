import Records

extension LifeCycle {
  /// One word for programs.
  package var word: String {
    switch self {
    case .trial: "trial"
    case .stable: "stable"
    case .deprecated: "deprecated"
    case .removed: "removed"
    }
  }

  /// For people.
  package var title: Text {
    switch self {
    case .trial(let since, let review):
      Text(zh: "试运行（自 \(since)，\(review) 前评审）", en: "trial (since \(since), review by \(review))")
    case .stable(let since): Text(zh: "正式（自 \(since)）", en: "stable (since \(since))")
    case .deprecated(let since, let use):
      Text(
        zh: "停止维护（自 \(since)）" + (use.map { "，请改用 \($0)" } ?? ""),
        en: "deprecated (since \(since))" + (use.map { ", use \($0)" } ?? ""))
    case .removed(let since): Text(zh: "已取消（自 \(since)）", en: "removed (since \(since))")
    }
  }
}

extension Outcome {
  /// For people.
  package var title: Text {
    switch self {
    case .passed: Text(zh: "通过", en: "passed")
    case .failed: Text(zh: "不通过", en: "failed")
    case .notApplicable: Text(zh: "不适用", en: "not applicable")
    case .notEvaluated: Text(zh: "未检核", en: "not evaluated")
    }
  }
}

extension Rule {
  /// The rule's page, the one text of `hedui rules explain` and `docs/rules`. Markdown.
  package func page(_ language: Language) -> String {
    let marks = PageMarks(language)
    var lines = ["# \(id) \(title[language])", "", marks.sentence(claim), ""]
    func entry(_ name: Text, _ value: String) {
      if !value.isEmpty { lines.append("- **\(name[language])**\(marks.colon)\(value)") }
    }
    entry(Text(zh: "名称", en: "Name"), "`\(name)`")
    entry(
      Text(zh: "适用对象", en: "Speaks of"),
      parties.map { $0.title[language] }.joined(separator: marks.comma))
    entry(Text(zh: "级别", en: "Severity"), severity.title[language])
    entry(Text(zh: "维度", en: "Dimension"), dimension.title[language])
    entry(Text(zh: "依据", en: "Authority"), authority.text)
    entry(Text(zh: "状态", en: "Status"), status.title[language])
    entry(
      Text(zh: "涉及数据项", en: "Reads"),
      (reads + alsoReads).map { $0.facts.title[language] + marks.inBrackets("`\($0.name)`") }
        .joined(separator: marks.comma))
    lines += ["", "## " + Text(zh: "整改要求", en: "Remedy")[language], "", marks.sentence(remedy)]
    if let autoBasis {
      let why = Text(zh: "系统可直接更正的理由", en: "Why it may be corrected without asking")
      lines += ["", why[language] + marks.colon + marks.sentence(autoBasis)]
    }
    if !parameters.isEmpty {
      lines += ["", "## " + Text(zh: "参数", en: "Parameters")[language], ""]
      lines += parameters.map { parameter in
        "- `\(parameter.name)` = \(marks.value(parameter.standard))\(marks.colon)"
          + parameter.meaning[language]
      }
    }
    if !examples.isEmpty || !groups.isEmpty || !books.isEmpty {
      lines += ["", "## " + Text(zh: "示例", en: "Examples")[language], ""]
      if !groups.isEmpty { lines += [marks.legend, ""] }
      lines += examples.map(marks.line) + groups.map(marks.line) + books.flatMap(marks.lines)
    }
    return lines.joined(separator: "\n")
  }
}

/// Punctuation and phrases of a page in one language.
private struct PageMarks {
  let language: Language

  init(_ language: Language) { self.language = language }

  private var isChinese: Bool { language == .zh }
  var colon: String { isChinese ? "：" : ": " }
  var comma: String { isChinese ? "、" : ", " }
  var legend: String { isChinese ? "✗ 不通过，✓ 通过。" : "✗ failed, ✓ passed." }

  func inBrackets(_ text: String) -> String { isChinese ? "（\(text)）" : " (\(text))" }

  /// The text with a full stop at its end, if it has none.
  func sentence(_ text: Text) -> String {
    let text = text[language]
    let stops: [Character] = ["。", ".", "！", "？", "!", "?"]
    return text.last.map(stops.contains) == true ? text : text + (isChinese ? "。" : ".")
  }

  func value(_ value: Parameter.Value) -> String {
    switch value {
    case .integer(let number): String(number)
    case .texts(let texts): texts.isEmpty ? "—" : texts.joined(separator: comma)
    }
  }

  func line(_ example: Example) -> String {
    var line = "- \(example.outcome.title[language])\(colon)\(cells(example.cells))"
    if let suggestion = example.suggestion { line += " → " + code(suggestion) }
    var notes: [String] = []
    if let action = example.action { notes.append(action.title[language]) }
    if let party = example.party { notes.append(party.title[language]) }
    if let missing = example.missing {
      notes.append((isChinese ? "缺少 " : "without ") + "`\(missing)`")
    }
    if !notes.isEmpty { line += inBrackets(notes.joined(separator: isChinese ? "，" : ", ")) }
    return line + remark(example.remark)
  }

  func line(_ group: GroupExample) -> String {
    let records = group.records.enumerated().map { index, record in
      let mark = group.failing.contains(index) ? "✗ " : "✓ "
      return mark + cells(record)
    }
    let line = "- " + records.joined(separator: isChinese ? "；" : "; ")
    if group.against.isEmpty { return line + remark(group.remark) }
    let own = group.against.map(cells).joined(separator: isChinese ? "；" : "; ")
    return line + (isChinese ? "；本行：" : "; at the bank: ") + own + remark(group.remark)
  }

  /// The books of an example, a line a side, under what they show.
  func lines(_ example: BookExample) -> [String] {
    let failing = example.failing.map(code).joined(separator: comma)
    let verdict =
      example.failing.isEmpty
      ? Outcome.passed.title[language] : Outcome.failed.title[language] + colon + failing
    let sides = example.sides.map { side in
      let records = side.records.map(cells).joined(separator: isChinese ? "；" : "; ")
      return "  - \(side.side.title[language])\(colon)\(records.isEmpty ? "—" : records)"
    }
    return ["- " + verdict + remark(example.remark)] + sides
  }

  /// Remarks are for developers, in English.
  private func remark(_ text: String) -> String {
    isChinese || text.isEmpty ? "" : " — " + text
  }

  private func cells(_ cells: [DataElement: String]) -> String {
    let texts = cells.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\($0.key.facts.title[language])=\(code($0.value))" }
    return texts.isEmpty ? "—" : texts.joined(separator: isChinese ? "，" : ", ")
  }

  /// A value as Markdown shows it: nothing and blanks in words, as an empty pair of backquotes
  /// would be printed as it stands; control characters and line ends by their signs.
  private func code(_ value: String) -> String {
    if value.isEmpty { return isChinese ? "（空）" : "(empty)" }
    if value.allSatisfy(\.isWhitespace) { return isChinese ? "（空格）" : "(blanks)" }
    var shown = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      let sign = scalar.value < 0x20 ? Unicode.Scalar(0x2400 + scalar.value) : nil
      shown.append(sign ?? scalar)
    }
    let text = String(shown)
    return text.contains("`") ? "`` \(text) ``" : "`\(text)`"
  }
}
