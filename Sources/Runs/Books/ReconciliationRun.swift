import Extracts
import Findings
import Records
import Registries
import RuleSets
import Validators

/// The reconciliations of a job: reads the books, compares them, and hands findings, counts
/// and what the workbook shows over.
struct ReconciliationRun {
  /// What came out of all of them.
  struct Outcome {
    var report: ReconciliationReport
    /// Everything that was read, in the order of the job.
    var results: [ExtractScan.Result]
    var rules: BookRules
  }

  let reconciliations: [Reconciliation]
  let asOf: Day
  let scan: ExtractScan
  let store: StateStore?

  /// Runs them one after another.
  func run(
    _ rules: [NumberedRule], writer: FindingWriter, sink: any Engine.Sink
  ) throws -> Outcome {
    var outcome = Outcome(
      report: ReconciliationReport(), results: [],
      rules: BookRules(rules, writer: writer, sink: sink))
    for reconciliation in reconciliations {
      var book = ReconciliationReport.Book(
        name: reconciliation.name, title: reconciliation.title)
      let ledgers = LedgerRun(reconciliation: reconciliation, scan: scan, asOf: asOf)
      outcome.results += try ledgers.run(&outcome.rules, &outcome.report, &book)
      let register = RegisterRun(
        reconciliation: reconciliation, scan: scan, asOf: asOf, store: store)
      outcome.results += try register.run(&outcome.rules, &outcome.report, &book)
      outcome.report.books.append(book)
    }
    try outcome.rules.flush()
    return outcome
  }
}

extension ExtractScan {
  /// Refuses a file that is not the same when it is read for the second time.
  func checkUnchanged(_ now: [InputReceipt], _ before: [InputReceipt]) throws {
    for (new, old) in zip(now, before) where new != old {
      throw JobRun.Refusal.inputChanged(old.path)
    }
  }
}
