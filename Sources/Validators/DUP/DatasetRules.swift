import Findings

extension Catalogue {
  /// Rules that need all records of a source.
  package static let datasetRules: [Rule] = []
}
