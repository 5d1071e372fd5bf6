import Records

/// Why an input is refused as a whole.
package struct ReadFault: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Kind: Sendable, Equatable {
    case empty
    case columnMissing(column: String, nearest: String?)
    case columnRepeated(String)
    case encodingUnclear
    case pieceTooLarge(limit: Int)
    case container(String)
    case control(String)
    case system(String)
    case noFile(pattern: String)
  }

  package let path: String
  /// Line, counted from 1; 0 where none applies.
  package let line: Int
  package let kind: Kind

  package init(path: String, line: Int = 0, kind: Kind) {
    self.path = path
    self.line = line
    self.kind = kind
  }

  package var description: String {
    let place = line > 0 ? "\(path):\(line)" : path
    switch kind {
    case .empty: return "\(place): the file is empty"
    case .columnMissing(let column, let nearest):
      return "\(place): no column \"\(column)\"" + (nearest.map { "; nearest: \"\($0)\"" } ?? "")
    case .columnRepeated(let column):
      return "\(place): column \"\(column)\" stands twice in the header"
    case .encodingUnclear: return "\(place): the encoding cannot be told; name it in the job"
    case .pieceTooLarge(let limit): return "\(place): no line end within \(limit) bytes"
    case .container(let why), .control(let why), .system(let why): return "\(place): \(why)"
    case .noFile(let pattern): return "no file matches \(pattern)"
    }
  }
}

/// A row that could not be read as a record.
package struct Reject: Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    case cells(expected: Int, found: Int)
    case quoteNotClosed
    case textAfterQuote
    case lineTooShort(expected: Int, found: Int)
    case recordTooLong
    case precisionLost(column: String)
    case damaged(String)

    /// Code for programs, such as `quote-not-closed`.
    package var code: String {
      switch self {
      case .cells: "wrong-number-of-cells"
      case .quoteNotClosed: "quote-not-closed"
      case .textAfterQuote: "text-after-quote"
      case .lineTooShort: "line-too-short"
      case .recordTooLong: "record-too-long"
      case .precisionLost: "precision-lost"
      case .damaged: "damaged"
      }
    }

    /// The code with its facts, as `rejects.csv` shows it.
    package var text: String {
      switch self {
      case .cells(let expected, let found), .lineTooShort(let expected, let found):
        "\(code): expected \(expected), found \(found)"
      case .precisionLost(let column): "\(code): \(column)"
      case .damaged(let why): "\(code): \(why)"
      default: code
      }
    }
  }

  package let path: String
  /// Line (row of a sheet), counted from 1.
  package let line: Int
  /// Byte offset of the row in the file, from 0; of a workbook or XML, 0.
  package internal(set) var offset: Int
  package let reason: Reason
  /// The row in UTF-8, at most 4,096 bytes of it.
  package let raw: [UInt8]

  package init(path: String, line: Int, offset: Int, reason: Reason, raw: [UInt8]) {
    self.path = path
    self.line = line
    self.offset = offset
    self.reason = reason
    self.raw = raw
  }

  /// The beginning of a row as it goes into `raw`.
  static func shortened(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text = bytes.prefix(4096)
    if text.endIndex < bytes.endIndex {
      while text.endIndex > text.startIndex, bytes[text.endIndex] & 0xC0 == 0x80 {
        text.removeLast()
      }
    }
    return Array(text)
  }
}
