import Findings
import Records

/// DUP001: one identity document, several customer numbers.
package struct SameDocumentSeveralCustomers: DatasetValidator {
  package static let rule = Rule(
    id: "DUP001", name: "same-document-several-customers", parties: [.person],
    dimension: .uniqueness, severity: .error, reads: [.documentNumber, .customerKey],
    alsoReads: [.documentType],
    authority: Authority("个人存款账户实名制规定（国务院令第285号）", clause: "第五条"),
    title: Text(zh: "同一证件对应多个客户号", en: "One document, several customers"),
    claim: Text(
      zh: "同一证件号码登记在两个以上客户号下",
      en: "One document number is recorded under two or more customer numbers."),
    remedy: Text(
      zh: "核实是否同一人：是同一人的按本行规定合并客户号，证件录错的更正证件号码",
      en: "Find out whether it is one person: merge the customer numbers, or correct the number."),
    examples: [],
    groups: [
      GroupExample(
        [
          [.customerKey: "P1", .documentNumber: "360721198001011234"],
          [.customerKey: "P2", .documentNumber: "360721198001011234"],
          [.customerKey: "P3", .documentNumber: "360721198001011250"],
        ], failing: [0, 1]),
      GroupExample(
        [
          [.customerKey: "P1", .documentNumber: "36072119800101123x"],
          [.customerKey: "P2", .documentNumber: "36072119800101123X"],
        ], failing: [0, 1], "a small x is the same figure"),
      GroupExample(
        [
          [.customerKey: "P1", .documentNumber: "E12345678"],
          [.customerKey: "P2", .documentNumber: "E12345678"],
          [.customerKey: "P1", .documentNumber: "E12345678"],
        ], failing: [0, 1, 2]),
      GroupExample(
        [
          [.customerKey: "P1", .documentNumber: "360721198001011234"],
          [.customerKey: "P1", .documentNumber: "360721198001011234"],
        ], failing: [], "DUP006 speaks of a customer number that is repeated"),
      GroupExample(
        [[.customerKey: "P1", .documentNumber: ""], [.customerKey: "P2", .documentNumber: ""]],
        failing: [], "IDN001 speaks of an empty number"),
      GroupExample(
        [
          [.customerKey: "P1", .documentNumber: "123"],
          [.customerKey: "P2", .documentNumber: "123"],
        ],
        failing: [], "a placeholder is nobody's number"),
    ])

  package init(_ context: Context) {}

  package func key(_ record: RecordView, _ facts: inout Facts) -> PackedKey? {
    .document(record)
  }

  package func fails(_ group: [Holder], key: PackedKey) -> Bool {
    group.contains { $0.recordKey != group[0].recordKey }
  }

  package func explain(
    _ holder: Holder, in group: [Holder], key: PackedKey, _ finding: inout FindingWriter
  ) {
    finding.action = .review
    key.write(to: &finding.value)
    finding.expected.append(zh: "一人一个客户号", en: "one customer number a person", in: finding.language)
    finding.evidence.append(zh: "同证件客户号：", en: "same document: ", in: finding.language)
    finding.evidence.append(others: group, than: holder)
  }
}
