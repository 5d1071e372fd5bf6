import Findings
import Records

/// Who was seen: the records of one party, each with what a finding on it needs.
///
/// Twenty-odd bytes a record; branches and customer managers are numbered.
package struct Roster: Sendable {
  private var bytes: [UInt8] = []
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
  package mutating func add(_ record: RecordView, party: Party, at position: RecordPosition) -> UInt32 {
    let place = UInt32(bytes.count)
    let key = record[party.keyElement]
    let length = min(key.count, 255)
    bytes.append(UInt8(length))
    bytes.append(key.extracting(0..<length))
    add(branches.number(record[.branch]), 3)
    add(owners.number(record[.owner]), 3)
    add(Int(position.source), 2)
    add(Int(position.file), 2)
    add(Int(position.line), 4)
    return place
  }

  private mutating func add(_ number: Int, _ width: Int) {
    for place in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> (place * 8))) }
  }

  /// The record remembered at `place`.
  package func holder(at place: UInt32) -> Holder {
    var index = Int(place)
    let length = Int(bytes[index])
    let key = Array(bytes[(index + 1)..<(index + 1 + length)])
    index += 1 + length
    func number(_ width: Int) -> Int {
      defer { index += width }
      return (0..<width).reduce(0) { $0 | Int(bytes[index + $1]) << ($1 * 8) }
    }
    let branch = branches.texts[number(3)]
    let owner = owners.texts[number(3)]
    let (source, file, line) = (number(2), number(2), number(4))
    return Holder(
      recordKey: key, branch: branch, owner: owner,
      position: RecordPosition(source: source, file: file, line: line))
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
    var found: [(key: PackedKey, holders: [Holder])] = []
    for partition in 0..<partitions {
      let total = parts.reduce(0) { $0 + $1.keys.entries[partition].count }
      if total < 2 { continue }
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
      for (key, members) in groups {
        let holders = members.map { parts[all[$0].part].roster.holder(at: all[$0].entry.place) }
        found.append((key, holders.sorted { $0.position < $1.position }))
      }
    }
    return found.sorted { $0.holders[0].position < $1.holders[0].position }
  }
}
