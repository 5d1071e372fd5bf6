import Findings
import Records

/// How often values occur: exactly while there are at most `limit` different ones, and beyond
/// that for those that are frequent (Misra and Gries, 1982: when the table is full, every
/// count is lowered by the median).
///
/// A value that occurs more than twice in `limit` is never lost, however the input was cut.
/// O(1) a value on average; memory is bounded.
package struct FrequentValues: Sendable, Mergeable {
  /// Different values that are kept.
  static let limit = 8192
  /// Bytes of a value that are kept; longer ones are told apart by their hash.
  static let bytesKept = 120

  private struct Item: BitwiseCopyable, Sendable {
    let hash: UInt64
    let start: UInt32
    let length: UInt32
    var count: Int
  }

  private var items: [Item] = []
  private var slots = [Int32](repeating: 0, count: 64)
  private var bytes: [UInt8] = []
  /// What a count may be too low by.
  private var loss = 0
  /// Values that were added.
  private(set) var total = 0
  /// Whether only values that are known already are counted.
  private var isClosed = false

  package init() {}

  /// Whether every value and every count is right.
  package var isExact: Bool { loss == 0 && !isClosed }
  /// Number of different values; right where `isExact`.
  var distinct: Int { items.count }

  /// Adds a value with its hash, `ByteHash.of`.
  mutating func add(_ value: Span<UInt8>, _ hash: UInt64) {
    total += 1
    add(value, value.count, hash, 1)
  }

  private mutating func add(_ value: Span<UInt8>, _ length: Int, _ hash: UInt64, _ count: Int) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if items[place].hash == hash, isSame(items[place], value, length) {
        items[place].count += count
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    if isClosed { return }
    if items.count == Self.limit {
      lower()
      return add(value, length, hash, count)
    }
    let start = bytes.count
    bytes.append(value.extracting(0..<min(value.count, Self.bytesKept)))
    items.append(
      Item(hash: hash, start: UInt32(start), length: UInt32(clamping: length), count: count))
    slots[slot] = Int32(items.count)
    if items.count * 2 > slots.count { index(slots.count * 2) }
  }

  private func isSame(_ item: Item, _ value: Span<UInt8>, _ length: Int) -> Bool {
    if Int(item.length) != length { return false }
    let kept = kept(item)
    return bytes.span.extracting(kept).equals(value.extracting(0..<kept.count))
  }

  private func kept(_ item: Item) -> Range<Int> {
    Int(item.start)..<(Int(item.start) + min(Int(item.length), Self.bytesKept))
  }

  private mutating func index(_ capacity: Int) {
    slots = [Int32](repeating: 0, count: capacity)
    for (place, item) in items.enumerated() {
      var slot = Int(truncatingIfNeeded: item.hash) & (capacity - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = Int32(place + 1)
    }
  }

  /// Lowers every count by the median; at least half of the values go.
  private mutating func lower() {
    let counts = items.map(\.count).sorted()
    let median = counts[counts.count / 2]
    loss += median
    let (old, text) = (items, bytes)
    items.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    for item in old where item.count > median {
      let start = bytes.count
      bytes.append(contentsOf: text[Int(item.start)..<(Int(item.start) + kept(item).count)])
      items.append(
        Item(
          hash: item.hash, start: UInt32(start), length: item.length, count: item.count - median))
    }
    index(slots.count)
  }

  package mutating func merge(_ other: consuming FrequentValues) {
    let other = other
    for item in other.items {
      add(
        other.bytes.span.extracting(other.kept(item)), Int(item.length), item.hash, item.count)
    }
    loss += other.loss
    total += other.total
  }

  /// The same values with counts of 0, to be counted anew: what is added later is counted
  /// where it is known.
  var emptied: FrequentValues {
    var result = self
    for place in result.items.indices { result.items[place].count = 0 }
    result.total = 0
    result.loss = 0
    result.isClosed = true
    return result
  }

  /// Where not every value was kept: those that occur more often than this are all there.
  package var bound: Int? { isClosed || loss > 0 ? 2 * total / Self.limit : nil }

  /// A value, cut where it is long, and how often it occurs.
  package struct Frequent: Sendable, Equatable {
    package let text: String
    package let count: Int
  }

  /// The most frequent values, those of one count in the order of their bytes. Right where
  /// every value was kept or those kept were counted anew.
  package func top(_ number: Int) -> [Frequent] {
    let least = bound ?? 0
    let order = items.filter { $0.count > least }.sorted { a, b in
      if a.count != b.count { return a.count > b.count }
      let (x, y) = (bytes[kept(a)], bytes[kept(b)])
      return x.elementsEqual(y) ? a.hash < b.hash : x.lexicographicallyPrecedes(y)
    }
    return order.prefix(number).map { item in
      var text = String(decoding: bytes[kept(item)], as: UTF8.self)
      if Int(item.length) > Self.bytesKept {
        // A character that was cut in two.
        while text.unicodeScalars.last == "\u{FFFD}" { text.unicodeScalars.removeLast() }
        text += "…"
      }
      return Frequent(text: text, count: item.count)
    }
  }
}
