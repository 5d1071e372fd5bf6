import Records

/// What the REG rules work out of a record once.
package struct RegistryFacts: Sendable {
  package init() {}
}
