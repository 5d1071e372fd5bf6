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
    /// On single records: the rule. On groups: of which records it is asked.
    let condition: FlagNode
    let group: GroupCondition?
    let suggestion: SuggestionNode?
    /// The first element of `require`.
    let element: DataElement
    let tables: [String]

    var canBeMissing: Bool { condition.canBeMissing }

    private var elements: [DataElement] {
      (group.map { $0.keys + $0.values.flatMap(\.elements) } ?? []) + condition.elements
        + (suggestion?.elements ?? [])
    }

    private var needs: Set<DataElement> {
      guard let group else { return condition.needs }
      let optional = group.values.flatMap(\.elements).filter { element in
        group.values.contains {
          if case .sum(let node, _) = $0 { !node.needs.contains(element) } else { false }
        }
      }
      return condition.needs.union(group.keys).union(group.values.flatMap(\.elements))
        .subtracting(optional)
    }

    /// Every element, `first` before the others.
    private func all(first: DataElement) -> [DataElement] {
      var seen: Set<DataElement> = []
      return ([first] + elements).filter { seen.insert($0).inserted }
    }

    func reads(first: DataElement) -> [DataElement] {
      let needs = needs
      return all(first: first).filter { needs.contains($0) }
    }

    func alsoReads(first: DataElement) -> [DataElement] {
      let needs = needs
      return all(first: first).filter { !needs.contains($0) }
    }
  }

  /// Compiles all three; faults come in their order: `when`, `require`, `suggestion`.
  func compiled(
    _ scope: ExpressionScope
  ) -> (rule: Compiled?, faults: [[ExpressionFault]]) {
    var compilers = [ExpressionCompiler](repeating: ExpressionCompiler(scope), count: 3)
    let asked = when.map { compilers[0].flag($0) }
    var groupCondition: GroupCondition?
    var required: FlagNode?
    if isGroup, let require {
      (required, groupCondition) = Self.group(require, &compilers[1])
    } else {
      required = require.flatMap { compilers[1].condition($0) }
    }
    let proposed = suggestion.map { compilers[2].suggestion($0) }
    let faults = compilers.map(\.faults)
    guard let required, faults.allSatisfy(\.isEmpty) else { return (nil, faults) }
    var condition = required
    if let asked {
      guard let asked else { return (nil, faults) }
      condition = isGroup ? .all([asked, required]) : .when(asked, required)
    }
    let element =
      groupCondition?.keys.first ?? (required.elements + condition.elements).first ?? .customerKey
    return (
      Compiled(
        condition: condition, group: groupCondition, suggestion: proposed ?? nil, element: element,
        tables: compilers.reduce(into: Set()) { $0.formUnion($1.tables) }.sorted()), faults
    )
  }

  /// A condition on groups, and of which records it is asked: `when … then …` may stand before
  /// it.
  private static func group(
    _ require: RuleExpression, _ compiler: inout ExpressionCompiler
  ) -> (FlagNode?, GroupCondition?) {
    guard case .when(let asked, let part) = require.form else {
      let group = compiler.groupCondition(require)
      return (group == nil ? nil : .constant(true), group)
    }
    let first = compiler.flag(asked)
    let (more, group) = Self.group(part, &compiler)
    guard let first, let more else { return (nil, group) }
    return (.all([first, more]), group)
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
      ?? Compiled(condition: .unknown, group: nil, suggestion: nil, element: element, tables: [])
    context.note(tables: compiled.tables, of: rule.id)
    if let group = compiled.group {
      return .group(
        DeclaredGroupCheck(
          group: group, filter: compiled.condition, element: element, action: action,
          expected: expected))
    }
    var seen: Set<DataElement> = [element]
    let shown = compiled.condition.elements.filter { seen.insert($0).inserted }.prefix(5)
    return .record(
      DeclaredCheck(
        condition: compiled.condition, element: element, shown: Array(shown), action: action,
        expected: expected, suggestion: compiled.suggestion, confidence: confidence))
  }
}
