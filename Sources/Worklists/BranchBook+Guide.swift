import Findings
import Records

/// The sheet that says what to do.
extension BranchBook {
  func writeGuide(_ sheet: WorkbookSheet) throws {
    let (words, language) = (words, settings.language)
    var row = 0
    let widths = (label: settings.language == .zh ? 20.0 : 30, text: 98.0)
    func line(_ label: String, _ text: String, _ style: WorkbookStyle = .wrapped) throws {
      var height = RowHeight()
      height.add(text, width: widths.text)
      try sheet.setHeight(height.points, row: row)
      try sheet.write(label, row: row, column: 0, style: .wrapped)
      try sheet.write(text, row: row, column: 1, style: style)
      row += 1
    }
    func section(_ heading: String, _ lines: [(String, String)]) throws {
      row += 1
      try sheet.write(heading, row: row, column: 0, style: .header)
      try sheet.writeBlank(row: row, column: 1, style: .header)
      row += 1
      for (label, text) in lines { try line(label, text) }
    }
    try sheet.setWidth(widths.label, columns: 0...0)
    try sheet.setWidth(widths.text, columns: 1...1)
    try sheet.setHeight(26, row: 0)
    try sheet.write(words.title, row: 0, column: 0, style: .title)
    row = 1
    let facts: [(String, String)] = [
      (words.bank, settings.bank), (words.branch, branchName),
      (words.asOf, settings.asOf.description),
      (words.deadline, settings.deadline?.description ?? ""),
      (words.workload, words.workload(tasks.counts)), (words.contact, settings.contact),
      (words.purpose, words.purposeText), (words.privacyTitle, words.privacy),
    ]
    for (label, text) in facts where !text.isEmpty {
      try line(label, text, label == words.deadline ? .warning : .wrapped)
    }
    try section(
      words.stepsTitle,
      words.steps(deadline: settings.deadline).enumerated().map { ("\($0 + 1)", $1) })
    try section(
      words.actionsTitle,
      [Action.confirm, .contact, .review, .auto].map { ($0.title[language], words.meaning(of: $0)) }
    )
    try section(
      words.answersTitle, Answer.allCases.map { ($0.title[language], $0.meaning[language]) })
    try section(
      words.severitiesTitle,
      Severity.allCases.reversed().map { ($0.title[language], words.meaning(of: $0)) })
    try sheet.setUpPrinting(headerRow: nil, header: pageHeader, footer: words.footer)
  }
}
