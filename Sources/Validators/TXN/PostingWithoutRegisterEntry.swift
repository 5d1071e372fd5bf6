import Findings
import Records

/// TXN005: a posting to an account with a register that the register knows nothing of.
package struct PostingWithoutRegisterEntry: ReconciliationRule {
  package static let rule = Rule(
    id: "TXN005", name: "posting-without-register-entry", parties: [.transaction],
    dimension: .consistency, severity: .error, reads: [.amount],
    alsoReads: RegisterExamples.reads,
    authority: Authority("中华人民共和国会计法", clause: "第十七条"),
    title: Text(zh: "账上有记账、登记簿无登记", en: "Posting without register entry"),
    claim: Text(
      zh: "重要过渡户的记账，在规定天数内没有金额相符的登记（一笔或多笔）",
      en: "No register entry, or entries, of the amount of this posting within the days allowed."),
    remedy: Text(
      zh: "查明该笔记账的业务来源，补登记或冲正",
      en: "Find out where the posting comes from; enter it in the register or reverse it."),
    examples: [],
    books: [
      RegisterExamples.example(
        [], [("T1", "B1", "100.00", "2026-10-10")], failing: ["T1"], "nothing registered"),
      RegisterExamples.example(
        [("B1", "99.99", "2026-10-10")], [("T1", "B1", "100.00", "2026-10-10")],
        failing: ["T1"], "one cent"),
      RegisterExamples.example(
        [("B1", "100.00", "2026-10-10")],
        [("T1", "B1", "100.00", "2026-10-10"), ("T2", "B1", "100.00", "2026-10-11")],
        failing: ["T2"], "posted twice"),
      RegisterExamples.example(
        [("B1", "100.00", "2026-10-10")], [("T1", "B1", "100.00", "2026-10-10")], failing: []),
      RegisterExamples.example(
        [("B1", "60.00", "2026-10-10"), ("B1", "40.00", "2026-10-10")],
        [("T1", "B1", "100.00", "2026-10-12")], failing: [], "two entries, posted at once"),
      RegisterExamples.example(
        [("B1", "100.00", "2026-10-10"), ("B1", "-100.00", "2026-10-12")],
        [("T1", "B1", "100.00", "2026-10-10"), ("T2", "B1", "-100.00", "2026-10-12")],
        failing: [], "a red entry"),
    ])
}

/// What the examples of both rules on registers share.
enum RegisterExamples {
  static let reads: [DataElement] = [
    .registerKey, .transactionKey, .accountNumber, .branch, .currency, .transactionDate,
    .direction, .debitTotal, .creditTotal,
  ]

  /// A register (number, amount, day) and postings (key, register number, amount, day).
  static func example(
    _ register: [(String, String, String)], _ postings: [(String, String, String, String)],
    failing: [String], _ remark: String = "", fileID: String = #fileID, line: Int = #line
  ) -> BookExample {
    BookExample(
      [
        .init(
          .register,
          register.map { [.registerKey: $0.0, .amount: $0.1, .transactionDate: $0.2] }),
        .init(
          .postings,
          postings.map {
            [.transactionKey: $0.0, .registerKey: $0.1, .amount: $0.2, .transactionDate: $0.3]
          }),
      ], failing: failing, remark, fileID: fileID, line: line)
  }
}
