import Dispatch
import Findings
import Records
import Synchronization

/// Who was seen: the records of one party, each with what a finding on it needs.
///
/// Some thirty bytes a record; branches and customer managers are numbered.
package struct Roster: Sendable {
  private struct Entry: BitwiseCopyable, Sendable {
    let key: UInt32
    let keyLength: UInt32
    let branch: UInt32
    let owner: UInt32
    let position: RecordPosition
  }

  /// Some records and their keys.
  private struct Chunk: Sendable {
    static let size = 4096
    var entries: [Entry] = []
    var keys: [UInt8] = []
  }

  private var newest = Chunk()
  /// Full chunks: what is there never moves again.
  private var chunks: [Chunk] = []
  private var branches = Names()
  private var owners = Names()

  /// Texts by number, and numbers by text.
  private struct Names: Sendable {
    var index = KeyIndex()
    var texts: [[UInt8]] = []

    mutating func number(_ text: Span<UInt8>) -> Int {
      let (number, isNew) = index.number(of: PackedKey(text))
      if isNew {
        var copy: [UInt8] = []
        copy.append(text)
        texts.append(copy)
      }
      return number
    }
  }

  package init() {}

  /// Remembers a record; returns its place.
  package mutating func add(
    _ record: RecordView, party: Party, at position: RecordPosition
  ) -> UInt32 {
    add(record, party: party, branch: number(ofBranch: record[.branch]), at: position)
  }

  /// Number of a branch: they are numbered as they are first seen.
  package mutating func number(ofBranch branch: Span<UInt8>) -> Int { branches.number(branch) }

  /// The same for a record whose branch's number is known.
  package mutating func add(
    _ record: RecordView, party: Party, branch: Int, at position: RecordPosition
  ) -> UInt32 {
    if newest.entries.count == Chunk.size {
      chunks.append(newest)
      newest = Chunk()
    }
    if newest.entries.isEmpty { newest.entries.reserveCapacity(Chunk.size) }
    let key = record[party.keyElement]
    newest.entries.append(
      Entry(
        key: UInt32(newest.keys.count), keyLength: UInt32(key.count),
        branch: UInt32(branch),
        owner: UInt32(owners.number(record[.owner])), position: position))
    newest.keys.append(key)
    return UInt32(chunks.count * Chunk.size + newest.entries.count - 1)
  }

  /// The record remembered at `place`.
  package func holder(at place: UInt32) -> Holder {
    let number = Int(place) / Chunk.size
    let chunk = number < chunks.count ? chunks[number] : newest
    let entry = chunk.entries[Int(place) % Chunk.size]
    return Holder(
      recordKey: Array(chunk.keys[Int(entry.key)..<Int(entry.key + entry.keyLength)]),
      branch: branches.texts[Int(entry.branch)], owner: owners.texts[Int(entry.owner)],
      position: entry.position)
  }
}

/// Keys of the records that one core saw, by partition of the key.
package struct KeyedHolders: Sendable {
  package static let partitions = 64

  struct Entry: BitwiseCopyable, Sendable {
    let key: PackedKey
    let place: UInt32
  }

  /// Entries of a partition that are gathered before they are put away.
  private static let chunk = 128

  /// The newest entries, `chunk` places a partition.
  private var newest: [Entry] = []
  /// How many of them every partition has.
  private var used = [Int](repeating: 0, count: partitions)
  /// All other entries by partition, in full chunks: what is there never moves again.
  private var chunks = [[[Entry]]](repeating: [], count: partitions)

  package init() {}

  package mutating func add(_ key: PackedKey, place: UInt32) {
    let partition = Int(truncatingIfNeeded: key.mixed >> 58)
    let entry = Entry(key: key, place: place)
    if newest.isEmpty {
      newest = [Entry](repeating: entry, count: Self.partitions * Self.chunk)
    }
    let start = partition * Self.chunk
    var count = used[partition]
    if count == Self.chunk {
      chunks[partition].append(Array(newest[start..<(start + Self.chunk)]))
      count = 0
    }
    newest[start + count] = entry
    used[partition] = count + 1
  }

  /// The entries of a partition, in several runs.
  private func entries(of partition: Int) -> [ArraySlice<Entry>] {
    if newest.isEmpty { return [] }
    let start = partition * Self.chunk
    return chunks[partition].map { $0[...] } + [newest[start..<(start + used[partition])]]
  }

  /// The groups of two and more records of one key among the parts, given with the rosters
  /// that their places belong to. Order of the parts does not matter to the result: groups
  /// come in the order of their first record, holders in the order of the input.
  ///
  /// O(records) time; memory for one partition and for the groups found.
  package static func groups(
    _ parts: [(keys: KeyedHolders, roster: Roster)]
  ) -> [(key: PackedKey, holders: [Holder])] {
    let found = Mutex<[(key: PackedKey, holders: [Holder])]>([])
    DispatchQueue.concurrentPerform(iterations: partitions) { partition in
      let groups = Self.groups(in: partition, of: parts)
      if !groups.isEmpty { found.withLock { $0.append(contentsOf: groups) } }
    }
    return found.withLock { $0 }.sorted { $0.holders[0].position < $1.holders[0].position }
  }

  /// The groups of one partition, in no order.
  private static func groups(
    in partition: Int, of parts: [(keys: KeyedHolders, roster: Roster)]
  ) -> [(key: PackedKey, holders: [Holder])] {
    let runs = parts.map { $0.keys.entries(of: partition) }
    let total = runs.reduce(0) { $1.reduce($0) { $0 + $1.count } }
    if total < 2 { return [] }
    // A table of the first place of every key; a second place makes a group.
    var capacity = 16
    while capacity < total * 2 { capacity *= 2 }
    var slots = [Int32](repeating: -1, count: capacity)
    var all: [(entry: Entry, part: Int)] = []
    all.reserveCapacity(total)
    var groups: [PackedKey: [Int]] = [:]
    for (number, run) in runs.enumerated() {
      for entry in run.joined() {
        var slot = Int(truncatingIfNeeded: entry.key.mixed) & (capacity - 1)
        while slots[slot] >= 0, all[Int(slots[slot])].entry.key != entry.key {
          slot = (slot + 1) & (capacity - 1)
        }
        if slots[slot] < 0 {
          slots[slot] = Int32(all.count)
        } else {
          groups[entry.key, default: [Int(slots[slot])]].append(all.count)
        }
        all.append((entry, number))
      }
    }
    return groups.map { key, members in
      let holders = members.map { parts[all[$0].part].roster.holder(at: all[$0].entry.place) }
      return (key, holders.sorted { $0.position < $1.position })
    }
  }
}
