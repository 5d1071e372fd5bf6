/// Why a `findings.csv` cannot be read. Holds no value of a cell.
package struct FindingsFault: Error, Equatable, Sendable, CustomStringConvertible {
  package enum Kind: Equatable, Sendable {
    /// The first line is not that of a `findings.csv`.
    case header
    case cells(expected: Int, found: Int)
    case textAfterQuote
    case quoteNotClosed
    /// The file ends within a row.
    case cut
    /// No row starts there: the file is not the one that was indexed.
    case changed
  }

  package let path: String
  /// Line, counted from 1; 0 for a row that was looked up by its offset.
  package let line: Int
  /// Place of the row in the file, in bytes.
  package let offset: Int
  package let kind: Kind

  package var description: String {
    let reason =
      switch kind {
      case .header: "not a findings.csv: the first line must be \(FindingWriter.header.dropLast())"
      case .cells(let expected, let found): "expected \(expected) cells, found \(found)"
      case .textAfterQuote: "expected a comma or the end of the line behind a closing quote"
      case .quoteNotClosed: "no closing quote within \(FindingsReader.longestRow) bytes"
      case .cut: "the file ends within a row"
      case .changed: "the file has changed since it was read first"
      }
    return line > 0 ? "\(path):\(line): \(reason)" : "\(path): byte \(offset): \(reason)"
  }
}
