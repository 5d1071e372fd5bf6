/// One kind of fault of a person's record. Planting it lets just the rules that it returns
/// speak, or says that it cannot be planted in this record.
enum PersonFault: Int, CaseIterable, Sendable {
  case occupationMissing, occupationUnknown, occupationUnclear, occupationUnclearText
  case occupationSuperseded, occupationCoarse, employerMissing, employerPlaceholder
  case addressMissing, addressPlaceholder, addressWithoutCounty, regionUnknown, regionSuperseded
  case regionContradicts, postcodeContradicts, addressTooShort
  case phoneMissing, phoneMalformed, phonePlaceholder, prefixUnassigned, landlineBare,
    emailMalformed
  case documentMissing, idMalformed, idCheckWrong, idDateImpossible, idRegionUnknown
  case birthContradicts, sexContradicts, idFifteen, expired, expiresSoon
  case nameMissing, namePlaceholder, nameStrange
  case elementMissing, payrollElementMissing, branchMissing
  case nationalityContradicts, openedBeforeBirth, dateImpossible, organisationName
  case validityContradicts, typeContradicts, permitMalformed, minorPaid, occupationOfChild
  case occupationOtherText, divisionsContradict, addressGarbled, addressRepeated
  case addressWithoutDetail, addressAbolished, townshipUnknown, areaCodeContradicts
  case addressOfBank, phoneOfBank
  case codeNotInList, sameDocument, sameDocumentOtherName, keyRepeated, likelySame
  case employerContradicts, employerUnregistered, textTooLong, nameMisread, addressMisread
  case employerOtherIndustry

  /// Faults that banks have more of than of others, and how many times as many.
  private static let frequent: [(fault: PersonFault, weight: Int)] = [
    (.occupationUnclear, 9), (.occupationUnclearText, 3), (.occupationMissing, 4),
    (.employerMissing, 3),
    (.expired, 9), (.expiresSoon, 4), (.elementMissing, 4), (.regionSuperseded, 4),
    (.addressTooShort, 3), (.addressWithoutDetail, 3), (.phoneMissing, 3), (.phoneMalformed, 2),
    (.idFifteen, 2),
    (.payrollElementMissing, 2), (.sameDocument, 2), (.likelySame, 2),
  ]

  /// Every fault as often as it is to be met with.
  static let weighted: [PersonFault] =
    allCases + frequent.flatMap { repeatElement($0.fault, count: $0.weight - 1) }

  /// Whether the fault is one of two records.
  var hasPartner: Bool {
    switch self {
    case .sameDocument, .sameDocumentOtherName, .keyRepeated, .likelySame: true
    default: false
    }
  }

  /// What few records are fit for.
  static let rare: [PersonFault] = [
    .minorPaid, .occupationOfChild, .employerMissing, .employerPlaceholder,
    .payrollElementMissing, .addressAbolished, .employerContradicts,
  ]

  /// The faults to try in a record until it is fit for one: the one that the seed means,
  /// then others. One record in eight tries first what few records are fit for.
  static func order(
    from first: PersonFault, _ random: inout SampleRandom
  ) -> [PersonFault] {
    let others = [first] + (0..<24).map { _ in weighted[random.below(weighted.count)] }
    guard random.chance(125) else { return others }
    let start = random.below(rare.count)
    return Array(rare[start...] + rare[..<start]) + others
  }

  /// Rule and element of each finding; nil where the record is not fit for the fault.
  typealias Planted = [(rule: String, element: PersonField)]
}
