/// What is wrong with a table of `mappings/`, and where.
package struct ReferenceFault: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case missing
    case unreadable(String)
    case columnMissing(String)
    /// A bank's table has a column that ours of the same path lacks.
    case columnUnknown(String, nearest: String?)
    case width(expected: Int, found: Int)
    case unclosedQuote
    /// A quotation mark inside a cell that is not quoted, or text behind a closing one.
    case strayQuote
    case notUTF8
    case badValue(column: String)
    /// A cell that is no `date`, `year`, `integer`, `number` or `boolean`, as described.
    case wrongType(column: String, type: String)
    /// A cell that must not be empty.
    case empty(column: String)
    case duplicate(String)
    /// The first day or year lies after the last.
    case validityReversed
    /// A code that the table it points into does not hold: a parent, a successor.
    case unknownCode(String, column: String, table: String)
    /// Codes each of which stands above the one before, in a circle.
    case cycle([String])
    /// A code of an older edition from which a crosswalk leads nowhere, without a reason.
    case noWayForward(String, crosswalk: String)
    /// A code of a newer edition that a crosswalk neither reaches nor calls new.
    case noOrigin(String, crosswalk: String)
    case size(recorded: Int, found: Int)
    case rows(recorded: Int, found: Int)
    /// Other bytes than `datapackage.json` records on a line.
    case digest(recordedOn: Int)
    /// A table that `datapackage.json` does not describe.
    case undescribed
  }

  /// Path of the table.
  package let table: String
  /// Line, counted from 1; 0 where none applies.
  package let line: Int
  package let kind: Kind

  package init(table: String, line: Int, kind: Kind) {
    self.table = table
    self.line = line
    self.kind = kind
  }

  /// The same fault under another path of the table, such as that of the file.
  package func placed(at path: String) -> ReferenceFault {
    ReferenceFault(table: path, line: line, kind: kind)
  }
}
