import Findings
import Records

/// CMP004: nobody is responsible for the record.
package struct ResponsibleBranchMissing: RecordValidator {
  package static let rule = Rule(
    id: "CMP004", name: "responsible-branch-missing", parties: [.person, .organisation, .account],
    dimension: .completeness, severity: .error, reads: [.branch], alsoReads: [.owner],
    authority: Authority("EAST 5.0（2021版）", clause: "个人基础信息表、对公客户信息表 内部机构号"),
    title: Text(zh: "责任机构为空", en: "No responsible branch"),
    claim: Text(
      zh: "客户或账户没有登记责任机构，问题无法分派整改",
      en: "No branch is recorded for the customer or account: problems cannot be handed to anybody."
    ),
    remedy: Text(
      zh: "由总行按开户机构或管户客户经理所在机构补录",
      en: "Head office fills in the branch of the account or of the customer manager."),
    examples: [
      .fails([.branch: ""], action: .review),
      .fails(
        [.branch: "", .owner: "王五"], party: .organisation, "the manager points to the branch"),
      .fails([.branch: "\u{3000}"], party: .account, "blanks are nothing"),
      .passes([.branch: "360701"]),
      .passes([.branch: "章贡支行"], party: .organisation),
      .passes([.branch: "0101"], party: .account),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    record[.branch].isEmpty ? .failed : .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.action = .review
    finding.expected.append(zh: "机构号", en: "number of a branch", in: finding.language)
    let owner = record[.owner]
    if !owner.isEmpty {
      finding.evidence.append(zh: "客户经理：", en: "customer manager: ", in: finding.language)
      finding.evidence.append(owner)
    }
  }
}
