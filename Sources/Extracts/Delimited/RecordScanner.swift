import Records

/// Finds the end of one record of a delimited file with quotes or escapes, and its cells.
///
/// The same walk serves the reader, which must not cut a quoted cell in two, and the cutter,
/// which needs the cells: they cannot disagree.
struct RecordScanner: Sendable {
  /// In the encoding of the bytes that are scanned.
  let delimiter: [UInt8]
  let quoting: DelimitedFormat.Quoting
  let newline: UInt8
  /// Whether characters of GB18030 must be stepped over.
  var doubleByte: Bool
  /// A record of several lines with more cells than this is broken.
  var cellLimit = Int.max

  init(
    delimiter: [UInt8], quoting: DelimitedFormat.Quoting, newline: UInt8, doubleByte: Bool,
    cellLimit: Int = .max
  ) {
    self.delimiter = delimiter
    self.quoting = quoting
    self.newline = newline
    self.doubleByte = doubleByte
    self.cellLimit = cellLimit
  }

  /// The limit for a file of so many columns. Ragged records stay whole; but where quotes
  /// have lost their step, cells could string over the whole file, and for every line anew.
  static func cellLimit(columns: Int) -> Int { columns * 2 + 16 }

  /// The byte without which every line is a record.
  var mark: UInt8 {
    if case .doubled(let quote) = quoting { return quote }
    return 0x5C
  }

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
        // Below the digits no byte is the second of a character.
        let steps = doubleByte && quote >= 0x30
        while true {
          if steps {
            while place < end, bytes[place] != quote {
              place += GB18030.length(bytes, place, end)
            }
          } else {
            place = bytes.place(of: quote, in: place..<end)
          }
          if place >= end {
            return isLast ? broken(bytes, start, end, at: end, isOpen: true) : .incomplete
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
          if cells.count > cellLimit, let lineEnd = lineEnd(bytes, start, end), lineEnd < place {
            return .fault(.quoteNotClosed, next: lineEnd + 1)
          }
          place += delimiter.count
          continue
        }
        if !isLast, place + delimiter.count > end { return .incomplete }
        return broken(bytes, start, end, at: place, isOpen: false)
      }
      let first = place
      var escaped = false
      while true {
        if !doubleByte, quoting != .backslash {
          place = bytes.place(of: newline, or: delimiter[0], in: place..<end)
        }
        if place >= end {
          if !isLast { return .incomplete }
          cells.append(FoundCell(range: first..<end, escaped: escaped))
          return .record(next: end)
        }
        let byte = bytes[place]
        if byte == newline {
          let stop =
            newline == 0x0A && place > first && bytes[place - 1] == 0x0D ? place - 1 : place
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
        place += doubleByte ? GB18030.length(bytes, place, end) : 1
      }
    }
  }

  private func matches(_ bytes: [UInt8], _ place: Int, _ end: Int) -> Bool {
    if place + delimiter.count > end { return false }
    for index in delimiter.indices where bytes[place + index] != delimiter[index] { return false }
    return true
  }

  private func lineEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var place = start
    while place < end, bytes[place] != newline { place += 1 }
    return place < end ? place : nil
  }

  /// The line on which a broken record starts: it alone is rejected, the next may be sound.
  ///
  /// The reason speaks of that line alone, whatever is known of those behind it: a quote that
  /// seems to close on another line is not closed.
  private func broken(
    _ bytes: [UInt8], _ start: Int, _ end: Int, at place: Int, isOpen: Bool
  ) -> Result {
    let lineEnd = lineEnd(bytes, start, end) ?? end
    return .fault(
      isOpen || lineEnd < place ? .quoteNotClosed : .textAfterQuote, next: min(lineEnd + 1, end))
  }
}
