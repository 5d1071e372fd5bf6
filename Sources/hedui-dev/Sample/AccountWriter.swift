import Records

/// Writes the bank's corporate accounts and what the central bank's account system has of
/// them.
struct AccountWriter {
  let world: SampleWorld
  let organisations: OrganisationFaults
  let count: Int
  let encoder: GB18030Encoder

  /// Accounts of one organisation, and the planted faults in them.
  private func accounts(
    _ index: Int, _ truth: inout [PlantedFault]
  ) -> [FieldBuffer<AccountField>] {
    var random = SampleRandom(seed: world.seed, stream: 7, index: index)
    let owner = organisations.maker.make(index)
    return (0..<(random.chance(350) ? 2 : 1)).map { place in
      var fields = FieldBuffer<AccountField>()
      var number: [UInt8] = []
      number.append("81")
      number.append(contentsOf: owner.fields[.branch])
      number.append(number: index * 2 + place + 1, width: 8)
      number.append(Self.luhn(number))
      let key = String(decoding: number, as: UTF8.self)
      fields.set(.number, key)
      fields.set(.customer, owner.fields.text(.customerKey))
      fields.set(.name, owner.fields.text(.name))
      fields.set(.nature, place == 0 ? "基本存款账户" : "一般存款账户")
      let status = random.below(100)
      fields.set(.status, status < 92 ? "正常" : status < 96 ? "久悬" : "撤销")
      fields.set(.currency, "CNY")
      let cents = random.chance(100) ? 0 : random.in(1...99_999) * random.in(1...9_999)
      fields.set(.balance, "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)")
      fields.set(.opened) { $0.append(compact: owner.opened) }
      let last = Day(
        number: owner.opened.number
          + Int32(random.below(Int(world.asOf.number - owner.opened.number))))
      fields.set(.lastMovement) { $0.append(compact: last) }
      if status >= 96 { fields.set(.closed) { $0.append(compact: last) } }
      fields.set(.branch) { $0.append(contentsOf: owner.fields[.branch]) }
      fields.set(.owner) { $0.append(contentsOf: owner.fields[.owner]) }
      if organisations.share > 0, random.chance(8) {
        if random.chance(500) {
          fields.erase(.branch)
          truth.append(
            PlantedFault(source: "accounts", recordKey: key, rule: "CMP004", element: "branch"))
        } else {
          fields.set(.lastMovement, random.chance(500) ? "20261230" : "20260931")
          truth.append(
            PlantedFault(
              source: "accounts", recordKey: key, rule: "CON006", element: "last_movement_date"))
        }
      }
      return fields
    }
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

  /// Fixed width in GB18030, balance to the right, everything else to the left.
  func writeExtract(put: ([UInt8]) throws -> Void) throws -> [PlantedFault] {
    var truth: [PlantedFault] = []
    var text: [UInt8] = []
    for index in 0..<count {
      for fields in accounts(index, &truth) {
        for field in AccountField.allCases {
          var cell: [UInt8] = []
          encoder.append(fields[field], to: &cell)
          let width = field.column.width
          if cell.count > width { cell.removeLast(cell.count - width / 2 * 2) }
          let blanks = repeatElement(UInt8(0x20), count: width - cell.count)
          if field == .balance { text.append(contentsOf: blanks) }
          text.append(contentsOf: cell)
          if field != .balance { text.append(contentsOf: blanks) }
        }
        text.append(0x0A)
      }
      if text.count > 1 << 18 {
        try put(text)
        text.removeAll(keepingCapacity: true)
      }
    }
    try put(text)
    return truth
  }

  /// Element of a row, account field, in their order.
  static let systemFields: [(name: String, field: AccountField, element: String)] = [
    ("ACCT", .number, "account_number"), ("ACCTNAME", .name, "account_name"),
    ("ACCTTYPE", .nature, "account_nature"), ("STATUS", .status, "account_status"),
    ("OPENDATE", .opened, "opened_date"), ("CANCELDATE", .closed, "closed_date"),
  ]

  /// The account system's copy as XML in GB18030.
  func writeSystem(put: ([UInt8]) throws -> Void) throws {
    var text = Array("<?xml version=\"1.0\" encoding=\"GB18030\"?>\n<ROWS>\n".utf8)
    var unused: [PlantedFault] = []
    for index in 0..<count {
      for fields in accounts(index, &unused) {
        text.append("<ROW>")
        for (name, field, _) in Self.systemFields {
          text.append(contentsOf: "<\(name)>".utf8)
          for byte in fields[field] {
            switch byte {
            case 0x26: text.append("&amp;")
            case 0x3C: text.append("&lt;")
            case 0x3E: text.append("&gt;")
            default: text.append(byte)
            }
          }
          text.append(contentsOf: "</\(name)>".utf8)
        }
        text.append("</ROW>\n")
      }
      if text.count > 1 << 18 {
        try putEncoded(text, put)
        text.removeAll(keepingCapacity: true)
      }
      unused.removeAll()
    }
    text.append("</ROWS>\n")
    try putEncoded(text, put)
  }

  private func putEncoded(_ text: [UInt8], _ put: ([UInt8]) throws -> Void) throws {
    var encoded: [UInt8] = []
    encoder.append(text, to: &encoded)
    try put(encoded)
  }

  /// Titles of the extract of transactions and their data elements.
  static let transactionColumns: [(title: String, element: String)] = [
    ("TRAN_NO", "transaction_key"), ("ACCT_NO", "account_number"), ("TRAN_DT", "transaction_date"),
    ("CCY", "currency"), ("TRAN_AMT", "amount"), ("DR_CR_FLG", "direction"),
    ("CPTY_ACCT_NO", "counterparty_account"), ("CPTY_ACCT_NM", "counterparty_name"),
    ("SUMMARY", "purpose"), ("PROD_CD", "product"), ("ORG_NO", "branch"),
  ]

  /// Transactions of internal accounts, between U+0001, two for an organisation.
  func writeTransactions(put: ([UInt8]) throws -> Void) throws {
    let purposes = WordList("清算款:3 待报解税款 代发工资:3 手续费收入:2 大额往账:2 票据托收 久悬户转入 利息支出:2 退汇 挂账处理")
    let products = WordList("A01 A02 B11 B12 C05 D20")
    var text: [UInt8] = []
    text.append(contentsOf: Self.transactionColumns.map(\.title).joined(separator: "\u{1}").utf8)
    text.append(0x0A)
    for number in 0..<(count * 2) {
      var random = SampleRandom(seed: world.seed, stream: 8, index: number)
      let owner = organisations.maker.make(random.below(count))
      let day = world.asOf.adding(days: -random.below(31))
      text.append("T")
      text.append(compact: day)
      text.append(number: number + 1, width: 9)
      text.append(0x01)
      text.append(contentsOf: owner.fields[.branch])
      text.append("26240")
      text.append(number: random.in(1...60), width: 3)
      text.append(0x01)
      text.append(compact: day)
      text.append("\u{1}CNY\u{1}")
      let cents = random.in(100...99_999) * random.in(1...9999)
      text.append(contentsOf: "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)".utf8)
      text.append(random.chance(500) ? "\u{1}D\u{1}" : "\u{1}C\u{1}")
      text.append("81")
      text.append(contentsOf: owner.fields[.branch])
      text.append(number: random.in(1...count * 2), width: 9)
      text.append(0x01)
      text.append(contentsOf: owner.fields[.name])
      text.append(0x01)
      purposes.append(any: &random, to: &text)
      text.append(0x01)
      products.append(any: &random, to: &text)
      text.append(0x01)
      text.append(contentsOf: owner.fields[.branch])
      text.append(0x0A)
      if text.count > 1 << 18 {
        try put(text)
        text.removeAll(keepingCapacity: true)
      }
    }
    try put(text)
  }
}
