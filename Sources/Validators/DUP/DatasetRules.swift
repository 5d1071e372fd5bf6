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

extension [Holder] {
  /// Whether the group is that of so many customers and more.
  func isOf(customers least: Int) -> Bool {
    count >= least && Set(map(\.recordKey)).count >= least
  }

  /// How many customers there are; every one of a group is told, so that of a large group
  /// repeated records are not looked for.
  fileprivate var customers: Int { count > 1_000 ? count : Set(map(\.recordKey)).count }
}

extension Array<UInt8> {
  /// Appends how many customers have what the group shares, and who the others are.
  mutating func append(
    sharing group: [Holder], than holder: Holder, zh what: StaticString, in language: Language
  ) {
    append(zh: "共 ", en: "recorded for ", in: language)
    append(decimal: group.customers)
    append(zh: " 个客户登记此", en: " customers, the others: ", in: language)
    if language == .zh {
      append(what)
      append("，其他客户号：")
    }
    append(others: group, than: holder)
  }

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
