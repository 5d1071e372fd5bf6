import Records

/// Makes organisations without any fault.
struct OrganisationMaker: Sendable {
  let world: SampleWorld
  let trades: SampleTrades
  /// Invented words in an order of their own.
  let words: SamplePermutation

  static let keyBase = 200_000_000_000

  init(world: SampleWorld, trades: SampleTrades) {
    self.world = world
    self.trades = trades
    words = SamplePermutation(count: world.employers.wordCount, seed: world.seed ^ 0x0A)
  }

  func make(_ index: Int) -> Organisation {
    var random = SampleRandom(seed: world.seed, stream: 4, index: index)
    let draw = random.below(1000)
    let kind: Organisation.Kind =
      draw < 790 ? .company : draw < 920 ? .shop : draw < 970 ? .cooperative : .institution
    let branch = world.branches.branches[world.branches.pick(&random)]
    let countyPlace =
      random.chance(900) ? branch.county : random.below(world.regions.counties.count)
    let county = world.regions.counties[countyPlace]
    let trade = pick(kind, &random)

    var fields = FieldBuffer<OrganisationField>()
    fields.set(.customerKey, String(Self.keyBase + index * 11 + random.below(10)))
    let name = name(index, kind, county, trade, &random)
    fields.set(.name, name)

    let established = Day(number: Int32(10_600 + random.below(20_640 - 10_600)))  // 1999 to 2026-07
    let latest = 20_700  // 2026-09-04
    let opened = Day(
      number: Int32(
        Int(established.number) + 8 + random.below(latest - Int(established.number) - 8)))
    let isPilot = kind == .company && random.chance(4)
    let code = creditCode(index, kind, county, established, isPilot: isPilot, &random)
    fields.set(.creditCode, random.chance(6) ? code.lowercased() : code)
    let hasOldLicence = established.year < 2015 && kind != .institution && random.chance(500)
    fields.set(.licenceNumber, hasOldLicence ? oldLicence(index, county) : code)
    let termEnd: Day? =
      random.chance(650) ? nil : established.adding(years: 30 + 10 * random.below(3))
    fields.set(.licenceExpiryDate, termEnd.map(\.description) ?? "长期")

    fields.set(.industryCode, trade.code)
    fields.set(.industryName, trade.name)
    fields.set(.industryEdition, random.chance(800) ? "2017" : "")
    let capital = fillFigures(kind, trade, &random, &fields)
    let scope = scope(trade, &random)
    fields.set(.businessScope, scope.bank)
    fields.set(.establishedDate, established.description)
    fields.set(.openedDate, Self.dayFirst(opened))

    let representative = fillPeople(index, &random, &fields)
    var address: [UInt8] = []
    world.addresses.appendOffice(in: county, &random, to: &address)
    let addressText = String(decoding: address, as: UTF8.self)
    fields.set(.address, addressText)
    fields.set(.regionCode, String(county.code))
    fields.set(.postcode, String(decoding: county.postcode, as: UTF8.self))
    var phone: [UInt8] = []
    if random.chance(700) {
      phone.append(contentsOf: county.areaCode)
      phone.append("-")
      phone.append(
        contentsOf: world.phones.landline(index + 5000, digits: county.localDigits))
    } else {
      world.phones.append(world.persons + index, &random, to: &phone)
    }
    fields.set(.phone, String(decoding: phone, as: UTF8.self))
    if random.chance(400) {
      fields.set(.email, "kj\(random.in(1_357_246...9_863_852))@163.com")
    }
    fields.set(.riskLevel, random.chance(880) ? "1" : random.chance(850) ? "2" : "3")
    let branchCode = String(decoding: branch.code, as: UTF8.self)
    fields.set(.branch, branchCode)
    fields.set(.owner, "M\(branchCode.dropFirst())" + (random.chance(500) ? "21" : "22"))

    return Organisation(
      fields: fields,
      registry: RegistryRow(
        creditCode: code, name: name, legalRepresentative: representative, address: addressText,
        status: random.chance(700) ? "存续（在营、开业、在册）" : "在业", capital: capital, scope: scope.plain,
        established: established, termEnd: termEnd, industryCode: trade.code, formerName: "",
        type: registeredType(kind, name)),
      kind: kind, established: established, opened: opened, county: countyPlace,
      hasOldLicence: hasOldLicence)
  }

  private func pick(_ kind: Organisation.Kind, _ random: inout SampleRandom) -> SampleTrades.Trade {
    let list =
      switch kind {
      case .company: trades.companies
      case .shop: trades.shops
      case .cooperative: trades.cooperatives
      case .institution: trades.schools
      }
    return list[random.below(list.count)]
  }

  /// The type as the registry words it, which is coarser than the bank's.
  private func registeredType(_ kind: Organisation.Kind, _ name: String) -> String {
    switch kind {
    case .company:
      name.hasSuffix("股份有限公司") ? OrganisationFaults.stock : OrganisationFaults.limited
    case .shop: "个体工商户"
    case .cooperative: "农民专业合作社"
    case .institution: ""
    }
  }

  /// `dd/MM/yyyy`.
  static func dayFirst(_ day: Day) -> String {
    let (year, month, number) = day.parts
    var text: [UInt8] = []
    text.append(number: number, width: 2)
    text.append("/")
    text.append(number: month, width: 2)
    text.append("/")
    text.append(number: year, width: 4)
    return String(decoding: text, as: UTF8.self)
  }
}
