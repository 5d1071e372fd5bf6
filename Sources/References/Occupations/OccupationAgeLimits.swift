import Records

/// Ages that an occupation cannot go with, as far as laws are clear.
///
/// Of `codes/occupation-age-limits.csv` only rows of severity `error` that name occupations
/// and are confirmed by a source are taken: the others are experience, not law.
package struct OccupationAgeLimits: Reference {
  package static let name = "occupation-age-limits"
  package static let tables = ["codes/occupation-age-limits.csv"]

  package struct Limit: BitwiseCopyable, Sendable {
    /// First and last major group of GB/T 6565-2015; 0 where a code or a status is named.
    package let majors: (first: UInt8, last: UInt8)
    /// Code of a medium group, or `S804` and the like for a status.
    package let code: ShortKey
    /// Status that the limit is for; `unknown` where a code or major groups are named.
    package let status: OccupationStatus
    package let youngest: Int16
    package let oldest: Int16
    /// Row of `bases`.
    package let basis: Int32
  }

  /// The tables, behind one pointer.
  private struct Storage: Sendable {
    let limits: FrozenArray<Limit>
    let bases: NameTable
  }

  private let storage: FrozenBox<Storage>

  @inline(__always) package var limits: FrozenArray<Limit> { storage.value.limits }
  /// The articles of law.
  @inline(__always) package var bases: NameTable { storage.value.bases }

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    let table = try ReferenceTable(Self.tables[0], from: folder)
    let (code, severity) = (try table.column("occupation_code"), try table.column("severity"))
    let (least, most) = (try table.column("min_age"), try table.column("max_age"))
    let (verified, basis) = (try table.column("verified"), try table.column("basis"))
    var limits: [Limit] = []
    var bases: [String] = []
    for row in 0..<table.count
    where table.read(row, severity, { $0.equals("error") })
      && table.read(row, verified, { $0.equals("yes") || $0.equals("one_source") })
    {
      for part in table.text(row, code).split(separator: "|") {
        let text = String(part)
        let bounds = text.split(separator: "-").map { UInt8($0) ?? 0 }
        guard let key = ShortKey(text), text.utf8.count <= 5,
          text.utf8.count != 3 || bounds.count == 2
        else { throw table.fault(row, .badValue(column: "occupation_code")) }
        let status: OccupationStatus =
          switch text {
          case "S801": .retired
          case "S802", "S803": .withoutWork
          case "S804": .preschool
          case "S805": .student
          default: .unknown
          }
        limits.append(
          Limit(
            majors: bounds.count == 2 ? (bounds[0], bounds[1]) : (0, 0), code: key, status: status,
            youngest: Int16(clamping: try table.number(row, least) ?? 0),
            oldest: Int16(clamping: try table.number(row, most) ?? Int(Int16.max)),
            basis: Int32(bases.count)))
      }
      bases.append(table.read(row, basis) { String($0.extracting(0..<$0.endOfArticles)) })
    }
    let theLimits = FrozenArray(limits)
    let theBases = NameTable(bases)
    storage = FrozenBox(Storage(limits: theLimits, bases: theBases))
  }
}

extension Span<UInt8> {
  /// Where the articles of law end and a remark on them begins.
  fileprivate var endOfArticles: Int {
    let colon = firstRange(of: ": ")?.lowerBound ?? count
    return Swift.min(colon, firstRange(of: " (")?.lowerBound ?? count)
  }
}
