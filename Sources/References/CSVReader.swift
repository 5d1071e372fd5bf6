import Records

/// Cuts the bytes of a CSV table (UTF-8, RFC 4180, a header line) into cells.
///
/// Reads on after a fault as far as the rest can be told apart, so that all are found.
struct CSVReader {
  /// The bytes of the file, and behind them cells whose doubled quotation marks were resolved.
  private(set) var bytes: [UInt8]
  /// Row by row, `width` each; the header first.
  private(set) var cells: [Cell] = []
  /// Line on which each row begins, counted from 1.
  private(set) var lines: [Int32] = []
  private(set) var width = 0
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
      if width == 0 { width = found }
      if found == width {
        lines.append(Int32(startLine))
      } else {
        // A cell that cannot be read has been told of already.
        if faults.last?.line != startLine {
          faults.append((startLine, .width(expected: width, found: found)))
        }
        cells.removeLast(found)
      }
    }
  }

  /// Reads a cell and what ends it; whether another one follows in the row.
  private mutating func readCell(_ startLine: Int) -> Bool {
    let end = source.count
    if place < end, source[place] == 0x22 {
      guard readQuoted() else {
        faults.append((startLine, .unclosedQuote))
        return false
      }
      if place < end, source[place] == 0x0D, place + 1 < end, source[place + 1] == 0x0A {
        place += 1
      }
      if place < end, source[place] != 0x2C, source[place] != 0x0A {
        faults.append((startLine, .strayQuote))
        while place < end, source[place] != 0x2C, source[place] != 0x0A { place += 1 }
      }
    } else {
      let start = place
      var isStray = false
      while place < end {
        let byte = source[place]
        if byte == 0x2C || byte == 0x0A { break }
        if byte == 0x22 { isStray = true }
        place += 1
      }
      if isStray { faults.append((startLine, .strayQuote)) }
      var stop = place
      if stop > start, source[stop - 1] == 0x0D, place >= end || source[place] == 0x0A {
        stop -= 1
      }
      cells.append(Cell(start..<stop))
    }
    let goesOn = place < end && source[place] == 0x2C
    place += 1
    return goesOn
  }

  /// Reads a quoted cell up to its closing mark; false where there is none.
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
