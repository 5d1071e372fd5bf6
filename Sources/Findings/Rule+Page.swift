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
  /// The rule's page, the one text of `hedui rules explain`, `docs/rules` and the report.
  /// Markdown.
  package func page(_ language: Language) -> String {
    let zh = language == .zh
    var lines: [String] = []
    func add(_ line: String) { lines.append(line) }
    add("# \(id) \(title[language])")
    add("")
    add(claim[language] + (zh ? "。" : ""))
    add("")
    func entry(_ name: Text, _ value: String) { add("- **\(name[language])**\(zh ? "：" : ": ")\(value)") }
    entry(Text(zh: "名称", en: "Name"), "`\(name)`")
    entry(Text(zh: "适用对象", en: "Speaks of"), parties.map { $0.title[language] }.joined(separator: zh ? "、" : ", "))
    entry(Text(zh: "级别", en: "Severity"), severity.title[language])
    entry(Text(zh: "维度", en: "Dimension"), dimension.title[language])
    entry(Text(zh: "依据", en: "Authority"), authority.text)
    entry(Text(zh: "状态", en: "Status"), status.title[language])
    let elements = (reads + alsoReads).map { "\($0.facts.title[language])（`\($0.name)`）" }
    entry(Text(zh: "涉及数据项", en: "Reads"), elements.joined(separator: zh ? "、" : ", "))
    add("")
    add(zh ? "## 整改要求" : "## Remedy")
    add("")
    add(remedy[language] + (zh ? "。" : ""))
    if let autoBasis {
      add("")
      add((zh ? "系统可直接更正的理由：" : "Why it may be corrected without asking: ") + autoBasis[language])
    }
    if !parameters.isEmpty {
      add("")
      add(zh ? "## 参数" : "## Parameters")
      add("")
      for parameter in parameters {
        let value =
          switch parameter.standard {
          case .integer(let number): String(number)
          case .texts(let texts): texts.joined(separator: zh ? "、" : ", ")
          }
        add("- `\(parameter.name)` = \(value)\(zh ? "：" : ": ")\(parameter.meaning[language])")
      }
    }
    if !examples.isEmpty {
      add("")
      add(zh ? "## 示例" : "## Examples")
      add("")
      for example in examples {
        let cells = example.cells.sorted { $0.key.rawValue < $1.key.rawValue }
          .map { "\($0.key.facts.title[language])=`\($0.value)`" }.joined(separator: zh ? "，" : ", ")
        var line = "- \(example.outcome.title[language])\(zh ? "：" : ": ")\(cells.isEmpty ? "—" : cells)"
        if let suggestion = example.suggestion { line += " → `\(suggestion)`" }
        if let action = example.action { line += zh ? "（\(action.title.zh)）" : " (\(action.title.en))" }
        add(line)
      }
    }
    return lines.joined(separator: "\n")
  }
}
