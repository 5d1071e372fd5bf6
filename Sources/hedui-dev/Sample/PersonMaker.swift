import Records

/// What is known of an invented person beside the fields.
struct PersonTraits: Sendable {
  var male = true
  var birth = Day(number: 0)
  var age = 0
  /// Place in `SampleRegions.counties` where the person lives.
  var county = 0
  var hasResidentCard = true
  /// Number in sequence of the identification number.
  var sequence = 1
  var isEmployed = false
  var isPayroll = false
  var opened = Day(number: 0)
  var isRural = false
}

/// Makes persons without any fault. Person `index` is the same whoever else is made.
struct PersonMaker: Sendable {
  let world: SampleWorld

  static let keyBase = 100_000_000_000

  /// Appends the customer number of person `index`.
  static func appendKey(_ index: Int, _ seed: UInt64, to text: inout [UInt8]) {
    let gap = Int(truncatingIfNeeded: SampleRandom.mix(seed &+ UInt64(index)) % 7)
    text.append(number: keyBase + index * 7 + gap, width: 12)
  }

  func fill(_ index: Int, _ fields: inout FieldBuffer<PersonField>) -> PersonTraits {
    var random = SampleRandom(seed: world.seed, stream: 1, index: index)
    fields.clear()
    var traits = PersonTraits()
    fields.set(.customerKey) { Self.appendKey(index, world.seed, to: &$0) }

    // Where and when.
    let branch = world.branches.branches[world.branches.pick(&random)]
    traits.county =
      random.chance(880) ? branch.county : random.below(world.regions.counties.count)
    let county = world.regions.counties[traits.county]
    traits.male = random.chance(505)
    let slot = world.identity.slot(index, male: traits.male)
    traits.birth = slot.birth
    traits.sequence = slot.sequence
    traits.age = world.asOf.years(since: slot.birth)
    traits.isRural = random.chance(traits.age > 50 ? 480 : 300)

    fillIdentity(index, slot, county, &random, &traits, &fields)
    fillOccupation(county, &random, &traits, &fields)

    fields.set(.address) {
      world.addresses.append(in: county, rural: traits.isRural, &random, to: &$0)
    }
    fields.set(.regionCode) { $0.append(number: county.code, width: 6) }
    fields.set(.postcode) { $0.append(contentsOf: county.postcode) }
    fillContact(index, county, &random, traits, &fields)

    fields.set(.riskLevel) { $0.append(random.chance(930) ? "1" : random.chance(850) ? "2" : "3") }
    fields.set(.payroll) { $0.append(traits.isPayroll ? "Y" : "N") }
    let earliest = max(Int(traits.birth.number) + 30, 12_784)  // not before 2005
    let latest = Int(world.asOf.number) - 20
    traits.opened = Day(number: Int32(earliest + random.below(max(latest - earliest, 1))))
    fields.set(.openedDate) { $0.append(compact: traits.opened) }
    fields.set(.branch) { $0.append(contentsOf: branch.code) }
    fields.set(.owner) {
      $0.append("M")
      $0.append(contentsOf: branch.code[1...])
      $0.append(number: random.in(1...18), width: 2)
    }
    return traits
  }

  /// Name, sex, birth, nationality and document.
  private func fillIdentity(
    _ index: Int, _ slot: SampleIdentity.Slot, _ county: SampleRegions.County,
    _ random: inout SampleRandom, _ traits: inout PersonTraits,
    _ fields: inout FieldBuffer<PersonField>
  ) {
    fields.set(.sex) { $0.append(traits.male ? "男" : "女") }
    fields.set(.birthDate) { $0.append(compact: traits.birth) }
    if traits.age >= 20, random.chance(6) {
      traits.hasResidentCard = false
      fillOtherDocument(index, &random, &traits, &fields)
      return
    }
    var surname: Int?
    fields.set(.name) {
      surname = world.names.append(
        male: traits.male, birthYear: traits.birth.year, &random, to: &$0)
    }
    if let surname, traits.age >= 16, random.chance(560) {
      fields.set(.email) { text in
        world.names.appendPinyin(surname, to: &text)
        text.append(number: traits.birth.year % 100, width: 2)
        text.append(number: random.in(101...9987), width: 3)
        text.append(random.chance(500) ? "@163.com" : random.chance(500) ? "@126.com" : "@sina.com")
      }
    } else if traits.age >= 16, random.chance(400) {
      fields.set(.email) {
        $0.append(number: random.in(13_572_468...2_963_852_741), width: 8)
        $0.append("@qq.com")
      }
    }
    fields.set(.nationality) { $0.append("CHN") }
    let isRegister = traits.age < 16 && random.chance(350)
    fields.set(.documentType) { $0.append(isRegister ? "1040" : "1010") }
    let region = birthplace(slot, county, &random)
    fields.set(.documentNumber) {
      SampleIdentity.append(region: region, birth: slot.birth, sequence: slot.sequence, to: &$0)
    }
    if isRegister {
      fields.set(.documentExpiryDate) { $0.append("99991231") }
    } else {
      fillExpiry(&random, traits, &fields)
    }
  }

