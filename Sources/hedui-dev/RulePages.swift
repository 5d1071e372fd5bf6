import Findings
import Records
import Validators

/// `docs/rules`: a page a rule in both languages, and a list of them.
enum RulePages {
  static func pages() -> [(path: String, text: String)] {
    var list = """
      # 检核规则 Rules

      Written by `hedui-dev generate` from the rules themselves.

      | 编号 | 名称 | 级别 | title |
      |---|---|---|---|

      """
    var pages: [(path: String, text: String)] = []
    for rule in Catalogue.rules {
      list +=
        "| [\(rule.id)](\(rule.id).md) | \(rule.title.zh) | \(rule.severity.title.zh) | \(rule.title.en) |\n"
      pages.append(
        ("docs/rules/\(rule.id).md", rule.page(.zh) + "\n\n---\n\n" + rule.page(.en) + "\n"))
    }
    return [("docs/rules/README.md", list)] + pages
  }
}
