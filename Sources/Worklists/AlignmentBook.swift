import Findings
import Records

/// The workbook for head office on the alignment of an element: by branch, by division and
/// by code.
package enum AlignmentBook {
  /// Writes the workbook; a file of that name must not be there.
  package static func write(
    _ report: AlignmentReport, settings: WorklistSettings, creating path: String,
    temporaryFolder: String
  ) throws {
    let language = settings.language
    let element = report.element.facts.title[language]
    let title = language == .zh ? "\(element)对标情况" : "Alignment: \(element)"
    let writer = try WorkbookWriter(
      creating: path,
      properties: .init(
        title: "\(title) \(settings.asOf)", author: "hedui", company: settings.bank,
        created: Int(settings.asOf.number) * 86_400), temporaryFolder: temporaryFolder)
    let header = [settings.bank, title, settings.asOf.description, report.edition]
      .filter { !$0.isEmpty }.joined(separator: "  ")
    let total = AlignmentReport.Line(
      code: language == .zh ? "合计" : "total", name: "", counts: report.total)
    for (name, lines, named) in [
      (Text(zh: "按机构", en: "By branch"), report.byBranch, false),
      (report.divisionTitle, report.byDivision, true),
      (Text(zh: "按代码", en: "By code"), report.byCode, true),
    ] {
      let sheet = try writer.addSheet(name[language])
      try fill(sheet, with: [total] + lines, named: named, language)
      try sheet.freeze(rows: 1, columns: 0)
      try sheet.setUpPrinting(headerRow: 0, header: header, footer: BranchWords(language).footer)
    }
    try writer.finish()
  }

  private static func fill(
    _ sheet: WorkbookSheet, with lines: [AlignmentReport.Line], named: Bool, _ language: Language
  ) throws {
    let isChinese = language == .zh
    let needs = AlignmentTally.Need.allCases
    var titles = [
      named ? (isChinese ? "代码" : "code") : (isChinese ? "机构" : "branch"),
      isChinese ? "排查" : "examined", isChinese ? "需清理" : "to clean up",
    ]
    titles += needs.map { $0.title[language] }
    if named { titles.insert(isChinese ? "名称" : "name", at: 1) }
    try sheet.setWidth(18, columns: 0...0)
    if named { try sheet.setWidth(44, columns: 1...1) }
    let first = named ? 2 : 1
    try sheet.setWidth(13, columns: first...(first + needs.count + 1))
    for (column, title) in titles.enumerated() {
      try sheet.write(title, row: 0, column: column, style: .header)
    }
    for (index, line) in lines.enumerated() {
      let row = index + 1
      try sheet.write(line.shownCode(in: language), row: row, column: 0, style: .text)
      if named { try sheet.write(line.name, row: row, column: 1, style: .wrapped) }
      let numbers =
        [line.counts.examined, line.counts.amiss] + needs.map { line.counts[$0] }
      for (offset, number) in numbers.enumerated() {
        try sheet.write(
          number: Double(number), row: row, column: first + offset, style: .integer)
      }
    }
  }
}
