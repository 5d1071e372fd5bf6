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
  case sameDocument, keyRepeated

  /// What few records are fit for.
  static let rare: [PersonFault] = [
    .minorPaid, .occupationOfChild, .employerMissing, .employerPlaceholder,
    .payrollElementMissing,
  ]

  /// The faults to try in a record, the one that the seed means first. One record in eight
  /// tries first what few records are fit for.
  static func order(from first: PersonFault, _ random: inout SampleRandom) -> [PersonFault] {
    let all = allCases
    let turned = all[first.rawValue...] + all[..<first.rawValue]
    guard random.chance(125) else { return Array(turned) }
    let start = random.below(rare.count)
    return Array(rare[start...] + rare[..<start] + turned)
  }

  /// Rule and element of each finding; nil where the record is not fit for the fault.
  typealias Planted = [(rule: String, element: PersonField)]
}
