import Records

/// What a branch may answer to a finding.
package enum Answer: String, CaseIterable, Sendable {
  case corrected, correctedOtherwise, valueIsRight, unreachable, otherBranch, waiver

  /// The words of the drop-down list.
  package var title: Text {
    switch self {
    case .corrected: Text(zh: "已按建议更正", en: "Corrected as suggested")
    case .correctedOtherwise: Text(zh: "已更正为其他值", en: "Corrected to another value")
    case .valueIsRight: Text(zh: "客户确认现值无误", en: "Value confirmed by customer")
    case .unreachable: Text(zh: "无法联系客户", en: "Customer not reachable")
    case .otherBranch: Text(zh: "不属于本机构", en: "Not of this branch")
    case .waiver: Text(zh: "申请豁免", en: "Waiver requested")
    }
  }

  /// When it is the right one, and what else is to be filled in.
  package var meaning: Text {
    switch self {
    case .corrected:
      Text(
        zh: "已在业务系统中改为“建议值”。其余各栏不用填。",
        en: "The suggested value is now in the banking system. Nothing else to fill in.")
    case .correctedOtherwise:
      Text(
        zh: "已在业务系统中改为别的值。请把新值填入“更正后的值”。",
        en: "Another value is now in the banking system: enter it under Corrected value.")
    case .valueIsRight:
      Text(
        zh: "已向客户核实，现值属实。请在“备注”写明核实方式和日期。",
        en: "The customer says that the value is right. Say in Remarks how and when you asked.")
    case .unreachable:
      Text(
        zh: "多次联系未果。请在“备注”写明联系的时间和方式，下批将继续列出。",
        en: "Tried in vain. Say in Remarks when and how; the finding stays on the list.")
    case .otherBranch:
      Text(
        zh: "该客户由其他机构负责。请在“备注”写明应转给哪个机构。",
        en: "Another branch looks after the customer. Name it in Remarks.")
    case .waiver:
      Text(
        zh: "情况特殊，确实无法更正。请在“备注”写明理由，由总行审批。",
        en: "Cannot be corrected for a special reason. Give it in Remarks; head office decides.")
    }
  }
}
