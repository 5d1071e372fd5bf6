import Addresses
import Findings
import Records

/// What the values of a column look like. Can be collected in parts: every count is a sum,
/// a smallest or a greatest one.
package struct ColumnProfile: Sendable, Mergeable {
  /// Values that were looked at.
  package private(set) var rows = 0
  /// Without anything but blanks.
  package private(set) var empty = 0
  /// Characters of the shortest and of the longest value that is not empty.
  package private(set) var shortest = Int.max
  package private(set) var longest = 0
  package internal(set) var values = FrequentValues()
  package internal(set) var patterns = FrequentValues()
  /// Of a column of addresses how many are of every grade, the best first; nil for others.
  package private(set) var grades: [Int]?
  private var estimate = DistinctEstimate()

  /// - Parameter isAddress: whether its values are read as addresses.
  package init(isAddress: Bool = false) {
    if isAddress { grades = Array(repeating: 0, count: AddressGrade.allCases.count) }
  }

  /// Number of different values; an estimate unless `isDistinctExact`.
  package var distinct: Int {
    isDistinctExact ? values.distinct : min(estimate.value, rows - empty)
  }
  /// Whether all different values were kept.
  package var isDistinctExact: Bool { values.isExact }

  /// Adds a value. O(length).
  mutating func add(_ value: Span<UInt8>, _ reader: inout ValueReader) {
    rows += 1
    if value.isBlank {
      empty += 1
      return
    }
    reader.pattern.read(value)
    shortest = min(shortest, reader.pattern.length)
    longest = max(longest, reader.pattern.length)
    let hash = ByteHash.of(value)
    values.add(value, hash)
    estimate.add(hash)
    patterns.add(reader.pattern.bytes.span, ByteHash.of(reader.pattern.bytes.span))
    if grades != nil, let grade = reader.grade(of: value) { grades?[Int(grade.rawValue)] += 1 }
  }

  /// Counts a value once more where not every one could be kept.
  mutating func recount(_ value: Span<UInt8>, _ reader: inout ValueReader) {
    if value.isBlank { return }
    if !values.isExact { values.add(value, ByteHash.of(value)) }
    if !patterns.isExact {
      reader.pattern.read(value)
      patterns.add(reader.pattern.bytes.span, ByteHash.of(reader.pattern.bytes.span))
    }
  }

  package mutating func merge(_ other: consuming ColumnProfile) {
    rows += other.rows
    empty += other.empty
    shortest = min(shortest, other.shortest)
    longest = max(longest, other.longest)
    values.merge(other.values)
    patterns.merge(other.patterns)
    estimate.merge(other.estimate)
    if let theirs = other.grades, let own = grades { grades = zip(own, theirs).map(+) }
  }
}

/// What reading values needs, one for every core.
struct ValueReader {
  var pattern = ValuePattern()
  private let parser: AddressParser?
  private var address = Address()

  init(_ gazetteer: AddressGazetteer?) { parser = gazetteer.map(AddressParser.init) }

  /// How far a value leads as an address; nil without the tables.
  mutating func grade(of value: Span<UInt8>) -> AddressGrade? {
    guard let parser else { return nil }
    parser.parse(value, into: &address)
    return address.grade
  }

  /// Whether a value names a division, and a road, a village or a door in it.
  mutating func isAddress(_ value: Span<UInt8>) -> Bool {
    guard let grade = grade(of: value), grade != .none, address.code != 0 else { return false }
    return address.components.contains { part in
      switch part.kind {
      case .township, .village, .hamlet, .road, .lane, .number, .building, .room: true
      default: false
      }
    }
  }
}

extension Span<UInt8> {
  /// Whether there is nothing but blanks, U+3000 among them.
  var isBlank: Bool {
    var place = 0
    while place < count {
      if self[place] <= 0x20 {
        place += 1
      } else if place + 2 < count, self[place] == 0xE3, self[place + 1] == 0x80,
        self[place + 2] == 0x80
      {
        place += 3
      } else {
        return false
      }
    }
    return true
  }
}
