import Records

/// What the ADR rules work out of a record once.
package struct RegionFacts: Sendable {
  package init() {}
}
