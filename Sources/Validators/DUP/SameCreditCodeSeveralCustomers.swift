import Findings
import Records

/// DUP003: one unified social credit code, several customer numbers.
package struct SameCreditCodeSeveralCustomers: DatasetValidator {
  package static let rule = Rule(
    id: "DUP003", name: "same-credit-code-several-customers", parties: [.organisation],
    dimension: .uniqueness, severity: .error, reads: [.creditCode, .customerKey],
    authority: Authority("GB 32100-2015", clause: "一个主体一个代码"),
    title: Text(zh: "同一信用代码对应多个客户号", en: "One credit code, several customers"),
    claim: Text(
      zh: "同一统一社会信用代码登记在两个以上客户号下",
      en: "One unified social credit code is recorded under two or more customer numbers."),
    remedy: Text(
      zh: "核实是否同一单位：是同一单位的按本行规定合并客户号，代码录错的更正代码",
      en:
        "Find out whether it is one organisation: merge the customer numbers, or correct the code."),
    examples: [],
    groups: [
      GroupExample(
        [
          [.customerKey: "C1", .creditCode: "91360702MA35F5H94J"],
          [.customerKey: "C2", .creditCode: "91360702MA35F5H94J"],
        ], failing: [0, 1]),
      GroupExample(
        [
          [.customerKey: "C1", .creditCode: "91360702ma35f5h94j"],
          [.customerKey: "C2", .creditCode: "91360702MA35F5H94J"],
        ], failing: [0, 1], "small letters are the same code"),
      GroupExample(
        [
          [.customerKey: "C1", .creditCode: "91360702MA35F5H94J"],
          [.customerKey: "C2", .creditCode: "91350211M0000XUF46"],
          [.customerKey: "C3", .creditCode: "91360702MA35F5H94J"],
        ], failing: [0, 2]),
      GroupExample(
        [
          [.customerKey: "C1", .creditCode: "91360702MA35F5H94J"],
          [.customerKey: "C2", .creditCode: "91350211M0000XUF46"],
        ], failing: []),
      GroupExample(
        [
          [.customerKey: "C1", .creditCode: "91360702MA35F5H94J"],
          [.customerKey: "C1", .creditCode: "91360702MA35F5H94J"],
        ], failing: [], "DUP006 speaks of a customer number that is repeated"),
      GroupExample(
        [[.customerKey: "C1", .creditCode: ""], [.customerKey: "C2", .creditCode: ""]],
        failing: [], "IDN017 speaks of an empty code"),
    ])

  package init(_ context: Context) {}

  package func key(_ record: RecordView, _ facts: inout Facts) -> PackedKey? {
    let code = record[.creditCode]
    return code.count < 6 ? nil : PackedKey(foldingCase: code)
  }

  package func fails(_ group: [Holder], key: PackedKey) -> Bool {
    group.contains { $0.recordKey != group[0].recordKey }
  }

  package func explain(
    _ holder: Holder, in group: [Holder], key: PackedKey, _ finding: inout FindingWriter
  ) {
    finding.action = .review
    key.write(to: &finding.value)
    finding.expected.append(
      zh: "一个单位一个客户号", en: "one customer number an organisation", in: finding.language)
    finding.evidence.append(zh: "同代码客户号：", en: "same code: ", in: finding.language)
    finding.evidence.append(others: group, than: holder)
  }
}
