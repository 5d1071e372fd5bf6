@testable import Extracts
import Foundation
import Records
import TestSupport
import Testing

/// An extract as it was read from front to back.
struct ReadExtract: Equatable {
  var records: [[DataElement: String]] = []
  /// Line on which each record starts.
  var lines: [Int] = []
  var rejects: [Reject] = []
  var badBytes: [EncodingNote] = []
  var rows = 0
  var receipts: [InputReceipt] = []

  init(_ extract: Extract, sizes: PieceSizes = PieceSizes()) throws {
    let reader = try extract.reader(sizes: sizes)
    var piece = Piece()
    var batch = RecordBatch(layout: reader.layout)
    var scratch = CutScratch()
    var notes = CutNotes()
    while try reader.next(into: &piece) {
      notes.clear()
      reader.cut(&piece, into: &batch, scratch: &scratch, notes: &notes)
      for index in 0..<batch.count {
        let record = batch[index]
        var values: [DataElement: String] = [:]
        for element in batch.layout.elements { values[element] = String(record[element]) }
        records.append(values)
        lines.append(batch.line(of: index))
      }
      rejects += piece.rejects + notes.rejects
      badBytes += notes.badBytes
      rows += notes.rows + piece.rejects.count
    }
    receipts = reader.receipts
  }

  /// The records as lists of the values of `elements`.
  func values(_ elements: [DataElement] = TextFiles.elements) -> [[String]] {
    records.map { record in elements.map { record[$0] ?? "?" } }
  }

  /// Whether two readings found the same.
  static func == (a: ReadExtract, b: ReadExtract) -> Bool {
    a.records == b.records && a.lines == b.lines && a.rejects == b.rejects
      && a.badBytes == b.badBytes && a.rows == b.rows
  }

  /// Reasons of the rejects.
  var reasons: [Reject.Reason] { rejects.map(\.reason) }
}

/// Files of text in a scratch folder, with three columns: `id`, `name`, `note`.
struct TextFiles {
  static let elements: [DataElement] = [.customerKey, .name, .employer]
  static let mappings = zip(["id", "name", "note"], elements).map {
    ColumnMapping(column: $0, element: $1)
  }

  let folder: ScratchFolder
  var paths: [String] = []
  var format = DelimitedFormat(delimiter: "|")
  var encoding: TextEncoding? = .utf8
  var mappings = TextFiles.mappings
  var rules = CellRules()
  var sizes = PieceSizes()

  init(_ files: [UInt8]...) throws {
    folder = try ScratchFolder()
    for (index, bytes) in files.enumerated() {
      paths.append(try folder.write("part-\(index).dat", bytes))
    }
  }

  init(_ text: String) throws { try self.init(Array(text.utf8)) }

  /// Text in quotes of RFC 4180.
  static func quoted(_ text: String) throws -> TextFiles {
    var files = try TextFiles(text)
    files.format = DelimitedFormat(delimiter: ",")
    files.format.quoting = .doubled(quote: 0x22)
    return files
  }

  var extract: Extract {
    var extract = Extract(
      name: "客户", party: .person, paths: paths, format: .delimited(format), encoding: encoding,
      mappings: mappings)
    extract.cellRules = rules
    return extract
  }

  func read() throws -> ReadExtract { try ReadExtract(extract, sizes: sizes) }

  /// Reads in pieces of about `piece` bytes.
  func read(piece: Int) throws -> ReadExtract {
    var sizes = sizes
    sizes.piece = piece
    return try ReadExtract(extract, sizes: sizes)
  }
}

extension [UInt8] {
  /// Text in GB18030.
  init(gb18030 text: String) {
    self = Iconv.convert(Array(text.utf8), from: "UTF-8", to: "GB18030") ?? []
  }

  /// Text in UTF-16, with a byte order mark where it is asked for.
  init(utf16 text: String, bigEndian: Bool, mark: Bool = true) {
    self = []
    let marked: String = (mark ? "\u{FEFF}" : "") + text
    for unit in marked.utf16 {
      let high = UInt8(unit >> 8)
      let low = UInt8(unit & 0xFF)
      append(contentsOf: bigEndian ? [high, low] : [low, high])
    }
  }
}
