import CXLSXWriter
import Foundation
import Records

/// Why a workbook could not be written. Holds no value of a cell.
package struct WorkbookFault: Error, Equatable, Sendable, CustomStringConvertible {
  package enum Kind: Equatable, Sendable {
    /// The library's own words.
    case library(String)
    /// The disk is full or a temporary file is lost: the workbook lacks rows.
    case incomplete
    case rowOutOfOrder, outOfBounds
    /// Drop-down words that Excel cannot hold in a list: use a range of cells.
    case choicesTooLong
    case alreadyFinished
  }

  package let path: String
  package let kind: Kind

  package var description: String {
    let reason =
      switch kind {
      case .library(let words): words
      case .incomplete: "the temporary folder or the disk is full"
      case .rowOutOfOrder: "a row was written after a later one"
      case .outOfBounds: "a cell beyond the last row or column of a sheet"
      case .choicesTooLong: "the words of a drop-down list need more than 255 characters"
      case .alreadyFinished: "the workbook is finished"
      }
    return "\(path): cannot write the workbook: \(reason)"
  }
}

/// How a cell looks and what may be typed into it.
package enum WorkbookStyle: CaseIterable, Sendable {
  /// As typed, at the top of the cell.
  case plain
  case header, title
  /// Number format "text": identifiers stay as they are when someone edits them.
  case text
  case wrapped
  /// `yyyy-mm-dd`.
  case date
  /// Thousands apart, no decimals.
  case integer
  /// Two decimals.
  case amount
  /// `0.0%`.
  case percent
  case muted
  /// Text to be read with care: red.
  case warning
  /// A cell to fill in: unlocked in a protected sheet, coloured, text.
  case answer
}

