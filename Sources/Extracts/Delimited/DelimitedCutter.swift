import Records

/// Cuts the text of a piece into records.
struct DelimitedCutter {
  let columns: [CellReader.Column]
  let reader: CellReader
  let format: DelimitedFormat
  let newline: UInt8
  let path: String

  mutating func cut(_ batch: inout RecordBatch, scratch: inout CutScratch, notes: inout CutNotes) {
    let quoted: Bool
    switch format.quoting {
    case .none: quoted = false
    case .doubled(let quote): quoted = batch.bytes.contains(quote)
    case .backslash: quoted = batch.bytes.contains(0x5C)
    }
    if quoted { cutQuoted(&batch, &notes) } else { cutPlain(&batch, &scratch, &notes) }
  }

  /// Without quotes: every delimiter ends a cell, every line end a record.
  private func cutPlain(
    _ batch: inout RecordBatch, _ scratch: inout CutScratch, _ notes: inout CutNotes
  ) {
    let end = batch.bytes.count
    scratch.places.find(format.delimiter[0], newline, newline, in: batch.bytes, 0..<end)
    let width = batch.layout.width
    let length = format.delimiter.count
    let all = self.columns
    let columns = all.span
    var start = 0
    var recordStart = 0
    var column = 0
    var line: UInt32 = 0
    // Room for a record a line: cells are then only written to, never appended.
    let lines = batch.bytes.occurrences(of: newline, in: 0..<end) + 1
    var cells: [Cell] = []
    swap(&cells, &batch.cells)
    cells.append(contentsOf: repeatElement(.empty, count: lines * width))
    batch.lines.reserveCapacity(lines)
    var output = cells.mutableSpan
    var base = 0
    var index = 0
    let count = scratch.places.count
    while true {
      let place = index < count ? scratch.places[index] : end
      index += 1
      let isEnd = place >= end || batch.bytes[place] == newline
      if !isEnd, length > 1 {
        // The first byte of a longer delimiter; the rest must follow, and a delimiter is not
        // looked for inside another.
        if place < start || !matches(batch.bytes, place, end) { continue }
      }
      if !isEnd {
        if column < columns.count {
          let plan = columns[column]
          if plan.slot > 0 {
            output[base + plan.slot] = reader.cell(plan, start..<place, in: &batch.bytes)
          }
        }
        column += 1
        start = place + length
        continue
      }
      if place < start {
        // A line end inside the bytes of a delimiter cannot be: delimiters hold none.
        start = place
      }
      var stop = place
      if newline == 0x0A, stop > start, batch.bytes[stop - 1] == 0x0D { stop -= 1 }
      let isBlank =
        column == 0
        && (stop == recordStart || stop - recordStart == 1 && batch.bytes[recordStart] == 0x1A)
      if !isBlank {
        notes.rows += 1
        if !(format.trailingDelimiter && column == columns.count && stop == start) {
          if column < columns.count, columns[column].slot > 0 {
            output[base + columns[column].slot] = reader.cell(
              columns[column], start..<stop, in: &batch.bytes)
          }
          column += 1
        }
        if column == columns.count {
          batch.lines.append(line)
          base += width
        } else {
          for slot in 0..<width { output[base + slot] = .empty }
          reject(
            .cells(expected: columns.count, found: column), recordStart..<stop, line, batch, &notes)
        }
      }
      if place >= end { break }
      line += 1
      column = 0
      start = place + 1
      recordStart = start
      if start >= end { break }
    }
    cells.removeLast(cells.count - base)
    swap(&cells, &batch.cells)
  }

  private func matches(_ bytes: [UInt8], _ place: Int, _ end: Int) -> Bool {
    let delimiter = format.delimiter
    if place + delimiter.count > end { return false }
    var index = 1
    while index < delimiter.count {
      if bytes[place + index] != delimiter[index] { return false }
      index += 1
    }
    return true
  }

