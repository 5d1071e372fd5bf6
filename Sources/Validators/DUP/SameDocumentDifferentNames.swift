import Findings
import Records
import References

/// DUP002: one identity document, recorded with different names.
package struct SameDocumentDifferentNames: DatasetValidator {
  package static let rule = Rule(
    id: "DUP002", name: "same-document-different-names", parties: [.person],
    dimension: .consistency, severity: .error, reads: [.documentNumber, .name, .customerKey],
    authority: Authority("个人存款账户实名制规定（国务院令第285号）", clause: "第五条、第六条"),
    title: Text(zh: "同一证件登记了不同姓名", en: "One document, different names"),
    claim: Text(
      zh: "同一证件号码在不同记录上登记了不同的姓名",
      en: "One document number is recorded with different names."),
    remedy: Text(
      zh: "核对证件原件：证件号码录错的更正号码，姓名录错或已更名的按证件更正姓名",
      en: "Look at the document: correct the number or the name, whichever is not as printed."),
    examples: [],
    groups: [
      GroupExample(
        [
          [.customerKey: "P1", .documentNumber: "360721198001011234", .name: "王小明"],
          [.customerKey: "P2", .documentNumber: "360721198001011234", .name: "李小红"],
          [.customerKey: "P3", .documentNumber: "360721198001011250", .name: "王小明"],
        ], failing: [0, 1]),
      GroupExample(
        [
          [.customerKey: "P1", .documentNumber: "36072119800101123x", .name: "王小明"],
          [.customerKey: "P2", .documentNumber: "36072119800101123X", .name: "王晓明"],
        ], failing: [0, 1], "a typing error, in one of them"),
      GroupExample(
        [
          [.customerKey: "P1", .documentNumber: "E12345678", .name: "王小明"],
          [.customerKey: "P2", .documentNumber: "E12345678", .name: "王小明"],
          [.customerKey: "P3", .documentNumber: "E12345678", .name: "李小红"],
        ], failing: [0, 1, 2], "nobody knows yet which is right"),
      GroupExample(
        [
          [.customerKey: "P1", .documentNumber: "360721198001011234", .name: "王小明"],
          [.customerKey: "P2", .documentNumber: "360721198001011234", .name: "王小明"],
        ], failing: [], "DUP001 speaks of several customer numbers"),
      GroupExample(
        [
          [.customerKey: "P1", .documentNumber: "E12345678", .name: "阿不都·热合曼"],
          [.customerKey: "P2", .documentNumber: "E12345678", .name: "阿不都•热合曼 "],
        ], failing: [], "dots and blanks do not make another name"),
      GroupExample(
        [
          [.customerKey: "P1", .documentNumber: "E12345678", .name: "王小明"],
          [.customerKey: "P2", .documentNumber: "E12345678", .name: ""],
        ], failing: [], "IDN014 speaks of an empty name"),
      GroupExample(
        [
          [.customerKey: "P1", .documentNumber: "123", .name: "王小明"],
          [.customerKey: "P2", .documentNumber: "123", .name: "李小红"],
        ], failing: [], "a placeholder is nobody's number"),
    ])

  package init(_ context: Context) {}

  package func key(_ record: RecordView, _ facts: inout Facts) -> PackedKey? {
    record[.name].isEmpty ? nil : .document(record)
  }

  package func fails(_ group: [Holder], key: PackedKey) -> Bool {
    let first = Self.folded(group[0])
    return group.contains { Self.folded($0) != first }
  }

  /// A name as it is compared.
  private static func folded(_ holder: Holder) -> UInt64 {
    let name = holder.name
    return FoldedText.hash(name.span)
  }

  package func explain(
    _ holder: Holder, in group: [Holder], key: PackedKey, _ finding: inout FindingWriter
  ) {
    finding.action = .review
    finding.element = .name
    finding.value.append(contentsOf: holder.name)
    finding.expected.append(
      zh: "一个证件号码只有一个姓名", en: "one name a document number", in: finding.language)
    finding.evidence.append(zh: "证件 ", en: "document ", in: finding.language)
    key.write(to: &finding.evidence)
    finding.evidence.append(zh: " 的其他姓名：", en: " has other names: ", in: finding.language)
    var seen: Set<UInt64> = [Self.folded(holder)]
    // Every record of a group is told: no more of a large one is looked at than needed.
    let others = group.prefix(1_000).filter { seen.insert(Self.folded($0)).inserted }
    for (index, other) in others.prefix(5).enumerated() {
      if index > 0 { finding.evidence.append(contentsOf: "、".utf8) }
      finding.evidence.append(contentsOf: other.name)
      finding.evidence.append(zh: "（客户号 ", en: " (customer ", in: finding.language)
      finding.evidence.append(contentsOf: other.recordKey)
      finding.evidence.append(zh: "）", en: ")", in: finding.language)
    }
    if others.count > 5 { finding.evidence.append(contentsOf: "…".utf8) }
  }
}
