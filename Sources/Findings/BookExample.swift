import Records

/// A few lines of two or more books and which of them a rule on books fails: documentation
/// and test in one.
package struct BookExample: Sendable {
  /// The records of one side.
  package struct Side: Sendable {
    package let side: BookSide
    package let records: [[DataElement: String]]

    package init(_ side: BookSide, _ records: [[DataElement: String]]) {
      self.side = side
      self.records = records
    }
  }

  package let sides: [Side]
  /// Keys of the findings, sorted.
  package let failing: [String]
  /// What the example shows, for readers; may be empty.
  package let remark: String
  package let fileID: String
  package let line: Int

  package init(
    _ sides: [Side], failing: [String], _ remark: String = "", fileID: String = #fileID,
    line: Int = #line
  ) {
    self.sides = sides
    self.failing = failing
    self.remark = remark
    self.fileID = fileID
    self.line = line
  }
}
