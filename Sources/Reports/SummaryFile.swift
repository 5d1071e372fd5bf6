import Findings
import Records

/// `summary.json`: how every rule came out at every branch, with totals.
///
/// Keys stand in a fixed order, branches in the order of their bytes, rules as in the run:
/// equal runs give equal bytes. One line a rule and branch.
package enum SummaryFile {
  package static func json(_ summary: RunSummary) -> [UInt8] {
    json(
      tallies: summary.tallies, rules: summary.rules, counts: summary.counts,
      sources: summary.sources, asOf: summary.asOf, bank: summary.bank,
      alignment: summary.alignment, registries: summary.registries,
      reconciliations: summary.reconciliations)
  }

  package static func json(
    tallies: Tallies, rules: [ReportRule], counts: FindingCounts, sources: [RunSummary.Source],
    asOf: Day, bank: String, alignment: AlignmentReport? = nil, registries: RegistryReport? = nil,
    reconciliations: ReconciliationReport? = nil
  ) -> [UInt8] {
    let branches = tallies.branches.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { (name: String(decoding: $0.key, as: UTF8.self), tallies: $0.value) }
    var json = JSONText()
    json.object {
      $0.line()
      $0.number("version", 1)
      $0.line()
      $0.text("asOf", asOf.description)
      $0.line()
      $0.text("bank", bank)
      $0.line()
      $0.array("sources") { json in
        for source in sources { write(source, &json) }
      }
      $0.line()
      $0.object("totals") { write(counts, &$0) }
      $0.line()
      if let alignment {
        $0.object("alignment") { AlignmentText.write(alignment, &$0) }
        $0.line()
      }
      if let registries {
        $0.object("registry-summary") { RegistryText.write(registries, &$0) }
        $0.line()
      }
      if let reconciliations { ReconciliationText.write(reconciliations, &$0) }
      $0.array("branches") { json in
        for (name, load) in counts.branches.sorted(by: {
          $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
        }) { write(name, load, &json) }
      }
      $0.line()
      $0.array("rules") { json in
        for (index, rule) in rules.enumerated() {
          json.line()
          json.object { json in
            write(rule, counts, &json)
            write(tallies.total(of: index), &json)
            json.array("branches") { json in
              for branch in branches where branch.tallies[index].examined > 0 {
                json.line()
                json.object {
                  $0.text("branch", branch.name)
                  write(branch.tallies[index], &$0)
                }
              }
            }
          }
        }
      }
      $0.lastLine()
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func write(_ source: RunSummary.Source, _ json: inout JSONText) {
    json.line()
    json.object {
      $0.text("name", source.name)
      $0.text("party", source.party.rawValue)
      $0.number("read", source.read)
      $0.number("checked", source.checked)
      $0.number("rejected", source.rejected)
      $0.number("bad_bytes", source.badBytes)
    }
  }

  private static func write(_ counts: FindingCounts, _ json: inout JSONText) {
    json.number("findings", counts.findings)
    json.object("severity") { json in
      for severity in Severity.allCases {
        json.number(severity.rawValue, counts.bySeverity[severity, default: 0])
      }
    }
    json.object("dimension") { json in
      for dimension in Dimension.allCases {
        json.number(dimension.rawValue, counts.byDimension[dimension, default: 0])
      }
    }
    json.object("action") { write(counts.byAction, &$0) }
  }

  private static func write(_ actions: [Action: Int], _ json: inout JSONText) {
    for action in Action.allCases { json.number(action.rawValue, actions[action, default: 0]) }
  }

  private static func write(
    _ name: String, _ load: FindingCounts.BranchLoad, _ json: inout JSONText
  ) {
    json.line()
    json.object {
      $0.text("branch", name)
      $0.number("findings", load.findings)
      $0.number("auto", load.automatic)
      $0.number("to_do", load.toDo)
      $0.number("customers", load.customers)
      $0.number("to_contact", load.toContact)
    }
  }

  private static func write(
    _ rule: ReportRule, _ counts: FindingCounts, _ json: inout JSONText
  ) {
    json.text("id", rule.rule.id)
    json.text("name", rule.rule.name)
    json.text("severity", rule.severity.rawValue)
    json.text("dimension", rule.rule.dimension.rawValue)
    json.flag("reaches_branches", rule.rule.status.reachesBranches)
    json.number("findings", counts.total(of: rule.rule.id))
    json.object("action") { write(counts.byRule[rule.rule.id, default: [:]], &$0) }
  }

  private static func write(_ tally: Tally, _ json: inout JSONText) {
    json.number("examined", tally.examined)
    json.number("passed", tally.passed)
    json.number("failed", tally.failed)
    json.number("not_applicable", tally.notApplicable)
    json.number("not_evaluated", tally.notEvaluated)
    if tally.notEvaluated > 0 {
      json.object("not_evaluated_because") {
        $0.number("column_missing", tally.columnMissing)
        $0.number("reference_missing", tally.referenceMissing)
        $0.number("cell_unreadable", tally.cellUnreadable)
        if tally.limitReached > 0 { $0.number("limit_reached", tally.limitReached) }
        if tally.programFailed > 0 { $0.number("program_failed", tally.programFailed) }
      }
    }
  }
}
