import Findings
import Records

/// The sheets that list the findings, and take the answers.
extension BranchBook {
  /// Heading and width of every column.
  var columns: [(heading: String, width: Double)] {
    let words = words
    let isChinese = settings.language == .zh
    return [
      (words.number, 5.5), (words.record, 15), (words.customer, 14), (words.party, 9),
      (words.owner, 9),
      (words.severity, 9), (words.problem, 14), (words.claim, 20),
      (words.element, isChinese ? 11 : 13), (words.value, Self.codeWidth), (words.expected, 16),
      (words.suggestion, Self.codeWidth), (words.confidence, 7), (words.evidence, 18),
      (words.action, isChinese ? 11 : 13), (words.remedy, 20), (words.answer, 15),
      (words.corrected, 15), (words.remarks, 13), (words.findingID, 19),
    ]
  }

  /// Room for an identity number of 18 digits.
  static let codeWidth = 19.5

  /// Columns that the branch fills in.
  static let answerColumns = 16...18

  func writeList(_ reader: FindingsReader, _ writer: WorkbookWriter) throws {
    var start = 0
    var number = 1
    while start < tasks.rows.count {
      let end = min(start + settings.rowsPerSheet, tasks.rows.count)
      let sheet = try writer.addSheet(words.listSheet(number))
      try writeRows(start..<end, reader, sheet)
      start = end
      number += 1
    }
  }

  private func writeRows(
    _ range: Range<Int>, _ reader: FindingsReader, _ sheet: WorkbookSheet
  ) throws {
    let columns = columns
    for (index, column) in columns.enumerated() {
      try sheet.setWidth(column.width, columns: index...index)
    }
    try sheet.setHeight(33, row: 0)
    for (index, column) in columns.enumerated() {
      try sheet.write(column.heading, row: 0, column: index, style: .header)
    }
    var last: Int32 = -1
    for index in range {
      let task = tasks.rows[index]
      try reader.move(to: task.offset)
      try writeRow(
        index, reader, isFirst: task.customer != last, columns.map(\.width), sheet,
        row: index - range.lowerBound + 1)
      last = task.customer
    }
    try sheet.freeze(rows: 1, columns: 3)
    try sheet.addFilter(rows: 0...range.count, columns: 0...(columns.count - 1))
    try sheet.addChoice(
      .init(
        .words(Answer.allCases.map { $0.title[settings.language] }), promptTitle: words.answer,
        prompt: words.choosePrompt, errorTitle: words.answer, error: words.chooseError),
      rows: 1...range.count,
      columns: Self.answerColumns.lowerBound...Self.answerColumns.lowerBound)
    try sheet.setUpPrinting(headerRow: 0, header: pageHeader, footer: words.footer)
  }

  /// `isFirst`: the finding is the first of its customer on the sheet. The customer's number
  /// is repeated in every row, for filters, but paler.
  private func writeRow(
    _ index: Int, _ finding: FindingsReader, isFirst: Bool, _ widths: [Double],
    _ sheet: WorkbookSheet, row: Int
  ) throws {
    let language = settings.language
    let rule = rules[finding.text(.ruleID)]
    let element = DataElement.named(finding.text(.element))
    let party = Party(rawValue: finding.text(.party))
    let severity = Severity(rawValue: finding.text(.severity))
    let action = Action(rawValue: finding.text(.action))
    var column = 0
    var height = RowHeight()
    func write(_ text: String, _ style: WorkbookStyle = .wrapped) throws {
      if style != .text { height.add(text, width: widths[column]) }
      try sheet.write(text, row: row, column: column, style: style)
      column += 1
    }
    try sheet.write(number: Double(index + 1), row: row, column: column, style: .integer)
    column += 1
    try write(finding.text(.recordKey), isFirst ? .text : .muted)
    var customer = Array(finding[.customer])
    if settings.masksNames || settings.masking.hides(.name) {
      customer.mask()
    }
    try write(String(decoding: customer, as: UTF8.self), isFirst ? .wrapped : .muted)
    try write(party?.title[language] ?? finding.text(.party), isFirst ? .wrapped : .muted)
    try write(finding.text(.owner), isFirst ? .text : .muted)
    try write(
      severity?.title[language] ?? finding.text(.severity),
      severity == .blocking ? .warning : severity == .notice ? .muted : .wrapped)
    try write(title(of: finding.text(.ruleID), named: finding.text(.rule)))
    try write(rule?.claim[language] ?? "")
    try write(element?.facts.title[language] ?? finding.text(.element))
    let isHidden = element.map(settings.masking.hides) ?? false
    try writeValue(finding[.value], isHidden, write)
    try writeValue(finding[.expected], false, write)
    try writeValue(finding[.suggestion], isHidden, write)
    if let confidence = Double(finding.text(.confidence)) {
      try sheet.write(number: confidence, row: row, column: column, style: .integer)
      column += 1
    } else {
      try write("")
    }
    try write(finding.text(.evidence))
    try write(action?.title[language] ?? finding.text(.action))
    try write(rule?.remedy[language] ?? "")
    for _ in Self.answerColumns {
      try sheet.writeBlank(row: row, column: column, style: .answer)
      column += 1
    }
    try write(finding.text(.findingID), .text)
    try sheet.setHeight(height.points, row: row)
  }

  /// A value of the record or for it. Codes and numbers are kept as text even when someone
  /// types into the cell; longer texts go over several lines.
  private func writeValue(
    _ value: ArraySlice<UInt8>, _ isHidden: Bool,
    _ write: (String, WorkbookStyle) throws -> Void
  ) throws {
    var value = Array(value)
    if isHidden { value.mask() }
    let isCode = value.count <= 18 && value.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    try write(String(decoding: value, as: UTF8.self), isCode ? .text : .wrapped)
  }
}
