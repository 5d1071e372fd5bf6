import Records
import References

/// What the OCC rules work out of a record once.
package struct OccupationFacts: Sendable {
  /// Place of the occupation code in the lists; -1 for none, -2 until it is looked up.
  private var place: Int32 = -2

  package init() {}

  /// What the lists say of the occupation code, or of a class name that stands in its place;
  /// nil where none holds it.
  @inline(__always) package mutating func standing(
    _ record: RecordView, _ codes: OccupationCodes
  ) -> OccupationStanding? {
    place(record, codes).map { codes[place: $0] }
  }

  /// Place of the occupation code in the lists, or nil.
  @inline(__always) package mutating func place(
    _ record: RecordView, _ codes: OccupationCodes
  ) -> Int? {
    if place == -2 {
      place = Int32(truncatingIfNeeded: codes.place(of: record[.occupationCode]) ?? -1)
    }
    return place < 0 ? nil : Int(place)
  }

  /// What is known of the customer's work: from the code, and where that says nothing, from
  /// the words.
  package mutating func work(
    _ record: RecordView, _ codes: OccupationCodes, _ keywords: OccupationKeywords
  ) -> Work {
    if let standing = standing(record, codes), standing.status != .unknown,
      standing.status != .residual
    {
      return Work(status: standing.status, major: standing.major, middle: standing.middle)
    }
    let text = record[.occupationText]
    let code = record[.occupationCode]
    let words = text.isEmpty && !code.isEmpty && code[0] >= 0x80 ? code : text
    if !words.isEmpty, let meaning = keywords[words] {
      return Work(
        status: meaning.status, major: meaning.major,
        middle: Int16(truncatingIfNeeded: codes.row(of: meaning.code) ?? -1))
    }
    return Work(status: .unknown, major: 0, middle: -1)
  }

  /// How somebody makes a living.
  package struct Work: Sendable {
    package let status: OccupationStatus
    /// Major group of GB/T 6565-2015; 0 where none is known.
    package let major: UInt8
    /// Row of the medium group in GB/T 6565-2015; -1 where none is known.
    package let middle: Int16
  }
}
