import Records
import Registries

/// The organisations that one core saw, as owners of accounts: a note each, and the few texts
/// that accounts are compared with. Parts are put together by `OwnerTable`.
package struct OwnerCollector: Sendable {
  static let layout = RecordLayout(
    party: .organisation,
    elements: [.customerKey, .creditCode, .licenceNumber, .organisationCode, .legalRepresentative])

  var texts = RecordBatch(layout: layout)
  var notes: [OwnerNote] = []
  var positions: [RecordPosition] = []

  package init() {}

  /// Remembers an organisation; one without a customer number is nobody's owner.
  package mutating func add(_ record: RecordView, _ note: OwnerNote, at position: RecordPosition) {
    if record[.customerKey].isEmpty { return }
    texts.cells.append(.empty)
    for element in Self.layout.elements {
      let start = texts.bytes.count
      texts.bytes.append(record[element])
      texts.cells.append(Cell(start..<texts.bytes.count))
    }
    texts.lines.append(UInt32(texts.lines.count))
    notes.append(note)
    positions.append(position)
  }
}

/// The organisations of a run by customer number. The same for any split of them over cores
/// and any order of the parts: notes of one customer are merged, and its texts are those of
/// the record that comes first in the input.
package struct OwnerTable: Sendable {
  /// Texts of the owners, by place.
  package let records: FrozenRecords
  private let notes: FrozenArray<OwnerNote>
  private let keys: PlaceMap

  /// O(n).
  package init(_ parts: [OwnerCollector]) {
    records = FrozenRecords(layout: OwnerCollector.layout, batches: parts.map(\.texts))
    var notes = parts.flatMap(\.notes)
    let positions = parts.flatMap(\.positions)
    var known: [PackedKey: Int] = [:]
    for place in notes.indices {
      let key = PackedKey(records[place][.customerKey])
      guard let first = known[key] else {
        known[key] = place
        continue
      }
      let kept = positions[place] < positions[first] ? place : first
      var note = notes[first]
      note.merge(notes[place])
      notes[kept] = note
      known[key] = kept
    }
    var keys = [PackedKey?](repeating: nil, count: notes.count)
    for (key, place) in known { keys[place] = key }
    self.keys = PlaceMap(keys)
    self.notes = FrozenArray(notes)
  }

  /// Number of different customers.
  package var count: Int { keys.count }

  /// Place of a customer, or nil. O(length).
  package func place(_ customer: Span<UInt8>) -> Int? {
    customer.isEmpty ? nil : keys[PackedKey(customer)]
  }

  /// O(1).
  package func note(_ place: Int) -> OwnerNote { notes[place] }
}
