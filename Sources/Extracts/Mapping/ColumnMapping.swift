import Records

/// How one column of a bank's extract becomes a data element.
package struct ColumnMapping: Sendable, Equatable {
  /// Title in the header, path of an XML field, or number of a column without header.
  package let column: String
  package let element: DataElement
  /// Values of the bank and what stands in their place, such as 男 → 1.
  package let values: [String: String]
  /// Form of the dates in the column where it is none of those that are understood anyway.
  package let dateForm: DateForm?

  package init(
    column: String, element: DataElement, values: [String: String] = [:],
    dateForm: DateForm? = nil
  ) {
    self.column = column
    self.element = element
    self.values = values
    self.dateForm = dateForm
  }

  /// Order of the parts of a date written in digits with separators.
  package enum DateForm: String, CaseIterable, Sendable {
    case dayMonthYear = "dd/MM/yyyy"
    case monthDayYear = "MM/dd/yyyy"
    case shortYear = "yyMMdd"
  }
}

/// What is done to every cell of a source.
package struct CellRules: Sendable, Equatable {
  /// Whether blanks around a value are cut.
  package var trims = true
  /// Values that mean "no value".
  package var nulls: [String] = ["N/A", "NULL", "\\N", "—", "@N"]

  package init() {}
}
