import Findings
import Records
import TestSupport
import Testing

@testable import Registries

/// Books made at random: a sub-ledger and details that agree with it.
struct MadeBooks {
  typealias Row = [DataElement: String]
  var sub: [Row] = []
  var details: [Row] = []
  var general: [Row] = []
  /// Keys of lines of the sub-ledger.
  var keys: [String] = []

  static let currencies = [("CNY", 2), ("JPY", 0), ("KWD", 3)]

  static func text(_ units: Int, _ decimals: Int) -> String {
    ReconciliationReport.Money(units: Int128(units), decimals: decimals).description
  }

  /// `accounts` accounts of three subjects on some of `days` days, up to `most` entries each.
  init(accounts: Int, days: Int, most: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var subjects: [String: [Int]] = [:]
    for account in 0..<accounts {
      let number = "81\(1000 + account)"
      let subject = "26240\(account % 3)"
      let (currency, decimals) = Self.currencies[account % 3]
      var opening = Int.random(in: -1_000_000...1_000_000, using: &random)
      for day in 0..<days {
        let date = "\(Day(number: 20_727 + Int32(day)))"
        var (debit, credit) = (0, 0)
        for entry in 0..<Int.random(in: 0...most, using: &random) {
          // One in eight is red.
          var amount = Int.random(in: 1...5_000_000, using: &random)
          if Int.random(in: 0..<8, using: &random) == 0 { amount = -amount }
          let isDebit = Bool.random(using: &random)
          if isDebit { debit += amount } else { credit += amount }
          details.append([
            .accountNumber: number, .currency: currency, .transactionDate: date,
            .transactionKey: "T\(account)-\(day)-\(entry)",
            .amount: Self.text(amount, decimals), .direction: isDebit ? "借" : "贷",
          ])
        }
        let closing = opening + debit - credit
        let isCredit = closing < 0
        sub.append([
          .accountNumber: number, .subjectCode: subject, .currency: currency, .bookDate: date,
          .balanceDirection: isCredit ? "贷" : "借",
          .openingBalance: Self.text(isCredit ? -opening : opening, decimals),
          .debitTotal: Self.text(debit, decimals), .creditTotal: Self.text(credit, decimals),
          .closingBalance: Self.text(isCredit ? -closing : closing, decimals),
        ])
        keys.append("\(number)/\(currency)/\(date)")
        let sum = "\(subject)|\(currency)|\(date)"
        let known = subjects[sum] ?? [0, 0, 0, 0]
        subjects[sum] = zip(known, [opening, debit, credit, closing]).map { $0 + $1 }
        opening = closing
      }
    }
    for (key, figures) in subjects.sorted(by: { $0.key < $1.key }) {
      let parts = key.split(separator: "|").map(String.init)
      let decimals = Self.currencies.first { $0.0 == parts[1] }?.1 ?? 2
      general.append([
        .subjectCode: parts[0], .currency: parts[1], .bookDate: parts[2],
        .openingDebitBalance: Self.text(figures[0], decimals), .openingCreditBalance: "",
        .debitTotal: Self.text(figures[1], decimals),
        .creditTotal: Self.text(figures[2], decimals),
        .closingDebitBalance: Self.text(figures[3], decimals),
        .closingCreditBalance: "0",
      ])
    }
  }

  var compared: ComparedBooks {
    ComparedBooks([
      .init(.general, general), .init(.sub, sub), .init(.details, details),
    ])
  }
}

@Suite struct `Totals of a book` {
  @Test func `are the same for any split and any order of the entries`() throws {
    let books = MadeBooks(accounts: 12, days: 6, most: 9, seed: 5)
    let level = try #require(
      BookLevel(
        RecordLayout(party: .account, elements: [.accountNumber]),
        RecordLayout(party: .transaction, elements: [.accountNumber])))
    for side in [BookSide.sub, .details] {
      var random = SeededGenerator(seed: 1)
      let whole = try #require(
        books.compared.totals(side, level: level, cores: 1, random: &random))
      #expect(
        whole.lines.count
          == (side == .sub
            ? 72 : Set(books.details.map { [$0[.accountNumber], $0[.transactionDate]] }).count))
      for cores in [2, 3, 7, 20] {
        let split = try #require(
          books.compared.totals(side, level: level, cores: cores, random: &random))
        #expect(split == whole, "\(side) \(cores)")
      }
    }
  }

  @Test func `do not drift`() throws {
    // A hundred thousand entries, summed beside in whole cents; the largest that 64 bits hold.
    var random = SeededGenerator(seed: 9)
    var reading: BookTotals?
    var (debit, credit) = (Int128(0), Int128(0))
    for _ in 0..<100 {
      var rows: [[DataElement: String]] = []
      for _ in 0..<1_000 {
        let isLarge = Int.random(in: 0..<10, using: &random) == 0
        let amount = Int64.random(in: isLarge ? -Int64.max...Int64.max : -99...99, using: &random)
        let isDebit = Bool.random(using: &random)
        if isDebit { debit += Int128(amount) } else { credit += Int128(amount) }
        rows.append([
          .accountNumber: "1", .direction: isDebit ? "D" : "C",
          .amount: ReconciliationReport.Money(units: Int128(amount), decimals: 2).description,
        ])
      }
      let batch = RecordBatch(party: .transaction, records: rows)
      let level = try #require(BookLevel(batch.layout, batch.layout))
      var totals =
        reading
        ?? BookTotals(
          BookReading(
            side: .details, layout: batch.layout, isDebit: true, asOf: ComparedBooks.asOf),
          level: level)
      for index in 0..<batch.count { totals.add(batch[index], at: BookPlace(file: 0, line: index)) }
      reading = totals
    }
    let line = try #require(reading?.lines.first)
    #expect(line.rows == 100_000)
    #expect(line.figures.debit == debit && line.figures.credit == credit)
    #expect(debit.magnitude > Int128(Int64.max).magnitude || credit != 0)
  }

  @Test func `count what belongs nowhere and what cannot be read`() throws {
    let batch = RecordBatch(
      party: .transaction,
      records: [
        [.accountNumber: "1", .amount: "1.00", .direction: "借", .branch: "B", .currency: "CNY"],
        [.accountNumber: "1", .amount: "1.0O", .direction: "借", .branch: "B"],
        [.accountNumber: "1", .amount: "1.00", .direction: "?", .branch: "B"],
        [.accountNumber: "", .amount: "1.00", .direction: "借", .branch: "B"],
        [.accountNumber: "1", .amount: "1.00", .direction: "借", .branch: "B", .currency: "01"],
        [.accountNumber: "1", .amount: "1.00", .direction: "借", .branch: "B", .currency: "BWB"],
      ])
    let level = try #require(BookLevel(batch.layout, batch.layout))
    var totals = BookTotals(
      BookReading(side: .details, layout: batch.layout, isDebit: true, asOf: ComparedBooks.asOf),
      level: level)
    for index in 0..<batch.count { totals.add(batch[index], at: BookPlace(file: 0, line: index)) }
    #expect(totals.lines.count == 1)
    #expect(totals.lines.first?.rows == 3 && totals.lines.first?.unreadable == 2)
    #expect(totals.lost == [Array("B".utf8): 2])
    #expect(totals.skipped == 1)
  }
}
