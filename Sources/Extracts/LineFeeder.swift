import Records
import Synchronization

/// How much is read at a time.
package struct PieceSizes: Sendable {
  /// About how many bytes a piece has.
  package var piece = 1 << 20
  /// A record that is longer ends the reading.
  package var record = 64 << 20

  package init() {}
}

/// Hands out the lines of one or several text files in pieces that end at the end of a
/// record, in the order of the files.
///
/// Cutting is done in the source's encoding: LF is never part of a character of GB18030.
final class LineFeeder {
  /// What a file's own beginning tells.
  struct Opening {
    /// Byte that ends a line.
    let newline: UInt8
    /// Encoding of the pieces: UTF-8 for a file in UTF-16.
    let encoding: TextEncoding
    /// Whether the file is in UTF-16, of which two bytes are one unit.
    let isWide: Bool
    /// The header in UTF-8, or nil where the format has none.
    let header: [UInt8]?
  }

  /// Called when a file is begun; gives the number of its columns.
  typealias Opened = (Opening, _ path: String) throws(ReadFault) -> Int

  private let paths: [String]
  private let encoding: TextEncoding?
  private let format: DelimitedFormat
  private let sizes: PieceSizes

  private var source: ByteSource?
  private var opening: Opening?
  /// nil: every line end ends a record.
  private var scanner: RecordScanner?
  /// Bytes that were read and not handed out; those before `used` were.
  private var rest: [UInt8] = []
  private var used = 0
  private var file = -1
  private var line = 1
  private var offset = 0
  private var atEnd = false
  private(set) var receipts: [InputReceipt] = []

  /// How far a file is looked into for its line ends.
  private static let lookahead = 1 << 20

  /// Of `format` counts what it says of lines, header and quotes.
  init(
    paths: [String], encoding: TextEncoding?, format: DelimitedFormat,
    sizes: PieceSizes = PieceSizes()
  ) {
    self.paths = paths
    self.encoding = encoding
    self.format = format
    self.sizes = sizes
  }

  /// Puts the next piece into `piece`.
  func next(into piece: inout Piece, opened: Opened) throws(ReadFault) -> Bool {
    while true {
      if source == nil {
        file += 1
        if file >= paths.count { return false }
        try open(opened)
      }
      guard let source, let opening else { return false }
      piece.clear()
      let end = try fill(&piece.bytes, source, opening.newline)
      piece.file = file
      piece.firstLine = line
      piece.offset = offset
      giveBack(piece.bytes, from: end)
      piece.bytes.removeLast(piece.bytes.count - end)
      line += piece.bytes.occurrences(of: opening.newline, in: 0..<end)
      offset += opening.isWide ? WideText.length(of: piece.bytes, 0..<end) : end
      if atEnd {
        receipts.append(try source.receipt())
        self.source = nil
        rest.removeAll()
        used = 0
      }
      if end > 0 { return true }
    }
  }

  /// Appends up to `count` bytes of what was given back and of the file; 0 at the end.
  private func pull(
    _ count: Int, _ source: ByteSource, into bytes: inout [UInt8]
  ) throws(ReadFault) -> Int {
    if used == rest.count { return try source.read(count, appendingTo: &bytes) }
    let number = min(count, rest.count - used)
    bytes.append(contentsOf: rest[used..<(used + number)])
    used += number
    return number
  }

  /// Keeps the bytes from `end` on for the next piece.
  private func giveBack(_ bytes: [UInt8], from end: Int) {
    if used < rest.count {
      // All of `bytes` came from `rest`, where they still stand.
      used -= bytes.count - end
    } else {
      rest.removeAll(keepingCapacity: true)
      rest.append(contentsOf: bytes[end...])
      used = 0
    }
  }

