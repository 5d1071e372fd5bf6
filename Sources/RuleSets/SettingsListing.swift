import Findings
import Records
import Validators

/// The settled settings of a job with the place that each comes from, for people and for
/// programs.
package struct SettingsListing: Encodable, Sendable {
  /// A value and where it was written; nil where it is a rule's own or the product's.
  package struct Value: Encodable, Sendable {
    package let value: String
    package let from: String?

    init(_ value: String, _ origin: SettingOrigin?) {
      self.value = value
      from = origin?.text
    }
  }

  package struct Scope: Encodable, Sendable {
    package let condition: String
    package let from: [String]
  }

  package struct RuleEntry: Encodable, Sendable {
    package let id: String
    package let name: String
    /// Where the rule was chosen.
    package let from: String?
    package let severity: Value
    package let parameters: [String: Value]
    /// Of which records it is asked; nil for all.
    package let scope: Scope?

    private enum CodingKeys: String, CodingKey {
      case id, name, from, severity, parameters
      case scope = "where"
    }
  }

  package struct Limits: Encodable, Sendable {
    package let failOn: Value
    package let rules: [String: Value]
    package let dimensions: [String: Value]
  }

  package let ruleSet: String
  package let sha256: String
  package let asOf: String
  package let rules: [RuleEntry]
  package let editions: [String: Value]
  package let align: Value?
  package let thresholds: Limits

  package init(_ job: Job) {
    let settled = job.rules
    ruleSet = settled.name
    sha256 = settled.sha256
    asOf = job.asOf.description
    rules = settled.rules.map { entry in
      let (rule, origins) = (entry.rule, entry.origins)
      return RuleEntry(
        id: rule.id, name: rule.name, from: origins.member?.text,
        severity: Value(entry.severity.rawValue, origins.severity),
        parameters: Dictionary(
          rule.parameters.map { parameter in
            let value = settled.parameters[rule.id]?[parameter.name] ?? parameter.standard
            return (parameter.name, Value(value.canonical, origins.parameters[parameter.name]))
          }
        ) { first, _ in first },
        scope: entry.scope.map {
          Scope(condition: settled.scopes[$0].canonical, from: origins.scope.map(\.text))
        })
    }
    editions = Dictionary(
      uniqueKeysWithValues: settled.editions.map {
        ($0.key, Value(String($0.value), settled.origins.editions[$0.key]))
      })
    align = settled.aligned.map { Value($0.name, settled.origins.aligned) }
    let limits = settled.limits
    thresholds = Limits(
      failOn: Value(job.thresholds.failOn.rawValue, limits.failOn?.origin),
      rules: limits.rules.mapValues { Value($0.value.text, $0.origin) },
      dimensions: Dictionary(
        uniqueKeysWithValues: limits.dimensions.map {
          ($0.key.rawValue, Value($0.value.value.text, $0.value.origin))
        }))
  }

  /// A line a setting: what it is, its value, and where it was written.
  package func text(_ language: Language) -> String {
    let zh = language == .zh
    let own = zh ? "规则自带" : "the rule's own"
    var rows: [[String]] = []
    func add(_ name: String, _ value: String, _ from: String?) {
      rows.append([name, value, from ?? (zh ? "默认" : "default")])
    }
    add(zh ? "规则集" : "rule set", ruleSet, "sha256 \(sha256.prefix(12))…")
    for (table, value) in editions.sorted(by: { $0.key < $1.key }) {
      add("editions.\(table)", value.value, value.from)
    }
    if let align { add("align", align.value, align.from) }
    add("failOn", thresholds.failOn.value, thresholds.failOn.from)
    for (name, value) in thresholds.rules.sorted(by: { $0.key < $1.key }) {
      add("thresholds.\(name)", value.value, value.from)
    }
    for (name, value) in thresholds.dimensions.sorted(by: { $0.key < $1.key }) {
      add("thresholds.\(name)", value.value, value.from)
    }
    for rule in rules {
      add(rule.id, rule.name, rule.from)
      rows.append(["  severity", rule.severity.value, rule.severity.from ?? own])
      for (name, value) in rule.parameters.sorted(by: { $0.key < $1.key }) {
        rows.append(["  \(name)", value.value, value.from ?? own])
      }
      if let scope = rule.scope {
        rows.append(["  where", scope.condition, scope.from.joined(separator: ", ")])
      }
    }
    let first = rows.map { $0[0].count }.max() ?? 0
    return rows.map { row in
      let name = row[0] + String(repeating: " ", count: first - row[0].count)
      return "\(name)  \(row[1])  [\(row[2])]\n"
    }.joined()
  }
}
