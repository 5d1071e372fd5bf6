import Records

/// A workbook (.xlsx, transitional or strict), row by row. Not safe for several threads at once.
///
/// Cells hold what was typed or computed, rendered for reading; formulas are never run. The
/// `dimension` of a sheet is not believed. A row that a sheet leaves out is left out here:
/// `WorkbookRow.number` tells. Blanks around a text stay.
package final class WorkbookReader {
  package struct Limits: Sendable {
    package var container: ZipContainer.Limits
    package var xml: XMLStream.Limits
    /// Most bytes of all shared strings; they stay in memory. At most 4 GiB.
    package var stringBytes: Int
    /// Most bytes of one row. At most 4 GiB.
    package var rowBytes: Int

    package init(
      container: ZipContainer.Limits = .init(), xml: XMLStream.Limits = .init(),
      stringBytes: Int = 1 << 30, rowBytes: Int = 64 << 20
    ) {
      self.container = container
      self.xml = xml
      self.stringBytes = min(stringBytes, Int(UInt32.max))
      self.rowBytes = min(rowBytes, Int(UInt32.max))
    }
  }

  package struct Sheet: Sendable, Equatable {
    package enum Visibility: Sendable { case visible, hidden, veryHidden }
    package let name: String
    package let visibility: Visibility
    let part: String
  }

  package static let mostRows = 1_048_576
  package static let mostColumns = 16_384

  package let path: String
  /// Worksheets in the order of the workbook, hidden ones too; no chart sheets.
  package let sheets: [Sheet]
  /// Days count from 1904-01-01, as in workbooks of the old Macintosh.
  package let since1904: Bool

  private let zip: ZipContainer
  private let limits: Limits
  private let strings: SharedStrings
  private let styles: CellStyles
  private var rows: RowStream?

  package init(path: String, limits: Limits = Limits()) throws {
    self.path = path
    self.limits = limits
    let zip = try ZipContainer(path: path, limits: limits.container)
    self.zip = zip
    func open(_ part: String) throws -> XMLStream {
      try zip.open(part)
      return XMLStream(path: path, part: part, limits: limits.xml) { count, buffer in
        try zip.read(count, appendingTo: &buffer)
      }
    }
    func relations(of part: String) throws -> [Relation] {
      let (folder, name) = Self.split(part)
      let file = folder + "_rels/" + name + ".rels"
      return zip.part(named: file) == nil ? [] : try Relation.read(open(file), folder: folder)
    }
    let main =
      try relations(of: "").first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml"
    if main.lowercased().hasSuffix(".bin") { throw ContainerFault(path, .binaryWorkbook) }
    if zip.part(named: main) == nil { throw ContainerFault(path, .notAWorkbook) }
    let relations = try relations(of: main)
    (sheets, since1904) = try Self.readWorkbook(open(main), relations)
    if let part = relations.first(where: { $0.kind == "sharedStrings" })?.target {
      strings = try SharedStrings(reading: open(part), limit: limits.stringBytes)
    } else {
      strings = SharedStrings()
    }
    if let part = relations.first(where: { $0.kind == "styles" })?.target {
      styles = try CellStyles(reading: open(part))
    } else {
      styles = CellStyles()
    }
  }

  private static func split(_ part: String) -> (folder: String, name: String) {
    guard let slash = part.lastIndex(of: "/") else { return ("", part) }
    return (String(part[...slash]), String(part[part.index(after: slash)...]))
  }

  private static func readWorkbook(
    _ stream: XMLStream, _ relations: [Relation]
  ) throws -> ([Sheet], Bool) {
    let (workbook, properties, sheet) = (
      stream.name("workbook"), stream.name("workbookPr"), stream.name("sheet")
    )
    let (date1904, name, id, state) = (
      stream.name("date1904"), stream.name("name"), stream.name("id"), stream.name("state")
    )
    var sheets: [Sheet] = []
    var since1904 = false
    var isWorkbook = false
    while let event = try stream.next() {
      switch event {
      case .start(workbook): isWorkbook = true
      case .start(properties):
        since1904 = ["1", "true", "on"].contains(stream.text(of: date1904) ?? "")
      case .start(sheet):
        let relation = relations.first { $0.id == stream.text(of: id) }
        guard let relation, relation.kind == "worksheet" else { break }
        let visibility: Sheet.Visibility =
          switch stream.text(of: state) {
          case "hidden": .hidden
          case "veryHidden": .veryHidden
          default: .visible
          }
        sheets.append(
          Sheet(name: stream.text(of: name) ?? "", visibility: visibility, part: relation.target))
      default: break
      }
    }
    if !isWorkbook { throw ContainerFault(stream.path, .notAWorkbook, .init(part: stream.part)) }
    return (sheets, since1904)
  }

  /// Begins with the first row of a sheet.
  package func open(sheet index: Int) throws {
    guard sheets.indices.contains(index) else { throw ContainerFault(path, .noSuchSheet) }
    let (zip, part) = (zip, sheets[index].part)
    rows = nil
    try zip.open(part)
    rows = RowStream(
      XMLStream(path: path, part: part, limits: limits.xml) { count, buffer in
        try zip.read(count, appendingTo: &buffer)
      }, strings, styles, since1904, limits.rowBytes)
  }

  /// The same by name, without regard to case, as Excel does.
  package func open(sheet name: String) throws {
    let index =
      sheets.firstIndex { $0.name == name }
      ?? sheets.firstIndex { $0.name.lowercased() == name.lowercased() }
    try open(sheet: index ?? -1)
  }

  /// Reads the next row of the open sheet; false after the last one, with the sheet read to
  /// its end and its check sum held.
  package func nextRow(into row: inout WorkbookRow) throws -> Bool {
    guard let rows else { return false }
    return try rows.next(into: &row)
  }
}

