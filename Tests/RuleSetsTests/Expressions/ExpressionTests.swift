import Findings
import Foundation
import Records
import TestSupport
import Testing

@testable import RuleSets

/// An expression made ready for persons.
func compiled(
  _ text: String, parties: [Party] = [.person], parameters: [Parameter] = [], asOf: Day = exampleDay
) throws -> FlagNode {
  try compiled(try ExpressionParser.parse(text), parties, parameters, asOf)
}

func compiled(
  _ expression: RuleExpression, _ parties: [Party] = [.person], _ parameters: [Parameter] = [],
  _ asOf: Day = exampleDay
) throws -> FlagNode {
  var compiler = ExpressionCompiler(
    ExpressionScope(parties: parties, parameters: parameters, asOf: asOf, lists: sampleLists))
  let node = compiler.condition(expression)
  if let fault = compiler.faults.first { throw fault }
  return try #require(node)
}

let sampleLists = ListSource(Repository.mappings, isDry: false)

/// What an expression says of one record.
func outcome(
  _ text: String, _ record: [DataElement: String], party: Party = .person,
  parameters: [Parameter] = []
) throws -> Outcome {
  let batch = RecordBatch(party: party, records: [record])
  var machine = Machine()
  var states: [UInt8] = [0]
  machine.flags(
    try compiled(text, parties: [party], parameters: parameters), RecordBlock(batch, 0..<1), &states
  )
  return try #require(Outcome(code: states[0]))
}

@Suite struct `An expression` {
  @Test func `that is printed and read again is the same`() throws {
    var maker = ExpressionMaker(seed: 4)
    for _ in 0..<2_000 {
      let expression = maker.condition(4)
      #expect(try ExpressionParser.parse(expression.description) == expression, "\(expression)")
    }
  }

  @Test func `says of every record what a slow evaluation says`() throws {
    var maker = ExpressionMaker(seed: 17)
    for round in 0..<600 {
      let records = (0..<64).map { _ in maker.record() }
      let batch = RecordBatch(party: .person, records: records)
      let expression = maker.condition(3)
      let node = try compiled(expression)
      var machine = Machine()
      var states = [UInt8](repeating: 99, count: records.count)
      machine.flags(node, RecordBlock(batch, 0..<records.count), &states)
      for (place, record) in records.enumerated() {
        let slow = SlowEvaluator(record: record, asOf: exampleDay).outcome(expression)
        if states[place] != slow {
          Issue.record("round \(round): \(expression) on \(record): \(states[place]), not \(slow)")
          return
        }
      }
      // Any part of the block alone, and a record alone, come out the same.
      var part = [UInt8](repeating: 99, count: 10)
      machine.flags(node, RecordBlock(batch, 20..<30), &part)
      #expect(part == Array(states[20..<30]), "\(expression)")
      var single: [UInt8] = [99]
      machine.flags(node, RecordBlock(batch[33]), &single)
      #expect(single[0] == states[33], "\(expression)")
    }
  }

  /// Whatever a mapping does away with, and whatever stands beside a record, changes nothing.
  @Test func `says the same of a record in other surroundings`() throws {
    var maker = ExpressionMaker(seed: 31)
    for _ in 0..<300 {
      let node = try compiled(maker.condition(3))
      let records = (0..<24).map { _ in maker.record() }
      func states(_ batch: borrowing RecordBatch) -> [UInt8] {
        var machine = Machine()
        var states = [UInt8](repeating: 99, count: batch.count)
        machine.flags(node, RecordBlock(batch, 0..<batch.count), &states)
        return states
      }
      let plain = states(RecordBatch(party: .person, records: records))
      let padded = records.map { $0.mapValues { " \u{3000}\($0)\t" } }
      #expect(states(RecordBatch(party: .person, records: padded)) == plain)
      let reversed = RecordBatch(party: .person, records: records.reversed())
      #expect(states(reversed) == plain.reversed())
      let more = RecordBatch(party: .person, records: records + [records[3]] + records)
      #expect(states(more) == plain + [plain[3]] + plain)
      // The columns in another order, and one more of them.
      let elements = Array(records[0].keys).sorted { $0.rawValue > $1.rawValue } + [.position]
      var other = RecordBatch(layout: RecordLayout(party: .person, elements: elements))
      for (number, record) in records.enumerated() {
        other.cells.append(.empty)
        for element in elements {
          let start = other.bytes.count
          other.bytes.append(contentsOf: (record[element] ?? "x").utf8)
          other.cells.append(Cell(start..<other.bytes.count))
        }
        other.lines.append(UInt32(number))
      }
      #expect(states(other) == plain)
    }
  }

  @Test func `needs no column but for those whose absence leaves nothing to say`() throws {
    var maker = ExpressionMaker(seed: 23)
    for _ in 0..<300 {
      let records = (0..<16).map { _ in maker.record() }
      let node = try compiled(maker.condition(3))
      for element in node.needs where element != ExpressionMaker.absent {
        let batch = RecordBatch(
          party: .person, records: records.map { $0.filter { $0.key != element } })
        var machine = Machine()
        var states = [UInt8](repeating: 0, count: records.count)
        machine.flags(node, RecordBlock(batch, 0..<records.count), &states)
        #expect(!states.contains(Machine.isTrue) && !states.contains(Machine.isFalse))
      }
    }
  }

  @Test(arguments: [
    ("((((sex))))", "sex"), ("not not present(sex)", "not not present(sex)"),
    ("a or b and c", "a or b and c"), ("(a or b) and c", "(a or b) and c"),
    ("a - (b - c)", "a - (b - c)"), ("a - b - c", "a - b - c"), ("1.50", "1.5"), ("007", "7"),
    ("100万元", "100 万元"), ("\"\\d\"", "\"\\\\d\""), ("'a\"b'", "\"a\\\"b\""),
    ("sex  in ['1',\"2\"]", "sex in [\"1\", \"2\"]"), ("x not in words", "x not in words"),
    ("sum( balance per customer_key )>=0", "sum(balance per customer_key) >= 0"),
    ("when a then when b then c", "when a then when b then c"),
    ("a\n  and\tb", "a and b"), ("2026-01-31 < asOf", "2026-01-31 < asOf"),
    (
      "in_list(sex, \"gbt2261.1\", at: opened_date)", "in_list(sex, \"gbt2261.1\", at: opened_date)"
    ),
  ]) func `is printed so`(_ text: String, _ printed: String) throws {
    #expect(try ExpressionParser.parse(text).description == printed)
  }
}
