import Records

/// What decides a rule with a state of its own on every core, such as another program.
package protocol RuleSessionMaker: Sendable {
  /// A session for one core. `isStopped` is asked now and then: true to give up.
  func session(
    masking: Masking, isStopped: @escaping @Sendable () -> Bool
  ) -> any RuleSession
}

/// Decides a rule on the blocks of one core.
package protocol RuleSession: AnyObject, Sendable {
  /// The outcomes of the records of a block. Asked of those whose code is that of `passed`; the
  /// others keep theirs.
  func check(_ batch: borrowing RecordBatch, _ block: Range<Int>, outcomes: inout [UInt8])

  /// Says what is wrong with a record of the last block, by its place in it.
  func explain(_ place: Int, _ record: RecordView, _ finding: inout FindingWriter)

  /// What has gone wrong so far.
  var incidents: [RuleIncident] { get }

  /// What the rule's program said to its author when it first went wrong. For examples only:
  /// of customers' records it may hold values.
  var complaint: String { get }

  /// Ends the session.
  func finish()
}

/// Why a rule could not be evaluated on some records though their values are in order.
package struct RuleIncident: Sendable, Equatable {
  /// Id of the rule.
  package let rule: String
  package let reason: Text
  /// How often it happened, and on how many records.
  package var times: Int
  package var records: Int

  package init(rule: String, reason: Text, times: Int, records: Int) {
    self.rule = rule
    self.reason = reason
    self.times = times
    self.records = records
  }
}

extension [RuleIncident] {
  /// Adds incidents; those of one rule and reason become one. Sorted by rule and reason.
  package mutating func merge(_ others: [RuleIncident]) {
    for other in others {
      if let known = firstIndex(where: { $0.rule == other.rule && $0.reason == other.reason }) {
        self[known].times += other.times
        self[known].records += other.records
      } else {
        append(other)
      }
    }
    sort { ($0.rule, $0.reason.en) < ($1.rule, $1.reason.en) }
  }
}
