import Findings
import Records

/// `reconciliation.xlsx`: which books agree, on which lines they do not, and what is open by
/// age.
package enum ReconciliationBook {
  /// Writes the workbook; a file of that name must not be there.
  package static func write(
    _ report: ReconciliationReport, settings: WorklistSettings, creating path: String,
    temporaryFolder: String
  ) throws {
    let words = ReconciliationWords(settings.language)
    let writer = try WorkbookWriter(
      creating: path,
      properties: .init(
        title: "\(words.title) \(settings.asOf)", author: "hedui", company: settings.bank,
        created: Int(settings.asOf.number) * 86_400), temporaryFolder: temporaryFolder)
    let header = [settings.bank, words.title, settings.asOf.description]
      .filter { !$0.isEmpty }.joined(separator: "  ")
    let pages = ReconciliationPages(
      report: report, words: words, masking: settings.masking, rows: settings.rowsPerSheet)
    for (name, fill) in [
      (words.summarySheet, pages.summary), (words.differenceSheet, pages.differences),
      (words.openSheet, pages.open),
    ] {
      let sheet = try writer.addSheet(name)
      try fill(sheet)
      try sheet.setUpPrinting(
        headerRow: 0, header: header, footer: BranchWords(settings.language).footer)
    }
    try writer.finish()
  }
}
