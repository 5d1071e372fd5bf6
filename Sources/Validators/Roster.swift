import Records

/// Who was seen: the records of one party, each with what a finding on it needs.
///
/// 32 bytes a record; branches and customer managers are numbered.
package struct Roster: Sendable {
  private struct Entry: BitwiseCopyable, Sendable {
    /// The record's key, or where it has no exact one its place in `longKeys`.
    let key: PackedKey
    let branch: UInt32
    let owner: UInt32
    let position: RecordPosition
  }

  private var entries = ChunkedArray<Entry>()
  private var longKeys: [[UInt8]] = []
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

  /// Remembers a record: the first one has place 0.
  package mutating func add(
    _ record: RecordView, party: Party, at position: RecordPosition
  ) {
    add(record, party: party, branch: number(ofBranch: record[.branch]), at: position)
  }

  /// Number of a branch: they are numbered as they are first seen.
  package mutating func number(ofBranch branch: Span<UInt8>) -> Int { branches.number(branch) }

  /// The same for a record whose branch's number is known.
  package mutating func add(
    _ record: RecordView, party: Party, branch: Int, at position: RecordPosition
  ) {
    let text = record[party.keyElement]
    var key = PackedKey(text)
    if !key.isExact {
      key = PackedKey(high: .max, low: UInt64(longKeys.count))
      var copy: [UInt8] = []
      copy.append(text)
      longKeys.append(copy)
    }
    entries.append(
      Entry(
        key: key, branch: UInt32(branch), owner: UInt32(owners.number(record[.owner])),
        position: position))
  }

  /// The record remembered at `place`.
  package func holder(at place: Int) -> Holder {
    let entry = entries[place]
    var key: [UInt8] = []
    if entry.key.isExact {
      entry.key.write(to: &key)
    } else {
      key = longKeys[Int(entry.key.low)]
    }
    return Holder(
      recordKey: key, branch: branches.texts[Int(entry.branch)],
      owner: owners.texts[Int(entry.owner)], position: entry.position)
  }
}
