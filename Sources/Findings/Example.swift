import Records

/// A tiny record and what a rule says of it: documentation and test in one.
package struct Example: Sendable {
  package let cells: [DataElement: String]
  package let outcome: Outcome
  /// Suggested value of the first finding; nil where none is made.
  package let suggestion: String?
  /// Action of the first finding; nil where the example does not say.
  package let action: Action?
  /// What the example shows, for readers; may be empty.
  package let remark: String
  /// Code table or registry that must be away for the outcome.
  package let missing: String?
  /// Kind of record; nil for the rule's first.
  package let party: Party?
  package let fileID: String
  package let line: Int

  package static func passes(
    _ cells: [DataElement: String], party: Party? = nil, _ remark: String = "",
    fileID: String = #fileID, line: Int = #line
  ) -> Example {
    Example(
      cells: cells, outcome: .passed, suggestion: nil, action: nil, remark: remark, missing: nil,
      party: party, fileID: fileID, line: line)
  }

  package static func fails(
    _ cells: [DataElement: String], suggests suggestion: String? = nil, action: Action? = nil,
    party: Party? = nil, _ remark: String = "", fileID: String = #fileID, line: Int = #line
  ) -> Example {
    Example(
      cells: cells, outcome: .failed, suggestion: suggestion, action: action, remark: remark,
      missing: nil, party: party, fileID: fileID, line: line)
  }

  package static func notApplicable(
    _ cells: [DataElement: String], without missing: String? = nil, party: Party? = nil,
    _ remark: String = "", fileID: String = #fileID, line: Int = #line
  ) -> Example {
    Example(
      cells: cells, outcome: .notApplicable, suggestion: nil, action: nil, remark: remark,
      missing: missing, party: party, fileID: fileID, line: line)
  }

  package static func notEvaluated(
    _ cells: [DataElement: String], _ obstacle: Obstacle, without missing: String? = nil,
    party: Party? = nil, _ remark: String = "", fileID: String = #fileID, line: Int = #line
  ) -> Example {
    Example(
      cells: cells, outcome: .notEvaluated(obstacle), suggestion: nil, action: nil,
      remark: remark, missing: missing, party: party, fileID: fileID, line: line)
  }
}
