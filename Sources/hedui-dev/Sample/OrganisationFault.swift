/// One kind of fault of an organisation's record, or of how the registry differs from it.
enum OrganisationFault: Int, CaseIterable, Sendable {
  case industryMissing, industryUnknown, industrySuperseded, industryCoarse, industryNameOther
  case industryAmbiguous, sizeContradicts, sizeMissing
  case nameMissing, namePlaceholder, nameStrange
  case codeMissing, codeMalformed, codeCheckWrong, authorityUnknown, organisationCodeWrong
  case licenceLegacy, licenceCheckWrong
  case representativeDocumentWrong, representativeDocumentExpired, licenceExpired
  case addressMissing, addressPlaceholder, addressWithoutCounty, regionUnknown, regionSuperseded
  case regionContradicts, postcodeContradicts, addressTooShort
  case phoneMissing, phoneMalformed, phonePlaceholder, prefixUnassigned, landlineBare,
    emailMalformed
  case elementMissing, branchMissing, openedBefore, dateImpossible, capitalImplausible
  case sameCode, keyRepeated
  case notInRegistry, deregistered, revoked, nameChanged, representativeChanged

  /// What few records are fit for.
  static let rare: [OrganisationFault] = [
    .industryAmbiguous, .licenceCheckWrong, .licenceLegacy, .prefixUnassigned, .phoneMalformed,
  ]

  /// The faults to try in a record, the one that the seed means first. One record in eight
  /// tries first what few records are fit for.
  static func order(
    from first: OrganisationFault, _ random: inout SampleRandom
  ) -> [OrganisationFault] {
    let all = allCases
    let turned = all[first.rawValue...] + all[..<first.rawValue]
    guard random.chance(125) else { return Array(turned) }
    let start = random.below(rare.count)
    return Array(rare[start...] + rare[..<start] + turned)
  }

  /// Rule and element of each finding; a nil element is the registry's status, which the
  /// bank's record lacks.
  typealias Planted = [(rule: String, element: OrganisationField?)]
}
