// Written by `hedui-dev generate` from the files of this folder. Do not edit.

import Validators

extension LocalCatalogue {
  /// The validators that look at one record, by rule id.
  package static let recordValidators: [any RecordValidator.Type] = [
    CustomerKeyWithBlanks.self
  ]

  /// The validators that look at all records of a party, by rule id.
  package static let datasetValidators: [any DatasetValidator.Type] = []

  /// The validators that compare records of a party with each other, by rule id.
  package static let likenessValidators: [any LikenessValidator.Type] = []

  /// The validators that look at the rows of a registry, by rule id.
  package static let registryValidators: [any RegistryValidator.Type] = []

  /// The rules on books that have to agree, by rule id.
  package static let reconciliationRules: [any ReconciliationRule.Type] = []
}
