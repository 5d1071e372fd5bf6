import Findings
import Records
import References
import Validators

/// Decides a condition on single records: of a declared rule, or of a rule set (`where`).
struct ConditionCheck: RecordCheck {
  let condition: FlagNode
  let pool = MachinePool()

  init(_ condition: FlagNode) { self.condition = condition }

  func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    var machine = pool.take()
    var states: [UInt8] = [0]
    machine.flags(condition, RecordBlock(record), &states)
    pool.give(machine)
    return Outcome(code: states[0]) ?? .notEvaluated(.cellUnreadable)
  }

  func check(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, facts: inout [Facts],
    outcomes: inout [UInt8]
  ) {
    var machine = pool.take()
    machine.flags(condition, RecordBlock(batch, block), &outcomes)
    pool.give(machine)
  }

  /// A condition alone has nothing to say.
  func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {}

  /// The scope that an expression describes.
  static func scope(_ expression: RuleExpression, _ mappings: MappingsFolder) -> RuleScope {
    RuleScope(canonical: expression.description) { context, party in
      var compiler = ExpressionCompiler(
        ExpressionScope(
          parties: [], asOf: context.asOf, lists: ListSource(mappings, isDry: false)))
      let node = compiler.flag(expression)
      context.note(tables: compiler.tables.sorted(), of: "where")
      return ConditionCheck(node?.asked(of: party) ?? .unknown)
    }
  }
}

extension FlagNode {
  /// The condition for one kind of record: what speaks of an element that such a record never
  /// has is missing.
  func asked(of party: Party) -> FlagNode {
    switch self {
    case .not(let part): return .not(part.asked(of: party))
    case .same(let a, let b): return .same(a.asked(of: party), b.asked(of: party))
    case .all(let parts): return .all(parts.map { $0.asked(of: party) })
    case .any(let parts): return .any(parts.map { $0.asked(of: party) })
    case .choice(let condition, let a, let b):
      return .choice(condition.asked(of: party), a.asked(of: party), b.asked(of: party))
    case .when(let condition, let part):
      return .when(condition.asked(of: party), part.asked(of: party))
    default:
      return elements.allSatisfy { $0.facts.parties.contains(party) } ? self : .missing
    }
  }
}

extension RuleExpression {
  /// What decides a condition for records of some kinds, as a declared rule would.
  package static func check(
    _ text: String, of parties: [Party], asOf: Day, mappings: MappingsFolder
  ) throws(ExpressionFault) -> any RecordCheck {
    var compiler = ExpressionCompiler(
      ExpressionScope(
        parties: parties, asOf: asOf, lists: ListSource(mappings, isDry: false)))
    let node = compiler.condition(try ExpressionParser.parse(text))
    if let fault = compiler.faults.first { throw fault }
    return ConditionCheck(node ?? .unknown)
  }
}
