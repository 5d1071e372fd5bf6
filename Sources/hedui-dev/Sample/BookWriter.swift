import Records

/// Writes the books of the invented bank in the formats that banks have them in.
struct BookWriter {
  let books: SampleBooks
  let register: SampleRegister
  let encoder: GB18030Encoder

  /// Columns of the general ledger: title, data element, bytes of GB18030.
  static let generalColumns: [(title: String, element: String?, width: Int)] = [
    ("NBJGH", "branch", 8), ("KJKMBH", "subject_code", 10), ("KJKMMC", nil, 30),
    ("BZ", "currency", 3), ("KJRQ", "book_date", 8), ("QCJFYE", "opening_debit_balance", 20),
    ("QCDFYE", "opening_credit_balance", 20), ("JFFSE", "debit_total", 20),
    ("DFFSE", "credit_total", 20), ("QMJFYE", "closing_debit_balance", 20),
    ("QMDFYE", "closing_credit_balance", 20),
  ]

  static let subColumns: [(title: String, element: String)] = [
    ("账号", "account_number"), ("科目号", "subject_code"), ("机构号", "branch"), ("币种", "currency"),
    ("会计日期", "book_date"), ("余额方向", "balance_direction"), ("上日余额", "opening_balance"),
    ("借方发生额", "debit_total"), ("贷方发生额", "credit_total"), ("余额", "closing_balance"),
  ]

  static let detailColumns: [(title: String, element: String?)] = [
    ("JYXLH", "transaction_key"), ("NBFHZZH", "account_number"), ("MXKMBH", nil),
    ("HXJYRQ", "transaction_date"), ("BZ", "currency"), ("JYJDBZ", "direction"),
    ("JYJE", "amount"), ("NBJGH", "branch"),
  ]

  static let registerColumns: [(title: String, element: String)] = [
    ("登记簿编号", "register_key"), ("账号", "account_number"), ("登记日期", "transaction_date"),
    ("币种", "currency"), ("金额", "amount"), ("机构号", "branch"),
  ]

  static let postingColumns: [(title: String, element: String)] = [
    ("TRAN_NO", "transaction_key"), ("REG_NO", "register_key"), ("ACCT_NO", "account_number"),
    ("TRAN_DT", "transaction_date"), ("CCY", "currency"), ("TRAN_AMT", "amount"),
    ("ORG_NO", "branch"),
  ]

  /// `1234.50`; with commas between thousands where wanted.
  static func text(_ units: Int, _ decimals: Int, grouped: Bool = false) -> String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    var whole = String(padded.dropLast(decimals))
    if grouped {
      let count = whole.count
      whole = String(
        whole.enumerated().flatMap { place, digit in
          place > 0 && (count - place) % 3 == 0 ? [",", digit] : [digit]
        })
    }
    let sign = units < 0 ? "-" : ""
    return decimals == 0 ? sign + whole : sign + whole + "." + padded.suffix(decimals)
  }

  private static func compact(_ day: Day) -> String {
    var bytes: [UInt8] = []
    bytes.append(compact: day)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func encoded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    encoder.append(Array(text.utf8), to: &bytes)
    return bytes
  }

  // MARK: Ledgers

  /// Fixed width in GB18030, amounts to the right, a trailer with the number of lines.
  func general() -> [UInt8] {
    var text: [UInt8] = []
    for line in books.general {
      let (figures, decimals) = (line.figures, line.currency.decimals)
      let amounts = [
        max(figures.opening, 0), max(-figures.opening, 0), figures.debit, figures.credit,
        max(figures.closing, 0), max(-figures.closing, 0),
      ].map { Self.text($0, decimals) }
      let cells =
        [line.branch, line.subject, line.name, line.currency.code, Self.compact(line.day)] + amounts
      for (place, column) in Self.generalColumns.enumerated() {
        let cell = encoded(cells[place])
        let blanks = repeatElement(UInt8(0x20), count: max(0, column.width - cell.count))
        if place >= 5 { text.append(contentsOf: blanks) }
        text.append(contentsOf: cell)
        if place < 5 { text.append(contentsOf: blanks) }
      }
      text.append(0x0A)
    }
    return text + encoded("合计 \(books.general.count)\n")
  }

  /// RFC 4180 in UTF-8, commas between thousands.
  func sub() -> [UInt8] {
    var text = Self.subColumns.map(\.title).joined(separator: ",") + "\r\n"
    for line in books.sub {
      let (figures, decimals) = (line.figures, line.currency.decimals)
      let isCredit = figures.closing < 0
      func amount(_ units: Int) -> String {
        let text = Self.text(units, decimals, grouped: true)
        return text.contains(",") ? "\"\(text)\"" : text
      }
      let sign = isCredit ? -1 : 1
      let cells = [
        line.account, line.subject.code, line.branch, line.currency.code, "\(line.day)",
        figures.closing == 0 ? "平" : isCredit ? "贷" : "借", amount(sign * figures.opening),
        amount(figures.debit), amount(figures.credit), amount(sign * figures.closing),
      ]
      text += cells.joined(separator: ",") + "\r\n"
    }
    return Array(text.utf8)
  }

  /// GB18030, `|+|` between cells.
  func details() -> [UInt8] {
    var text = Self.detailColumns.map(\.title).joined(separator: "|+|") + "\n"
    for entry in books.details {
      let cells = [
        entry.key, entry.account, entry.subject, Self.compact(entry.day), entry.currency.code,
        entry.isDebit ? "借" : "贷", Self.text(entry.amount, entry.currency.decimals), entry.branch,
      ]
      text += cells.joined(separator: "|+|") + "\n"
    }
    return encoded(text)
  }

  // MARK: Register and postings

  /// UTF-8, commas.
  func registerRows() -> [UInt8] {
    var text = Self.registerColumns.map(\.title).joined(separator: ",") + "\n"
    for row in register.register {
      let cells = [
        row.number, row.account, "\(row.day)", "CNY", Self.text(row.cents, 2), row.branch,
      ]
      text += cells.joined(separator: ",") + "\n"
    }
    return Array(text.utf8)
  }

  /// GB18030, `|` between cells.
  func postings() -> [UInt8] {
    var text = Self.postingColumns.map(\.title).joined(separator: "|") + "\n"
    for row in register.postings {
      let cells = [
        row.key, row.number, row.account, Self.compact(row.day), "CNY", Self.text(row.cents, 2),
        row.branch,
      ]
      text += cells.joined(separator: "|") + "\n"
    }
    return encoded(text)
  }
}
