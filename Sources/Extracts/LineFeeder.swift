import Records
import Synchronization

/// Hands out the lines of one or several text files in pieces that end at the end of a
/// record, in the order of the files.
///
/// Cutting is done in the source's encoding: LF is never part of a character of GB18030.
final class LineFeeder {
  /// What a file's own beginning tells.
  struct Opening {
    /// Byte that ends a line.
    let newline: UInt8
    let encoding: TextEncoding
    /// The header in UTF-8, or nil where the format has none.
    let header: [UInt8]?
  }

  private let paths: [String]
  private let encoding: TextEncoding?
  private let linesBefore: Int
  private let linesAfter: Int
  private let hasHeader: Bool
  /// nil: every line end ends a record.
  private let scanner: ((Opening) -> RecordScanner?)
  private let quote: UInt8?

  private var source: ByteSource?
  private var opening: Opening?
  private var rest: [UInt8] = []
  private var file = -1
  private var line = 1
  private var offset = 0
  private var atEnd = false
  private(set) var receipts: [InputReceipt] = []

  /// About how many bytes a piece has.
  static let pieceSize = 1 << 20
  /// A record that is longer ends the reading.
  static let recordLimit = 64 << 20

  init(
    paths: [String], encoding: TextEncoding?, linesBefore: Int, linesAfter: Int,
    hasHeader: Bool, quote: UInt8?, scanner: @escaping (Opening) -> RecordScanner?
  ) {
    self.paths = paths
    self.encoding = encoding
    self.linesBefore = linesBefore
    self.linesAfter = linesAfter
    self.hasHeader = hasHeader
    self.quote = quote
    self.scanner = scanner
  }

  /// Puts the next piece into `piece`. `opened` is called when a file is begun.
  func next(
    into piece: inout Piece, opened: (Opening, _ path: String) throws(ReadFault) -> Void
  ) throws(ReadFault) -> Bool {
    while true {
      if source == nil {
        file += 1
        if file >= paths.count { return false }
        try open(opened)
      }
      guard let source, let opening else { return false }
      piece.clear()
      swap(&piece.bytes, &rest)
      rest.removeAll(keepingCapacity: true)
      let end = try fill(&piece.bytes, source, opening)
      piece.file = file
      piece.firstLine = line
      piece.offset = offset
      rest.append(contentsOf: piece.bytes[end...])
      piece.bytes.removeLast(piece.bytes.count - end)
      line += piece.bytes.occurrences(of: opening.newline, in: 0..<end)
      offset += end
      if atEnd {
        receipts.append(try source.receipt())
        self.source = nil
        rest.removeAll()
      }
      if end > 0 { return true }
    }
  }

  /// Begins the next file: byte order mark, lines before the header, header.
  private func open(
    _ opened: (Opening, _ path: String) throws(ReadFault) -> Void
  ) throws(ReadFault) {
    let path = paths[file]
    line = 1
    offset = 0
    atEnd = false
    var chosen = encoding
    var start: [UInt8] = []
    let probe = try ByteSource(path: path, encoding: nil)
    _ = try probe.read(64 << 10, appendingTo: &start)
    if start.isEmpty { throw ReadFault(path: path, kind: .empty) }
    var markLength = 0
    if let mark = TextEncoding.mark(at: start) {
      if chosen == nil || chosen == mark.encoding {
        chosen = mark.encoding
        markLength = mark.length
      }
    }
    let settled: TextEncoding
    if let chosen { settled = chosen } else { settled = try EncodingDetector.detect(path) }
    let source = try ByteSource(path: path, encoding: settled)
    rest.removeAll(keepingCapacity: true)
    var number = try source.read(Self.pieceSize, appendingTo: &rest)
    let newline: UInt8 =
      rest.contains(0x0A) || !rest.contains(0x0D) ? 0x0A : 0x0D
    let isWide = settled == .utf16LittleEndian || settled == .utf16BigEndian
    // Behind the conversion from UTF-16 the mark is that of UTF-8.
    var place = isWide ? (rest.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0) : markLength
    let textEncoding = isWide ? .utf8 : settled
    func lineEnd(from start: Int) throws(ReadFault) -> Int {
      var searched = start
      while true {
        while searched < rest.count, rest[searched] != newline { searched += 1 }
        if searched < rest.count { return searched }
        if rest.count > Self.recordLimit {
          throw ReadFault(path: path, line: line, kind: .pieceTooLarge(limit: Self.recordLimit))
        }
        number = try source.read(Self.pieceSize, appendingTo: &rest)
        if number == 0 { return rest.count }
      }
    }
    for _ in 0..<linesBefore {
      place = min(try lineEnd(from: place) + 1, rest.count)
      line += 1
    }
    var header: [UInt8]?
    if hasHeader {
      let end = try lineEnd(from: place)
      if end == place, end >= rest.count { throw ReadFault(path: path, kind: .empty) }
      var text = Array(rest[place..<end])
      if text.last == 0x0D { text.removeLast() }
      header = textEncoding == .utf8 ? text : Self.decoded(text)
      place = min(end + 1, rest.count)
      line += 1
    }
    rest.removeFirst(place)
    offset = place
    let found = Opening(newline: newline, encoding: textEncoding, header: header)
    opening = found
    self.source = source
    try opened(found, path)
  }

