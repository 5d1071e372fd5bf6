/// One kind of fault of an organisation's record, or of how the registry differs from it.
enum OrganisationFault: Int, CaseIterable, Sendable {
  case industryMissing, industryUnknown, industrySuperseded, industryCoarse, industryNameOther
  case industryAmbiguous, scopeContradicts, industryResidual, sizeContradicts, sizeMissing
  case typeUnknown, typeSuperseded, sizeNotInList
  case nameMissing, namePlaceholder, nameStrange
  case codeMissing, codeMalformed, codeCheckWrong, authorityUnknown, organisationCodeWrong
  case licenceLegacy, licenceCheckWrong
  case representativeDocumentWrong, representativeDocumentExpired, licenceExpired
  case addressMissing, addressPlaceholder, addressWithoutCounty, regionUnknown, regionSuperseded
  case regionContradicts, postcodeContradicts, addressTooShort
  case phoneMissing, phoneMalformed, phonePlaceholder, prefixUnassigned, landlineBare,
    emailMalformed
  case addressWithoutDetail, addressAbolished, townshipUnknown, areaCodeContradicts
  case addressOfBank, phoneOfBank
  case elementMissing, branchMissing, openedBefore, dateImpossible, capitalImplausible
  case sameCode, keyRepeated, keyWithBlank, likelySame
  case notInRegistry, deregistered, revoked, nameChanged, representativeChanged
  case scopeTooLong

  /// Faults that banks have more of than of others, and how many times as many.
  private static let frequent: [(fault: OrganisationFault, weight: Int)] = [
    (.industrySuperseded, 7), (.industryCoarse, 2), (.representativeDocumentExpired, 6),
    (.licenceExpired, 4), (.deregistered, 3), (.representativeChanged, 5), (.nameChanged, 3),
    (.sizeMissing, 3), (.licenceLegacy, 4), (.notInRegistry, 2), (.industryNameOther, 2),
    (.addressTooShort, 2), (.elementMissing, 4), (.typeSuperseded, 3),
    (.scopeContradicts, 8), (.industryResidual, 8), (.sameCode, 2), (.likelySame, 2),
  ]

  /// Every fault as often as it is to be met with.
  static let weighted: [OrganisationFault] =
    allCases + frequent.flatMap { repeatElement($0.fault, count: $0.weight - 1) }

  /// What few records are fit for.
  static let rare: [OrganisationFault] = [
    .industryAmbiguous, .licenceCheckWrong, .licenceLegacy,
    .prefixUnassigned, .phoneMalformed, .addressAbolished,
  ]

  /// The faults to try in a record until it is fit for one: the one that the seed means,
  /// then others. One record in eight tries first what few records are fit for.
  static func order(
    from first: OrganisationFault, _ random: inout SampleRandom
  ) -> [OrganisationFault] {
    let others = [first] + (0..<24).map { _ in weighted[random.below(weighted.count)] }
    guard random.chance(125) else { return others }
    let start = random.below(rare.count)
    return Array(rare[start...] + rare[..<start]) + others
  }

  /// Rule and element of each finding; a nil element is the registry's status, which the
  /// bank's record lacks.
  typealias Planted = [(rule: String, element: OrganisationField?)]
}