  /// With quotes or escapes: record by record.
  private func cutQuoted(_ batch: inout RecordBatch, _ notes: inout CutNotes) {
    let scanner = RecordScanner(
      delimiter: format.delimiter, quoting: format.quoting, newline: newline, doubleByte: false,
      cellLimit: RecordScanner.cellLimit(columns: columns.count))
    let end = batch.bytes.count
    let width = batch.layout.width
    var cells: [RecordScanner.FoundCell] = []
    var place = 0
    var line: UInt32 = 0
    while place < end {
      let start = place
      let result = scanner.scan(batch.bytes, from: start, to: end, isLast: true, cells: &cells)
      switch result {
      case .fault(let reason, let next):
        notes.rows += 1
        reject(reason, start..<next, line, batch, &notes)
        place = next
      case .record(let next):
        place = next
        if isBlank(cells, batch.bytes, start) { break }
        if format.trailingDelimiter, cells.count == columns.count + 1,
          cells.last?.range.isEmpty == true
        {
          cells.removeLast()
        }
        notes.rows += 1
        if cells.count != columns.count {
          reject(
            .cells(expected: columns.count, found: cells.count), start..<next, line, batch, &notes)
          break
        }
        let base = batch.cells.count
        for _ in 0..<width { batch.cells.append(.empty) }
        for (column, cell) in zip(columns, cells) where column.slot > 0 {
          let range = cell.escaped ? unescaped(cell, &batch.bytes) : cell.range
          batch.cells[base + column.slot] = reader.cell(column, range, in: &batch.bytes)
        }
        batch.lines.append(line)
      case .incomplete:
        // A last record is never incomplete.
        place = end
      }
      line += UInt32(batch.bytes.occurrences(of: newline, in: start..<place))
    }
  }

  /// Whether a line holds nothing, or the end mark of DOS; an empty cell in quotes is something.
  private func isBlank(_ cells: [RecordScanner.FoundCell], _ bytes: [UInt8], _ start: Int) -> Bool {
    guard cells.count == 1, cells[0].range.lowerBound == start else { return false }
    return cells[0].range.isEmpty || cells[0].range.count == 1 && bytes[start] == 0x1A
  }

  /// The cell without its doubled quotes or backslashes, at the end of the buffer.
  private func unescaped(_ cell: RecordScanner.FoundCell, _ bytes: inout [UInt8]) -> Range<Int> {
    let text = format.text(of: cell, in: bytes)
    let start = bytes.count
    bytes.append(contentsOf: text)
    return start..<bytes.count
  }

  /// Notes a row with its place in the text, not yet in the file.
  private func reject(
    _ reason: Reject.Reason, _ range: Range<Int>, _ line: UInt32, _ batch: RecordBatch,
    _ notes: inout CutNotes
  ) {
    var stop = range.upperBound
    while stop > range.lowerBound, batch.bytes[stop - 1] == 0x0A || batch.bytes[stop - 1] == 0x0D {
      stop -= 1
    }
    notes.rejects.append(
      Reject(
        path: path, line: batch.firstLine + Int(line),
        offset: range.lowerBound, reason: reason,
        raw: Reject.shortened(batch.bytes[range.lowerBound..<stop])))
  }
}

extension DelimitedFormat {
  /// The value of a cell, without its doubled quotes or backslashes.
  func text(of cell: RecordScanner.FoundCell, in bytes: [UInt8]) -> [UInt8] {
    if !cell.escaped { return Array(bytes[cell.range]) }
    let mark: UInt8
    if case .doubled(let quote) = quoting {
      mark = quote
    } else {
      mark = 0x5C
      // The one escape that stands for no character: no value.
      if bytes[cell.range].elementsEqual([0x5C, 0x4E]) { return [0x5C, 0x4E] }
    }
    var text: [UInt8] = []
    text.reserveCapacity(cell.range.count)
    var index = cell.range.lowerBound
    while index < cell.range.upperBound {
      if bytes[index] == mark, index + 1 < cell.range.upperBound { index += 1 }
      text.append(bytes[index])
      index += 1
    }
    return text
  }
}
