/// What is wrong with a container (gzip, zip, XML, workbook): which file, what, and where.
///
/// Holds no value of the data itself.
package struct ContainerFault: Error, Sendable, Equatable {
  /// The file, as the job names it.
  package let path: String
  package let kind: Kind
  package let place: Place

  package init(_ path: String, _ kind: Kind, _ place: Place = Place()) {
    self.path = path
    self.kind = kind
    self.place = place
  }

  package enum Kind: Sendable, Equatable {
    // Compressed streams.
    case notGzip
    /// The file ends before its contents do.
    case cutOff
    /// All bytes are there, but their check sum or length is another.
    case badChecksum
    case badCompressedData

    // Zip containers.
    case notAZip
    /// An OLE file: a workbook of Excel 97–2003 (.xls).
    case oldOfficeDocument
    /// An OLE file around a workbook that a password protects.
    case passwordProtected
    case damagedZip
    case encryptedPart
    case unsupportedCompression(method: Int)
    case duplicatePart
    case unusablePartName
    case tooManyParts(limit: Int)
    case missingPart
    /// A part would expand to more bytes than are allowed.
    case expandsBeyond(limit: Int)
    /// A part expands by a greater factor than is allowed.
    case expandsByMoreThan(factor: Int)

    // XML.
    /// A document type declaration; none is ever read.
    case doctype
    case tooDeep(limit: Int)
    /// One tag, comment or the like of more bytes than are allowed.
    case tokenTooLong(limit: Int)
    /// Not well-formed; the number is one of libxml2's `xmlParserErrors`.
    case malformedXML(code: Int)
    /// Bytes that the encoding of the document does not have.
    case badEncoding
    case unknownEncoding
    /// A record or row of more bytes than are allowed.
    case recordTooLong(limit: Int)
    /// A record path or field path that cannot be read.
    case badPath(String)

    // Workbooks.
    case notAWorkbook
    /// A workbook of binary parts (.xlsb).
    case binaryWorkbook
    case noSuchSheet
    /// A row number, a cell reference or the number of a shared string out of its limits.
    case badReference
    /// The shared strings need more bytes than are allowed.
    case stringsTooLong(limit: Int)
  }

  /// Where; what is not known stays `nil`.
  package struct Place: Sendable, Equatable {
    /// Part of a zip container.
    package var part: String?
    /// Line and column, from 1.
    package var line: Int?
    package var column: Int?
    /// Bytes of the file before the fault.
    package var offset: Int?

    package init(part: String? = nil, line: Int? = nil, column: Int? = nil, offset: Int? = nil) {
      self.part = part
      self.line = line
      self.column = column
      self.offset = offset
    }
  }
}
