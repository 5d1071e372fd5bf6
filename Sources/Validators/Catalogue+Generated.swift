// Written by `hedui-dev generate` from the files of this folder. Do not edit.

extension Catalogue {
  /// The validators that look at one record, by rule id.
  package static let recordValidators: [any RecordValidator.Type] = [
    IdentityDocumentMissing.self,
    ResidentIdMalformed.self,
    ResidentIdCheckDigitWrong.self,
    ResidentIdBirthDateImpossible.self,
    ResidentIdRegionNeverExisted.self,
    BirthDateContradictsResidentId.self,
    SexContradictsResidentId.self,
    ResidentIdFifteenDigits.self,
    IdentityDocumentExpired.self,
    IdentityDocumentExpiresSoon.self,
    NameMissing.self,
    IndustryCodeMissing.self,
    IndustryCodeUnknown.self,
    IndustryCodeSuperseded.self,
    IndustryCodeTooCoarse.self,
    IndustryNameContradictsCode.self,
    IndustryEditionAmbiguous.self,
    OccupationMissing.self,
  ]

  /// The validators that look at all records of a party, by rule id.
  package static let datasetValidators: [any DatasetValidator.Type] = [
    SameDocumentSeveralCustomers.self,
    SameCreditCodeSeveralCustomers.self,
    CustomerKeyRepeated.self,
  ]
}
