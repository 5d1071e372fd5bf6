import Records

/// Differences between records without fault and the registry.
extension OrganisationFaults {
  /// The difference that the seed means for an organisation, nil for one with a fault.
  func difference(_ index: Int) -> RegistryDifference? {
    if kind(index) != nil { return nil }
    var random = SampleRandom(seed: world.seed, stream: 11, index: index)
    guard random.chance(share * 2 / 5) else { return nil }
    return RegistryDifference(rawValue: random.below(RegistryDifference.allCases.count))
  }

  /// Plants the difference of an organisation, where it is fit for it.
  func plantDifference(_ index: Int, _ made: inout Made, _ truth: inout [PlantedFault]) {
    guard let difference = difference(index), var row = made.registry,
      made.organisation.kind == .company, row.creditCode.dropFirst(2).hasPrefix("36")
    else { return }
    var random = SampleRandom(seed: world.seed, stream: 12, index: index)
    guard
      let (rule, element) = plant(difference, index, &random, &row, &made)
    else { return }
    made.registry = row
    truth.append(
      PlantedFault(
        source: "organisations", recordKey: made.organisation.fields.text(.customerKey),
        rule: rule, element: element?.element ?? "registry_status"))
  }

  private func plant(
    _ difference: RegistryDifference, _ index: Int, _ random: inout SampleRandom,
    _ row: inout RegistryRow, _ made: inout Made
  ) -> (rule: String, element: OrganisationField?)? {
    switch difference {
    case .addressMoved:
      let here = world.regions.counties[made.organisation.county]
      let others = world.regions.counties.filter { $0.city == here.city && $0.code != here.code }
      guard !others.isEmpty else { return nil }
      var address: [UInt8] = []
      world.addresses.appendOffice(in: others[random.below(others.count)], &random, to: &address)
      row.address = String(decoding: address, as: UTF8.self)
      return ("REG006", .address)
    case .capitalRaised:
      row.capital *= random.in(2...4)
      return ("REG007", .registeredCapital)
    case .termEnded:
      let end = SampleBank.registryDay.adding(days: -random.in(40...700))
      guard made.organisation.established.adding(years: 3) < end else { return nil }
      row.termEnd = end
      return ("REG008", .licenceExpiryDate)
    case .scopeWidened:
      row.scope = row.scope.replacing("（除依法", with: "；会议及展览服务；道路货物运输（除依法")
      return ("REG009", .businessScope)
    case .typeChanged:
      row.type = row.type.hasPrefix("股份") ? Self.limited : Self.stock
      return ("REG010", .registrationType)
    case .industryOther:
      row.industryCode =
        made.organisation.fields.text(.industryCode).hasPrefix("21") ? "5141" : "2110"
      return ("REG011", .industryCode)
    case .abnormalListed, .violationListed:
      let list: ListRow.List = difference == .abnormalListed ? .abnormal : .violations
      made.listings = [listing(list, row, &random, isRemoved: false)]
      // Who is listed may have been listed before.
      if random.chance(400) {
        made.listings.append(listing(list, row, &random, isRemoved: true))
      }
      return ("REG012", nil)
    case .movedOut:
      row.status = "迁出"
      return ("REG013", nil)
    case .codeOfAnother:
      let county = world.regions.counties[made.organisation.county]
      var other = row
      other.creditCode = maker.creditCode(
        index + 14_000_000, .company, county, made.organisation.established, isPilot: false,
        &random)
      let word = world.employers.word((index * 31 + 7) % world.employers.wordCount)
      other.name = "江西\(word)实业有限公司"
      other.legalRepresentative = "欧阳\(word.prefix(1))"
      made.stranger = other
      made.organisation.fields.set(.creditCode, other.creditCode)
      return ("REG014", .creditCode)
    }
  }

  static let limited = "有限责任公司（自然人投资或控股）"
  static let stock = "股份有限公司（非上市、自然人投资或控股）"

  /// An entry of a list; a removed one lies years back.
  func listing(
    _ list: ListRow.List, _ row: RegistryRow, _ random: inout SampleRandom, isRemoved: Bool
  ) -> ListRow {
    let listed = SampleBank.registryDay.adding(
      days: isRemoved ? -random.in(900...1500) : -random.in(20...600))
    let reasons = ListRow.reasons[list] ?? []
    return ListRow(
      list: list, creditCode: row.creditCode, name: row.name, listed: listed.description,
      reason: reasons[random.below(reasons.count)],
      delisted: isRemoved ? listed.adding(days: random.in(30...280)).description : "")
  }
}
