import Records
import References
import Registries

/// The accounts that one core saw: their numbers, what the numbers look like, their branches.
/// Parts are put together by `AccountTable`.
package struct AccountCollector: Sendable {
  fileprivate var numbers: [PackedKey] = []
  fileprivate var shapes: [UInt64: Int] = [:]
  fileprivate var branches: Set<PackedKey> = []

  package init() {}

  package mutating func add(_ record: RecordView) {
    guard let number = AccountNumber.key(record[.accountNumber]) else { return }
    numbers.append(number)
    if let shape = AccountNumber.shape(record[.accountNumber]) { shapes[shape, default: 0] += 1 }
    if !record[.branch].isEmpty { branches.insert(PackedKey(foldingCase: record[.branch])) }
  }
}

/// The accounts of a run by number. The same for any split of them over cores and any order of
/// the parts.
package struct AccountTable: Sendable {
  private let numbers: PlaceMap
  private let shapes: PlaceMap
  private let branches: PlaceMap
  /// Rows of accounts that could not be read: their numbers are not known.
  package let unread: Int

  /// O(n).
  package init(_ parts: [AccountCollector], unread: Int) {
    let numbers = PlaceMap(parts.flatMap(\.numbers))
    self.numbers = numbers
    var counts: [UInt64: Int] = [:]
    for part in parts { counts.merge(part.shapes, uniquingKeysWith: +) }
    // A shape of single accounts is none of the bank's own numbering.
    let usual = counts.filter { $0.value * Self.share >= numbers.count }
    shapes = PlaceMap(usual.keys.map { Self.key($0) })
    let branches = parts.reduce(into: Set<PackedKey>()) { $0.formUnion($1.branches) }
    self.branches = PlaceMap(Array(branches))
    self.unread = unread
  }

  /// Of so many accounts one at least has a shape that is the bank's.
  private static let share = 1000

  private static func key(_ shape: UInt64) -> PackedKey { PackedKey(high: 0, low: shape) }

  /// Number of different accounts.
  package var count: Int { numbers.count }

  /// O(length).
  package func contains(_ number: Span<UInt8>) -> Bool {
    AccountNumber.key(number).map { numbers[$0] != nil } ?? false
  }

  /// Whether a number looks like the accounts of the run: begins and is as long as theirs.
  /// O(length).
  package func hasShape(of number: Span<UInt8>) -> Bool {
    AccountNumber.shape(number).map { shapes[Self.key($0)] != nil } ?? false
  }

  /// Whether accounts of the run are kept at a branch of this number. O(length).
  package func hasBranch(_ branch: Span<UInt8>) -> Bool {
    branch.isEmpty ? false : branches[PackedKey(foldingCase: branch)] != nil
  }
}
