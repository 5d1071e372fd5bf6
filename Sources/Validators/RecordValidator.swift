import Findings
import Records

/// A rule of the product on one record: the claim and the code that decides it.
package protocol RecordValidator: RecordCheck {
  static var rule: Rule { get }

  /// Takes what it needs out of the context: tables, parameters, the day the data speak of.
  init(_ context: Context)

  /// What the rule asks of the parties that are checked before its own: `Facts.known`. Provided:
  /// nothing.
  static var needs: [KnownParties.Need] { get }
}

extension RecordValidator {
  package static var needs: [KnownParties.Need] { [] }
}

/// Decides a rule on one record and keeps no state between records.
package protocol RecordCheck: Sendable {
  /// The rule's outcome. Called for every record: no `String`, no allocation.
  func check(_ record: RecordView, _ facts: inout Facts) -> Outcome

  /// Says what is wrong, for a record on which `check` failed: fills the fields of the
  /// current finding. A rule with several findings on one record calls `finding.next()`
  /// between them.
  func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter)

  /// `check` for the records of a block, one after another, as codes of outcomes. Provided; a
  /// requirement so that every check gets a loop of its own in which `check` is called
  /// directly.
  func check(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, facts: inout [Facts],
    outcomes: inout [UInt8])
}

extension RecordCheck {
  package func check(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, facts: inout [Facts],
    outcomes: inout [UInt8]
  ) {
    var facts = facts.mutableSpan
    var outcomes = outcomes.mutableSpan
    var place = 0
    for index in block {
      outcomes[place] = check(batch[index], &facts[place]).code
      place += 1
    }
  }
}
