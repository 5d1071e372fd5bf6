import Records

extension CodeLife {
  /// The life as a small tree in words, a line each.
  ///
  ///     9231 人民法院 · GB/T 4754-2017（2017-10-01 至 2019-03-28）
  ///       由来：
  ///       └─ 换码自 9131 人民法院 · GB/T 4754-2011（…）【GB/T 4754-2017, 附录B】
  ///       去向：
  ///       └─ 换码为 9232 人民法院 · GB/T 4754-2017/XG1-2019（2019-03-29 起）【…】
  package func lines(_ language: Language) -> [String] {
    let zh = language == .zh
    var lines = [root.text(language)]
    if !root.note[language].isEmpty { lines.append("  " + root.note[language]) }
    if !origins.isEmpty {
      lines.append("  " + (zh ? "由来：" : "from:"))
      Node.append(origins, to: &lines, indent: "  ", language) { $0.originTitle[language] }
    }
    if !root.children.isEmpty {
      lines.append("  " + (zh ? "去向：" : "became:"))
      Node.append(root.children, to: &lines, indent: "  ", language) { $0.successorTitle[language] }
    }
    for remark in remarks { lines.append("  " + (zh ? "注：" : "note: ") + remark[language]) }
    return lines
  }
}

extension CodeLife.Node {
  /// Code, name, editions and validity.
  fileprivate func text(_ language: Language) -> String {
    var text = code + " " + name
    if !editions.isEmpty {
      text +=
        " · "
        + (editions.count > 2 ? [editions[0], editions[editions.count - 1]] : editions)
        .joined(separator: editions.count > 2 ? " … " : ", ")
    }
    let time = validity.text[language]
    if !time.isEmpty { text += language == .zh ? "（\(time)）" : " (\(time))" }
    return text
  }

  fileprivate static func append(
    _ nodes: [CodeLife.Node], to lines: inout [String], indent: String, _ language: Language,
    _ title: (CodeRelation) -> String
  ) {
    for (index, node) in nodes.enumerated() {
      let isLast = index == nodes.count - 1
      var line = indent + (isLast ? "└─ " : "├─ ")
      if let relation = node.relation { line += title(relation) + " " }
      line += node.text(language)
      var said: [String] = []
      if !node.note[language].isEmpty { said.append(node.note[language]) }
      if !node.source.isEmpty { said.append(node.source) }
      if !node.isVerified { said.append(language == .zh ? "未核实" : "not verified") }
      if !said.isEmpty {
        line +=
          language == .zh
          ? "【" + said.joined(separator: "；") + "】" : " [" + said.joined(separator: "; ") + "]"
      }
      lines.append(line)
      append(node.children, to: &lines, indent: indent + (isLast ? "   " : "│  "), language, title)
    }
  }
}

extension CodeRelation {
  /// What a code did to become another one, before that code.
  fileprivate var successorTitle: Text {
    switch self {
    case .unchanged: Text(zh: "不变", en: "unchanged")
    case .renamed: Text(zh: "更名为", en: "renamed to")
    case .recoded: Text(zh: "换码为", en: "recoded to")
    case .merged: Text(zh: "并入", en: "merged into")
    case .split: Text(zh: "拆分为", en: "split into")
    case .partial: Text(zh: "部分转入", en: "in part to")
    }
  }

  /// The same seen from the other code.
  fileprivate var originTitle: Text {
    switch self {
    case .unchanged: Text(zh: "沿用", en: "unchanged from")
    case .renamed: Text(zh: "更名自", en: "renamed from")
    case .recoded: Text(zh: "换码自", en: "recoded from")
    case .merged: Text(zh: "并入自", en: "merged from")
    case .split: Text(zh: "拆分自", en: "split from")
    case .partial: Text(zh: "部分来自", en: "in part from")
    }
  }
}
