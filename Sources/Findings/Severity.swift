import Records

/// How bad a failed rule is.
package enum Severity: String, CaseIterable, Sendable, Comparable {
  /// Worth knowing; nobody has to act.
  case notice
  /// To be put right.
  case error
  /// The regulator's interface would refuse the record.
  case blocking

  package var title: Text {
    switch self {
    case .notice: Text(zh: "提示", en: "notice")
    case .error: Text(zh: "需整改", en: "error")
    case .blocking: Text(zh: "阻断报送", en: "blocking")
    }
  }

  private var rank: Int {
    switch self {
    case .notice: 0
    case .error: 1
    case .blocking: 2
    }
  }

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// The side of data quality that a rule looks at (GB/T 36344-2018, with uniqueness).
package enum Dimension: String, CaseIterable, Sendable {
  case completeness, validity, accuracy, consistency, timeliness, uniqueness

  package var title: Text {
    switch self {
    case .completeness: Text(zh: "完整性", en: "completeness")
    case .validity: Text(zh: "规范性", en: "validity")
    case .accuracy: Text(zh: "准确性", en: "accuracy")
    case .consistency: Text(zh: "一致性", en: "consistency")
    case .timeliness: Text(zh: "时效性", en: "timeliness")
    case .uniqueness: Text(zh: "唯一性", en: "uniqueness")
    }
  }
}

/// What is to be done about a finding.
package enum Action: String, CaseIterable, Sendable {
  /// Follows from the standard alone: may be corrected without asking anyone.
  case auto
  /// Outside data or a suggestion fills it in, the customer confirms.
  case confirm
  /// Only the customer knows.
  case contact
  /// A person at the bank decides.
  case review

  package var title: Text {
    switch self {
    case .auto: Text(zh: "系统更正", en: "correct by rule")
    case .confirm: Text(zh: "预填待客户确认", en: "confirm with the customer")
    case .contact: Text(zh: "联系客户补充", en: "ask the customer")
    case .review: Text(zh: "人工核实", en: "review at the bank")
    }
  }
}
