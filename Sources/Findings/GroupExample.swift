import Records

/// A few tiny records and which of them a rule on all records together fails: documentation
/// and test in one.
package struct GroupExample: Sendable {
  package let records: [[DataElement: String]]
  /// Places of the records that fail, from 0.
  package let failing: [Int]
  /// What the example shows, for readers; may be empty.
  package let remark: String
  package let fileID: String
  package let line: Int

  package init(
    _ records: [[DataElement: String]], failing: [Int], _ remark: String = "",
    fileID: String = #fileID, line: Int = #line
  ) {
    self.records = records
    self.failing = failing
    self.remark = remark
    self.fileID = fileID
    self.line = line
  }
}