  /// The division in force when the number was given out: for those born before 1984 in the
  /// years when everybody got one, else at birth.
  private func birthplace(
    _ slot: SampleIdentity.Slot, _ county: SampleRegions.County, _ random: inout SampleRandom
  ) -> Int {
    let regions = world.regions
    let draw = random.below(1000)
    var place =
      draw < 780
      ? county.birth
      : draw < 900 ? random.below(regions.localBirths) : random.below(regions.births.count)
    if world.identity.rounds > 1 {
      let groups = world.identity.rounds
      place = place / groups * groups + slot.round
      if place >= regions.births.count { place -= groups }
    }
    let birth = regions.births[place]
    let year = slot.birth.year
    let given = year < SampleRegions.firstYear ? SampleRegions.firstYear + random.below(4) : year
    for later in given...SampleRegions.lastYear {
      let code = birth.codes[later - SampleRegions.firstYear]
      if code != 0 { return Int(code) }
    }
    return birth.current
  }

  /// Five years for children, ten to 25, twenty to 45, then without end: by the age when the
  /// card was issued, which still has some months to go.
  private func fillExpiry(
    _ random: inout SampleRandom, _ traits: PersonTraits, _ fields: inout FieldBuffer<PersonField>
  ) {
    var issued = world.asOf.adding(days: -30)
    for _ in 0..<6 {
      let back = random.below(max(min(traits.age, 20), 1) * 365) + 10
      let candidate = world.asOf.adding(days: -back)
      if candidate <= traits.birth { continue }
      let years = Self.validity(at: candidate.years(since: traits.birth))
      if years == 0 || candidate.adding(years: years) > world.asOf.adding(days: 200) {
        issued = candidate
        break
      }
    }
    if issued < traits.birth { issued = traits.birth }
    let years = Self.validity(at: issued.years(since: traits.birth))
    fields.set(.documentExpiryDate) { text in
      if years == 0 {
        text.append(random.chance(700) ? "长期" : "99991231")
      } else {
        text.append(compact: issued.adding(years: years))
      }
    }
  }

  /// Years that a card is good for when issued at an age; 0 for without end.
  static func validity(at age: Int) -> Int { age < 16 ? 5 : age < 26 ? 10 : age < 46 ? 20 : 0 }

  /// Eight digits of a permit or passport, everybody's another.
  func permitNumber(_ index: Int) -> Int {
    let count = 90_000_000
    return 10_000_000 + SamplePermutation(count: count, seed: world.seed ^ 0x77)[index % count]
  }

  /// People from Hong Kong, Macao, Taiwan and abroad.
  private func fillOtherDocument(
    _ index: Int, _ random: inout SampleRandom, _ traits: inout PersonTraits,
    _ fields: inout FieldBuffer<PersonField>
  ) {
    let number = permitNumber(index)
    let expiry = world.asOf.adding(days: random.in(220...3200))
    let kind = random.below(10)
    if kind < 6 {
      fields.set(.name) {
        _ = world.names.append(
          male: traits.male, birthYear: traits.birth.year, &random, to: &$0)
      }
      let (nationality, type): (StaticString, StaticString) =
        kind < 3 ? ("HKG", "1070") : kind < 4 ? ("MAC", "1070") : ("TWN", "1080")
      fields.set(.nationality) { $0.append(nationality) }
      fields.set(.documentType) { $0.append(type) }
      fields.set(.documentNumber) {
        if kind < 4 { $0.append(kind < 3 ? "H" : "M") }
        $0.append(number: number, width: 8)
      }
    } else {
      let nation = random.below(4)
      let (code, letter): (StaticString, StaticString) =
        nation == 0
        ? ("KOR", "M") : nation == 1 ? ("USA", "5") : nation == 2 ? ("DEU", "C") : ("JPN", "T")
      fields.set(.name) { world.names.appendForeign(&random, to: &$0) }
      fields.set(.nationality) { $0.append(code) }
      fields.set(.documentType) { $0.append("1052") }
      fields.set(.documentNumber) {
        $0.append(letter)
        $0.append(number: number, width: 8)
      }
    }
    fields.set(.documentExpiryDate) { $0.append(compact: expiry) }
  }

  /// Occupation, employer, and whether wages come through the bank.
  private func fillOccupation(
    _ county: SampleRegions.County, _ random: inout SampleRandom, _ traits: inout PersonTraits,
    _ fields: inout FieldBuffer<PersonField>
  ) {
    let age = traits.age
    let works =
      age < 18
      ? false : age < 23 ? random.chance(550) : age < 60 ? random.chance(950) : random.chance(260)
    if works, let place = world.occupations.pick(male: traits.male, age: age, &random) {
      let entry = world.occupations.entries[place]
      traits.isEmployed = true
      fields.set(.occupationCode) { $0.append(contentsOf: entry.code) }
      fields.set(.occupationText) { $0.append(contentsOf: entry.name) }
      fields.set(.employer) {
        world.employers.append(
          entry.workplace, in: county, city: world.regions.cities[county.city], &random, to: &$0)
      }
      traits.isPayroll = entry.workplace != .farm && entry.workplace != .shop && random.chance(420)
      return
    }
    fields.set(.occupationText) { text in
      if age < 6 {
        text.append("学龄前儿童")
      } else if age < 24 {
        text.append("学生")
      } else if age >= 60 || (!traits.male && age >= 55) {
        text.append("退休人员")
      } else {
        text.append("料理家务")
      }
    }
  }

  private func fillContact(
    _ index: Int, _ county: SampleRegions.County, _ random: inout SampleRandom,
    _ traits: PersonTraits, _ fields: inout FieldBuffer<PersonField>
  ) {
    fields.set(.phone) { text in
      if traits.age > 55, random.chance(80) {
        text.append(contentsOf: county.areaCode)
        text.append("-")
        text.append(contentsOf: world.phones.landline(index, digits: county.localDigits))
      } else {
        world.phones.append(index, &random, to: &text)
      }
    }
  }
}
