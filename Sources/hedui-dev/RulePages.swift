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
    return [("\(folder)/README.md", list)] + pages
  }

  /// Pages in `folder` that belong to no rule, sorted.
  static func orphans() -> [String] {
    let wanted = Set(pages().map(\.path))
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".md") }.map { "\(folder)/\($0)" }
      .filter { !wanted.contains($0) }.sorted()
  }
}
