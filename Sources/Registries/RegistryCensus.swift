import Records

/// What all rows of an extract say together, also those whose organisations are nobody's
/// customers and which are not kept. Merging parts in any order gives the same.
package struct RegistryCensus: Sendable {
  package private(set) var rows = 0
  /// Rows without a key under which they could be found.
  package private(set) var withoutKey = 0
  /// Rows of which the only key is a number from the time before the credit code.
  package private(set) var legacyOnly = 0
  /// Credit codes that are no such codes: `isWrong` said so.
  package private(set) var wrongCodes = 0
  /// By the first four digits of a division: organisations registered there, by the credit
  /// code, else by the licence number; empty before the first.
  private var prefectures: [Int] = []
  private var endlessTerms = 0
  private var termDays = 0
  private var emptyTerms = 0

  package init() {}

  /// Counts all records of a batch. O(n).
  package init(_ records: FrozenRecords) {
    for index in 0..<records.count { count(records[index]) }
  }

  /// Counts a row. O(1).
  package mutating func count(_ row: RecordView, isWrong: (Span<UInt8>) -> Bool = { _ in false }) {
    rows += 1
    let (code, licence) = (row[.creditCode], row[.licenceNumber])
    if code.isEmpty {
      if !licence.isEmpty || !row[.organisationCode].isEmpty {
        legacyOnly += 1
      } else if row[.accountNumber].isEmpty {
        withoutKey += 1
      }
    } else if code.count != 18 || isWrong(code) {
      wrongCodes += 1
    }
    if let place = Self.prefecture(code, licence) {
      if prefectures.isEmpty { prefectures = [Int](repeating: 0, count: 10_000) }
      prefectures[place] += 1
    }
    if row.carries(.termEndDate) {
      switch BusinessTerm(row[.termEndDate]) {
      case .endless: endlessTerms += 1
      case .end: termDays += 1
      case .empty: emptyTerms += 1
      case .unreadable: break
      }
    }
  }

  package mutating func merge(_ other: consuming RegistryCensus) {
    rows += other.rows
    withoutKey += other.withoutKey
    legacyOnly += other.legacyOnly
    wrongCodes += other.wrongCodes
    endlessTerms += other.endlessTerms
    termDays += other.termDays
    emptyTerms += other.emptyTerms
    if prefectures.isEmpty {
      prefectures = other.prefectures
    } else {
      for (place, count) in other.prefectures.enumerated() { prefectures[place] += count }
    }
  }

  /// Whether at least `share` in a thousand of the rows, and one, were registered in a
  /// prefecture, by the first four digits of its code.
  package func covers(prefecture: Int, share: Int) -> Bool {
    guard prefectures.indices.contains(prefecture) else { return false }
    let count = prefectures[prefecture]
    return count > 0 && count * 1000 >= share * rows
  }

  /// Whether the extract has no word for "without end" and leaves the term empty in its place.
  package var leavesEndlessTermsEmpty: Bool {
    endlessTerms == 0 && termDays > 0 && emptyTerms > 0
  }

  /// First four digits of the division in a credit code or an old licence number.
  private static func prefecture(_ code: Span<UInt8>, _ licence: Span<UInt8>) -> Int? {
    if code.count == 18 { return code.extracting(2..<6).decimalValue }
    if licence.count == 15 { return licence.extracting(0..<4).decimalValue }
    return nil
  }
}
