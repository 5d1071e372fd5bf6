import Records

/// Cuts the bytes of a CSV table (UTF-8, RFC 4180, a header line) into cells.
///
/// Reads on after a fault as far as the rest can be told apart, so that all are found.
struct CSVReader {
  /// The bytes of the file, and behind them cells whose doubled quotation marks were resolved.
  private(set) var bytes: [UInt8]
  /// The cells of the first row.
  private(set) var header: [Cell] = []
  /// Row by row, as many as the header has.
  private(set) var cells: [Cell] = []
  /// Line on which each row begins, counted from 1.
  private(set) var lines: [Int32] = []
  private(set) var faults: [(line: Int, kind: ReferenceFault.Kind)] = []

  private let source: [UInt8]
  private var place = 0
  private var line = 1

  init(_ source: [UInt8]) {
    self.source = source
    bytes = source
    cells.reserveCapacity(source.count / 8)
    lines.reserveCapacity(source.count / 40)
  }

  /// Reads all rows. O(bytes).
  mutating func read() {
    if let broken = source.firstBrokenUTF8(in: source.indices) {
      let line = source[..<broken].count { $0 == 0x0A } + 1
      faults.append((line, .notUTF8))
    }
    place = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while place < source.count {
      let first = cells.count
      let startLine = line
      while readCell(startLine) {}
      line += 1
      let found = cells.count - first
      if header.isEmpty {
        header = cells
        cells.removeAll(keepingCapacity: true)
      } else if found == header.count {
        lines.append(Int32(startLine))
      } else {
        // A cell that cannot be read has been told of already.
        if faults.last?.line != startLine {
          faults.append((startLine, .width(expected: header.count, found: found)))
        }
        cells.removeLast(found)
      }
    }
  }

  /// Reads plain cells up to the end of the row, or one that is quoted; whether another cell
  /// follows in the row.
  private mutating func readCell(_ startLine: Int) -> Bool {
    if place < source.count, source[place] == 0x22 { return readQuotedCell(startLine) }
    let source = source
    let text = source.span
    let end = text.count
    var start = place
    var here = start
    while true {
      var byte: UInt8 = 0x0A
      while here < end {
        byte = text[here]
        // Commas, line ends and quotation marks are below every other byte but a blank and !.
        if byte <= 0x2C, byte == 0x2C || byte == 0x0A || byte == 0x22 { break }
        here += 1
      }
      if here < end, byte == 0x22 {
        faults.append((startLine, .strayQuote))
        while here < end, text[here] != 0x2C, text[here] != 0x0A { here += 1 }
      }
      let isLast = here >= end || text[here] == 0x0A
      let stop = isLast && here > start && text[here - 1] == 0x0D ? here - 1 : here
      cells.append(Cell(start..<stop))
      here += 1
      if isLast || (here < end && text[here] == 0x22) {
        place = here
        return !isLast
      }
      start = here
    }
  }

  private mutating func readQuotedCell(_ startLine: Int) -> Bool {
    let end = source.count
    guard readQuoted() else {
      faults.append((startLine, .unclosedQuote))
      return false
    }
    if place + 1 < end, source[place] == 0x0D, source[place + 1] == 0x0A { place += 1 }
    if place < end, source[place] != 0x2C, source[place] != 0x0A {
      faults.append((startLine, .strayQuote))
      while place < end, source[place] != 0x2C, source[place] != 0x0A { place += 1 }
    }
    let goesOn = place < end && source[place] == 0x2C
    place += 1
    return goesOn
  }

  /// Reads what stands in quotation marks; false where the closing one is missing.
  private mutating func readQuoted() -> Bool {
    let end = source.count
    let start = place + 1
    place = start
    var isDoubled = false
    while place < end {
      if source[place] == 0x22 {
        guard place + 1 < end, source[place + 1] == 0x22 else { break }
        isDoubled = true
        place += 1
      } else if source[place] == 0x0A {
        line += 1
      }
      place += 1
    }
    if place >= end { return false }
    if isDoubled {
      let tail = bytes.count
      var index = start
      while index < place {
        bytes.append(source[index])
        index += source[index] == 0x22 ? 2 : 1
      }
      cells.append(Cell(tail..<bytes.count))
    } else {
      cells.append(Cell(start..<place))
    }
    place += 1
    return true
  }
}
