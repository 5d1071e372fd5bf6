// Written by `hedui-dev generate` from the files of this folder. Do not edit.

extension Catalogue {
  /// The validators that look at one record, by rule id.
  package static let recordValidators: [any RecordValidator.Type] = [
    OccupationMissing.self,
  ]
}