  private static func decoded(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var bad: [BadByte] = []
    output.append(
      gb18030: text, 0..<text.count, table: GB18030.table, bad: &bad,
      fourBytes: GB18030.scalar(fourBytes:))
    return output
  }

  /// Reads until `bytes` holds whole records; returns the end of the last of them. At the end
  /// of the file everything but the lines after the data.
  private func fill(
    _ bytes: inout [UInt8], _ source: ByteSource, _ opening: Opening
  ) throws(ReadFault) -> Int {
    var wanted = Self.pieceSize
    let scanner = scanner(opening)
    var scanned = 0
    while true {
      while bytes.count < wanted {
        let number = try source.read(wanted - bytes.count, appendingTo: &bytes)
        if number == 0 {
          atEnd = true
          break
        }
      }
      var end = bytes.count
      if !atEnd {
        if let scanner, let quote, bytes.contains(quote) {
          scanned = lastRecordEnd(bytes, from: scanned, scanner)
          end = scanned
        } else {
          end = (bytes.lastPlace(of: opening.newline, in: 0..<bytes.count) ?? -1) + 1
        }
      }
      if linesAfter > 0 { end = keepingLines(bytes, end, opening.newline) }
      if end > 0 || atEnd { return end }
      if bytes.count >= Self.recordLimit {
        // Nothing but an unclosed quote can be this long and still have a line end.
        if let first = bytes.firstIndex(of: opening.newline) { return first + 1 }
        throw ReadFault(
          path: source.path, line: line, kind: .pieceTooLarge(limit: Self.recordLimit))
      }
      wanted = bytes.count * 2
    }
  }

  private func lastRecordEnd(_ bytes: [UInt8], from start: Int, _ scanner: RecordScanner) -> Int {
    var place = start
    var cells: [RecordScanner.FoundCell] = []
    while place < bytes.count {
      switch scanner.scan(bytes, from: place, to: bytes.count, isLast: false, cells: &cells) {
      case .record(let next): place = next
      case .fault(_, let next):
        // The line that is broken must be whole before it can be rejected.
        if bytes[next - 1] != scanner.newline { return place }
        place = next
      case .incomplete: return place
      }
    }
    return place
  }

  /// `end` moved forward so that the lines after the data stay behind it.
  private func keepingLines(_ bytes: [UInt8], _ end: Int, _ newline: UInt8) -> Int {
    var place = end
    if atEnd, place > 0, bytes[place - 1] == newline { place -= 1 }
    if !atEnd { place = max(place - 1, 0) }
    for _ in 0..<linesAfter {
      guard let found = bytes.lastPlace(of: newline, in: 0..<place) else { return 0 }
      place = found
    }
    return place + 1
  }
}

extension Mutex<LineFeeder> {
  /// The next piece, taken under the lock; false at the end.
  func takePiece(
    _ piece: inout Piece,
    opened: @Sendable (LineFeeder.Opening, _ path: String) throws(ReadFault) -> Void
  ) throws(ReadFault) -> Bool {
    try withLock { (feeder) throws(ReadFault) in
      try feeder.next(into: &piece, opened: opened)
    }
  }
}
