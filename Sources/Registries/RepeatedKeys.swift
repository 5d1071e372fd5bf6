import Dispatch
import Records
import Synchronization

/// How often the rows of an extract have the same number, and how often they say otherwise
/// then: 16 bytes a row. Parts may be joined in any order.
package struct RepeatedKeys: Sendable {
  private struct Entry: BitwiseCopyable {
    let key: UInt64
    let content: UInt64
  }

  private static let partitions = 64
  private var entries = [[Entry]](repeating: [], count: partitions)

  package init() {}

  /// Adds a row under the first of its numbers that it has. O(length of the row).
  package mutating func add(
    _ row: RecordView, _ layout: RecordLayout, under numbers: [DataElement]
  ) {
    for element in numbers {
      let value = row[element]
      if value.isEmpty { continue }
      let key = PackedKey(foldingCase: value).mixed
      var content: UInt64 = 0
      for element in layout.elements {
        row[element].mix(into: &content)
      }
      entries[Int(truncatingIfNeeded: key >> 58)].append(Entry(key: key, content: content))
      return
    }
  }

  package mutating func merge(_ other: consuming RepeatedKeys) {
    for partition in entries.indices { entries[partition] += other.entries[partition] }
  }

  /// Rows whose number stands on another row too beyond the first, and numbers whose rows
  /// differ in anything. O(n log n) on all cores.
  package consuming func count() -> (repeated: Int, conflicting: Int) {
    let parts = entries
    let result = Mutex((repeated: 0, conflicting: 0))
    DispatchQueue.concurrentPerform(iterations: Self.partitions) { partition in
      let sorted = parts[partition].sorted { ($0.key, $0.content) < ($1.key, $1.content) }
      var (repeated, conflicting) = (0, 0)
      var start = 0
      while start < sorted.count {
        var end = start + 1
        while end < sorted.count, sorted[end].key == sorted[start].key { end += 1 }
        repeated += end - start - 1
        if sorted[start].content != sorted[end - 1].content { conflicting += 1 }
        start = end
      }
      result.withLock {
        $0.repeated += repeated
        $0.conflicting += conflicting
      }
    }
    return result.withLock { $0 }
  }
}