/// A relationship between parts of the container.
private struct Relation {
  let id: String
  /// Last component of its type: the same in transitional and strict workbooks.
  let kind: String
  /// The part it leads to.
  let target: String

  static func read(_ stream: XMLStream, folder: String) throws -> [Relation] {
    let (relationship, id, type, target, mode) = (
      stream.name("Relationship"), stream.name("Id"), stream.name("Type"), stream.name("Target"),
      stream.name("TargetMode")
    )
    var relations: [Relation] = []
    while let event = try stream.next() {
      guard event == .start(relationship), stream.text(of: mode) != "External" else { continue }
      let kind = (stream.text(of: type) ?? "").split(separator: "/").last.map(String.init) ?? ""
      relations.append(
        Relation(
          id: stream.text(of: id) ?? "", kind: kind,
          target: resolve(stream.text(of: target) ?? "", folder)))
    }
    return relations
  }

  private static func resolve(_ target: String, _ folder: String) -> String {
    var steps: [Substring] = []
    for step in ((target.hasPrefix("/") ? "" : folder) + target).split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

/// The rows of one sheet.
private final class RowStream {
  private let stream: XMLStream
  private let strings: SharedStrings
  private let styles: CellStyles
  private let since1904: Bool
  private let rowBytes: Int
  private let names: TextNames
  private let (sheetData, rowName, cell, value, inline, formula):
    (
      XMLStream.Name, XMLStream.Name, XMLStream.Name, XMLStream.Name, XMLStream.Name, XMLStream.Name
    )
  private let (reference, style, type): (XMLStream.Name, XMLStream.Name, XMLStream.Name)
  private var inData = false
  private var number = 0
  /// Value of the cell being read.
  private var text: [UInt8] = []

  init(
    _ stream: XMLStream, _ strings: SharedStrings, _ styles: CellStyles, _ since1904: Bool,
    _ rowBytes: Int
  ) {
    self.stream = stream
    self.strings = strings
    self.styles = styles
    self.since1904 = since1904
    self.rowBytes = rowBytes
    names = TextNames(stream)
    sheetData = stream.name("sheetData")
    rowName = stream.name("row")
    cell = stream.name("c")
    value = stream.name("v")
    inline = stream.name("is")
    formula = stream.name("f")
    reference = stream.name("r")
    style = stream.name("s")
    type = stream.name("t")
  }

  func next(into row: inout WorkbookRow) throws -> Bool {
    while let event = try stream.next() {
      switch event {
      case .start(sheetData): inData = true
      case .end(sheetData): inData = false
      case .start(rowName) where inData:
        number += 1
        if let given = stream.attribute(reference) { number = try rowNumber(given) }
        guard (1...WorkbookReader.mostRows).contains(number) else {
          throw stream.fault(.badReference)
        }
        row.begin(number)
        try readCells(into: &row)
        return true
      default: break
      }
    }
    return false
  }

  private func rowNumber(_ range: Range<Int>) throws -> Int {
    guard let number = stream.bytes.decimal(range) else { throw stream.fault(.badReference) }
    return number
  }

  private func readCells(into row: inout WorkbookRow) throws {
    var column = -1
    while let event = try stream.next() {
      switch event {
      case .start(cell):
        column += 1
        if let given = stream.attribute(reference) {
          guard let found = stream.bytes.column(given) else { throw stream.fault(.badReference) }
          column = found
        }
        guard column < WorkbookReader.mostColumns else { throw stream.fault(.badReference) }
        try readCell(column, into: &row)
        if row.bytes.count > rowBytes { throw stream.fault(.recordTooLong(limit: rowBytes)) }
      case .end(rowName): return
      default: break
      }
    }
  }

  /// Type of a cell by its attribute `t`.
  private enum Content { case number, shared, inline, formulaText, boolean, error, isoDate }

  private func content() -> Content {
    guard let range = stream.attribute(type), let first = range.first else { return .number }
    switch (stream.bytes[first], range.count) {
    case (UInt8(ascii: "s"), 1): return .shared
    case (UInt8(ascii: "s"), _): return .formulaText
    case (UInt8(ascii: "i"), _): return .inline
    case (UInt8(ascii: "b"), _): return .boolean
    case (UInt8(ascii: "e"), _): return .error
    case (UInt8(ascii: "d"), _): return .isoDate
    default: return .number
    }
  }

  private func readCell(_ column: Int, into row: inout WorkbookRow) throws {
    let content = content()
    let style = stream.attribute(style).flatMap { stream.bytes.decimal($0) } ?? 0
    let start = row.bytes.count
    text.removeAll(keepingCapacity: true)
    var inValue = false
    var hasFormula = false
    var hasInline = false
    reading: while let event = try stream.next() {
      switch event {
      case .text where inValue:
        stream.appendText(to: &text)
        if text.count > rowBytes { throw stream.fault(.recordTooLong(limit: rowBytes)) }
      case .start(value): inValue = true
      case .end(value): inValue = false
      case .start(formula): hasFormula = true
      case .start(inline):
        try names.appendText(until: inline, of: stream, to: &row.bytes, limit: rowBytes)
        hasInline = true
      case .end(cell): break reading
      default: break
      }
    }
    if hasInline {
      row.set(column, row.bytes.count == start ? .empty : .text, from: start)
    } else if !text.isEmpty {
      row.set(column, try append(content, style, to: &row.bytes), from: start)
    } else if hasFormula {
      // The result "" of a formula is known; no result is not.
      row.set(column, content == .formulaText ? .empty : .formulaWithoutResult, from: start)
    }
  }

  /// Appends the value in `text` as people read it.
  private func append(
    _ content: Content, _ style: Int, to bytes: inout [UInt8]
  ) throws -> WorkbookRow.Kind {
    let whole = 0..<text.count
    switch content {
    case .shared:
      guard let index = text.decimal(whole), let range = strings.range(of: index) else {
        throw stream.fault(.badReference)
      }
      if range.isEmpty { return .empty }
      bytes.append(contentsOf: strings.bytes[range])
      return .text
    case .inline, .formulaText:
      let start = bytes.count
      bytes.append(contentsOf: text)
      bytes.decodeEscapes(from: start)
      return .text
    case .boolean:
      bytes.append(
        contentsOf: (text == [0x31] || text == Array("true".utf8) ? "TRUE" : "FALSE").utf8)
      return .boolean
    case .error:
      bytes.append(contentsOf: text)
      return .error
    case .isoDate:
      CellNumber.append(iso: whole, of: text, to: &bytes)
      return .date
    case .number:
      let format = styles.format(of: style)
      if format != .number,
        CellNumber.append(serial: whole, of: text, format: format, since1904: since1904, to: &bytes)
      {
        return .date
      }
      return CellNumber.append(whole, of: text, to: &bytes)
    }
  }
}

extension [UInt8] {
  /// The number that up to nine digits are, or `nil`.
  fileprivate func decimal(_ range: Range<Int>) -> Int? {
    guard (1...9).contains(range.count) else { return nil }
    var number = 0
    for index in range {
      guard (0x30...0x39).contains(self[index]) else { return nil }
      number = number * 10 + Int(self[index] - 0x30)
    }
    return number
  }

  /// The column, from 0, of a reference such as `AB12`.
  fileprivate func column(_ range: Range<Int>) -> Int? {
    var column = 0
    var place = range.lowerBound
    while place < range.upperBound, (0x41...0x5A).contains(self[place] & 0xDF),
      place - range.lowerBound < 4
    {
      column = column * 26 + Int(self[place] & 0xDF) - 0x40
      place += 1
    }
    guard column > 0, decimal(place..<range.upperBound) != nil else { return nil }
    return column - 1
  }
}
