import Records

/// One extract of another party, read and kept.
package struct RegistryPart: Sendable {
  /// What the job calls it.
  package let name: String
  /// Day the extract speaks of.
  package let asOf: Day
  /// 1 is the highest: whom to believe where extracts contradict each other.
  package let priority: Int
  /// Whom the extract has, as the job declares it; nil where it does not say.
  package let coverage: RegistryCoverage?
  /// The rows that are kept: all, or those that somebody in the run may ask for.
  package let records: FrozenRecords
  /// What all rows say together.
  package let census: RegistryCensus
  /// Names of all rows, where rows were left out that rules on names ask for.
  package let names: RegisteredNames?

  /// - Parameter census: Of all rows of the extract; nil where `records` are all.
  package init(
    name: String, asOf: Day, priority: Int = 1, coverage: RegistryCoverage? = nil,
    records: FrozenRecords, census: RegistryCensus? = nil, names: RegisteredNames? = nil
  ) {
    self.name = name
    self.asOf = asOf
    self.priority = priority
    self.coverage = coverage
    self.records = records
    self.census = census ?? RegistryCensus(records)
    self.names = names
  }

  /// Whether this one is believed less than another: by priority, then by age.
  func yields(to other: RegistryPart) -> Bool {
    (other.priority, asOf) < (priority, other.asOf)
  }
}
