import Findings
import Records
import References

/// Puts the names of the code tables to what was counted of an alignment.
enum AlignmentNames {
  /// Tables with the element's codes, the newest first.
  private static func tables(of element: DataElement) -> [String] {
    switch element {
    case .industryCode: IndustryEdition.allCases.reversed().map { "gbt4754-\($0.year)" }
    case .regionCode: ["divisions", "divisions-history"]
    case .occupationCode: ["gbt6565-2015", "occupations-2022", "gbt6565-1999"]
    default: []
    }
  }

  /// `year` is the edition chosen in place of the one in force on `asOf`.
  static func report(
    _ tally: AlignmentTally, edition year: Int?, asOf: Day, _ mappings: MappingsFolder
  ) throws -> AlignmentReport {
    var names: [String: String] = [:]
    let catalogue = try CodeListCatalogue(mappings)
    for list in tables(of: tally.element).compactMap({ catalogue.list(named: $0) }) {
      for row in try catalogue.rows(of: list) where names[row.code] == nil {
        names[row.code] = row.name
      }
    }
    // Provinces are written with six digits.
    func name(_ code: String) -> String? {
      names[code] ?? (tally.element == .regionCode ? names[code + "0000"] : nil)
    }
    let edition =
      tally.element == .industryCode
      ? (IndustryEdition.allCases.first { $0.year == year } ?? .inForce(on: asOf)).title.description
      : ""
    return AlignmentReport(tally, edition: edition, name: name)
  }
}
