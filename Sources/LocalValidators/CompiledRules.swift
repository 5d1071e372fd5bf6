import Findings
import Validators

/// Every rule that is part of this program: the product's and the bank's own.
package enum CompiledRules {
  /// The validators that look at one record.
  package static let recordValidators =
    Catalogue.recordValidators + LocalCatalogue.recordValidators

  /// The validators that look at all records of a party.
  package static let datasetValidators =
    Catalogue.datasetValidators + LocalCatalogue.datasetValidators

  /// The validators that compare records of a party with each other.
  package static let likenessValidators =
    Catalogue.likenessValidators + LocalCatalogue.likenessValidators

  /// The validators that look at the rows of a registry.
  package static let registryValidators =
    Catalogue.registryValidators + LocalCatalogue.registryValidators
  /// The rules on books that have to agree.
  package static let reconciliationRules =
    Catalogue.reconciliationRules + LocalCatalogue.reconciliationRules

  /// Every rule, by id.
  package static let rules: [Rule] =
    (recordValidators.map { $0.rule } + datasetValidators.map { $0.rule }
    + likenessValidators.map { $0.rule } + registryValidators.map { $0.rule }
    + reconciliationRules.map { $0.rule })
    .sorted { $0.id < $1.id }

  /// The rule with an id or a name, however capitalised.
  package static func rule(_ name: String) -> Rule? {
    let wanted = name.lowercased()
    return rules.first { $0.id.lowercased() == wanted || $0.name == wanted }
  }
}
