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

  private var entries: [Entry] = []
  private var keys: [UInt8] = []
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
  package mutating func add(_ record: RecordView, party: Party, at position: RecordPosition)
    -> UInt32
  {
    let key = record[party.keyElement]
    entries.append(
      Entry(
        key: UInt32(keys.count), keyLength: UInt32(key.count),
        branch: UInt32(branches.number(record[.branch])),
        owner: UInt32(owners.number(record[.owner])), position: position))
    keys.append(key)
    return UInt32(entries.count - 1)
  }

  /// The record remembered at `place`.
  package func holder(at place: UInt32) -> Holder {
    let entry = entries[Int(place)]
    return Holder(
      recordKey: Array(keys[Int(entry.key)..<Int(entry.key + entry.keyLength)]),
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

  private var entries = [[Entry]](repeating: [], count: partitions)

  package init() {}

  @inline(__always) package mutating func add(_ key: PackedKey, place: UInt32) {
    entries[Int(truncatingIfNeeded: key.mixed >> 58)].append(Entry(key: key, place: place))
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
    let total = parts.reduce(0) { $0 + $1.keys.entries[partition].count }
    if total < 2 { return [] }
    // A table of the first place of every key; a second place makes a group.
    var capacity = 16
    while capacity < total * 2 { capacity *= 2 }
    var slots = [Int32](repeating: -1, count: capacity)
    var all: [(entry: Entry, part: Int)] = []
    all.reserveCapacity(total)
    var groups: [PackedKey: [Int]] = [:]
    for (number, part) in parts.enumerated() {
      for entry in part.keys.entries[partition] {
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
