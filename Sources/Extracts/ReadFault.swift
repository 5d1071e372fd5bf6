import Records

/// Why an input is refused as a whole. Facts only; `text` makes the words.
package struct ReadFault: Error, Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case empty
    case columnMissing(column: String, nearest: String?)
    case columnRepeated(String)
    case encodingUnclear
    case pieceTooLarge(limit: Int)
    /// The header has a quote that is not closed.
    case headerNotClosed
    /// Fields are counted in bytes of the file, and UTF-16 has none that could be.
    case fixedWidthInUTF16
    /// A gzip file, workbook or XML document is broken.
    case container(ContainerFault)
    case controlFileMissing
    case controlRows(expected: Int, read: Int)
    /// The digest of the extract is not that of the control file; its name.
    case controlDigest(String)
    /// The operating system refused; the number of `errno`.
    case system(number: Int32)
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
