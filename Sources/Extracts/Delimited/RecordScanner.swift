/// Finds the end of one record of a delimited file with quotes or escapes, and its cells.
///
/// The same walk serves the reader, which must not cut a quoted cell in two, and the cutter,
/// which needs the cells: they cannot disagree. Bytes are looked at one by one.
struct RecordScanner: Sendable {
  /// In the encoding of the bytes that are scanned.
  let delimiter: [UInt8]
  let quoting: DelimitedFormat.Quoting
  let newline: UInt8
  /// Whether two- and four-byte characters of GB18030 must be stepped over.
  let doubleByte: Bool

  enum Result: Equatable {
    /// The record ends before the byte given, which starts the next.
    case record(next: Int)
    /// The record is broken; the line on which it starts ends before the byte given.
    case fault(Reject.Reason, next: Int)
    /// The bytes end inside the record.
    case incomplete
  }

  /// A cell as found: its bytes, and whether it has doubled quotes or escapes in it.
  struct FoundCell {
    let range: Range<Int>
    let escaped: Bool
  }

  /// Scans the record that starts at `start`.
  ///
  /// - Parameter isLast: whether nothing follows `end`, so that a record may end there.
  func scan(
    _ bytes: [UInt8], from start: Int, to end: Int, isLast: Bool, cells: inout [FoundCell]
  ) -> Result {
    cells.removeAll(keepingCapacity: true)
    var place = start
    while true {
      // At the start of a cell.
      if case .doubled(let quote) = quoting, place < end, bytes[place] == quote {
        var escaped = false
        let first = place + 1
        place = first
        while true {
          while place < end, bytes[place] != quote { place += 1 }
          if place >= end {
            return isLast ? brokenLine(bytes, start, end, .quoteNotClosed) : .incomplete
          }
          if place + 1 < end, bytes[place + 1] == quote {
            escaped = true
            place += 2
            continue
          }
          if place + 1 >= end, !isLast { return .incomplete }
          break
        }
        cells.append(FoundCell(range: first..<place, escaped: escaped))
        place += 1
        if place >= end { return .record(next: end) }
        if bytes[place] == newline { return .record(next: place + 1) }
        if bytes[place] == 0x0D, newline == 0x0A {
          if place + 1 >= end { return isLast ? .record(next: end) : .incomplete }
          if bytes[place + 1] == newline { return .record(next: place + 2) }
        }
        if matches(bytes, place, end) {
          place += delimiter.count
          continue
        }
        return brokenLine(bytes, start, end, .textAfterQuote)
      }
      let first = place
      var escaped = false
      while true {
        if place >= end {
          if !isLast { return .incomplete }
          cells.append(FoundCell(range: first..<end, escaped: escaped))
          return .record(next: end)
        }
        let byte = bytes[place]
        if byte == newline {
          let stop = newline == 0x0A && place > first && bytes[place - 1] == 0x0D ? place - 1 : place
          cells.append(FoundCell(range: first..<stop, escaped: escaped))
          return .record(next: place + 1)
        }
        if byte == delimiter[0], matches(bytes, place, end) {
          cells.append(FoundCell(range: first..<place, escaped: escaped))
          place += delimiter.count
          break
        }
        if byte == 0x5C, quoting == .backslash {
          if place + 1 >= end {
            if !isLast { return .incomplete }
          } else {
            escaped = true
            place += 1
          }
        }
        if doubleByte, byte >= 0x81, byte <= 0xFE, place + 1 < end, bytes[place + 1] >= 0x30,
          bytes[place + 1] != 0x7F
        {
          place += bytes[place + 1] < 0x40 ? 4 : 2
        } else {
          place += 1
        }
      }
    }
  }

  private func matches(_ bytes: [UInt8], _ place: Int, _ end: Int) -> Bool {
    if place + delimiter.count > end { return false }
    for index in delimiter.indices where bytes[place + index] != delimiter[index] { return false }
    return true
  }

  /// The line on which a broken record starts: it alone is rejected, the next may be sound.
  private func brokenLine(
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ reason: Reject.Reason
  ) -> Result {
    var place = start
    while place < end, bytes[place] != newline { place += 1 }
    return .fault(reason, next: min(place + 1, end))
  }
}
