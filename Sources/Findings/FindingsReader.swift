import Records

/// Reads `findings.csv` as `FindingWriter` writes it, row by row or at known offsets.
///
/// Cells are bytes of one buffer that every row reuses: memory does not depend on the size
/// of the file. Not safe for several threads at once; several readers of one file are.
package final class FindingsReader {
  /// Longer rows are refused, so that a quote that nobody closes cannot swallow the file.
  static let longestRow = 256 << 20

  package let path: String
  /// Place of the current row in the file, in bytes.
  package private(set) var offset = 0
  /// Line on which the current row starts, from 1; 0 after a look-up by offset.
  package private(set) var line = 0
  private let file: InputFile
  /// A stretch of the file, where it starts, and its quotes, commas and line ends.
  private var window: [UInt8] = []
  private var windowStart = 0
  private var places = BytePlaces()
  /// The first of `places` that is not before the next row.
  private var hit = 0
  /// Cells of the current row, guards taken away: in `window`, or in `unquoted` where some
  /// cell of the row has quotes.
  private var cells: [Range<Int>] = []
  private var unquoted: [UInt8] = []
  private var isPlain = true
  /// Cells of a row.
  private let width: Int
  /// Where the next row starts, in the file.
  private var place = 0
  private var nextLine = 1
  /// How much is read at once: little after a look-up, more the longer reading goes on.
  private var portion = 1 << 20

  /// Opens the file and checks its first line.
  package init(path: String) throws {
    self.path = path
    file = try InputFile(path: path)
    // The first line tells which of the two lists it is.
    let first = try Self.firstLine(file)
    width =
      first == Array(FindingWriter.tasksHeader.utf8)
      ? FindingColumn.allCases.count : FindingColumn.published
    guard try readRow() else { throw fault(.header) }
    let found = FindingColumn.allCases.prefix(width).map(text).joined(separator: ",") + "\n"
    guard found == FindingWriter.header || found == FindingWriter.tasksHeader else {
      throw fault(.header)
    }
  }

  /// Moves to the next row; false at the end of the file.
  package func next() throws -> Bool { try readRow() }

  /// Moves to the row that starts at `offset`, as `branches` or `offset` gave it.
  package func move(to offset: Int) throws {
    if offset != place {
      place = offset
      nextLine = 0
      if (windowStart..<(windowStart + window.count)).contains(offset) {
        findHit()
      } else {
        window.removeAll(keepingCapacity: true)
        windowStart = offset
        places.find(0x22, 0x2C, 0x0A, in: window, 0..<0)
        hit = 0
        portion = 1 << 10
      }
    }
    guard try readRow() else { throw fault(.changed) }
  }

  /// A cell of the current row. O(1).
  package subscript(column: FindingColumn) -> ArraySlice<UInt8> {
    if column.rawValue >= width { return [] }
    return isPlain ? window[cells[column.rawValue]] : unquoted[cells[column.rawValue]]
  }

  /// A cell of the current row as text.
  package func text(_ column: FindingColumn) -> String {
    String(decoding: self[column], as: UTF8.self)
  }

  /// A cell of the current row as a key, where it is short enough.
  package func shortKey(_ column: FindingColumn) -> ShortKey? {
    let bytes = isPlain ? window : unquoted
    return ShortKey(bytes.span.extracting(cells[column.rawValue]))
  }

  private static func firstLine(_ file: InputFile) throws -> [UInt8] {
    var start: [UInt8] = []
    _ = try file.read(at: 0, count: FindingWriter.tasksHeader.utf8.count, appendingTo: &start)
    return start
  }

  private func fault(_ kind: FindingsFault.Kind) -> FindingsFault {
    FindingsFault(path: path, line: line, offset: offset, kind: kind)
  }

  private func readRow() throws -> Bool {
    offset = place
    line = nextLine
    if cutPlainRow() { return true }
    guard let row = try findRow() else { return false }
    findHit()
    cells.removeAll(keepingCapacity: true)
    unquoted.removeAll(keepingCapacity: true)
    isPlain = false
    guard Self.split(window, row, into: &unquoted, &cells) else { throw fault(.textAfterQuote) }
    try checkCells()
    return true
  }

  /// Cuts the next row where it lies whole in `window`, has no quotes and the right number of
  /// cells: by far the most do. Changes nothing otherwise.
  private func cutPlainRow() -> Bool {
    var start = place - windowStart
    var hit = hit
    cells.removeAll(keepingCapacity: true)
    while hit < places.count {
      let end = places[hit]
      hit += 1
      let byte = window[end]
      if byte == 0x22 { return false }
      if start < end, window[start] == 0x27 { start += 1 }
      if byte == 0x0A {
        let last = end > start && window[end - 1] == 0x0D ? end - 1 : end
        cells.append(start..<last)
        guard cells.count == width else { return false }
        self.hit = hit
        place = windowStart + end + 1
        if nextLine > 0 { nextLine += 1 }
        isPlain = true
        return true
      }
      cells.append(start..<end)
      start = end + 1
    }
    return false
  }

  /// Looks for the first hit that is not before the next row. O(log of the window).
  private func findHit() {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place - windowStart { low = middle + 1 } else { high = middle }
    }
    hit = low
  }

  private func checkCells() throws {
    let expected = width
    guard cells.count == expected else {
      throw fault(offset == 0 ? .header : .cells(expected: expected, found: cells.count))
    }
  }

  /// The bytes of the next row in `window`, without its line end; nil at the end of the file.
  private func findRow() throws -> Range<Int>? {
    var scan = RowScan(index: place - windowStart)
    while !scan.findEnd(in: window) {
      // The rest of the window is the beginning of this row: keep it, and read on behind it.
      let start = place - windowStart
      if start > 0 {
        window.removeSubrange(0..<start)
        windowStart = place
        scan.index -= start
      }
      if window.count > Self.longestRow { throw fault(scan.isQuoted ? .quoteNotClosed : .cut) }
      let count = try file.read(
        at: windowStart + window.count, count: portion, appendingTo: &window)
      portion = min(portion * 4, 1 << 20)
      places.find(0x22, 0x2C, 0x0A, in: window, 0..<window.count)
      hit = 0
      if count == 0 {
        if window.isEmpty { return nil }
        throw fault(.cut)
      }
    }
    let start = place - windowStart
    place = windowStart + scan.index
    if nextLine > 0 { nextLine += scan.lineEnds }
    var last = scan.index - 1
    if last > start, window[last - 1] == 0x0D { last -= 1 }
    return start..<last
  }

  /// Looks for the end of a row, in as many stretches as it takes.
  private struct RowScan {
    var index: Int
    var isQuoted = false
    var lineEnds = 0

    /// Whether the row ends in `window`; `index` then is the place behind its line end.
    mutating func findEnd(in window: [UInt8]) -> Bool {
      while index < window.count {
        let byte = window[index]
        index += 1
        if byte == 0x22 {
          isQuoted.toggle()
        } else if byte == 0x0A {
          lineEnds += 1
          if !isQuoted { return true }
        }
      }
      return false
    }
  }

  /// Cuts a row into cells, and takes quotes and guarding apostrophes away.
  /// False where something stands behind a closing quote.
  private static func split(
    _ window: [UInt8], _ row: Range<Int>, into bytes: inout [UInt8], _ cells: inout [Range<Int>]
  ) -> Bool {
    var index = row.lowerBound
    while true {
      var isQuoted = false
      let first = bytes.count
      if index < row.upperBound, window[index] == 0x22 {
        isQuoted = true
        index += 1
      }
      if index < row.upperBound, window[index] == 0x27 { index += 1 }
      if isQuoted {
        while index < row.upperBound {
          let byte = window[index]
          index += 1
          if byte == 0x22 {
            guard index < row.upperBound, window[index] == 0x22 else { break }
            index += 1
          }
          bytes.append(byte)
        }
        guard index == row.upperBound || window[index] == 0x2C else { return false }
      } else {
        let start = index
        while index < row.upperBound, window[index] != 0x2C { index += 1 }
        bytes.append(contentsOf: window[start..<index])
      }
      cells.append(first..<bytes.count)
      if index == row.upperBound { return true }
      index += 1
    }
  }
}
