import Extracts
import Findings
import Records
import RuleSets
import Validators

extension JobRun {
  /// Compares the books of the job; nil where there are none.
  func reconcile(
    _ engine: Engine, _ rules: [NumberedRule], _ output: any Engine.Sink, _ store: StateStore?
  ) throws -> (report: ReconciliationReport, inputs: [RunManifest.Input])? {
    if job.reconciliations.isEmpty { return nil }
    let run = ReconciliationRun(
      reconciliations: job.reconciliations, asOf: job.asOf,
      scan: ExtractScan(jobs: max(1, jobs), stop: stop, progress: progress), store: store)
    let writer = FindingWriter(
      language: job.language, masking: job.output.masking, listingTasks: job.worklists != nil)
    let outcome = try run.run(rules, writer: writer, sink: output)
    var inputs: [RunManifest.Input] = []
    for result in outcome.results {
      inputs += try self.inputs(of: result)
      try checkRows(result.extract, result.files)
      if !result.rejects.isEmpty {
        try output.write(rejects: result.rejects, source: result.extract.name)
      }
    }
    engine.take(outcome.rules)
    return (outcome.report, inputs)
  }
}
