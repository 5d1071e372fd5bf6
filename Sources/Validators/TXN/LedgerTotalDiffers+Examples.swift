import Findings
import Records

extension LedgerTotalDiffers {
  private static let key: [DataElement: String] = [
    .subjectCode: "2624", .currency: "CNY", .bookDate: "2026-10-31",
  ]
  private static let account: [DataElement: String] = [
    .accountNumber: "262401", .currency: "CNY", .bookDate: "2026-10-31",
  ]

  private static func general(_ figures: [DataElement: String]) -> [DataElement: String] {
    key.merging(figures) { $1 }
  }
  private static func sub(_ figures: [DataElement: String]) -> [DataElement: String] {
    account.merging([.balanceDirection: "贷"]) { $1 }.merging(figures) { $1 }
  }
  private static func entry(
    _ key: String, _ direction: String, _ amount: String
  ) -> [DataElement: String] {
    [
      .accountNumber: "262401", .transactionKey: key, .transactionDate: "2026-10-31",
      .currency: "CNY", .direction: direction, .amount: amount,
    ]
  }

  static let examples: [BookExample] = [
    BookExample(
      [
        .init(.general, [general([.closingCreditBalance: "300.00"])]),
        .init(
          .sub,
          [
            general([.closingCreditBalance: "100.00"]), general([.closingCreditBalance: "199.99"]),
          ]),
      ], failing: ["2624/CNY/2026-10-31"], "one cent"),
    BookExample(
      [
        .init(
          .sub,
          [
            sub([
              .openingBalance: "10.00", .debitTotal: "0.00", .creditTotal: "5.00",
              .closingBalance: "15.00",
            ])
          ]),
        .init(.details, [entry("T1", "贷", "5.00"), entry("T1", "贷", "5.00")]),
      ], failing: ["262401/CNY/2026-10-31"], "entered twice"),
    BookExample(
      [
        .init(
          .sub,
          [
            sub([
              .openingBalance: "10.00", .debitTotal: "0.00", .creditTotal: "5.00",
              .closingBalance: "16.00",
            ])
          ]),
        .init(.details, [entry("T1", "C", "5.00")]),
      ], failing: ["262401/CNY/2026-10-31"], "the movements agree, the closing balance does not"),
    BookExample(
      [
        .init(.sub, [sub([.debitTotal: "5.00", .creditTotal: "5.00"])]),
        .init(.details, [entry("T1", "借", "5.00"), entry("T2", "借", "5.00")]),
      ], failing: ["262401/CNY/2026-10-31"], "on the wrong side"),
    BookExample(
      [
        .init(.general, [general([.closingCreditBalance: "300.00"])]),
        .init(
          .sub,
          [
            general([.closingCreditBalance: "100.00"]), general([.closingCreditBalance: "200.00"]),
          ]),
      ], failing: []),
    BookExample(
      [
        .init(
          .sub,
          [
            sub([
              .openingBalance: "10.00", .debitTotal: "12.00", .creditTotal: "-3.00",
              .closingBalance: "-5.00",
            ])
          ]),
        .init(
          .details,
          [entry("T1", "借", "12.00"), entry("T2", "贷", "-3.00")]),
      ], failing: [], "red entries count against their side; the balance has changed sides"),
    BookExample(
      [
        .init(.general, [general([.subjectCode: "26", .closingCreditBalance: "3.00"])]),
        .init(
          .sub,
          [
            general([.subjectCode: "2624", .closingCreditBalance: "1.00"]),
            general([.subjectCode: "2641", .closingCreditBalance: "2.00"]),
          ]),
      ], failing: [], "a subject is the sum of those below it"),
    BookExample(
      [
        .init(.general, [general([.closingCreditBalance: "300.00", .currency: "BWB"])]),
        .init(.sub, [general([.closingCreditBalance: "0.00"])]),
      ], failing: [], "a total of all currencies is no book; nothing is equal to zero"),
  ]
}
