import Findings
import Records

/// DUP006: one customer number on several records of the extract.
package struct CustomerKeyRepeated: DatasetValidator {
  package static let rule = Rule(
    id: "DUP006", name: "customer-key-repeated", parties: [.person, .organisation],
    dimension: .uniqueness, severity: .error, reads: [.customerKey],
    authority: Authority("银行业金融机构监管数据标准化规范（2021版）", clause: "客户统一编号"),
    title: Text(zh: "客户号重复", en: "Customer number repeated"),
    claim: Text(
      zh: "同一客户号在抽取文件中出现多次",
      en: "One customer number stands on several records of the extract."),
    remedy: Text(
      zh: "由科技部门核对抽取口径；确有两户共用一个客户号的，重新编号",
      en: "Have the extract checked; where two customers share a number, give one a new number."),
    examples: [],
    groups: [
      GroupExample(
        [[.customerKey: "P1"], [.customerKey: "P2"], [.customerKey: "P1"]], failing: [0, 2]),
      GroupExample(
        [[.customerKey: "P1"], [.customerKey: "P1"], [.customerKey: "P1"]], failing: [0, 1, 2]),
      GroupExample(
        [[.customerKey: "测试1"], [.customerKey: "测试1"]], failing: [0, 1],
        "whatever the number looks like"),
      GroupExample([[.customerKey: "P1"], [.customerKey: "P2"]], failing: []),
      GroupExample([[.customerKey: "p1"], [.customerKey: "P1"]], failing: [], "capitals count"),
      GroupExample(
        [[.customerKey: ""], [.customerKey: ""]], failing: [], "no number is no repeated number"),
    ])

  package init(_ context: Context) {}

  package func key(_ record: RecordView, _ facts: inout Facts) -> PackedKey? {
    let key = record[.customerKey]
    return key.isEmpty ? nil : PackedKey(key)
  }

  package func fails(_ group: [Holder], key: PackedKey) -> Bool { group.count > 1 }

  package func explain(
    _ holder: Holder, in group: [Holder], key: PackedKey, _ finding: inout FindingWriter
  ) {
    finding.action = .review
    finding.value.append(contentsOf: holder.recordKey)
    finding.expected.append(zh: "只出现一次", en: "once only", in: finding.language)
    finding.evidence.append(zh: "共出现 ", en: "stands ", in: finding.language)
    finding.evidence.append(decimal: group.count)
    finding.evidence.append(zh: " 次，行号：", en: " times, on lines ", in: finding.language)
    finding.evidence.append(lines: group)
  }
}
