import Findings
import Foundation
import Records
import TestSupport
import Testing

@testable import hedui_dev

@Suite struct `The books of the sample bank` {
  struct Made: Sendable, CustomTestStringConvertible {
    let organisations: Int
    let seed: UInt64
    let faults: Int
    var testDescription: String { "\(organisations) organisations, seed \(seed), \(faults)" }

    func bank() throws -> SampleBank {
      try SampleBank(
        persons: 0, organisations: organisations, seed: seed, faults: faults,
        mappings: URL(filePath: Repository.root + "/mappings"))
    }
  }

  static let made = [
    Made(organisations: 3_000, seed: 20_261_031, faults: 225),
    Made(organisations: 700, seed: 1, faults: 500), Made(organisations: 2, seed: 2, faults: 1000),
    Made(organisations: 2_500, seed: 3, faults: 1000),
    Made(organisations: 2_500, seed: 3, faults: 0),
  ]

  private func records(_ books: SampleBooks) -> [BookExample.Side] {
    let general = books.general.map { line -> [DataElement: String] in
      let (figures, decimals) = (line.figures, line.currency.decimals)
      return [
        .branch: line.branch, .subjectCode: line.subject, .currency: line.currency.code,
        .bookDate: "\(line.day)",
        .openingDebitBalance: BookWriter.text(figures.opening, decimals),
        .debitTotal: BookWriter.text(figures.debit, decimals),
        .creditTotal: BookWriter.text(figures.credit, decimals),
        .closingDebitBalance: BookWriter.text(figures.closing, decimals),
      ]
    }
    let sub = books.sub.map { line -> [DataElement: String] in
      let (figures, decimals) = (line.figures, line.currency.decimals)
      return [
        .branch: line.branch, .subjectCode: line.subject.code, .accountNumber: line.account,
        .currency: line.currency.code, .bookDate: "\(line.day)",
        .openingBalance: BookWriter.text(figures.opening, decimals, grouped: true),
        .debitTotal: BookWriter.text(figures.debit, decimals, grouped: true),
        .creditTotal: BookWriter.text(figures.credit, decimals),
        .closingBalance: BookWriter.text(figures.closing, decimals),
      ]
    }
    let details = books.details.map { entry -> [DataElement: String] in
      [
        .transactionKey: entry.key, .accountNumber: entry.account,
        .currency: entry.currency.code, .transactionDate: "\(entry.day)",
        .direction: entry.isDebit ? "借" : "贷",
        .amount: BookWriter.text(entry.amount, entry.currency.decimals),
      ]
    }
    return [.init(.general, general), .init(.sub, sub), .init(.details, details)]
  }

  @Test(arguments: made) func `differ where a fault is planted, and nowhere else`(
    _ made: Made
  ) throws {
    let bank = try made.bank()
    let books = SampleBooks(
      world: bank.world, organisations: made.organisations, share: made.faults)
    #expect(books.details.count > 20 && books.truth.isEmpty == (made.faults == 0))
    let found = ComparedBooks(records(books)).differing(cores: 3, seed: made.seed)
    #expect(found == books.truth.map(\.recordKey).sorted())
  }

  @Test(arguments: made) func `have open items where a fault is planted, and nowhere else`(
    _ made: Made
  ) throws {
    let bank = try made.bank()
    let register = SampleRegister(
      world: bank.world, organisations: made.organisations, share: made.faults)
    #expect(register.truth.isEmpty == (made.faults == 0))
    func records(_ rows: [SampleRegister.Row]) -> [[DataElement: String]] {
      rows.map {
        [
          .transactionKey: $0.key, .registerKey: $0.number, .accountNumber: $0.account,
          .transactionDate: "\($0.day)", .amount: BookWriter.text($0.cents, 2),
        ]
      }
    }
    let compared = ComparedBooks([
      .init(.register, records(register.register)), .init(.postings, records(register.postings)),
    ])
    for (side, rule) in [(BookSide.register, "TXN004"), (.postings, "TXN005")] {
      let planted = register.truth.filter { $0.rule == rule }.map(\.recordKey).sorted()
      #expect(compared.open(side, seed: made.seed) == planted)
    }
  }
}
