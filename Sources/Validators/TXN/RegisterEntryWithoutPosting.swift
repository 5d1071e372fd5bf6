import Findings
import Records

/// TXN004: what the register holds was never posted, or with another amount.
package struct RegisterEntryWithoutPosting: ReconciliationRule {
  package static let rule = Rule(
    id: "TXN004", name: "register-entry-without-posting", parties: [.transaction],
    dimension: .consistency, severity: .error, reads: [.amount],
    alsoReads: RegisterExamples.reads,
    authority: Authority("中华人民共和国会计法", clause: "第十七条"),
    title: Text(zh: "登记簿有登记、账上无记账", en: "Register entry without posting"),
    claim: Text(
      zh: "重要过渡户登记簿中的登记，在规定天数内没有金额相符的记账（一笔或多笔）",
      en: "No posting, or postings, of the amount of this register entry within the days allowed."),
    remedy: Text(
      zh: "查明未记账或金额不符的原因，补记、冲正或注销登记",
      en: "Find out why it was not posted or with another amount; post, reverse or cancel it."),
    examples: [],
    books: [
      RegisterExamples.example(
        [("B1", "100.00", "2026-10-10")], [], failing: ["B1"], "nothing posted"),
      RegisterExamples.example(
        [("B1", "100.00", "2026-10-10")], [("T1", "B1", "99.99", "2026-10-10")], failing: ["B1"],
        "one cent"),
      RegisterExamples.example(
        [("B1", "100.00", "2026-10-10")], [("T1", "B1", "100.00", "2026-10-14")],
        failing: ["B1"], "four days, three are allowed"),
      RegisterExamples.example(
        [("B1", "100.00", "2026-10-10")], [("T1", "B1", "100.00", "2026-10-13")], failing: []),
      RegisterExamples.example(
        [("B1", "100.00", "2026-10-10")],
        [("T1", "B1", "60.00", "2026-10-10"), ("T2", "B1", "40.00", "2026-10-12")], failing: [],
        "posted in two parts"),
      RegisterExamples.example(
        [("B1", "100.00", "2026-10-10")], [("T1", "", "100.00", "2026-10-11")], failing: [],
        "a posting without the number, of the same amount"),
      RegisterExamples.example(
        [("B1", "100.00", "2026-10-30")], [], failing: [],
        "as of 2026-10-31 it may still be posted"),
    ])
}
