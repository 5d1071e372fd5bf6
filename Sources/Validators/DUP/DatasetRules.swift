import Findings
import Records

extension PackedKey {
  /// The number of a record's identity document; nil for one that is shorter than any
  /// document: a placeholder, of which other rules speak.
  static func document(_ record: RecordView) -> PackedKey? {
    let number = record[.documentNumber]
    return number.count < 6 ? nil : PackedKey(foldingCase: number)
  }
}

extension Array<UInt8> {
  /// At most so many others are named in evidence.
  private static var most: Int { 10 }

  /// Appends the record keys of a group other than the holder's, each once.
  package mutating func append(others group: [Holder], than holder: Holder) {
    // Groups may be large, and every holder of one is told: no more is looked at than shown.
    var shown: [[UInt8]] = []
    for other in group.prefix(1_000) where other.recordKey != holder.recordKey {
      if shown.contains(other.recordKey) { continue }
      if shown.count == Self.most { return append(contentsOf: "…".utf8) }
      if !shown.isEmpty { append(contentsOf: "、".utf8) }
      append(contentsOf: other.recordKey)
      shown.append(other.recordKey)
    }
  }

  /// Appends the lines on which a group stands.
  mutating func append(lines group: [Holder]) {
    for (index, holder) in group.prefix(Self.most).enumerated() {
      if index > 0 { append(contentsOf: "、".utf8) }
      append(decimal: Int(holder.position.line))
    }
    if group.count > Self.most { append(contentsOf: "…".utf8) }
  }
}
