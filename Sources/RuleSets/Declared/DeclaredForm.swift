import Findings
import Records
import References
import Validators

/// The expressions of a declared rule.
struct DeclaredForm: Sendable {
  let when: RuleExpression?
  let require: RuleExpression?
  let suggestion: RuleExpression?

  var isGroup: Bool { require?.speaksOfGroups ?? false }

  /// What the expressions come to.
  struct Compiled: Sendable {
    let condition: FlagNode
    let suggestion: SuggestionNode?
    /// The first element of `require`.
    let element: DataElement
    let tables: [String]

    var canBeMissing: Bool { condition.canBeMissing }

    /// Every element, `first` before the others.
    private func all(first: DataElement) -> [DataElement] {
      var seen: Set<DataElement> = []
      return ([first] + condition.elements + (suggestion?.elements ?? []))
        .filter { seen.insert($0).inserted }
    }

    func reads(first: DataElement) -> [DataElement] {
      let needs = condition.needs
      return all(first: first).filter { needs.contains($0) }
    }

    func alsoReads(first: DataElement) -> [DataElement] {
      let needs = condition.needs
      return all(first: first).filter { !needs.contains($0) }
    }
  }

  /// Compiles all three; faults come in their order: `when`, `require`, `suggestion`.
  func compiled(
    _ scope: ExpressionScope
  ) -> (rule: Compiled?, faults: [[ExpressionFault]]) {
    var compilers = [ExpressionCompiler](repeating: ExpressionCompiler(scope), count: 3)
    let asked = when.map { compilers[0].flag($0) }
    let required = require.flatMap { compilers[1].condition($0) }
    let proposed = suggestion.map { compilers[2].suggestion($0) }
    let faults = compilers.map(\.faults)
    guard let required, faults.allSatisfy(\.isEmpty) else { return (nil, faults) }
    var condition = required
    if let asked {
      guard let asked else { return (nil, faults) }
      condition = .when(asked, required)
    }
    let element = (required.elements + condition.elements).first ?? .customerKey
    return (
      Compiled(
        condition: condition, suggestion: proposed ?? nil, element: element,
        tables: compilers.reduce(into: Set()) { $0.formUnion($1.tables) }.sorted()), faults
    )
  }

  /// What the rule's findings depend on, as text.
  func canonical(element: DataElement, action: Action) -> String {
    "when \(when.map(\.description) ?? "-") require \(require.map(\.description) ?? "-")"
      + " suggest \(suggestion.map(\.description) ?? "-") element \(element.name)"
      + " action \(action.rawValue)"
  }

  func check(
    rule: Rule, element: DataElement, action: Action, expected: Text, confidence: Int,
    context: Context, mappings: MappingsFolder
  ) -> DeclaredRule.Decider {
    let scope = ExpressionScope(
      parties: rule.parties, parameters: rule.parameters, values: context.values(rule),
      asOf: context.asOf, lists: ListSource(mappings, isDry: false))
    // It was checked when it was read; a table may be gone since.
    let compiled =
      compiled(scope).rule
      ?? Compiled(condition: .unknown, suggestion: nil, element: element, tables: [])
    context.note(tables: compiled.tables, of: rule.id)
    var seen: Set<DataElement> = [element]
    let shown = compiled.condition.elements.filter { seen.insert($0).inserted }.prefix(5)
    return .record(
      DeclaredCheck(
        condition: compiled.condition, element: element, shown: Array(shown), action: action,
        expected: expected, suggestion: compiled.suggestion, confidence: confidence))
  }
}
