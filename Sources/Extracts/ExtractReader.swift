import Records

/// A stretch of an extract with whole records, as it lies in the file.
package struct Piece: Sendable {
  /// Bytes in the file's encoding; of a workbook or XML, the values in UTF-8.
  package var bytes: [UInt8] = []
  /// Cells of a workbook or XML, one for every mapping.
  package var cells: [Cell] = []
  /// Line of every record of a workbook or XML.
  package var lines: [Int] = []
  /// Number of the file among the extract's paths.
  package var file = 0
  /// Line of the first byte, counted from 1.
  package var firstLine = 1
  /// Place of the first byte in the file.
  package var offset = 0
  /// Rejects that were found before cutting.
  package var rejects: [Reject] = []

  package init() {}

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    rejects.removeAll()
  }
}

/// What cutting a piece brought to light besides its records.
package struct CutNotes: Sendable {
  package var rejects: [Reject] = []
  /// Bytes that are no characters; the records are read all the same.
  package var badBytes: [EncodingNote] = []
  /// Rows read: records and rejects.
  package var rows = 0
  /// Seconds spent on bringing the piece to UTF-8.
  package var decodingSeconds = 0.0

  package init() {}

  package mutating func clear() {
    rejects.removeAll()
    badBytes.removeAll()
    rows = 0
    decodingSeconds = 0
  }
}

/// Reads an extract piece by piece.
///
/// `next` is called by one thread at a time and does the least possible; `cut` turns a
/// piece into records and is called by any thread, several at once.
package protocol ExtractReader: AnyObject, Sendable {
  var layout: RecordLayout { get }

  /// Puts the next stretch into `piece`; false at the end of the extract.
  func next(into piece: inout Piece) throws(ReadFault) -> Bool

  /// Cuts a piece into records. May take the piece's memory and give it other memory.
  func cut(
    _ piece: inout Piece, into batch: inout RecordBatch, scratch: inout CutScratch,
    notes: inout CutNotes)

  /// What was read, once `next` has said false.
  var receipts: [InputReceipt] { get }
}

/// Memory that a core keeps between pieces.
package struct CutScratch: Sendable {
  var places = BytePlaces()
  var decoded: [UInt8] = []
  var bad: [BadByte] = []

  package init() {}
}
