import Records

/// A few tiny records and which of them a rule on all records together fails: documentation
/// and test in one.
package struct GroupExample: Sendable {
  package let records: [[DataElement: String]]
  /// Places of the records that fail, from 0.
  package let failing: [Int]
  /// Records of the bank that rows of a registry are held against; empty for other rules.
  package let against: [[DataElement: String]]
  /// What the example shows, for readers; may be empty.
  package let remark: String
  package let fileID: String
  package let line: Int

  package init(
    _ records: [[DataElement: String]], failing: [Int],
    against: [[DataElement: String]] = [], _ remark: String = "", fileID: String = #fileID,
    line: Int = #line
  ) {
    self.records = records
    self.failing = failing
    self.against = against
    self.remark = remark
    self.fileID = fileID
    self.line = line
  }
}
