import Records

/// What the IDN rules work out of a record once.
package struct IdentityFacts: Sendable {
  package init() {}
}
