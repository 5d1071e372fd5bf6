import Findings
import Records

/// Decides a rule on groups of records that share a key by numbers over each group: how many
/// there are, sums, how many different values. Every record of a group that breaks the rule
/// fails.
///
/// What is gathered can be gathered in parts and joined in any order: `GroupedValues`.
package protocol GroupCheck: Sendable {
  /// What is worked out of the values of a group, by place of the value.
  var kinds: [GroupValueKind] { get }

  /// Gathers key and values of the records of a block.
  func collect(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, into gathered: inout GroupBlock)

  /// The outcomes of the rule on some groups, as codes.
  func outcomes(of totals: [GroupTotals]) -> [UInt8]

  /// Says what is wrong with one record of a group that fails.
  func explain(
    _ holder: Holder, in group: [Holder], key: PackedKey, totals: GroupTotals,
    _ finding: inout FindingWriter)
}

/// What is worked out of the values of a group.
package enum GroupValueKind: Sendable { case sum, distinct }

/// Keys and values of the records of a block.
package struct GroupBlock: Sendable {
  /// nil for records that the rule is not asked of.
  package var keys: [PackedKey?]
  /// The outcome of records without a key, as codes.
  package var outcomes: [UInt8]
  /// By value, then by record.
  package var values: [[Int128]]
  /// Whether a value is there: 0, or the code of the outcome that stands for its absence.
  package var states: [[UInt8]]

  package init(size: Int, values count: Int) {
    keys = [PackedKey?](repeating: nil, count: size)
    outcomes = [UInt8](repeating: 0, count: size)
    values = [[Int128]](repeating: [Int128](repeating: 0, count: size), count: count)
    states = [[UInt8]](repeating: [UInt8](repeating: 0, count: size), count: count)
  }
}

/// The numbers over one group.
package struct GroupTotals: Sendable, Equatable {
  /// Records.
  package var count = 0
  /// By place of the value.
  package var values: [Int128]
  /// 0 for a number; else the code of the outcome that stands for it.
  package var states: [UInt8]
}
