import Records

/// What several rules need of one record, worked out once: each family keeps its part.
///
/// Parts are filled when first asked for and forgotten with the record.
package struct Facts: Sendable {
  package var identity = IdentityFacts()
  package var industry = IndustryFacts()
  package var occupation = OccupationFacts()
  package var region = RegionFacts()
  package var contact = ContactFacts()
  package var registry = RegistryFacts()
  package var account = AccountFacts()
  /// What the parties checked before say: owners of accounts, the bank's own accounts.
  package var known = KnownParties()

  package init() {}
}
