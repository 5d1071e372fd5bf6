import Records

/// What the OCC rules work out of a record once.
package struct OccupationFacts: Sendable {
  package init() {}
}
