import Records

/// What the account system has of an account.
struct SystemAccount: Sendable {
  var number: String
  var name: String
  var nature: String
  var status: String
  var opened: Day
  var closed: Day?
  var creditCode: String
  var representative: String
  var branch: String

  /// Element of a row, value and data element, in their order.
  var cells: [(name: String, value: String)] {
    [
      ("ACCT", number), ("ACCTNAME", name), ("ACCTTYPE", nature), ("STATUS", status),
      ("OPENDATE", opened.description), ("CANCELDATE", closed?.description ?? ""),
      ("FILENO", creditCode), ("LEGALNAME", representative), ("ORGNO", branch),
    ]
  }

  /// Data elements of the rows, by their names.
  static let elements = [
    ("ACCT", "account_number"), ("ACCTNAME", "account_name"), ("ACCTTYPE", "account_nature"),
    ("STATUS", "account_status"), ("OPENDATE", "opened_date"), ("CANCELDATE", "closed_date"),
    ("FILENO", "credit_code"), ("LEGALNAME", "legal_representative"), ("ORGNO", "branch"),
  ]
}

/// An account at the bank and in the account system; nil where one of them does not have it.
struct SampleAccount: Sendable {
  var bank: FieldBuffer<AccountField>?
  var system: SystemAccount?
  /// What the bank's accounts say, kept where the bank has none.
  let number: String
  /// Rule and data element of what was planted in it.
  var planted: [(rule: String, element: String)] = []

  var isNormal: Bool { bank?.text(.status) == AccountMaker.normal }
  var isClosed: Bool { bank?.text(.status) == AccountMaker.closed }
}

/// Makes the accounts of organisations without any fault: one or two of each.
struct AccountMaker: Sendable {
  static let normal = "正常"
  static let suspended = "久悬"
  static let closed = "撤销"
  static let basic = "基本存款账户"
  static let general = "一般存款账户"

  let world: SampleWorld
  let organisations: OrganisationMaker

  /// The accounts of organisation `index`.
  func make(_ index: Int) -> [SampleAccount] {
    var random = SampleRandom(seed: world.seed, stream: 7, index: index)
    let owner = organisations.make(index)
    return (0..<(random.chance(350) ? 2 : 1)).map { place in
      var fields = FieldBuffer<AccountField>()
      let number = number(index, place, owner)
      fields.set(.number, number)
      fields.set(.customer, owner.fields.text(.customerKey))
      fields.set(.name, owner.fields.text(.name))
      fields.set(.nature, place == 0 ? Self.basic : Self.general)
      let draw = random.below(100)
      let status = draw < 92 ? Self.normal : draw < 96 ? Self.suspended : Self.closed
      fields.set(.status, status)
      fields.set(.currency, "CNY")
      let cents = random.chance(100) ? 0 : random.in(1...99_999) * random.in(1...9_999)
      fields.set(.balance, "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)")
      fields.set(.opened) { $0.append(compact: owner.opened) }
      let age = Int(world.asOf.number - owner.opened.number)
      let since = random.below(age)
      // Accounts in use have moved within the year.
      let last = world.asOf.adding(days: -(status == Self.normal ? since % 300 : since))
      fields.set(.lastMovement) { $0.append(compact: last) }
      if status == Self.closed { fields.set(.closed) { $0.append(compact: last) } }
      fields.set(.branch) { $0.append(contentsOf: owner.fields[.branch]) }
      fields.set(.owner) { $0.append(contentsOf: owner.fields[.owner]) }
      let system = SystemAccount(
        number: number, name: owner.fields.text(.name), nature: fields.text(.nature),
        status: status, opened: owner.opened, closed: status == Self.closed ? last : nil,
        creditCode: owner.registry.creditCode,
        representative: owner.registry.legalRepresentative,
        branch: owner.fields.text(.branch))
      return SampleAccount(bank: fields, system: system, number: number)
    }
  }

  /// The number of an account: kind, branch, a number of its own, check digit.
  func number(_ index: Int, _ place: Int, _ owner: Organisation) -> String {
    var number: [UInt8] = []
    number.append("81")
    number.append(contentsOf: owner.fields[.branch])
    number.append(number: index * 4 + place + 1, width: 8)
    number.append(Self.luhn(number))
    return String(decoding: number, as: UTF8.self)
  }

  /// The digit that makes a number with the others pass the test of Luhn.
  private static func luhn(_ digits: [UInt8]) -> UInt8 {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = Int(digit) - 0x30
      sum += place % 2 == 0 ? (value >= 5 ? value * 2 - 9 : value * 2) : value
    }
    return UInt8((10 - sum % 10) % 10) + 0x30
  }
}
