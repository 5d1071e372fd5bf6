import Records
import References

/// Occupations that go with an employer, as the parameters of OCC009 name them.
struct EmployedOccupations: Sendable {
  /// By row of GB/T 6565-2015.
  private let rows: FrozenArray<Bool>
  /// Bit by major group that is named as a whole and has no exempt part.
  private let majors: UInt16

  init(_ codes: OccupationCodes, named: [String], exempt: [String]) {
    rows = FrozenArray(
      codes.rows.map { row in
        named.contains { codes.code(of: row, startsWith: $0) }
          && !exempt.contains { codes.code(of: row, startsWith: $0) }
      })
    majors = (1...8).reduce(into: 0) { bits, major in
      let digit = String(major)
      if named.contains(digit), !exempt.contains(where: { $0.hasPrefix(digit) }) {
        bits |= 1 << UInt16(major)
      }
    }
  }

  /// Whether the work goes with an employer; false where that is not known.
  func contains(_ work: OccupationFacts.Work) -> Bool {
    if work.status != .working && work.status != .soldier { return false }
    if work.middle >= 0 { return rows[Int(work.middle)] }
    return majors >> UInt16(work.major) & 1 == 1
  }
}