  /// Begins the next file: byte order mark, lines before the header, header.
  private func open(_ opened: Opened) throws(ReadFault) {
    let path = paths[file]
    line = 1
    atEnd = false
    let (settled, markLength) = try settle(path)
    let isWide = settled == .utf16LittleEndian || settled == .utf16BigEndian
    let source = try ByteSource(path: path, encoding: settled)
    var start: [UInt8] = []
    var isWhole = false
    func readMore(_ count: Int) throws(ReadFault) {
      isWhole = try source.read(count, appendingTo: &start) == 0
    }
    while start.count < Self.lookahead, !isWhole { try readMore(Self.lookahead - start.count) }
    // A CR at the very end may be half of a CRLF.
    if start.last == 0x0D, !start.contains(0x0A) { try readMore(1) }
    let newline: UInt8 = start.contains(0x0A) || !start.contains(0x0D) ? 0x0A : 0x0D
    /// Place behind the line, or with quotes the record, that starts at `place`.
    func next(_ place: Int, _ scanner: RecordScanner?) throws(ReadFault) -> Int {
      var searched = place
      var cells: [RecordScanner.FoundCell] = []
      while true {
        if let scanner {
          switch scanner.scan(start, from: place, to: start.count, isLast: isWhole, cells: &cells) {
          case .record(let next): return next
          case .fault:
            throw ReadFault(
              path: path, line: line, kind: .headerNotClosed)
          case .incomplete: break
          }
        } else {
          while searched < start.count, start[searched] != newline { searched += 1 }
          if searched < start.count { return searched + 1 }
          if isWhole { return start.count }
        }
        if start.count - place > sizes.record {
          throw ReadFault(path: path, line: line, kind: .pieceTooLarge(limit: sizes.record))
        }
        // Doubling: with quotes the record is scanned from its start again.
        try readMore(max(Self.lookahead, start.count - place))
      }
    }
    // Behind the conversion from UTF-16 the mark is that of UTF-8.
    var place = markLength
    if isWide { place = start.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
    for _ in 0..<format.linesBefore {
      place = try next(place, nil)
      line += 1
    }
    let textEncoding = isWide ? .utf8 : settled
    var scanner = recordScanner(newline: newline, encoding: textEncoding)
    var header: [UInt8]?
    if format.titles == nil {
      let end = try next(place, scanner)
      if end == place { throw ReadFault(path: path, kind: .empty) }
      var text = Array(start[place..<end])
      if text.last == newline { text.removeLast() }
      if newline == 0x0A, text.last == 0x0D { text.removeLast() }
      header = textEncoding == .utf8 ? text : Self.decoded(text)
      line += start.occurrences(of: newline, in: place..<end)
      place = end
    }
    let found = Opening(newline: newline, encoding: textEncoding, isWide: isWide, header: header)
    let columns = try opened(found, path)
    scanner?.cellLimit = RecordScanner.cellLimit(columns: columns)
    self.scanner = scanner
    offset = isWide ? WideText.length(of: start, 0..<place) : place
    rest = start
    used = place
    opening = found
    self.source = source
  }

  /// The encoding of a file and the length of its byte order mark.
  private func settle(_ path: String) throws(ReadFault) -> (TextEncoding, markLength: Int) {
    var start: [UInt8] = []
    _ = try ByteSource(path: path, encoding: nil).read(4 << 10, appendingTo: &start)
    if start.isEmpty { throw ReadFault(path: path, kind: .empty) }
    if let mark = TextEncoding.mark(at: start) {
      // Of the two kinds of UTF-16 the mark knows better than the job.
      let agrees = encoding.map { $0 == mark.encoding || $0.isWide && mark.encoding.isWide } ?? true
      if agrees { return (mark.encoding, mark.length) }
    }
    if let encoding { return (encoding, 0) }
    return (try EncodingDetector.detect(path), 0)
  }

  private func recordScanner(newline: UInt8, encoding: TextEncoding) -> RecordScanner? {
    if format.quoting == .none { return nil }
    var delimiter = format.delimiter
    if encoding == .gb18030, let converted = Iconv.convert(delimiter, from: "UTF-8", to: "GB18030")
    {
      delimiter = converted
    }
    var scanner = RecordScanner(
      delimiter: delimiter, quoting: format.quoting, newline: newline, doubleByte: false)
    // A byte below the digits, such as a comma or a double quote, is never the second half of
    // a character: nothing need be stepped over to find it.
    scanner.doubleByte = encoding == .gb18030 && (delimiter[0] >= 0x30 || scanner.mark >= 0x30)
    return scanner
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
    _ bytes: inout [UInt8], _ source: ByteSource, _ newline: UInt8
  ) throws(ReadFault) -> Int {
    var wanted = sizes.piece
    while true {
      while bytes.count < wanted {
        if try pull(wanted - bytes.count, source, into: &bytes) == 0 {
          atEnd = true
          return keepingLines(bytes, bytes.count, newline)
        }
      }
      let lines = (bytes.lastPlace(of: newline, in: 0..<bytes.count) ?? -1) + 1
      let data = keepingLines(bytes, lines, newline)
      let end = lastRecordEnd(bytes, upTo: data)
      if end > 0 { return end }
      if bytes.count >= sizes.record {
        // Nothing but an unclosed quote can be this long and still have a line end.
        if data > 0, let first = bytes.firstIndex(of: newline) { return first + 1 }
        throw ReadFault(path: source.path, line: line, kind: .pieceTooLarge(limit: sizes.record))
      }
      wanted = bytes.count * 2
    }
  }

  /// End of the last whole record that ends at `limit`, the end of a line, or before.
  private func lastRecordEnd(_ bytes: [UInt8], upTo limit: Int) -> Int {
    guard let scanner, bytes.contains(scanner.mark) else { return limit }
    var place = 0
    var cells: [RecordScanner.FoundCell] = []
    while place < limit {
      switch scanner.scan(bytes, from: place, to: bytes.count, isLast: false, cells: &cells) {
      case .record(let next), .fault(_, let next):
        if next > limit { return place }
        place = next
      case .incomplete: return place
      }
    }
    return place
  }

  /// `end`, the end of a line, moved forward so that the lines after the data stay behind it.
  private func keepingLines(_ bytes: [UInt8], _ end: Int, _ newline: UInt8) -> Int {
    if format.linesAfter == 0 { return end }
    var place = end
    // The end mark of DOS is no line.
    if atEnd, bytes.last == 0x1A, place == 1 || bytes[place - 2] == newline { place -= 1 }
    if place > 0, bytes[place - 1] == newline { place -= 1 }
    for _ in 0..<format.linesAfter {
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
    opened: @Sendable (LineFeeder.Opening, _ path: String) throws(ReadFault) -> Int
  ) throws(ReadFault) -> Bool {
    try withLock { (feeder) throws(ReadFault) in
      try feeder.next(into: &piece, opened: opened)
    }
  }
}
