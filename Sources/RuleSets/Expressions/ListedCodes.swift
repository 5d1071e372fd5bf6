import Records
import References

/// The codes of a list, or of all editions of one, by the days on which they are in force.
package struct ListedCodes: Sendable {
  private struct Spell: BitwiseCopyable, Sendable {
    let from: Int32
    let to: Int32
    /// The next one of the same code; -1 for none.
    let next: Int32
  }

  private let index: FrozenMap
  private let spells: FrozenArray<Spell>
  private let long: [PackedKey: Int32]
  /// Whether a code that is not in the list is surely wrong: every row is beyond doubt.
  let isComplete: Bool

  /// `rows` of one list, or of its editions; `ignoring` a validity that says nothing of single
  /// rows. O(rows).
  init(_ rows: [CodeListCatalogue.Row], ignoring whole: Validity? = nil) {
    var known: [[UInt8]: Int32] = [:]
    var spells: [Spell] = []
    for row in rows {
      let code = Array(row.code.utf8)
      let validity = row.validity == whole ? Validity() : row.validity
      spells.append(
        Spell(
          from: validity.from?.firstDay.number ?? .min,
          to: validity.to?.lastDay.number ?? .max, next: known[code] ?? -1))
      known[code] = Int32(spells.count - 1)
    }
    self.spells = FrozenArray(spells)
    index = FrozenMap(
      known.compactMap { code, place in ShortKey(code.span).map { ($0, place) } })
    long = Dictionary(
      known.filter { $0.key.count > 15 }.map { (PackedKey($0.key.span), $0.value) }
    ) { first, _ in first }
    isComplete = !rows.isEmpty && rows.allSatisfy(\.isVerified)
  }

  /// Values of a table that says nothing of time or doubt. O(values).
  init(values: [String]) {
    let known = Dictionary(values.map { (Array($0.utf8), Int32(0)) }) { first, _ in first }
    spells = FrozenArray([Spell(from: .min, to: .max, next: -1)])
    index = FrozenMap(known.compactMap { code, place in ShortKey(code.span).map { ($0, place) } })
    long = Dictionary(
      known.filter { $0.key.count > 15 }.map { (PackedKey($0.key.span), $0.value) }
    ) { first, _ in first }
    isComplete = true
  }

  /// Whether a code is in force on a day, or was ever for nil.
  @inline(__always) func contains(_ text: Span<UInt8>, on day: Int32?) -> Bool {
    guard var place = ShortKey(text).map({ index[$0] ?? -1 }) ?? placeOfLong(text) else {
      return false
    }
    guard let day else { return place >= 0 }
    while place >= 0 {
      let spell = spells[place]
      if spell.from <= day, day <= spell.to { return true }
      place = Int(spell.next)
    }
    return false
  }

  private func placeOfLong(_ text: Span<UInt8>) -> Int? {
    long.isEmpty ? nil : long[PackedKey(text)].map { Int($0) }
  }
}
