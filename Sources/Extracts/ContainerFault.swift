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

extension ContainerFault: CustomStringConvertible {
  package var description: String {
    var text = path
    if let part = place.part {
      // The name of a part comes from outside.
      text += "(" + String(part.unicodeScalars.map { $0.value < 0x20 ? "?" : Character($0) }) + ")"
    }
    if let line = place.line { text += ":\(line)" }
    if let column = place.column { text += ":\(column)" }
    if let offset = place.offset { text += " at byte \(offset)" }
    return text + ": " + kind.description
  }
}

extension ContainerFault.Kind: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notGzip: "not a gzip file"
    case .cutOff: "the file is cut off: it ends before its contents do"
    case .badChecksum: "the check sum does not agree with the contents"
    case .badCompressedData: "the compressed data are damaged"
    case .notAZip: "not a zip file, so no .xlsx workbook"
    case .oldOfficeDocument: "a workbook of Excel 97-2003 (.xls); save it as .xlsx"
    case .passwordProtected: "the workbook is protected by a password; save it without"
    case .damagedZip: "the zip file is damaged or cut off"
    case .encryptedPart: "the part is encrypted"
    case .unsupportedCompression(let method): "compression method \(method) is not supported"
    case .duplicatePart: "two parts have this name"
    case .unusablePartName: "the name of a part is empty or too long"
    case .tooManyParts(let limit): "more than \(limit) parts"
    case .missingPart: "the part is missing"
    case .expandsBeyond(let limit): "the part expands to more than \(limit) bytes"
    case .expandsByMoreThan(let factor): "the part expands by a factor of more than \(factor)"
    case .doctype: "a document type declaration (DOCTYPE) is refused"
    case .tooDeep(let limit): "elements are nested more than \(limit) deep"
    case .tokenTooLong(let limit): "a tag or comment of more than \(limit) bytes"
    case .malformedXML(let code):
      switch code {
      case 4: "not well-formed XML: the document is empty"
      case 5, 77: "not well-formed XML: the document ends too early"
      case 76: "not well-formed XML: opening and ending tag do not match"
      case 9, 68: "not well-formed XML: a character that may not stand there"
      case 26: "not well-formed XML: an entity that is not defined"
      default: "not well-formed XML (error \(code))"
      }
    case .badEncoding: "bytes that the encoding of the document does not have"
    case .unknownEncoding: "the encoding that the document declares is not known"
    case .recordTooLong(let limit): "a record of more than \(limit) bytes"
    case .badPath(let path): "cannot read the path \"\(path)\""
    case .notAWorkbook: "a zip file, but no workbook"
    case .binaryWorkbook: "a binary workbook (.xlsb); save it as .xlsx"
    case .noSuchSheet: "no such sheet"
    case .badReference: "a row, a cell or a shared string out of bounds"
    case .stringsTooLong(let limit): "the shared strings need more than \(limit) bytes"
    }
  }
}
