import Records

/// Plants faults in accounts and in what the account system has of them, and says what the
/// faults of their owners mean for them.
struct AccountFaults: Sendable {
  let organisations: OrganisationFaults
  let maker: AccountMaker

  init(_ organisations: OrganisationFaults) {
    self.organisations = organisations
    maker = AccountMaker(world: organisations.world, organisations: organisations.maker)
  }

  private var world: SampleWorld { organisations.world }

  /// The accounts of organisation `index` with their faults.
  func make(_ index: Int) -> [SampleAccount] {
    var accounts = maker.make(index)
    if organisations.kind(index) == nil, organisations.difference(index) == nil {
      var random = SampleRandom(seed: world.seed, stream: 14, index: index)
      if random.chance(organisations.share / 4),
        let fault = AccountFault(rawValue: random.below(AccountFault.allCases.count))
      {
        plant(fault, index, &random, &accounts)
      } else if random.chance(60),
        let near = AccountNearMiss(rawValue: random.below(AccountNearMiss.allCases.count))
      {
        alter(near, index, &random, &accounts)
      }
      return accounts
    }
    return follow(index, accounts)
  }

  private func plant(
    _ fault: AccountFault, _ index: Int, _ random: inout SampleRandom,
    _ accounts: inout [SampleAccount]
  ) {
    guard accounts[0].isNormal, var system = accounts[0].system, var bank = accounts[0].bank
    else { return }
    var planted: [(rule: String, element: String)] = []
    switch fault {
    case .branchMissing:
      bank.erase(.branch)
      planted = [("CMP004", "branch")]
    case .movementImpossible:
      bank.set(.lastMovement, random.chance(500) ? "20261230" : "20260931")
      planted = [("CON006", "last_movement_date")]
    case .missingInSystem:
      accounts[0].system = nil
      accounts[0].planted = [("ACC001", "account_number")]
      return
    case .onlyInSystem:
      accounts[0].bank = nil
      accounts[0].planted = [("ACC002", "account_number")]
      return
    case .openThere:
      let day = system.opened.adding(days: 20)
      bank.set(.status, AccountMaker.closed)
      bank.set(.lastMovement) { $0.append(compact: day) }
      bank.set(.closed) { $0.append(compact: day) }
      planted = [("ACC003", "account_status")]
    case .closedThere:
      system.status = AccountMaker.closed
      system.closed = system.opened.adding(days: 30)
      planted = [("ACC003", "account_status")]
    case .suspendedThere:
      system.status = AccountMaker.suspended
      planted = [("ACC003", "account_status")]
    case .nameOther:
      let word = world.employers.word((index * 31 + 7) % world.employers.wordCount)
      system.name = "江西\(word)实业有限公司"
      planted = [("ACC004", "account_name"), ("ACC009", "account_number")]
    case .natureOther:
      system.nature = AccountMaker.general
      planted = [("ACC005", "account_nature")]
    case .representativeOther:
      let word = world.employers.word((index * 17 + 3) % world.employers.wordCount)
      system.representative = "欧阳\(word)"
      planted = [("ACC006", "legal_representative"), ("ACC009", "account_number")]
    case .openedOther:
      system.opened = system.opened.adding(days: -random.in(20...300))
      planted = [("ACC007", "opened_date")]
    case .codeOther:
      let county = world.regions.counties[organisations.maker.make(index).county]
      system.creditCode = organisations.maker.creditCode(
        index + 21_000_000, .company, county, system.opened, isPilot: false, &random)
      planted = [("ACC011", "credit_code")]
    case .secondBasic:
      guard accounts.count == 2, accounts[1].isNormal else { return }
      accounts[1].bank?.set(.nature, AccountMaker.basic)
      accounts[1].system?.nature = AccountMaker.basic
      planted = [("ACC010", "account_nature"), ("ACC009", "account_number")]
      accounts[1].planted = planted
    case .idle:
      let day = world.asOf.adding(days: -random.in(366...900))
      guard day > system.opened else { return }
      bank.set(.lastMovement) { $0.append(compact: day) }
      planted = [("ACC009", "account_number")]
    }
    accounts[0].bank = bank
    accounts[0].system = system
    accounts[0].planted = planted
  }

