import Records

/// An input file of a bank system, or several that are read as one: where it is, its
/// format, and what its columns mean.
package struct Extract: Sendable {
  /// What the job calls it.
  package var name: String
  package var party: Party
  /// Files in the order in which they are read.
  package var paths: [String]
  package var format: Format
  /// nil: found out by looking at the whole file.
  package var encoding: TextEncoding?
  package var mappings: [ColumnMapping]
  package var cellRules = CellRules()
  package var control: ControlFile.Expectation?

  package init(
    name: String, party: Party, paths: [String], format: Format, encoding: TextEncoding?,
    mappings: [ColumnMapping]
  ) {
    self.name = name
    self.party = party
    self.paths = paths
    self.format = format
    self.encoding = encoding
    self.mappings = mappings
  }

  /// Bytes of the files, where they are read as they lie on the disk; nil for files that are
  /// unpacked, as their content is longer, and where a file cannot be looked at.
  package var plainSize: Int? {
    switch format {
    case .workbook, .xml: return nil
    case .delimited, .fixedWidth: break
    }
    var total = 0
    for path in paths {
      var start: [UInt8] = []
      do throws(SystemFault) {
        let file = try InputFile(path: path)
        _ = try file.read(at: 0, count: 2, appendingTo: &start)
        total += file.size
      } catch {
        return nil  // Whoever reads the file says why.
      }
      if start == GzipStream.magic { return nil }
    }
    return total
  }

  package enum Format: Sendable, Equatable {
    case delimited(DelimitedFormat)
    case fixedWidth(FixedWidthFormat)
    case workbook(WorkbookFormat)
    case xml(XMLFormat)
  }
}

/// Layout of a delimited text file.
package struct DelimitedFormat: Sendable, Equatable {
  package enum Quoting: Sendable, Equatable {
    case none
    /// RFC 4180: a cell in quotes, a quote inside doubled.
    case doubled(quote: UInt8)
    /// A backslash takes the next character as it is.
    case backslash
  }

  /// 1 to 8 bytes of UTF-8.
  package var delimiter: [UInt8]
  package var quoting = Quoting.none
  /// Titles where the file has no header line.
  package var titles: [String]?
  /// Lines before the header.
  package var linesBefore = 0
  /// Lines after the data.
  package var linesAfter = 0
  /// Whether every line ends with a delimiter that starts no cell.
  package var trailingDelimiter = false

  package init(delimiter: String) { self.delimiter = Array(delimiter.utf8) }
}

/// Layout of a file whose fields stand at fixed bytes of every line.
package struct FixedWidthFormat: Sendable, Equatable {
  package struct Field: Sendable, Equatable {
    package let title: String
    /// First byte, counted from 1, in the encoding of the file.
    package let start: Int
    /// Length in bytes.
    package let length: Int

    package init(title: String, start: Int, length: Int) {
      self.title = title
      self.start = start
      self.length = length
    }
  }

  package var fields: [Field]
  package var linesBefore = 0
  package var linesAfter = 0

  package init(fields: [Field]) { self.fields = fields }
}

/// Where in a workbook the records stand.
package struct WorkbookFormat: Sendable, Equatable {
  /// nil: the first sheet.
  package var sheet: String?
  /// Row of the titles, counted from 1.
  package var headerRow = 1
  /// Limit of the unpacked size of a part, in bytes.
  package var limit = 4 << 30

  package init() {}
}

/// Where in an XML document the records stand.
package struct XMLFormat: Sendable, Equatable {
  /// Path of the elements that are records, such as `/ROWS/ROW`.
  package var record: String

  package init(record: String) { self.record = record }
}
