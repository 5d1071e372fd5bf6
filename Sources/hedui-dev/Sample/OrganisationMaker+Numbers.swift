import Records

/// Names and numbers of organisations.
extension OrganisationMaker {
  /// Place, invented word, trade and form. Every word comes once before any comes again, so
  /// that no two names are alike.
  func name(
    _ index: Int, _ kind: Organisation.Kind, _ county: SampleRegions.County,
    _ trade: SampleTrades.Trade, _ random: inout SampleRandom
  ) -> String {
    let city = world.regions.cities[county.city]
    var word = world.employers.word(words[index % words.count])
    let round = index / words.count
    if round > 0 { word += world.employers.word(words[round % words.count]) }
    switch kind {
    case .company:
      let place = random.chance(150) ? "江西" : random.chance(500) ? city + "市" : county.name
      let form = random.chance(960) ? "有限公司" : "股份有限公司"
      return random.chance(40)
        ? "\(word)\(trade.word)（\(city)）\(form)" : "\(place)\(word)\(trade.word)\(form)"
    case .shop: return "\(county.name)\(word)\(trade.word)"
    case .cooperative: return "\(county.name)\(word)\(trade.word)专业合作社"
    case .institution: return "\(county.name)\(word)\(trade.word)"
    }
  }

  /// A code whose check characters hold. Before October 2015 the organisation code inside
  /// was one of digits; a few codes have the form of the pilot in Fujian.
  func creditCode(
    _ index: Int, _ kind: Organisation.Kind, _ county: SampleRegions.County, _ established: Day,
    isPilot: Bool, _ random: inout SampleRandom
  ) -> String {
    let number = SamplePermutation(count: 28_000_000, seed: world.seed ^ 0xCC)[index % 28_000_000]
    var code: [UInt8] = []
    switch kind {
    case .company: code.append("91")
    case .shop: code.append("92")
    case .cooperative: code.append("93")
    case .institution: code.append("12")
    }
    code.append(number: isPilot ? 350_211 : county.code, width: 6)
    var organisation: [UInt8] = []
    if isPilot {
      organisation.append("M0000")
      for place in [961, 31, 1] { organisation.append(SampleNumbers.alphabet[index / place % 31]) }
    } else if established.number >= 16_709, kind != .institution {
      organisation.append("MA")
      var rest = number
      for _ in 0..<6 {
        organisation.append(SampleNumbers.alphabet[rest % 31])
        rest /= 31
      }
    } else {
      organisation.append(number: 31_000_000 + number, width: 8)
    }
    organisation.append(SampleNumbers.organisationCheck(organisation))
    code += organisation
    code.append(SampleNumbers.creditCheck(code))
    return String(decoding: code, as: UTF8.self)
  }

  /// A licence number of fifteen digits, as given out until 2015.
  func oldLicence(_ index: Int, _ county: SampleRegions.County) -> String {
    var digits: [UInt8] = []
    digits.append(number: county.code, width: 6)
    digits.append("2100")
    digits.append(number: (index * 7 + 1234) % 10_000, width: 4)
    digits.append(SampleNumbers.licenceCheck(digits))
    return String(decoding: digits, as: UTF8.self)
  }
}