/// Writes a workbook (.xlsx) row by row, in constant memory; equal contents give equal bytes.
///
/// A text is always a text: never a formula, a link or a number. Text that Excel would compute
/// once someone edits the cell gets the number format "text", too. Rows of a sheet are written
/// from top to bottom; sheets may be written in turn. Rows and columns count from 0. Not safe
/// for several threads at once.
@safe package final class WorkbookWriter {
  package struct Properties: Sendable {
    package var title: String
    package var author: String
    package var company: String
    package var comments: String
    /// Seconds since 1970-01-01 UTC, from the caller: a clock would change the bytes.
    package var created: Int

    package init(
      title: String, author: String = "", company: String = "", comments: String = "", created: Int
    ) {
      self.title = title
      self.author = author
      self.company = company
      self.comments = comments
      self.created = created
    }
  }

  package let path: String
  /// Names of the sheets so far, as Excel shows them.
  package private(set) var sheetNames: [String] = []
  private let handle: UnsafeMutablePointer<lxw_workbook>
  private var sheetHandles: [UnsafeMutablePointer<lxw_worksheet>] = unsafe []
  private var formats: [WorkbookStyle: OpaqueFormat] = [:]
  private var formulaLike: OpaqueFormat?
  fileprivate private(set) var finished = false

  @safe fileprivate struct OpaqueFormat { let pointer: UnsafeMutablePointer<lxw_format> }

  /// Makes the file, for its owner's eyes only; one that is there already is an error.
  /// Rows wait in files without a name in `temporaryFolder`.
  package init(
    creating path: String, properties: Properties, temporaryFolder: String? = nil
  ) throws {
    self.path = path
    try OutputFile.write([], creating: path)  // the library keeps its mode
    let folder = unsafe temporaryFolder.map { unsafe strdup($0) }
    defer { unsafe free(folder ?? nil) }
    var options = unsafe lxw_workbook_options(
      constant_memory: 1, tmpdir: folder ?? nil, use_zip64: 0)
    guard let handle = unsafe workbook_new_opt(path, &options) else {
      throw WorkbookFault(path: path, kind: .library("out of memory"))
    }
    unsafe self.handle = unsafe handle
    for style in WorkbookStyle.allCases { formats[style] = makeFormat(style) }
    let like = makeFormat(.wrapped)
    unsafe format_set_num_format(like.pointer, "@")
    formulaLike = like
    try set(properties)
  }

  deinit { if !finished { unsafe lxw_workbook_free(handle) } }

  private func set(_ properties: Properties) throws {
    let words = [properties.title, properties.author, properties.company, properties.comments]
    let texts = unsafe words.map { unsafe strdup(WorkbookText.short($0, 255)) }
    defer { for index in unsafe texts.indices { unsafe free(texts[index]) } }
    var values = unsafe lxw_doc_properties()
    unsafe values.title = unsafe texts[0]
    unsafe values.author = unsafe texts[1]
    unsafe values.company = unsafe texts[2]
    unsafe values.comments = unsafe texts[3]
    unsafe values.created = time_t(properties.created)
    try check(unsafe workbook_set_properties(handle, &values))
  }

  private func makeFormat(_ style: WorkbookStyle) -> OpaqueFormat {
    let format = unsafe workbook_add_format(handle)!
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    func border() {
      unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_border_color(format, 0xBFBFBF)
    }
    switch style {
    case .plain: break
    case .header:
      unsafe format_set_bold(format)
      unsafe format_set_text_wrap(format)
      unsafe format_set_bg_color(format, 0xD9E1F2)
      border()
    case .title:
      unsafe format_set_bold(format)
      unsafe format_set_font_size(format, 14)
    case .text:
      unsafe format_set_num_format(format, "@")
      border()
    case .wrapped:
      unsafe format_set_text_wrap(format)
      border()
    case .date:
      unsafe format_set_num_format(format, "yyyy-mm-dd")
      border()
    case .integer:
      unsafe format_set_num_format(format, "#,##0")
      border()
    case .amount:
      unsafe format_set_num_format(format, "#,##0.00")
      border()
    case .percent:
      unsafe format_set_num_format(format, "0.0%")
      border()
    case .muted:
      unsafe format_set_font_color(format, 0x7F7F7F)
      unsafe format_set_text_wrap(format)
      border()
    case .warning:
      unsafe format_set_font_color(format, 0xC00000)
      unsafe format_set_text_wrap(format)
      border()
    case .answer:
      unsafe format_set_num_format(format, "@")
      unsafe format_set_text_wrap(format)
      unsafe format_set_bg_color(format, 0xFFF2CC)
      unsafe format_set_unlocked(format)
      border()
    }
    return unsafe OpaqueFormat(pointer: format)
  }

  fileprivate func format(_ style: WorkbookStyle?) -> UnsafeMutablePointer<lxw_format>? {
    unsafe style.flatMap { unsafe formats[$0]?.pointer }
  }

  /// The format of a text in that style.
  fileprivate func format(
    _ style: WorkbookStyle?, for text: String
  ) -> UnsafeMutablePointer<lxw_format>? {
    switch style {
    case nil, .plain, .wrapped, .muted, .warning:
      if WorkbookText.looksLikeFormula(text) { return unsafe formulaLike?.pointer }
      return unsafe format(style)
    default: return unsafe format(style)
    }
  }

  fileprivate func check(_ error: lxw_error) throws {
    if error == LXW_NO_ERROR { return }
    let words = unsafe lxw_strerror(error).map { unsafe String(cString: $0) } ?? "error"
    throw WorkbookFault(path: path, kind: .library(words))
  }

  /// Adds a sheet behind the others; its name is made fit for Excel and unlike the others.
  package func addSheet(_ name: String, hidden: Bool = false) throws -> WorkbookSheet {
    if finished { throw WorkbookFault(path: path, kind: .alreadyFinished) }
    let fit = WorkbookText.sheetName(name, taken: Set(sheetNames.map { $0.lowercased() }))
    guard let sheet = unsafe workbook_add_worksheet(handle, fit) else {
      throw WorkbookFault(path: path, kind: .library("no sheet of that name can be made"))
    }
    if hidden { unsafe worksheet_hide(sheet) }
    sheetNames.append(fit)
    unsafe sheetHandles.append(sheet)
    return unsafe WorkbookSheet(self, fit, sheet)
  }

  /// Writes what is left and brings the file to the disk. Throws where any of it, temporary
  /// files included, did not find room.
  package func finish() throws {
    if finished { throw WorkbookFault(path: path, kind: .alreadyFinished) }
    // The library does not look whether its temporary files could be written.
    var sizes: [Int] = []
    var lost = false
    for index in sheetNames.indices {
      let size = unsafe waitingBytes(sheetHandles[index])
      sizes.append(size ?? 0)
      if size == nil { lost = true }
    }
    finished = true
    let error = unsafe workbook_close(handle)
    if lost { throw WorkbookFault(path: path, kind: .incomplete) }
    try check(error)
    try verify(sizes)
  }

  /// Bytes of a sheet's rows in its temporary file; `nil` where some of them were lost.
  private func waitingBytes(_ sheet: UnsafeMutablePointer<lxw_worksheet>) -> Int? {
    guard let file = unsafe sheet.pointee.optimize_tmpfile else { return 0 }
    unsafe lxw_worksheet_write_single_row(sheet)
    guard unsafe fflush(file) == 0, unsafe ferror(file) == 0 else { return nil }
    let size = unsafe ftell(file)
    return size < 0 ? nil : size
  }

  /// Holds the sizes that the file's directory gives for the sheets against what was written,
  /// and flushes the file.
  private func verify(_ sizes: [Int]) throws {
    let file = try InputFile(path: path)
    var tail: [UInt8] = []
    let start = max(file.size - (1 << 20), 0)
    _ = try file.read(at: start, count: file.size - start, appendingTo: &tail)
    var found = 0
    func number(_ place: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 | Int(tail[place + $1]) << ($1 * 8) }
    }
    for place in tail.indices where tail[place] == 0x50 && place + 46 < tail.count {
      guard tail[place + 1] == 0x4B, tail[place + 2] == 1, tail[place + 3] == 2 else { continue }
      let length = number(place + 28, 2)
      guard place + 46 + length <= tail.count else { continue }
      let name = String(decoding: tail[(place + 46)..<(place + 46 + length)], as: UTF8.self)
      guard name.hasPrefix("xl/worksheets/sheet"), name.hasSuffix(".xml"),
        let index = Int(name.dropFirst(19).dropLast(4)), sizes.indices.contains(index - 1)
      else { continue }
      if number(place + 24, 4) < sizes[index - 1] {
        throw WorkbookFault(path: path, kind: .incomplete)
      }
      found += 1
    }
    if found != sizes.count { throw WorkbookFault(path: path, kind: .incomplete) }
    let descriptor = unsafe Foundation.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFault("open", path) }
    defer { close(descriptor) }
    if fsync(descriptor) != 0 { throw SystemFault("flush", path) }
  }
}

