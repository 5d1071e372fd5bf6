import Records

/// Figures, people and scope of organisations.
extension OrganisationMaker {
  /// Staff, revenue, assets, capital, size and type that go together. Returns the capital.
  func fillFigures(
    _ kind: Organisation.Kind, _ trade: SampleTrades.Trade, _ random: inout SampleRandom,
    _ fields: inout FieldBuffer<OrganisationField>
  ) -> Int {
    let scale = kind == .company ? [1, 1, 1, 4, 4, 20, 120][random.below(7)] : 1
    let staff = random.in(2...9) * scale
    let revenue = Double(random.in(1800...9600) * scale) / 100 * Double(random.in(3...30)) / 4
    let assets = revenue * Double(random.in(40...220)) / 100
    fields.set(.staffCount, String(staff))
    // Whole yuan: 10,000 times the figure that was cut to two decimals.
    let revenueYuan = Int(revenue * 10_000)
    let assetsYuan = Int(assets * 10_000)
    fields.set(.revenue, "\(revenueYuan).00")
    fields.set(.totalAssets, "\(assetsYuan).00")
    let size = trades.size(
      of: trade.code, staff: staff, revenue: Double(revenueYuan) / 10_000,
      assets: Double(assetsYuan) / 10_000)
    if kind != .institution, let size {
      fields.set(.enterpriseSize, ["大型", "中型", "小型", "微型"][size - 1])
    }
    let capital: Int
    switch kind {
    case .company:
      capital = [50, 100, 100, 200, 300, 500, 500, 1000, 2000, 5000][random.below(10)] * 10_000
      fields.set(
        .registrationType,
        fields.text(.name).hasSuffix("股份有限公司") ? "121" : random.chance(900) ? "112" : "119")
    case .shop:
      capital = random.in(1...30) * 10_000
      fields.set(.registrationType, "500")
    case .cooperative:
      capital = random.in(5...300) * 10_000
      fields.set(.registrationType, "400")
    case .institution:
      capital = random.in(20...900) * 10_000
      fields.set(.registrationType, "900")
    }
    fields.set(.registeredCapital, "\(capital).00")
    fields.set(.capitalCurrency, "CNY")
    return capital
  }

  /// Legal representative and beneficial owner. Returns the representative's name.
  func fillPeople(
    _ index: Int, _ random: inout SampleRandom, _ fields: inout FieldBuffer<OrganisationField>
  ) -> String {
    var names: [String] = []
    for place in 0..<2 {
      let isSame = place == 1 && random.chance(600)
      let slotIndex = world.persons + index * 2 + (isSame ? 0 : place)
      if isSame {
        fields.set(.beneficialOwner, names[0])
        fields.set(
          .beneficialOwnerDocumentNumber, fields.text(.legalRepresentativeDocumentNumber))
        fields.set(
          .beneficialOwnerDocumentExpiryDate, fields.text(.legalRepresentativeDocumentExpiryDate))
        names.append(names[0])
        continue
      }
      let male = random.chance(650)
      // A slot gives the day of birth; who is too young for the office is made older.
      let slot = world.identity.slot(slotIndex, male: male)
      var birth = slot.birth
      while world.asOf.years(since: birth) < 24 { birth = birth.adding(days: -6 * 1461) }
      var name: [UInt8] = []
      repeat {
        name.removeAll()
        _ = world.names.append(male: male, birthYear: birth.year, &random, to: &name)
      } while name.count < 6
      let county = world.regions.births[random.below(world.regions.localBirths)]
      let given = max(birth.year, SampleRegions.firstYear)
      let code =
        county.codes[(given - SampleRegions.firstYear)...].first { $0 != 0 }.map { Int($0) }
        ?? county.current
      var number: [UInt8] = []
      SampleIdentity.append(region: code, birth: birth, sequence: slot.sequence, to: &number)
      let age = world.asOf.years(since: birth)
      let expiry = age >= 52 ? "长期" : world.asOf.adding(days: random.in(240...3500)).description
      let text = String(decoding: name, as: UTF8.self)
      names.append(text)
      let numberText = String(decoding: number, as: UTF8.self)
      if place == 0 {
        fields.set(.legalRepresentative, text)
        fields.set(.legalRepresentativeDocumentNumber, numberText)
        fields.set(.legalRepresentativeDocumentExpiryDate, expiry)
      } else {
        fields.set(.beneficialOwner, text)
        fields.set(.beneficialOwnerDocumentNumber, numberText)
        fields.set(.beneficialOwnerDocumentExpiryDate, expiry)
      }
    }
    fields.set(.legalRepresentativeDocumentType, "居民身份证")
    fields.set(.beneficialOwnerDocumentType, "居民身份证")
    return names[0]
  }

  /// The scope as the bank has it, with commas, quotes and line ends that a careless reader
  /// trips over, and as the registry prints it.
  func scope(
    _ trade: SampleTrades.Trade, _ random: inout SampleRandom
  ) -> (bank: String, plain: String) {
    var parts = [trade.name]
    if !trade.terms.isEmpty {
      let start = random.below(trade.terms.count)
      for step in 0..<min(random.in(2...4), trade.terms.count) {
        parts.append(trade.terms[(start + step) % trade.terms.count])
      }
    }
    let ending = "（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"
    let plain = "一般项目：" + parts.joined(separator: "，") + ending
    switch random.below(10) {
    case 0...3: return (plain, plain)
    case 4...6: return ("一般项目：" + parts.joined(separator: ",") + ending, plain)
    case 7, 8:
      return (
        "主营:" + parts[0] + "\r\n兼营:" + parts.dropFirst().joined(separator: "、") + "\r\n" + ending,
        plain
      )
    default: return ("\"主营\"" + parts.joined(separator: ",") + ending, plain)
    }
  }
}
