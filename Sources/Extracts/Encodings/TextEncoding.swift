import Records

/// Character encoding of an extract.
package enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  /// With its subsets GBK and GB2312.
  case gb18030 = "GB18030"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"

  /// The encoding that people call `name`, or nil.
  package static func named(_ name: String) -> TextEncoding? {
    switch name.uppercased().filter({ $0 != "-" && $0 != "_" }) {
    case "UTF8": .utf8
    case "GB18030", "GBK", "GB2312", "CP936": .gb18030
    case "UTF16", "UTF16LE": .utf16LittleEndian
    case "UTF16BE": .utf16BigEndian
    default: nil
    }
  }

  /// Whether it is one of the two kinds of UTF-16.
  var isWide: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

  /// The encoding that a byte order mark tells, and the length of the mark.
  package static func mark(at start: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if start.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if start.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    if start.starts(with: [0x84, 0x31, 0x95, 0x33]) { return (.gb18030, 4) }
    return nil
  }
}

/// A byte of a file that is no character in its encoding.
package struct EncodingNote: Sendable, Equatable {
  package let path: String
  /// Line, counted from 1.
  package let line: Int
  /// Byte offset in the file (behind the gzip layer, where there is one), from 0.
  package let offset: Int
}
