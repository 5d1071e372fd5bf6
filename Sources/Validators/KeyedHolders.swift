import Dispatch
import Findings
import Records
import Synchronization

/// Keys of the records that one core saw, in the order of its roster.
package struct KeyedHolders: Sendable {
  /// Stands for a record without a key; no key has these bits.
  private static let absent = PackedKey(high: .max, low: .max)

  private var keys: ChunkedArray<PackedKey>
  /// What some rules keep of a record beside its key; empty for the others.
  private var values: ChunkedArray<UInt64>

  package init(in store: StateStore? = nil) {
    keys = ChunkedArray(in: store)
    values = ChunkedArray(in: store)
  }

  /// Adds the first `count` keys: those of the records that the roster has remembered since.
  package mutating func add(_ keys: [PackedKey?], count: Int) {
    for index in 0..<count { self.keys.append(keys[index] ?? Self.absent) }
  }

  /// Adds what is kept beside the first `count` keys; either of all records or of none.
  package mutating func add(values: [UInt64], count: Int) {
    for index in 0..<count { self.values.append(values[index]) }
  }

  /// The groups of two and more records of one key among the parts, given with their rosters.
  /// Order of the parts does not matter to the result: groups come in the order of their first
  /// record, holders in the order of the input.
  ///
  /// O(records) time, on all cores; memory for the groups found and for 8 bytes a record, but
  /// no more than `passSize` records at a time: beyond them the keys are gone through several
  /// times.
  ///
  /// With a mark only groups are told of which a record has it in its value: of the others the
  /// holders, who may be many, are not even looked up.
  package static func groups(
    _ parts: [(keys: KeyedHolders, roster: Roster)], marked mark: UInt64 = 0
  ) -> [(key: PackedKey, holders: [Holder])] {
    let chunks = parts.enumerated().flatMap { part, entry in
      (0..<entry.keys.keys.chunkCount).map { Chunk(part: part, number: $0) }
    }
    let records = parts.reduce(0) { $0 + $1.keys.keys.count }
    let passes = min(max(1, (records + passSize - 1) / passSize), PartitionedKeys.partitions)
    let found = Mutex<[(key: PackedKey, holders: [Holder])]>([])
    for pass in 0..<passes {
      let partitions =
        PartitionedKeys.partitions * pass / passes..<PartitionedKeys.partitions * (pass + 1)
        / passes
      let sorted = Mutex([PartitionedKeys?](repeating: nil, count: chunks.count))
      DispatchQueue.concurrentPerform(iterations: chunks.count) { number in
        let chunk = parts[chunks[number].part].keys.keys.chunk(chunks[number].number)
        let keys = PartitionedKeys(chunk, of: partitions, without: absent)
        sorted.withLock { $0[number] = keys }
      }
      let partitioned = sorted.withLock { $0 }.compactMap { $0 }
      DispatchQueue.concurrentPerform(iterations: partitions.count) { number in
        let partition = partitions.lowerBound + number
        let groups = Self.groups(partitioned.map { $0.entries(of: partition) }) { number, place in
          let chunk = chunks[number]
          return parts[chunk.part].keys.keys.element(at: chunk.first + place) ?? absent
        }
        if groups.isEmpty { return }
        let wanted = groups.filter { _, members in
          mark == 0
            || members.contains { member in
              let chunk = chunks[member.chunk]
              let value = parts[chunk.part].keys.values
              let place = chunk.first + member.place
              return value.count > 0 && (value.element(at: place) ?? 0) & mark != 0
            }
        }
        let holders = wanted.map { key, members in
          let holders = members.map { member in
            let chunk = chunks[member.chunk]
            let place = chunk.first + member.place
            let (keys, roster) = parts[chunk.part]
            var holder = roster.holder(at: place)
            if keys.values.count > 0 { holder.value = keys.values.element(at: place) ?? 0 }
            return holder
          }
          return (key: key, holders: holders.sorted { $0.position < $1.position })
        }
        found.withLock { $0.append(contentsOf: holders) }
      }
    }
    return found.withLock { $0 }.sorted { $0.holders[0].position < $1.holders[0].position }
  }

  /// Records whose keys are compared at a time.
  private static let passSize = 1 << 25

  private struct Chunk: Sendable {
    let part: Int
    let number: Int
    /// Place of its first element in the part.
    var first: Int { number * ChunkedArray<PackedKey>.chunk }
  }

  /// The groups of one partition, in no order.
  private static func groups(
    _ chunks: [ArraySlice<PartitionedKeys.Entry>], key: (_ chunk: Int, _ place: Int) -> PackedKey
  ) -> [PackedKey: [(chunk: Int, place: Int)]] {
    let total = chunks.reduce(0) { $0 + $1.count }
    if total < 2 { return [:] }
    // A table of the first place of every key; a second place makes a group.
    var capacity = 16
    while capacity < total * 2 { capacity *= 2 }
    var slots = [Int32](repeating: -1, count: capacity)
    var all: [(entry: PartitionedKeys.Entry, chunk: Int32)] = []
    all.reserveCapacity(total)
    var groups: [PackedKey: [(chunk: Int, place: Int)]] = [:]
    for (number, entries) in chunks.enumerated() {
      for entry in entries {
        var slot = Int(entry.mark) & (capacity - 1)
        while slots[slot] >= 0 {
          let other = all[Int(slots[slot])]
          if other.entry.mark == entry.mark {
            let known = (chunk: Int(other.chunk), place: Int(other.entry.place))
            let mine = key(number, Int(entry.place))
            if mine == key(known.chunk, known.place) {
              groups[mine, default: [known]].append((number, Int(entry.place)))
              break
            }
          }
          slot = (slot + 1) & (capacity - 1)
        }
        if slots[slot] < 0 { slots[slot] = Int32(all.count) }
        all.append((entry, Int32(number)))
      }
    }
    return groups
  }
}

/// The keys of a chunk by partition, each as a mark that tells nearly all of them apart and
/// its place in the chunk.
private struct PartitionedKeys: Sendable {
  static let partitions = 256

  struct Entry: BitwiseCopyable, Sendable {
    let mark: UInt32
    let place: UInt32
  }

  private let entries: [Entry]
  /// Where every partition begins, and the end.
  private let starts: [Int]

  /// Those of the keys that are in some partitions. O(keys).
  init(_ keys: [PackedKey], of partitions: Range<Int>, without absent: PackedKey) {
    var starts = [Int](repeating: 0, count: Self.partitions + 1)
    for key in keys where key != absent {
      let partition = Self.partition(key.mixed)
      if partitions.contains(partition) { starts[partition + 1] += 1 }
    }
    for partition in 0..<Self.partitions { starts[partition + 1] += starts[partition] }
    var next = starts
    var entries = [Entry](repeating: Entry(mark: 0, place: 0), count: starts[Self.partitions])
    for (place, key) in keys.enumerated() where key != absent {
      let mixed = key.mixed
      let partition = Self.partition(mixed)
      if !partitions.contains(partition) { continue }
      entries[next[partition]] = Entry(
        mark: UInt32(truncatingIfNeeded: mixed), place: UInt32(place))
      next[partition] += 1
    }
    self.entries = entries
    self.starts = starts
  }

  private static func partition(_ mixed: UInt64) -> Int { Int(mixed >> 56) }

  func entries(of partition: Int) -> ArraySlice<Entry> {
    entries[starts[partition]..<starts[partition + 1]]
  }
}