/// A sheet of a workbook being written.
@safe package final class WorkbookSheet {
  /// What Excel offers and says in a cell to fill in.
  package struct Choice: Sendable {
    package enum Source: Sendable {
      /// The words themselves: no comma in them, at most 255 characters in all.
      case words([String])
      /// Cells of one column of a sheet, such as a hidden one.
      case cells(sheet: String, column: Int, rows: ClosedRange<Int>)
    }
    package var source: Source
    package var promptTitle: String
    package var prompt: String
    package var errorTitle: String
    package var error: String
    /// Refuse other words; otherwise Excel only warns.
    package var strict: Bool

    package init(
      _ source: Source, promptTitle: String = "", prompt: String = "", errorTitle: String = "",
      error: String = "", strict: Bool = true
    ) {
      self.source = source
      self.promptTitle = promptTitle
      self.prompt = prompt
      self.errorTitle = errorTitle
      self.error = error
      self.strict = strict
    }
  }

  /// The name as Excel shows it.
  package let name: String
  private let writer: WorkbookWriter
  private let handle: UnsafeMutablePointer<lxw_worksheet>
  private var row = 0

  fileprivate init(
    _ writer: WorkbookWriter, _ name: String, _ handle: UnsafeMutablePointer<lxw_worksheet>
  ) {
    self.writer = writer
    self.name = name
    unsafe self.handle = unsafe handle
  }

  /// The sheet, which is there as long as the workbook is not finished.
  private func live() throws -> UnsafeMutablePointer<lxw_worksheet> {
    if writer.finished { throw WorkbookFault(path: writer.path, kind: .alreadyFinished) }
    return unsafe handle
  }

  private func place(_ row: Int, _ column: Int) throws -> (UInt32, UInt16) {
    guard (0..<1_048_576).contains(row), (0..<16_384).contains(column) else {
      throw WorkbookFault(path: writer.path, kind: .outOfBounds)
    }
    if row < self.row { throw WorkbookFault(path: writer.path, kind: .rowOutOfOrder) }
    self.row = row
    return (UInt32(row), UInt16(column))
  }

  /// A text, whatever it looks like. What is longer than a cell may be is cut, with "…".
  package func write(_ text: String, row: Int, column: Int, style: WorkbookStyle? = nil) throws {
    let sheet = unsafe try live()
    let (r, c) = try place(row, column)
    let format = unsafe writer.format(style, for: text)
    try writer.check(unsafe worksheet_write_string(sheet, r, c, WorkbookText.cell(text), format))
  }

  /// A number; one that is not finite becomes an empty cell.
  package func write(
    number: Double, row: Int, column: Int, style: WorkbookStyle? = nil
  ) throws {
    let sheet = unsafe try live()
    let (r, c) = try place(row, column)
    let format = unsafe writer.format(style)
    let error =
      number.isFinite
      ? unsafe worksheet_write_number(sheet, r, c, number, format)
      : unsafe worksheet_write_blank(sheet, r, c, format)
    try writer.check(error)
  }

  /// A day as Excel counts; one before 1900-03-01 as text, for Excel counts those wrongly.
  package func write(day: Day, row: Int, column: Int, style: WorkbookStyle = .date) throws {
    if day.number < -25_508 {
      try write(day.description, row: row, column: column, style: .text)
    } else {
      try write(number: Double(day.number) + 25_569, row: row, column: column, style: style)
    }
  }

  /// An empty cell that shows its style.
  package func writeBlank(row: Int, column: Int, style: WorkbookStyle) throws {
    let sheet = unsafe try live()
    let (r, c) = try place(row, column)
    try writer.check(unsafe worksheet_write_blank(sheet, r, c, writer.format(style)))
  }

  /// A title over several columns of one row.
  package func write(
    title: String, row: Int, columns: ClosedRange<Int>, style: WorkbookStyle = .title
  ) throws {
    guard columns.count > 1 else {
      return try write(title, row: row, column: columns.lowerBound, style: style)
    }
    let sheet = unsafe try live()
    let (r, first) = try place(row, columns.lowerBound)
    let (_, last) = try place(row, columns.upperBound)
    let format = unsafe writer.format(style)
    try writer.check(
      unsafe worksheet_merge_range(sheet, r, first, r, last, WorkbookText.cell(title), format))
  }

  /// Height in points; set it before a later row is written.
  package func setHeight(_ points: Double, row: Int) throws {
    let sheet = unsafe try live()
    let (r, _) = try place(row, 0)
    try writer.check(unsafe worksheet_set_row(sheet, r, points, nil))
  }

  /// Width in characters, of a Latin digit. Cells that are never written take the style.
  package func setWidth(
    _ width: Double, columns: ClosedRange<Int>, style: WorkbookStyle? = nil, hidden: Bool = false
  ) throws {
    let sheet = unsafe try live()
    guard columns.lowerBound >= 0, columns.upperBound < 16_384 else {
      throw WorkbookFault(path: writer.path, kind: .outOfBounds)
    }
    var options = lxw_row_col_options()
    options.hidden = hidden ? 1 : 0
    try writer.check(
      unsafe worksheet_set_column_opt(
        sheet, UInt16(columns.lowerBound), UInt16(columns.upperBound), width,
        writer.format(style), &options))
  }

  /// Keeps so many rows and columns in view.
  package func freeze(rows: Int, columns: Int) throws {
    unsafe worksheet_freeze_panes(try live(), UInt32(rows), UInt16(columns))
  }

  package func addFilter(rows: ClosedRange<Int>, columns: ClosedRange<Int>) throws {
    try writer.check(
      unsafe worksheet_autofilter(
        try live(), UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
        UInt16(columns.upperBound)))
  }

  /// Offers a drop-down list in the cells.
  package func addChoice(
    _ choice: Choice, rows: ClosedRange<Int>, columns: ClosedRange<Int>
  ) throws {
    let sheet = unsafe try live()
    var texts = unsafe [UnsafeMutablePointer<CChar>?]()
    defer { for index in unsafe texts.indices { unsafe free(texts[index]) } }
    func keep(_ text: String) -> UnsafeMutablePointer<CChar>? {
      let copy = unsafe strdup(text)
      unsafe texts.append(copy)
      return unsafe copy
    }
    func message(_ text: String, _ length: Int) -> UnsafeMutablePointer<CChar>? {
      unsafe text.isEmpty ? nil : keep(WorkbookText.short(text, length))
    }
    var validation = unsafe lxw_data_validation()
    unsafe validation.input_title = unsafe message(choice.promptTitle, 32)
    unsafe validation.input_message = unsafe message(choice.prompt, 255)
    unsafe validation.error_title = unsafe message(choice.errorTitle, 32)
    unsafe validation.error_message = unsafe message(choice.error, 255)
    unsafe validation.error_type = UInt8(
      (choice.strict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING).rawValue)
    func add() throws {
      try writer.check(
        unsafe worksheet_data_validation_range(
          sheet, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
          UInt16(columns.upperBound), &validation))
    }
    switch choice.source {
    case .words(let words):
      guard words.joined(separator: ",").utf16.count <= 255, !words.isEmpty,
        !words.contains(where: { $0.contains(",") || $0.isEmpty || $0.hasPrefix("=") })
      else { throw WorkbookFault(path: writer.path, kind: .choicesTooLong) }
      var list = unsafe words.map { unsafe keep($0) } + [nil]
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      try unsafe list.withUnsafeMutableBufferPointer { memory in
        unsafe validation.value_list = memory.baseAddress
        try add()
      }
    case .cells(let name, let column, let cells):
      let letters = Self.letters(column)
      let quoted = name.replacing("'", with: "''")
      let formula =
        "='\(quoted)'!$\(letters)$\(cells.lowerBound + 1):$\(letters)$\(cells.upperBound + 1)"
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      unsafe validation.value_formula = unsafe keep(formula)
      try add()
    }
  }

  /// `A`, `B` … `XFD` for a column from 0.
  static func letters(_ column: Int) -> String {
    var text = ""
    var rest = column + 1
    while rest > 0 {
      text = String(Character(Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26)))) + text
      rest = (rest - 1) / 26
    }
    return text
  }

  /// A4 across, one page wide, the header row on every page, page numbers below.
  package func setUpPrinting(headerRow: Int?, header: String, footer: String = "") throws {
    let sheet = unsafe try live()
    unsafe worksheet_set_landscape(sheet)
    unsafe worksheet_set_paper(sheet, 9)
    unsafe worksheet_fit_to_pages(sheet, 1, 0)
    unsafe worksheet_set_margins(sheet, 0.4, 0.4, 0.7, 0.6)
    if let headerRow {
      try writer.check(unsafe worksheet_repeat_rows(sheet, UInt32(headerRow), UInt32(headerRow)))
    }
    // "&" begins a code in these.
    func plain(_ text: String) -> String {
      WorkbookText.short(text, 100).replacing("&", with: "&&").replacing("\n", with: " ")
    }
    if !header.isEmpty {
      try writer.check(unsafe worksheet_set_header(sheet, "&L" + plain(header)))
    }
    try writer.check(unsafe worksheet_set_footer(sheet, "&L" + plain(footer) + "&R&P / &N"))
  }

  /// Lets people fill in unlocked cells only, sort, filter, and change widths and heights.
  package func protect(password: String? = nil) throws {
    var options = lxw_protection()
    options.format_columns = 1
    options.format_rows = 1
    options.sort = 1
    options.autofilter = 1
    unsafe worksheet_protect(try live(), password, &options)
  }

  /// Shows this sheet when the workbook is opened.
  package func activate() throws { unsafe worksheet_activate(try live()) }
}
