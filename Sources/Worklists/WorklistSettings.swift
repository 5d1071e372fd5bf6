import Findings
import Records

/// What a job says of the workbooks for branches.
package struct WorklistSettings: Sendable {
  package var language: Language
  /// Name of the bank, as the workbooks show it; may be empty.
  package var bank: String
  /// The day the data speak of; it is the creation date of the workbooks, too.
  package var asOf: Day
  /// The day by which branches answer.
  package var deadline: Day?
  /// Whom branches ask: name, telephone; may be empty.
  package var contact: String
  /// Whether customers' names are shown masked.
  package var masksNames: Bool
  /// What is shown masked besides.
  package var masking: Masking
  /// Findings of one sheet: at most 1,048,575, as Excel's sheets hold a header row, too.
  package var rowsPerSheet: Int

  package init(
    asOf: Day, deadline: Day? = nil, bank: String = "", contact: String = "",
    language: Language = .zh, masksNames: Bool = false,
    masking: Masking = Masking(),
    rowsPerSheet: Int = 1_048_575
  ) {
    self.language = language
    self.bank = bank
    self.asOf = asOf
    self.deadline = deadline
    self.contact = contact
    self.masksNames = masksNames
    self.masking = masking
    self.rowsPerSheet = min(max(rowsPerSheet, 1), 1_048_575)
  }
}
