import Records

/// What the IND rules work out of a record once.
package struct IndustryFacts: Sendable {
  package init() {}
}
