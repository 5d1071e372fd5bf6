import Findings

/// All rules of the product. The lists of validators are written by `hedui-dev generate`.
package enum Catalogue {
  /// Every rule, by id.
  package static let rules: [Rule] =
    (recordValidators.map { $0.rule } + datasetValidators.map { $0.rule }
    + likenessValidators.map { $0.rule } + registryValidators.map { $0.rule }
    + reconciliationRules.map { $0.rule })
    .sorted { $0.id < $1.id }
}
