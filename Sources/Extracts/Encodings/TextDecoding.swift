import Records

/// Brings a piece to UTF-8.
enum TextDecoding {
  /// Puts the text of `piece` into `output`; a byte that is no character becomes U+FFFD and
  /// is noted with its line and offset. UTF-8 that is sound is not copied: the two buffers
  /// change places, and true is returned.
  static func decode(
    _ piece: inout Piece, _ opening: LineFeeder.Opening, into output: inout [UInt8],
    scratch: inout CutScratch, path: String, notes: inout CutNotes
  ) -> Bool {
    let start = ContinuousClock.now
    defer { notes.decodingSeconds += (ContinuousClock.now - start) / .seconds(1) }
    scratch.bad.removeAll(keepingCapacity: true)
    if opening.encoding == .gb18030 {
      output.append(
        gb18030: piece.bytes, 0..<piece.bytes.count, table: GB18030.table, bad: &scratch.bad,
        fourBytes: GB18030.scalar(fourBytes:))
    } else if piece.bytes.firstBrokenUTF8(in: 0..<piece.bytes.count) != nil {
      append(utf8: piece.bytes, 0..<piece.bytes.count, to: &output, bad: &scratch.bad)
    } else {
      swap(&piece.bytes, &output)
      return true
    }
    var line = piece.firstLine
    var offset = piece.offset
    var counted = 0
    for bad in scratch.bad {
      let skipped = counted..<bad.offset
      line += piece.bytes.occurrences(of: opening.newline, in: skipped)
      offset += opening.isWide ? WideText.length(of: piece.bytes, skipped) : skipped.count
      counted = bad.offset
      notes.badBytes.append(EncodingNote(path: path, line: line, offset: offset))
    }
    return false
  }

  /// Appends UTF-8 of which every broken byte becomes U+FFFD. O(n).
  static func append(
    utf8 bytes: [UInt8], _ range: Range<Int>, to output: inout [UInt8], bad: inout [BadByte]
  ) {
    var sound = range.lowerBound
    while let broken = bytes.firstBrokenUTF8(in: sound..<range.upperBound) {
      output.append(contentsOf: bytes[sound..<broken])
      output.append(contentsOf: [0xEF, 0xBF, 0xBD])
      bad.append(BadByte(offset: broken))
      sound = broken + 1
    }
    output.append(contentsOf: bytes[sound..<range.upperBound])
  }
}
