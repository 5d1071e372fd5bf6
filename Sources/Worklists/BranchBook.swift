import Findings
import Records

/// The workbook of one branch: a guide, the list to answer, a summary.
struct BranchBook {
  let branch: String
  let tasks: BranchTasks
  let rules: [String: Rule]
  let settings: WorklistSettings

  var words: BranchWords { BranchWords(settings.language) }
  /// The branch as people are to see it.
  var branchName: String { branch.isEmpty ? words.noBranch : branch }

  func write(
    _ reader: FindingsReader, creating path: String, temporaryFolder: String
  ) throws {
    let writer = try WorkbookWriter(
      creating: path,
      properties: .init(
        title: "\(words.title) \(branchName) \(settings.asOf)", author: "hedui",
        company: settings.bank, created: Int(settings.asOf.number) * 86_400),
      temporaryFolder: temporaryFolder)
    try writeGuide(writer.addSheet(words.guideSheet))
    try writeList(reader, writer)
    try writeSummary(writer.addSheet(words.summarySheet))
    try writer.finish()
  }

  /// What stands above every printed page.
  var pageHeader: String {
    [settings.bank, branchName, words.title, settings.asOf.description].filter { !$0.isEmpty }
      .joined(separator: "  ")
  }

  /// The rule's words, or its name where it is not known.
  func title(of rule: String, named name: String = "") -> String {
    rules[rule]?.title[settings.language] ?? (name.isEmpty ? rule : name)
  }
}
