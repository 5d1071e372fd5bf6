import Extracts
import Foundation
import Testing

/// A folder that is gone when the test is over.
final class Folder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "containers-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and returns its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(filePath: path + "/" + name))
    return path + "/" + name
  }
}

/// Numbers that look like chance, the same every time (SplitMix64).
struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

/// A zip file made by hand, so that it may lie.
struct HandmadeZip {
  struct Part {
    var name: String
    var contents: [UInt8]
    var flags: UInt16 = 0
    var method: UInt16 = 8
    var checksum: UInt32?
    /// Bytes left out at the end of the packed contents.
    var missing = 0
  }

  var parts: [Part] = []

  init(_ parts: [(String, String)] = []) {
    self.parts = parts.map { Part(name: $0.0, contents: Array($0.1.utf8)) }
  }

  func bytes() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      var packed =
        part.method == 8 ? try GzipWriter.deflated(part.contents, level: 9) : part.contents
      packed.removeLast(part.missing)
      let sum = part.checksum ?? GzipWriter.checksum(part.contents)
      var head: [UInt8] = []
      head.append(little: UInt64(20), 2)
      head.append(little: UInt64(part.flags), 2)
      head.append(little: UInt64(part.method), 2)
      head.append(little: 0x0021_0000, 4)
      head.append(little: UInt64(sum), 4)
      head.append(little: UInt64(packed.count), 4)
      head.append(little: UInt64(part.contents.count), 4)
      head.append(little: UInt64(part.name.utf8.count), 2)
      head.append(little: 0, 2)
      directory += [0x50, 0x4B, 1, 2, 20, 0] + head
      directory.append(little: 0, 10)
      directory.append(little: UInt64(bytes.count), 4)
      directory += Array(part.name.utf8)
      bytes += [0x50, 0x4B, 3, 4] + head + Array(part.name.utf8) + packed
    }
    let start = bytes.count
    bytes += directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    bytes.append(little: UInt64(parts.count), 2)
    bytes.append(little: UInt64(parts.count), 2)
    bytes.append(little: UInt64(directory.count), 4)
    bytes.append(little: UInt64(start), 4)
    bytes.append(little: 0, 2)
    return bytes
  }
}

extension [UInt8] {
  mutating func append(little value: UInt64, _ width: Int) {
    for index in 0..<width {
      append(index < 8 ? UInt8(truncatingIfNeeded: value >> UInt64(index * 8)) : 0)
    }
  }
}

/// The parts of a small workbook.
struct HandmadeWorkbook {
  static let transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"

  var sheets: [(name: String, attributes: String, xml: String)] = []
  var properties = ""
  var sharedStrings: String?
  var styles: String?
  var relations = transitional

  /// One sheet with these rows.
  init(rows: String, sharedStrings: String? = nil, styles: String? = nil) {
    sheets = [("Sheet1", "", "<dimension ref=\"A1\"/><sheetData>\(rows)</sheetData>")]
    self.sharedStrings = sharedStrings
    self.styles = styles
  }

  var zip: HandmadeZip {
    let main =
      relations == Self.strict
      ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
      : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    var parts: [(String, String)] = [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"rId1\" Type=\"\(relations)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
    ]
    var list = ""
    var links = ""
    for (index, sheet) in sheets.enumerated() {
      list +=
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" \(sheet.attributes) r:id=\"rId\(index + 1)\"/>"
      links +=
        "<Relationship Id=\"rId\(index + 1)\" Type=\"\(relations)/worksheet\" Target=\"\(index == 0 ? "" : "/xl/")worksheets/sheet\(index + 1).xml\"/>"
      parts.append(
        (
          "xl/worksheets/sheet\(index + 1).xml",
          "<worksheet xmlns=\"\(main)\">\(sheet.xml)</worksheet>"
        ))
    }
    if let sharedStrings {
      links +=
        "<Relationship Id=\"s1\" Type=\"\(relations)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
      parts.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(sharedStrings)</sst>"))
    }
    if let styles {
      links += "<Relationship Id=\"s2\" Type=\"\(relations)/styles\" Target=\"styles.xml\"/>"
      parts.append(("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>"))
    }
    parts.append(
      (
        "xl/workbook.xml",
        "<x:workbook xmlns:x=\"\(main)\" xmlns:r=\"\(relations)\"><x:workbookPr \(properties)/>"
          + "<x:sheets>\(list.replacing("<sheet", with: "<x:sheet"))</x:sheets></x:workbook>"
      ))
    parts.append(("xl/_rels/workbook.xml.rels", "<Relationships>\(links)</Relationships>"))
    return HandmadeZip(parts)
  }
}

/// All of a stream, read in pieces, and the fault it ended with.
func drain(_ piece: Int, _ read: (Int, inout [UInt8]) throws -> Int) -> ([UInt8], ContainerFault?) {
  var bytes: [UInt8] = []
  do {
    while try read(piece, &bytes) > 0 {}
    return (bytes, nil)
  } catch {
    return (bytes, error as? ContainerFault)
  }
}
