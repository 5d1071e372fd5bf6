import Findings
import Records
import TestSupport
import Testing

@testable import Registries

@Suite struct `Books that are compared` {
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `agree where nothing was planted, and differ exactly where something was`(_ seed: UInt64)
    throws
  {
    var books = MadeBooks(accounts: 15, days: 4, most: 6, seed: seed)
    #expect(books.compared.differing(cores: 3, seed: seed).isEmpty)
    var random = SeededGenerator(seed: seed &+ 100)
    var planted: Set<String> = []
    for _ in 0..<8 {
      let place = Int.random(in: 0..<books.details.count, using: &random)
      let entry = books.details[place]
      let key = [entry[.accountNumber], entry[.currency], entry[.transactionDate]]
        .compactMap { $0 }.joined(separator: "/")
      if !planted.insert(key).inserted { continue }
      switch Int.random(in: 0..<3, using: &random) {
      case 0: books.details.remove(at: place)
      case 1: books.details.append(entry)
      default: books.details[place][.direction] = entry[.direction] == "借" ? "贷" : "借"
      }
    }
    books.details.shuffle(using: &random)
    books.sub.shuffle(using: &random)
    books.general.shuffle(using: &random)
    for cores in [1, 4] {
      #expect(books.compared.differing(cores: cores, seed: seed) == planted.sorted())
    }
  }

  private func general(_ figures: [DataElement: String]) -> [DataElement: String] {
    [.subjectCode: "2624", .currency: "CNY", .bookDate: "2026-10-31"].merging(figures) { $1 }
  }

  private func comparison(
    _ general: [[DataElement: String]], _ sub: [[DataElement: String]], tolerance: Int128 = 0
  ) throws -> BookComparison {
    let books = ComparedBooks([.init(.general, general), .init(.sub, sub)])
    let layouts = [general, sub].map { RecordBatch(party: .account, records: $0).layout }
    let level = try #require(BookLevel(layouts[0], layouts[1]))
    var random = SeededGenerator(seed: 1)
    return BookComparison(
      upper: try #require(books.totals(.general, level: level, cores: 1, random: &random)),
      lower: try #require(books.totals(.sub, level: level, cores: 1, random: &random)),
      tolerance: tolerance)
  }

  @Test func `show a difference to the cent, and let a tolerance pass`() throws {
    let upper = [general([.closingCreditBalance: "300.00"])]
    let lower = [general([.closingCreditBalance: "299.95"])]
    let line = try #require(comparison(upper, lower).lines.first)
    #expect(line.verdict == .differs && line.difference == BookFigures(closing: -5))
    #expect(try comparison(upper, lower, tolerance: 500).lines.first?.verdict == .agrees)
    #expect(try comparison(upper, lower, tolerance: 499).lines.first?.verdict == .differs)
  }

  @Test func `keep currencies apart`() throws {
    let upper = [
      general([.closingCreditBalance: "300"]),
      general([.closingCreditBalance: "7000", .currency: "JPY"]),
    ]
    let lower = [
      general([.closingCreditBalance: "300"]),
      general([.closingCreditBalance: "7001", .currency: "JPY"]),
    ]
    let lines = try comparison(upper, lower).lines
    #expect(lines.map(\.verdict) == [.agrees, .differs])
    #expect(lines.last?.difference == BookFigures(closing: 1))
  }

  @Test func `differ where one side has an account that the other has not`() throws {
    let both = [
      general([.subjectCode: "1", .closingDebitBalance: "1.00"]),
      general([.subjectCode: "2", .closingDebitBalance: "0.00"]),
    ]
    let one = [general([.subjectCode: "3", .closingDebitBalance: "2.00"])]
    let lines = try comparison(both, one).lines
    #expect(lines.map { String(decoding: $0.key.account, as: UTF8.self) } == ["1", "2", "3"])
    #expect(lines.map(\.verdict) == [.differs, .agrees, .differs])
  }

  @Test func `are not evaluated where one side is empty, or has nothing of the day`() throws {
    let upper = [
      general([.closingDebitBalance: "1.00"]),
      general([.closingDebitBalance: "1.00", .bookDate: "2026-10-30"]),
      general([.closingDebitBalance: "0.00", .bookDate: "2026-10-29"]),
    ]
    let lower = [general([.closingDebitBalance: "1.00"])]
    #expect(
      try comparison(upper, lower).lines.map(\.verdict) == [.agrees, .notComparable, .agrees])
    let layout = RecordBatch(party: .account, records: upper).layout
    let level = try #require(BookLevel(layout, layout))
    let reading = BookReading(side: .sub, layout: layout, isDebit: true, asOf: ComparedBooks.asOf)
    var random = SeededGenerator(seed: 1)
    let filled = try #require(
      ComparedBooks([.init(.sub, upper)]).totals(.sub, level: level, cores: 1, random: &random))
    let empty = BookTotals(reading, level: level)
    for (above, below) in [(filled, empty), (empty, filled)] {
      let verdicts = BookComparison(upper: above, lower: below).lines.map(\.verdict)
      #expect(verdicts.sorted { "\($0)" < "\($1)" } == [.agrees, .notComparable, .notComparable])
    }
    #expect(BookComparison(upper: empty, lower: empty).lines.isEmpty)
  }

  @Test func `are not evaluated where an amount cannot be read`() throws {
    let upper = [general([.closingDebitBalance: "1.00"])]
    let lower = [
      general([.closingDebitBalance: "0.50"]), general([.closingDebitBalance: "x"]),
    ]
    #expect(try comparison(upper, lower).lines.map(\.verdict) == [.unreadable])
  }

  @Test func `hold change of balance against movements where there is nothing else`() throws {
    let sub: [[DataElement: String]] = [
      [
        .accountNumber: "1", .bookDate: "2026-10-31", .balanceDirection: "贷",
        .openingBalance: "10.00", .closingBalance: "14.00",
      ]
    ]
    func details(_ amount: String) -> [[DataElement: String]] {
      [
        [
          .accountNumber: "1", .transactionDate: "2026-10-31", .amount: amount, .direction: "贷",
          .transactionKey: "T",
        ]
      ]
    }
    #expect(
      ComparedBooks([.init(.sub, sub), .init(.details, details("4.00"))]).differing().isEmpty)
    #expect(
      ComparedBooks([.init(.sub, sub), .init(.details, details("4.01"))]).differing()
        == ["1/CNY/2026-10-31"])
  }
}
