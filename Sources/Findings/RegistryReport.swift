import Records

/// What comparing with outside registries came to, for head office: who is gone, who changed,
/// which fields differ, branch by branch.
package struct RegistryReport: Sendable {
  /// An extract of another party that the run compared with.
  package struct Source: Sendable {
    package let name: String
    package let asOf: Day
    package let rows: Int
    /// What is odd about it, for people; empty as a rule.
    package let remarks: [Text]

    package init(name: String, asOf: Day, rows: Int, remarks: [Text] = []) {
      self.name = name
      self.asOf = asOf
      self.rows = rows
      self.remarks = remarks
    }
  }

  /// What a rule says in the report.
  package struct Column: Sendable {
    package let rule: String
    package let title: Text
  }

  /// A rule's numbers over the records of one branch or of all.
  package struct Count: Sendable, Equatable {
    /// Records that could be compared: passed and failed.
    package let compared: Int
    package let failed: Int
    package let notEvaluated: Int

    init(_ tally: Tally) {
      compared = tally.passed + tally.failed
      failed = tally.failed
      notEvaluated = tally.notEvaluated
    }
  }

  package struct Branch: Sendable {
    /// Empty for records without one.
    package let name: String
    /// In the order of `columns`.
    package let counts: [Count]
  }

  package let sources: [Source]
  /// Rules of the run that compare with a registry: those on who is gone first, then fields.
  package let columns: [Column]
  package let totals: [Count]
  /// Branches with something compared, by their names.
  package let branches: [Branch]

  /// Rules that the report has, in its order.
  private static let rules = [
    "REG002", "ACC008", "REG003", "REG013", "REG012", "ACC009", "REG005", "REG004", "REG006",
    "REG007", "REG008", "REG009", "REG010", "REG011", "REG001", "REG014", "ACC001", "ACC002",
    "ACC003", "ACC004", "ACC005", "ACC006", "ACC007", "ACC010", "ACC011",
  ]

  /// `rules` by their numbers in the tallies. nil where the run compared with no registry.
  package init?(_ tallies: Tallies, rules: [Rule], sources: [Source]) {
    let numbers = Self.rules.compactMap { id in rules.firstIndex { $0.id == id } }
    if sources.isEmpty || numbers.isEmpty { return nil }
    self.sources = sources
    columns = numbers.map { Column(rule: rules[$0].id, title: rules[$0].title) }
    totals = numbers.map { Count(tallies.total(of: $0)) }
    branches = tallies.branches.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { name, tallies in
        Branch(
          name: String(decoding: name, as: UTF8.self), counts: numbers.map { Count(tallies[$0]) })
      }
      .filter { $0.counts.contains { $0.compared + $0.notEvaluated > 0 } }
  }
}
