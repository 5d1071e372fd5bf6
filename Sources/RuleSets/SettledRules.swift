import Crypto
import Findings
import Records
import Validators

/// A rule that is applied, and how bad its failure is in this run.
package struct SettledRule: Sendable {
  package let rule: Rule
  package let severity: Severity
  /// How it is decided, for a rule that the bank declared; nil for one of the product.
  package let declared: DeclaredRule?

  /// Place of the scope in `SettledRules.scopes`; nil where it is asked of every record.
  package let scope: Int?
  package let origins: RuleOrigins

  init(
    rule: Rule, severity: Severity, declared: DeclaredRule? = nil, scope: Int? = nil,
    origins: RuleOrigins = RuleOrigins()
  ) {
    self.rule = rule
    self.severity = severity
    self.declared = declared
    self.scope = scope
    self.origins = origins
  }
}

/// Where the settings of a rule were written; nothing for what is the rule's own.
package struct RuleOrigins: Sendable {
  /// Where it was chosen.
  package var member: SettingOrigin?
  package var severity: SettingOrigin?
  package var scope: [SettingOrigin] = []
  package var parameters: [String: SettingOrigin] = [:]
}

/// Where settings of all rules together were written.
package struct SettingOrigins: Sendable {
  package var editions: [String: SettingOrigin] = [:]
  package var aligned: SettingOrigin?
}

/// The rules of a run with all that a rule set and a job say of them.
package struct SettledRules: Sendable {
  /// Name of the rule set.
  package let name: String
  /// The rules that are applied, by id.
  package let rules: [SettledRule]
  /// Parameters that differ from the rules' own, by rule id and parameter name; checked
  /// against the rules.
  package let parameters: [String: [String: Parameter.Value]]
  /// Years of the editions to check against in place of those in force on the day the data
  /// speak of, by table.
  package var editions: [String: Int]
  /// The element whose alignment the summary reports; nil for none.
  package var aligned: DataElement?
  /// Of which records rules are asked that are not asked of all.
  package let scopes: [RuleScope]
  /// What rule sets and the job say of how many findings are too many.
  package var limits: FindingLimits
  package let origins: SettingOrigins
  /// SHA-256 of the canonical form, in lower-case hexadecimal: equal for equal settings,
  /// however they were written.
  package let sha256: String

  /// `rules` by id; parameters of other rules are left out.
  init(
    name: String, rules: [SettledRule], parameters: [String: [String: Parameter.Value]],
    editions: [String: Int] = [:], aligned: DataElement? = nil, scopes: [RuleScope] = [],
    limits: FindingLimits = FindingLimits(), origins: SettingOrigins = SettingOrigins()
  ) {
    self.name = name
    self.rules = rules
    self.editions = editions
    self.aligned = aligned
    self.scopes = scopes
    self.limits = limits
    self.origins = origins
    let applied = Set(rules.map(\.rule.id))
    self.parameters = parameters.filter { applied.contains($0.key) && !$0.value.isEmpty }
    let text = Self.canonical(rules, self.parameters, editions, scopes)
    sha256 = SHA256.hash(data: Array(text.utf8)).hexadecimal
  }

  /// Every rule on a line, by id: id, severity, every parameter with the value that holds, the
  /// rule's own included, of which records it is asked, and what a declared rule says; then the
  /// editions chosen.
  static func canonical(
    _ rules: [SettledRule], _ parameters: [String: [String: Parameter.Value]],
    _ editions: [String: Int] = [:], _ scopes: [RuleScope] = []
  ) -> String {
    var text = "hedui rules 1\n"
    for settled in rules {
      text += "\(settled.rule.id) \(settled.severity.rawValue)"
      for parameter in settled.rule.parameters.sorted(by: { $0.name < $1.name }) {
        let value = parameters[settled.rule.id]?[parameter.name] ?? parameter.standard
        text += " \(parameter.name)=\(value.canonical)"
      }
      if let scope = settled.scope { text += " where " + scopes[scope].canonical.onOneLine }
      if let declared = settled.declared { text += " " + declared.canonical.onOneLine }
      text += "\n"
    }
    for (table, year) in editions.sorted(by: { $0.key < $1.key }) { text += "\(table) \(year)\n" }
    return text
  }
}

extension Parameter.Value {
  /// A number, or a list of quoted texts.
  var canonical: String {
    switch self {
    case .integer(let number): "\(number)"
    case .texts(let texts):
      "["
        + texts.map { "\"" + $0.flatMap { "\"\\\n".contains($0) ? "\\\($0)" : "\($0)" } + "\"" }
        .joined(separator: ",") + "]"
    }
  }
}

extension String {
  /// Line ends as signs.
  fileprivate var onOneLine: String {
    replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  }
}
