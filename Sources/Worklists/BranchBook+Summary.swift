import Findings
import Records

/// The sheet with the numbers.
extension BranchBook {
  func writeSummary(_ sheet: WorkbookSheet) throws {
    let (words, language) = (words, settings.language)
    var row = 0
    func table(
      _ heading: String, remark: String = "",
      _ lines: [(code: String, label: String, count: TaskCount)]
    ) throws {
      if row > 0 { row += 1 }
      for (column, text) in [heading, remark, words.findings, words.customers].enumerated() {
        try sheet.write(text, row: row, column: column, style: .header)
      }
      row += 1
      for line in lines {
        try sheet.write(line.code, row: row, column: 0, style: .wrapped)
        try sheet.write(line.label, row: row, column: 1, style: .wrapped)
        try sheet.write(number: Double(line.count.findings), row: row, column: 2, style: .integer)
        try sheet.write(number: Double(line.count.customers), row: row, column: 3, style: .integer)
        row += 1
      }
    }
    func rules(_ counts: [String: TaskCount]) -> [(String, String, TaskCount)] {
      counts.sorted { ($1.value.findings, $0.key) < ($0.value.findings, $1.key) }
        .map { ($0.key, title(of: $0.key), $0.value) }
    }
    try sheet.setWidth(language == .zh ? 20 : 24, columns: 0...0)
    try sheet.setWidth(56, columns: 1...1)
    try sheet.setWidth(12, columns: 2...3)
    try table(
      words.bySeverity,
      Severity.allCases.reversed().compactMap { severity in
        tasks.bySeverity[severity].map {
          (severity.title[language], words.meaning(of: severity), $0)
        }
      })
    try table(
      words.byAction,
      Action.allCases.compactMap { action in
        tasks.byAction[action].map { (action.title[language], words.meaning(of: action), $0) }
      })
    try table(words.byRule, rules(tasks.byRule))
    try table(
      words.byOwner,
      tasks.byOwner.sorted { ($1.value.findings, $0.key) < ($0.value.findings, $1.key) }
        .map { ($0.key.isEmpty ? words.noOwner : $0.key, "", $0.value) })
    if !tasks.automatic.isEmpty {
      try table(words.forInformation, remark: words.forInformationRemark, rules(tasks.automatic))
    }
    try sheet.setUpPrinting(headerRow: nil, header: pageHeader, footer: words.footer)
  }
}
