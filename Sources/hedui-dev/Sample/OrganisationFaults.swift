import Records

/// Plants faults in the records of organisations and in the registry.
struct OrganisationFaults: Sendable {
  let maker: OrganisationMaker
  /// Records of a thousand that get a fault.
  let share: Int
  static let distance = 37

  var world: SampleWorld { maker.world }

  /// A record and its row in the registry, nil where the registry has none.
  struct Made: Sendable {
    var organisation: Organisation
    var registry: RegistryRow?
    /// A row of the registry that is no customer's, though one has its credit code.
    var stranger: RegistryRow?
    var listings: [ListRow] = []
  }

  func kind(_ index: Int) -> OrganisationFault? {
    var random = SampleRandom(seed: world.seed, stream: 5, index: index)
    guard random.chance(share) else { return nil }
    return OrganisationFault.weighted[random.below(OrganisationFault.weighted.count)]
  }

  /// Makes organisation `index` with the fault that the seed means for it, if any.
  func make(_ index: Int, _ truth: inout [PlantedFault]) -> Made {
    let organisation = maker.make(index)
    var made = Made(organisation: organisation, registry: organisation.registry)
    // Public institutions are not in the business registry.
    if organisation.kind == .institution { made.registry = nil }
    guard let first = kind(index) else {
      plantDifference(index, &made, &truth)
      return made
    }
    var choice = SampleRandom(seed: world.seed, stream: 10, index: index)
    for fault in OrganisationFault.order(from: first, &choice) {
      var random = SampleRandom(seed: world.seed, stream: 6, index: index)
      var tried = made
      guard let planted = plant(fault, index, &random, &tried) else { continue }
      let key = tried.organisation.fields.text(.customerKey)
      for (rule, element) in planted {
        truth.append(
          PlantedFault(
            source: "organisations", recordKey: key, rule: rule,
            element: element?.element ?? "registry_status"))
      }
      if fault == .sameCode || fault == .keyRepeated || fault == .likelySame {
        let other = maker.make(index - Self.distance).fields.text(.customerKey)
        truth.append(
          PlantedFault(
            source: "organisations", recordKey: other, rule: planted[0].rule,
            element: planted[0].element?.element ?? ""))
      }
      return tried
    }
    return made
  }

  private func plant(
    _ fault: OrganisationFault, _ index: Int, _ random: inout SampleRandom, _ made: inout Made
  ) -> OrganisationFault.Planted? {
    switch fault {
    case .industryMissing, .industryUnknown, .industrySuperseded, .industryCoarse,
      .industryNameOther, .industryAmbiguous, .sizeContradicts, .sizeMissing:
      return plantIndustry(fault, &random, &made.organisation)
    case .scopeContradicts, .industryResidual, .typeUnknown, .typeSuperseded, .sizeNotInList:
      return plantScope(fault, &random, &made)
    case .codeMissing, .codeMalformed, .codeCheckWrong, .authorityUnknown,
      .organisationCodeWrong, .licenceLegacy, .licenceCheckWrong, .representativeDocumentWrong,
      .representativeDocumentExpired, .licenceExpired:
      return plantNumber(fault, &random, &made.organisation)
    case .addressMissing, .addressPlaceholder, .addressWithoutCounty, .regionUnknown,
      .regionSuperseded, .regionContradicts, .postcodeContradicts, .addressTooShort,
      .phoneMissing, .phoneMalformed, .phonePlaceholder, .prefixUnassigned, .landlineBare,
      .emailMalformed, .addressWithoutDetail, .addressAbolished, .townshipUnknown,
      .areaCodeContradicts, .addressOfBank, .phoneOfBank:
      return plantPlace(fault, &random, &made)
    case .notInRegistry, .deregistered, .revoked, .nameChanged, .representativeChanged:
      return plantRegistry(fault, index, &random, &made)
    case .sameCode, .keyRepeated, .likelySame:
      return plantRepeated(fault, index, &random, &made)
    default:
      return plantOther(fault, &random, &made.organisation)
    }
  }

  private func plantOther(
    _ fault: OrganisationFault, _ random: inout SampleRandom, _ organisation: inout Organisation
  ) -> OrganisationFault.Planted? {
    switch fault {
    case .nameMissing:
      organisation.fields.erase(.name)
      return [("IDN014", .name)]
    case .namePlaceholder:
      guard organisation.kind != .institution else { return nil }
      organisation.fields.set(.name, ["测试公司", "某某公司", "不详"][random.below(3)])
      return [("IDN015", .name), ("REG004", .name)]
    case .nameStrange:
      guard organisation.kind != .institution else { return nil }
      var name = Array(organisation.fields.text(.name).unicodeScalars)
      name[random.in(2...3)] = random.chance(500) ? "\u{E010}" : "\u{FFFD}"
      var text = String.UnicodeScalarView()
      text.append(contentsOf: name)
      organisation.fields.set(.name, String(text))
      return [("IDN016", .name), ("REG004", .name)]
    case .elementMissing:
      guard organisation.kind == .company else { return nil }
      let choices: [OrganisationField] = [
        .businessScope, .licenceExpiryDate, .legalRepresentativeDocumentType,
        .legalRepresentativeDocumentNumber, .legalRepresentativeDocumentExpiryDate,
        .beneficialOwner,
      ]
      let element = choices[random.below(choices.count)]
      organisation.fields.erase(element)
      return [("CMP002", element)]
    case .scopeTooLong:
      guard organisation.kind == .company else { return nil }
      let scope = organisation.fields.text(.businessScope)
      let times = 3000 / scope.utf8.count + 1
      organisation.fields.set(
        .businessScope, Array(repeating: scope, count: times).joined(separator: "；"))
      return [("CON008", .businessScope)]
    case .branchMissing:
      organisation.fields.erase(.branch)
      return [("CMP004", .branch)]
    case .openedBefore:
      let day = organisation.established.adding(days: -random.in(420...1400))
      organisation.fields.set(.openedDate, OrganisationMaker.dayFirst(day))
      return [("CON002", .openedDate)]
    case .keyWithBlank:
      let key = organisation.fields.text(.customerKey)
      organisation.fields.set(
        .customerKey, key.prefix(5) + (random.chance(500) ? " " : "\u{3000}") + key.dropFirst(5))
      return [("LOC001", .customerKey)]
    case .dateImpossible:
      if random.chance(500) {
        organisation.fields.set(.establishedDate, "2013-02-30")
        return [("CON006", .establishedDate)]
      }
      organisation.fields.set(.openedDate, "06/05/2028")
      return [("CON006", .openedDate)]
    default:
      guard organisation.kind == .company else { return nil }
      organisation.fields.set(.registeredCapital, random.chance(500) ? "500.00" : "-1000000.00")
      return [("CON005", .registeredCapital), ("REG007", .registeredCapital)]
    }
  }
}
