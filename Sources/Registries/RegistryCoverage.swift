import Records

/// What an extract is declared to have: `coverage` in the job. Who is missing from an extract
/// is missing from the registry only where the extract covers them.
package struct RegistryCoverage: Sendable, Equatable {
  /// Divisions, by the first two, four or six digits of their codes, whose organisations are
  /// all there.
  package let regions: [String]
  /// Whether those that have ended are left out.
  package let activeOnly: Bool

  package init(regions: [String], activeOnly: Bool = false) {
    self.regions = regions
    self.activeOnly = activeOnly
  }

  /// Whether a division, six digits, is covered.
  package func covers(_ division: Span<UInt8>) -> Bool {
    for region in regions {
      if region == Self.everywhere { return true }
      let start = region.utf8.span
      if division.count >= start.count, division.extracting(0..<start.count).equals(start) {
        return true
      }
    }
    return false
  }

  /// Whether a prefecture, the first four digits of a division's code, is covered as a whole.
  func covers(prefecture: Int) -> Bool {
    let code = String(prefecture + 10_000).dropFirst()
    return regions.contains {
      $0 == Self.everywhere || ($0.count <= 4 && code.hasPrefix($0))
    }
  }

  /// The whole country, as a job writes it.
  package static let everywhere = "all"
}
