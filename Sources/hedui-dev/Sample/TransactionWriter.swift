import Records

/// Writes the transactions of internal accounts, two for an organisation.
struct TransactionWriter {
  let accounts: AccountFaults
  let count: Int

  /// Titles of the columns and their data elements.
  static let columns: [(title: String, element: String)] = [
    ("TRAN_NO", "transaction_key"), ("ACCT_NO", "account_number"), ("TRAN_DT", "transaction_date"),
    ("CCY", "currency"), ("TRAN_AMT", "amount"), ("DR_CR_FLG", "direction"),
    ("CPTY_ACCT_NO", "counterparty_account"), ("CPTY_ACCT_NM", "counterparty_name"),
    ("CPTY_BANK_NO", "counterparty_bank"),
    ("SUMMARY", "purpose"), ("PROD_CD", "product"), ("ORG_NO", "branch"),
  ]

  /// The bank's number in the payment system, and another's.
  static let ownBank = "313428080016"
  private static let otherBank = "102428000016"

  private struct Counterparty {
    var account: String
    var name: String
    var bank: String
    var purpose: String
    var planted: [(rule: String, element: String)] = []
  }

  /// Between U+0001, UTF-8.
  func write(put: ([UInt8]) throws -> Void) throws -> [PlantedFault] {
    let products = WordList("A01 A02 B11 B12 C05 D20")
    var truth: [PlantedFault] = []
    var text: [UInt8] = []
    text.append(contentsOf: Self.columns.map(\.title).joined(separator: "\u{1}").utf8)
    text.append(0x0A)
    let world = accounts.organisations.world
    for number in 0..<(count * 2) {
      var random = SampleRandom(seed: world.seed, stream: 8, index: number)
      let index = random.below(count)
      let branch = accounts.organisations.maker.make(index).fields.text(.branch)
      let day = world.asOf.adding(days: -random.below(31))
      var key: [UInt8] = []
      key.append("T")
      key.append(compact: day)
      key.append(number: number + 1, width: 9)
      var internalAccount = Array("\(branch)26240".utf8)
      internalAccount.append(number: random.in(1...60), width: 3)
      let cents = random.in(100...99_999) * random.in(1...9999)
      let direction = random.chance(500) ? "D" : "C"
      let other = counterparty(index, number, branch, &random)
      var product: [UInt8] = []
      products.append(any: &random, to: &product)
      let keyText = String(decoding: key, as: UTF8.self)
      let cells = [
        keyText, String(decoding: internalAccount, as: UTF8.self),
        day.description.replacing("-", with: ""), "CNY",
        "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)", direction, other.account,
        other.name, other.bank, other.purpose, String(decoding: product, as: UTF8.self), branch,
      ]
      text.append(contentsOf: cells.joined(separator: "\u{1}").utf8)
      text.append(0x0A)
      truth += other.planted.map {
        PlantedFault(
          source: "transactions", recordKey: keyText, rule: $0.rule, element: $0.element)
      }
      if text.count > 1 << 18 {
        try put(text)
        text.removeAll(keepingCapacity: true)
      }
    }
    try put(text)
    return truth
  }

  private func counterparty(
    _ index: Int, _ number: Int, _ branch: String, _ random: inout SampleRandom
  ) -> Counterparty {
    let purposes = ["清算款", "待报解税款", "代发工资", "大额往账", "票据托收", "久悬户转入", "退汇", "挂账处理"]
    let purpose = purposes[random.below(purposes.count)]
    var fault = SampleRandom(
      seed: accounts.organisations.world.seed, stream: 16, index: number)
    let own = accounts.make(index).first?.bank
    var result = Counterparty(
      account: own?.text(.number) ?? "6222021502\(1_000_000 + index)",
      name: accounts.organisations.maker.make(index).fields.text(.name),
      bank: own == nil ? Self.otherBank : random.chance(700) ? Self.ownBank : branch,
      purpose: purpose)
    if fault.chance(accounts.organisations.share / 10) {
      plant(index, number, &fault, &result)
      return result
    }
    // What looks like a fault and is none.
    switch fault.below(20) {
    case 0, 1:
      let without = ["现金出库", "三季度结息", "收手续费", "利息支出", "计提减值准备"]
      result = Counterparty(
        account: "", name: "", bank: "", purpose: without[fault.below(without.count)])
    case 2: result.purpose = fault.chance(500) ? "手续费收入" : "利息支出"
    case 3:
      result.account = "\(branch)26240\(100 + fault.below(60))"
      result.bank = Self.ownBank
    case 4:
      result.account = String(unknown(index, number))
      result.bank = Self.otherBank
    case 5: result.bank = ""
    default: break
    }
    return result
  }

  private func plant(
    _ index: Int, _ number: Int, _ random: inout SampleRandom, _ result: inout Counterparty
  ) {
    switch random.below(4) {
    case 0:
      result.account = ""
      result.name = ""
      result.planted = [
        ("TXN001", "counterparty_account"), ("TXN001", "counterparty_name"),
      ]
    case 1:
      result.account = "0000000000000000"
      result.planted = [("TXN001", "counterparty_account")]
    case 2:
      result.name = ""
      result.planted = [("TXN001", "counterparty_name")]
    default:
      result.account = unknown(index, number)
      result.bank = Self.ownBank
      result.planted = [("TXN002", "counterparty_account")]
    }
  }

  /// A number that looks like the bank's and is none.
  private func unknown(_ index: Int, _ number: Int) -> String {
    accounts.maker.number(
      count + 1000 + number, 0, accounts.organisations.maker.make(index))
  }
}
