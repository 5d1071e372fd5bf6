import Findings
import Records

/// A rule of a run, with the severity that the rule set gives it.
package struct ReportRule: Sendable {
  package let rule: Rule
  package let severity: Severity

  package init(_ rule: Rule, severity: Severity) {
    self.rule = rule
    self.severity = severity
  }
}

/// What a run came to, as far as people want to know.
package struct RunSummary: Sendable {
  /// What came out of one source.
  package struct Source: Sendable {
    package var name: String
    package var party: Party
    package var read: Int
    package var checked: Int
    package var rejected: Int
    package var badBytes: Int
    /// Elements that columns are mapped to; nil where that is not known.
    package var elements: Set<DataElement>?

    package init(
      name: String, party: Party, read: Int, checked: Int, rejected: Int = 0, badBytes: Int = 0,
      elements: Set<DataElement>? = nil
    ) {
      self.name = name
      self.party = party
      self.read = read
      self.checked = checked
      self.rejected = rejected
      self.badBytes = badBytes
      self.elements = elements
    }
  }

  /// A workbook for a branch.
  package struct Worklist: Sendable {
    package var branch: String
    package var file: String

    package init(branch: String, file: String) {
      self.branch = branch
      self.file = file
    }
  }

  /// What was held against lists of names.
  package struct Screened: Sendable {
    package var lists: Int
    package var entries: Int
    package var persons: Int
    package var organisations: Int
    package var representatives: Int

    package init(
      lists: Int, entries: Int, persons: Int, organisations: Int, representatives: Int
    ) {
      self.lists = lists
      self.entries = entries
      self.persons = persons
      self.organisations = organisations
      self.representatives = representatives
    }
  }

  /// nil where the job names no list.
  package var screened: Screened?
  package var language: Language
  package var bank: String
  package var asOf: Day
  package var sources: [Source]
  /// In the order of the tallies.
  package var rules: [ReportRule]
  package var tallies: Tallies
  package var counts: FindingCounts
  package var worklists: [Worklist]
  /// nil where the rules align no element.
  package var alignment: AlignmentReport?
  /// nil where the run compared with no registry.
  package var registries: RegistryReport?
  /// nil where the job names no books that have to agree.
  package var reconciliations: ReconciliationReport?
  /// The day by which branches answer.
  package var deadline: Day?
  package var seconds: Double
  package var outFolder: String

  package init(
    language: Language = .zh, bank: String = "", asOf: Day, sources: [Source],
    rules: [ReportRule], tallies: Tallies, counts: FindingCounts, worklists: [Worklist] = [],
    alignment: AlignmentReport? = nil, registries: RegistryReport? = nil,
    reconciliations: ReconciliationReport? = nil, deadline: Day? = nil,
    seconds: Double, outFolder: String
  ) {
    precondition(rules.count == tallies.rules)
    self.language = language
    self.bank = bank
    self.asOf = asOf
    self.sources = sources
    self.rules = rules
    self.tallies = tallies
    self.counts = counts
    self.worklists = worklists
    self.alignment = alignment
    self.registries = registries
    self.reconciliations = reconciliations
    self.deadline = deadline
    self.seconds = seconds
    self.outFolder = outFolder
  }
}
