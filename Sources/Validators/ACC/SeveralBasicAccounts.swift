import Findings
import Records
import References

/// ACC010: one customer has several open basic accounts.
package struct SeveralBasicAccounts: DatasetValidator {
  package static let rule = Rule(
    id: "ACC010", name: "several-basic-accounts", parties: [.account], dimension: .uniqueness,
    severity: .error, reads: [.accountNumber, .customerKey, .accountNature, .accountStatus],
    alsoReads: [.closedDate, .currency],
    authority: Authority("人民币银行结算账户管理办法（中国人民银行令〔2003〕第5号）", clause: "第四条"),
    title: Text(zh: "开立多个基本存款账户", en: "Several basic accounts"),
    claim: Text(
      zh: "同一客户在本行有两个以上未撤销的基本存款账户",
      en: "One customer has two or more basic accounts that are not closed."),
    remedy: Text(
      zh: "核实账户性质：登记错误的更正；确属多头开立的，保留一个，其余撤销或改为一般存款账户，并报账户管理系统",
      en:
        "Find out what the accounts are: correct a wrong nature, or keep one, close or convert the others and report it."
    ),
    examples: [],
    groups: [
      GroupExample(
        [
          [
            .accountNumber: "A1", .customerKey: "C1", .accountNature: "jiben",
            .accountStatus: "normal",
          ],
          [
            .accountNumber: "A2", .customerKey: "C1", .accountNature: "jiben",
            .accountStatus: "normal",
          ],
        ], failing: [0, 1]),
      GroupExample(
        [
          [
            .accountNumber: "A1", .customerKey: "C1", .accountNature: "基本户",
            .accountStatus: "正常", .currency: "CNY",
          ],
          [
            .accountNumber: "A2", .customerKey: "C1", .accountNature: "一般户",
            .accountStatus: "正常", .currency: "CNY",
          ],
          [
            .accountNumber: "A3", .customerKey: "C1", .accountNature: "基本存款账户",
            .accountStatus: "冻结", .currency: "CNY",
          ],
        ], failing: [0, 2], "other words; frozen is open"),
      GroupExample(
        [
          [
            .accountNumber: "A1", .customerKey: "C1", .accountNature: "jiben",
            .accountStatus: "久悬",
          ],
          [
            .accountNumber: "A2", .customerKey: "C1", .accountNature: "jiben",
            .accountStatus: "normal",
          ],
        ], failing: [0, 1], "suspended is not closed"),
      GroupExample(
        [
          [
            .accountNumber: "A1", .customerKey: "C1", .accountNature: "jiben",
            .accountStatus: "撤销",
          ],
          [
            .accountNumber: "A2", .customerKey: "C1", .accountNature: "jiben",
            .accountStatus: "normal",
          ],
        ], failing: [], "the first is closed"),
      GroupExample(
        [
          [
            .accountNumber: "A1", .customerKey: "C1", .accountNature: "jiben",
            .accountStatus: "normal",
          ],
          [
            .accountNumber: "A1", .customerKey: "C1", .accountNature: "jiben",
            .accountStatus: "normal",
          ],
        ], failing: [], "one account twice in the extract"),
      GroupExample(
        [
          [
            .accountNumber: "A1", .customerKey: "", .accountNature: "jiben",
            .accountStatus: "normal",
          ],
          [
            .accountNumber: "A2", .customerKey: "", .accountNature: "jiben",
            .accountStatus: "normal",
          ],
        ], failing: [], "no customer number is nobody's"),
      GroupExample(
        [
          [
            .accountNumber: "A1", .customerKey: "C1", .accountNature: "jiben",
            .accountStatus: "normal", .currency: "USD",
          ],
          [
            .accountNumber: "A2", .customerKey: "C1", .accountNature: "jiben",
            .accountStatus: "normal", .currency: "CNY",
          ],
        ], failing: [], "basic accounts are in yuan"),
    ])

  private let reader: AccountReader

  package init(_ context: Context) { reader = AccountReader(context) }

  package func key(_ record: RecordView, _ facts: inout Facts) -> PackedKey? {
    let customer = record[.customerKey]
    guard !customer.isEmpty, reader.isInScope(record, &facts) == true,
      reader.nature(record, &facts) == .basic,
      let status = reader.status(record, &facts), status != .closed, status != .pending
    else { return nil }
    return PackedKey(customer)
  }

  package func fails(_ group: [Holder], key: PackedKey) -> Bool {
    group.contains { $0.recordKey != group[0].recordKey }
  }

  package func explain(
    _ holder: Holder, in group: [Holder], key: PackedKey, _ finding: inout FindingWriter
  ) {
    finding.element = .accountNature
    finding.action = .review
    finding.value.append(zh: "基本存款账户", en: "basic account", in: finding.language)
    finding.expected.append(
      zh: "一个客户一个基本存款账户", en: "one basic account a customer", in: finding.language)
    finding.evidence.append(
      zh: "同一客户的其他基本存款账户：", en: "the customer's other basic accounts: ",
      in: finding.language)
    finding.evidence.append(others: group, than: holder)
    finding.nextStep(
      zh: "核实账户性质，保留一个，其余撤销或变更", en: "find out what they are, keep one")
  }
}
