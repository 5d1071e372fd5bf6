import Findings
import Records
import Validators

/// Finds rules by family, id or name.
struct RuleNames {
  /// Every family, in the order of reports.
  static let families = [
    "IND", "OCC", "ADR", "CTC", "IDN", "CMP", "CON", "REG", "ACC", "TXN", "DUP", "LST", "LOC",
    "EXT",
  ]

  /// By id.
  let rules: [Rule]
  /// Rules that the bank declared, by id.
  let declared: [String: DeclaredRule]
  private let known: [String: Rule]
  private let families: [String]

  init(_ catalogue: [Rule], declared: [DeclaredRule] = []) {
    self.declared = Dictionary(declared.map { ($0.rule.id, $0) }) { first, _ in first }
    rules = (catalogue + declared.map(\.rule)).sorted { $0.id < $1.id }
    families = Self.families + Set(declared.map(\.rule.family)).subtracting(Self.families).sorted()
    var known: [String: Rule] = [:]
    for rule in rules {
      known[rule.id.lowercased()] = rule
      known[rule.name] = rule
    }
    self.known = known
  }

  /// The rule with an id or a name, however capitalised.
  func rule(_ word: String) -> Rule? { known[word.lowercased()] }

  /// The family of a name, however capitalised.
  func family(_ word: String) -> String? { families.first { $0 == word.uppercased() } }

  /// The rules of a family that are in use.
  func rules(of family: String) -> [Rule] {
    rules.filter { $0.family == family && !$0.isRemoved }
  }

  /// The nearest rule as people read it: id and name.
  func nearest(to word: String, families: Bool = false) -> String? {
    let (letters, digits) = (word.prefix(while: \.isLetter), word.drop(while: \.isLetter))
    if let number = Int(digits), number >= 0 {
      // IND3 and IND0003 are meant for IND003.
      let digits = String(number)
      let padded = letters + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
      if let rule = rule(String(padded)) { return "\(rule.id) \(rule.name)" }
    }
    let words = rules.flatMap { [$0.id, $0.name] } + (families ? self.families : [])
    guard let nearest = SettingsReader.nearest(to: word, among: words) else { return nil }
    guard let rule = rule(nearest) else { return nearest }
    return "\(rule.id) \(rule.name)"
  }
}

extension Rule {
  var isRemoved: Bool {
    if case .removed = status { true } else { false }
  }
}
