import Findings

/// The first finding of a writer, read back from its row of `findings.csv`.
package struct WrittenFinding {
  private let cells: [String]

  /// nil for a writer without findings.
  package init?(firstOf writer: FindingWriter) {
    let text = Array(writer.findings)
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var place = 0
    while place < text.count {
      let byte = text[place]
      place += 1
      if byte == UInt8(ascii: "\"") {
        if isQuoted, place < text.count, text[place] == byte {
          cell.append(byte)
          place += 1
        } else {
          isQuoted.toggle()
        }
      } else if !isQuoted, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") {
        cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll()
        if byte == UInt8(ascii: "\n") { break }
      } else {
        cell.append(byte)
      }
    }
    if cells.isEmpty { return nil }
    self.cells = cells
  }

  /// The text of a column, without the apostrophe that guards it from a spreadsheet.
  package func text(_ column: FindingColumn) -> String {
    let text = cells[column.rawValue]
    return text.first == "'" ? String(text.dropFirst()) : text
  }

  /// The action.
  package var action: Action? { Action(rawValue: text(.action)) }
}
