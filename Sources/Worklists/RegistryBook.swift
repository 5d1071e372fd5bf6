import Findings
import Records

/// The workbook for head office on what comparing with registries came to:
/// `registry-summary.xlsx`.
package enum RegistryBook {
  /// Writes the workbook; a file of that name must not be there.
  package static func write(
    _ report: RegistryReport, settings: WorklistSettings, creating path: String,
    temporaryFolder: String
  ) throws {
    let isChinese = settings.language == .zh
    let title = isChinese ? "外部登记信息比对情况" : "Comparison with registries"
    let writer = try WorkbookWriter(
      creating: path,
      properties: .init(
        title: "\(title) \(settings.asOf)", author: "hedui", company: settings.bank,
        created: Int(settings.asOf.number) * 86_400), temporaryFolder: temporaryFolder)
    let header = [settings.bank, title, settings.asOf.description].filter { !$0.isEmpty }
      .joined(separator: "  ")
    for (name, fill) in [
      (Text(zh: "按项目", en: "By item"), fillItems), (Text(zh: "按机构", en: "By branch"), fillBranches),
      (Text(zh: "登记信息", en: "Registries"), fillSources),
    ] {
      let sheet = try writer.addSheet(name[settings.language])
      try fill(sheet, report, settings.language)
      try sheet.freeze(rows: 1, columns: 1)
      try sheet.setUpPrinting(
        headerRow: 0, header: header, footer: BranchWords(settings.language).footer)
    }
    try writer.finish()
  }

  private static func titles(_ sheet: WorkbookSheet, _ titles: [String], first: Double) throws {
    try sheet.setWidth(first, columns: 0...0)
    if titles.count > 1 { try sheet.setWidth(14, columns: 1...(titles.count - 1)) }
    for (column, title) in titles.enumerated() {
      try sheet.write(title, row: 0, column: column, style: .header)
    }
  }

  private static func fillItems(
    _ sheet: WorkbookSheet, _ report: RegistryReport, _ language: Language
  ) throws {
    try titles(
      sheet,
      language == .zh
        ? ["比对项目", "规则", "已比对", "不符", "未能比对"]
        : ["item", "rule", "compared", "failed", "not evaluated"], first: 44)
    for (index, (column, count)) in zip(report.columns, report.totals).enumerated() {
      let row = index + 1
      try sheet.write(column.title[language], row: row, column: 0, style: .wrapped)
      try sheet.write(column.rule, row: row, column: 1, style: .text)
      for (offset, number) in [count.compared, count.failed, count.notEvaluated].enumerated() {
        try sheet.write(number: Double(number), row: row, column: 2 + offset, style: .integer)
      }
    }
  }

  private static func fillBranches(
    _ sheet: WorkbookSheet, _ report: RegistryReport, _ language: Language
  ) throws {
    try titles(
      sheet, [language == .zh ? "机构" : "branch"] + report.columns.map { $0.title[language] },
      first: 18)
    let total = (language == .zh ? "合计" : "total", report.totals)
    let none = language == .zh ? "（未分配机构）" : "(no branch)"
    let lines = [total] + report.branches.map { ($0.name.isEmpty ? none : $0.name, $0.counts) }
    for (index, line) in lines.enumerated() {
      try sheet.write(line.0, row: index + 1, column: 0, style: .text)
      for (column, count) in line.1.enumerated() {
        try sheet.write(
          number: Double(count.failed), row: index + 1, column: column + 1, style: .integer)
      }
    }
  }

  private static func fillSources(
    _ sheet: WorkbookSheet, _ report: RegistryReport, _ language: Language
  ) throws {
    try titles(
      sheet, language == .zh ? ["登记信息", "数据日期", "行数"] : ["registry", "as of", "rows"], first: 24)
    for (index, source) in report.sources.enumerated() {
      try sheet.write(source.name, row: index + 1, column: 0, style: .text)
      try sheet.write(source.asOf.description, row: index + 1, column: 1, style: .text)
      try sheet.write(number: Double(source.rows), row: index + 1, column: 2, style: .integer)
    }
  }
}
