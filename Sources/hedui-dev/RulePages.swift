import Findings
import Foundation
import LocalValidators
import Records
import Validators

/// `docs/rules`: a page a rule in both languages, and a list of them.
enum RulePages {
  static let folder = "docs/rules"

  static func pages() -> [(path: String, text: String)] {
    var list = """
      # 检核规则 Rules

      本页及各规则页由 `hedui-dev generate` 根据规则生成。 Written by `hedui-dev generate` from the
      rules themselves.

      | 编号 | 名称 | 级别 | name | severity |
      |---|---|---|---|---|

      """
    var pages: [(path: String, text: String)] = []
    for rule in CompiledRules.rules {
      let cells = [
        "[\(rule.id)](\(rule.id).md)", rule.title.zh, rule.severity.title.zh, rule.title.en,
        rule.severity.title.en,
      ]
      list += "| " + cells.joined(separator: " | ") + " |\n"
      pages.append(
        (
          "\(folder)/\(rule.id).md", rule.page(.zh) + "\n\n---\n\n" + rule.page(.en) + "\n"
        ))
    }
    return [("\(folder)/README.md", list), (byFamily, familyPage())] + pages
  }

  /// Where all rules stand by family.
  static let byFamily = "docs/rules.md"

  /// The families in the order of the standard set, and what they are about.
  static let families: [(letters: String, title: Text)] = [
    ("IND", Text(zh: "行业与企业规模", en: "Industry and enterprise class")),
    ("OCC", Text(zh: "职业与工作单位", en: "Occupation and employer")),
    ("ADR", Text(zh: "地址", en: "Address")),
    ("CTC", Text(zh: "联系方式", en: "Contact")),
    ("IDN", Text(zh: "身份证件", en: "Identity")),
    ("CMP", Text(zh: "要素完整性", en: "Completeness")),
    ("CON", Text(zh: "要素一致性", en: "Consistency")),
    ("REG", Text(zh: "市场主体登记", en: "Business registry")),
    ("ACC", Text(zh: "账户管理系统", en: "Account registry")),
    ("TXN", Text(zh: "内部账户交易", en: "Internal-account transactions")),
    ("DUP", Text(zh: "重复客户", en: "Duplicates")),
    ("LST", Text(zh: "名单", en: "Name lists")),
    ("LOC", Text(zh: "本行规则", en: "The bank's own")),
  ]

  private static func familyPage() -> String {
    var text = """
      # 检核规则（按类别） Rules by family

      本页由 `hedui-dev generate` 根据规则生成。 Written by `hedui-dev generate` from the rules themselves.

      """
    for family in families {
      let rules = CompiledRules.rules.filter { $0.family == family.letters }
      if rules.isEmpty { continue }
      text += "\n## \(family.letters) \(family.title.zh) \(family.title.en)\n"
      for rule in rules {
        let facts = [rule.dimension.title, rule.severity.title] + rule.parties.map(\.title)
        text += "\n### [\(rule.id)](rules/\(rule.id).md) \(rule.title.zh) \(rule.title.en)\n\n"
        text += "`\(rule.name)` — \(facts.map(\.zh).joined(separator: "，"))；"
        text += "\(facts.map(\.en).joined(separator: ", "))"
        if case .trial = rule.status { text += "；试运行 on trial" }
        text += "\n\n\(rule.claim.zh)\n\n\(rule.claim.en)\n\n"
        text += "依据 Authority: \(rule.authority.text)\n"
      }
    }
    return text
  }

  /// Pages in `folder` that belong to no rule, sorted.
  static func orphans() -> [String] {
    let wanted = Set(pages().map(\.path))
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".md") }.map { "\(folder)/\($0)" }
      .filter { !wanted.contains($0) }.sorted()
  }
}