  private func alter(
    _ near: AccountNearMiss, _ index: Int, _ random: inout SampleRandom,
    _ accounts: inout [SampleAccount]
  ) {
    guard accounts[0].isNormal, var system = accounts[0].system, var bank = accounts[0].bank
    else { return }
    switch near {
    case .young:
      let day = world.asOf.adding(days: -random.in(3...13))
      bank.set(.opened) { $0.append(compact: day) }
      bank.set(.lastMovement) { $0.append(compact: day) }
      accounts[0].bank = bank
      accounts[0].system = nil
      return
    case .closedLately:
      let day = world.asOf.adding(days: -random.in(1...10))
      bank.set(.status, AccountMaker.closed)
      bank.set(.lastMovement) { $0.append(compact: day) }
      bank.set(.closed) { $0.append(compact: day) }
    case .inDollars:
      bank.set(.currency, "USD")
      accounts[0].bank = bank
      accounts[0].system = nil
      return
    case .movedYearAgo:
      let day = world.asOf.adding(days: -365)
      guard day > system.opened else { return }
      bank.set(.lastMovement) { $0.append(compact: day) }
    case .otherWriting:
      system.number = "\(system.number.prefix(10))-\(system.number.dropFirst(10))"
      system.name = system.name.replacing("（", with: " (").replacing("）", with: ") ")
      system.representative =
        "\(system.representative.prefix(1))　\(system.representative.dropFirst())"
      system.creditCode = system.creditCode.lowercased()
      system.status = random.chance(500) ? "冻结" : "启用"
      system.nature = "基本户"
    case .openedDaysLater:
      system.opened = system.opened.adding(days: random.in(1...7))
    case .basicAfterBasic:
      guard accounts.count == 2, accounts[1].isNormal else { return }
      accounts[1].bank?.set(.nature, AccountMaker.basic)
      accounts[1].system?.nature = AccountMaker.basic
      let day = system.opened.adding(days: 40)
      bank.set(.status, AccountMaker.closed)
      bank.set(.lastMovement) { $0.append(compact: day) }
      bank.set(.closed) { $0.append(compact: day) }
      system.status = AccountMaker.closed
      system.closed = day
    }
    accounts[0].bank = bank
    accounts[0].system = system
  }

  /// Rules whose finding on an owner is a reason to inspect its accounts.
  private static let reasons: Set<String> = [
    "REG001", "REG014", "REG002", "REG003", "REG004", "REG005", "REG012", "IDN025", "IDN026",
  ]

  /// What the faults of an organisation mean for its accounts.
  private func follow(_ index: Int, _ all: [SampleAccount]) -> [SampleAccount] {
    var accounts = all
    var truth: [PlantedFault] = []
    let faulty = organisations.make(index, &truth)
    let made = faulty.organisation.fields
    let key = organisations.maker.make(index).fields.text(.customerKey)
    // Under another customer number nobody knows whose an account would be.
    guard made.text(.customerKey) == key else { return [] }
    let rules = Set(truth.filter { $0.recordKey == key }.map(\.rule))
    let code = made.text(.creditCode)
    for place in accounts.indices where !accounts[place].isClosed {
      guard let system = accounts[place].system else { continue }
      var planted: [(rule: String, element: String)] = []
      if rules.contains("REG002") { planted.append(("ACC008", "account_status")) }
      let isOther = made.text(.legalRepresentative) != system.representative
      if isOther { planted.append(("ACC006", "legal_representative")) }
      // A licence number from before the credit code cannot be compared.
      if !code.isEmpty, code.count != 15, code.uppercased() != system.creditCode {
        planted.append(("ACC011", "credit_code"))
      }
      if accounts[place].isNormal,
        isOther || !rules.isDisjoint(with: Self.reasons) || !isFound(faulty, index)
      {
        planted.append(("ACC009", "account_number"))
      }
      accounts[place].planted = planted
    }
    return accounts
  }

  /// Whether the business registry has what an organisation's record says of its number, or
  /// need not have it.
  private func isFound(_ made: OrganisationFaults.Made, _ index: Int) -> Bool {
    let fields = made.organisation.fields
    let code = fields.text(.creditCode).uppercased()
    // Institutions are registered elsewhere, and their codes say so whatever else is wrong.
    if made.organisation.kind == .institution { return true }
    var registered = [made.registry?.creditCode, made.stranger?.creditCode].compactMap { $0 }
    // A record that repeats another organisation's has its number.
    if index >= OrganisationFaults.distance {
      registered.append(
        organisations.maker.make(index - OrganisationFaults.distance).registry.creditCode)
    }
    return registered.contains(code) || registered.contains(fields.text(.licenceNumber))
  }
}
