import Findings
import Records

/// Code that decides a rule on the rows of a registry: whether the bank has what another party
/// says it has.
///
/// While records of the rule's party are checked, every core marks the rows that they stand
/// for; at the end every row has an outcome. Of what is counted, a row is one record.
package protocol RegistryValidator: Sendable {
  static var rule: Rule { get }
  /// Kind of the registry, as a context knows it.
  static var registry: String { get }
  init(_ context: Context)

  /// The rows; nil where the job does not name the registry.
  var rows: JoinedRecords? { get }

  /// What the job calls the extract that has a row.
  func source(of row: Int) -> String

  /// Place of the row that a record of the bank stands for, or nil.
  func row(_ record: RecordView, _ facts: inout Facts) -> Int?

  /// `row` for the records of a block. Provided; a requirement so that every validator gets a
  /// loop of its own.
  func mark(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, facts: inout [Facts],
    in seen: inout SeenRows)

  /// The outcome of every row, as codes. `unread` is how many records of the bank could not be
  /// read: as many rows may be missing for that reason.
  func outcomes(_ seen: SeenRows, unread: Int) -> [UInt8]

  /// Says what is wrong with a row that failed.
  func explain(_ row: Int, unread: Int, _ finding: inout FindingWriter)
}

extension RegistryValidator {
  package func mark(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, facts: inout [Facts],
    in seen: inout SeenRows
  ) {
    var facts = facts.mutableSpan
    var place = 0
    for index in block {
      if let row = row(batch[index], &facts[place]) { seen.insert(row) }
      place += 1
    }
  }
}

/// Rows of a registry that records of the bank stand for. One bit a row.
package struct SeenRows: Mergeable, Equatable, Sendable {
  private var words: [UInt64]

  /// None of so many rows.
  package init(rows: Int) { words = [UInt64](repeating: 0, count: (rows + 63) / 64) }

  package mutating func insert(_ row: Int) { words[row >> 6] |= 1 << UInt64(row & 63) }

  package func contains(_ row: Int) -> Bool { words[row >> 6] >> UInt64(row & 63) & 1 == 1 }

  /// Both are of one registry.
  package mutating func merge(_ other: consuming SeenRows) {
    for index in words.indices { words[index] |= other.words[index] }
  }
}
