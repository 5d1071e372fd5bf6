import Findings
import Records

/// Code that decides a rule on all records of a party together: it groups them by a key,
/// and every record of a group that breaks the rule fails.
///
/// The state is `KeyedHolders`, which can be collected in parts and joined in any order.
package protocol DatasetValidator: Sendable {
  static var rule: Rule { get }

  init(_ context: Context)

  /// The key under which the record is grouped; nil where the rule does not speak of it.
  func key(_ record: RecordView, _ facts: inout Facts) -> PackedKey?

  /// `key` for the records of a block, one after another. Provided; a requirement so that
  /// every validator gets a loop of its own in which `key` is called directly.
  func keys(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, facts: inout [Facts],
    keys: inout [PackedKey?])

  /// Whether records that share the key break the rule; called for two and more only.
  func fails(_ group: [Holder], key: PackedKey) -> Bool

  /// Those records of a group that fails which have a finding. Provided: all of them.
  func failing(_ group: [Holder]) -> [Holder]

  /// Those that the findings speak of. Provided: all of them.
  func shown(of group: [Holder]) -> [Holder]

  /// A mark in `Holder.value` that a record of every group that can fail has; 0 where there is
  /// none. Provided: none.
  static var mark: UInt64 { get }

  /// Parties whose records are grouped with those of the rule's one party, though the rule is
  /// not asked of them. Provided: none; every party is grouped for itself.
  static var alsoCollects: [Party] { get }

  /// Elements without which nothing is known of a record of a party. Provided: what the rule
  /// reads.
  static func reads(of party: Party) -> [DataElement]

  /// What is kept of the records of a block beside their keys: `Holder.value`. False where
  /// nothing is. Provided: nothing.
  func values(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, facts: inout [Facts],
    values: inout [UInt64]
  ) -> Bool

  /// Says what is wrong with one record of a group that fails; `group` are those that are shown.
  func explain(
    _ holder: Holder, in group: [Holder], key: PackedKey, _ finding: inout FindingWriter)
}

extension DatasetValidator {
  package func failing(_ group: [Holder]) -> [Holder] { group }
  package func shown(of group: [Holder]) -> [Holder] { group }

  /// Whether records of several parties are grouped together.
  package static var joinsParties: Bool { !alsoCollects.isEmpty }
  package static var mark: UInt64 { 0 }
  package static var alsoCollects: [Party] { [] }
  package static func reads(of party: Party) -> [DataElement] { rule.reads }

  package func values(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, facts: inout [Facts],
    values: inout [UInt64]
  ) -> Bool { false }

  package func keys(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, facts: inout [Facts],
    keys: inout [PackedKey?]
  ) {
    var facts = facts.mutableSpan
    var keys = keys.mutableSpan
    var place = 0
    for index in block {
      keys[place] = key(batch[index], &facts[place])
      place += 1
    }
  }
}

/// A record as a group remembers it.
package struct Holder: Sendable, Equatable {
  package let recordKey: [UInt8]
  /// Name of the customer; empty where the run does not keep names.
  package let name: [UInt8]
  package let branch: [UInt8]
  package let owner: [UInt8]
  /// Number of the source in the job, of the file in the source, and line in the file.
  package let position: RecordPosition
  /// What the rule keeps beside the key.
  package var value: UInt64 = 0

  package init(
    recordKey: [UInt8], name: [UInt8], branch: [UInt8], owner: [UInt8], position: RecordPosition
  ) {
    self.recordKey = recordKey
    self.name = name
    self.branch = branch
    self.owner = owner
    self.position = position
  }
}

extension Holder {
  /// Stands for a record that is lost.
  static let none = Holder(
    recordKey: [], name: [], branch: [], owner: [],
    position: RecordPosition(source: 0, file: 0, line: 0))
}

/// Place of a record in the input of a run. Ordered as the records are read.
package struct RecordPosition: Hashable, Comparable, BitwiseCopyable, Sendable {
  package let source: UInt16
  package let file: UInt16
  package let line: UInt32

  package init(source: Int, file: Int, line: Int) {
    self.source = UInt16(truncatingIfNeeded: source)
    self.file = UInt16(truncatingIfNeeded: file)
    self.line = UInt32(clamping: line)
  }

  package static func < (a: RecordPosition, b: RecordPosition) -> Bool {
    (a.source, a.file, a.line) < (b.source, b.file, b.line)
  }
}
