import Records

/// Who was seen: the records of one party, each with what a finding on it needs.
///
/// 32 bytes a record, 48 with names; branches and customer managers are numbered.
package struct Roster: Sendable {
  private struct Entry: BitwiseCopyable, Sendable {
    /// The record's key, packed.
    let key: PackedKey
    let branch: UInt32
    let owner: UInt32
    let position: RecordPosition
  }

  private var entries: ChunkedArray<Entry>
  /// Names, packed, where they are kept.
  private var names: ChunkedArray<PackedKey>
  private let keepsNames: Bool
  /// Texts that no packed key holds without loss.
  private var longTexts: [[UInt8]] = []
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

  package init(keepingNames keepsNames: Bool = false, in store: StateStore? = nil) {
    self.keepsNames = keepsNames
    entries = ChunkedArray(in: store)
    names = ChunkedArray(in: store)
  }

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
    entries.append(
      Entry(
        key: pack(record[party.keyElement]), branch: UInt32(branch),
        owner: UInt32(owners.number(record[.owner])), position: position))
    if keepsNames { names.append(pack(record[party.nameElement])) }
  }

  /// The text as a packed key, or where it has no exact one its place in `longTexts`.
  private mutating func pack(_ text: Span<UInt8>) -> PackedKey {
    let key = PackedKey(text)
    if key.isExact { return key }
    var copy: [UInt8] = []
    copy.append(text)
    longTexts.append(copy)
    return PackedKey(high: .max, low: UInt64(longTexts.count - 1))
  }

  private func unpack(_ key: PackedKey) -> [UInt8] {
    if !key.isExact { return longTexts[Int(key.low)] }
    var text: [UInt8] = []
    key.write(to: &text)
    return text
  }

  /// The record remembered at `place`; an empty one where the disk does not give it back, which
  /// the store has noted then.
  package func holder(at place: Int) -> Holder {
    guard let entry = entries.element(at: place) else { return .none }
    let name = keepsNames ? names.element(at: place).map(unpack) : nil
    return Holder(
      recordKey: unpack(entry.key), name: name ?? [],
      branch: branches.texts[Int(entry.branch)], owner: owners.texts[Int(entry.owner)],
      position: entry.position)
  }
}
