import Records

/// What the CTC rules work out of a record once.
package struct ContactFacts: Sendable {
  package init() {}
}
