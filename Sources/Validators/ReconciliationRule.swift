import Findings

/// A rule on books that have to agree: `reconciliations` of the job says which. Its findings
/// come from `BookComparison` and `EntryMatching`; its examples are `BookExample`s.
package protocol ReconciliationRule: Sendable {
  static var rule: Rule { get }
}
