import Extracts
import Findings
import Foundation
import Records
import References
import Registries
import RuleSets
import Validators

/// One execution of a job: reads the sources, applies the rules, writes the CSV files.
package struct JobRun {
  /// Why a run was refused though its job was sound.
  package enum Refusal: Error, Sendable, CustomStringConvertible {
    /// Tables of `mappings/` are broken.
    case tables([ReferenceFault])
    /// More rows of a source could not be read than the job allows.
    case rejects(source: String, rejected: Int, read: Int)
    /// A registry has so many fewer rows than in the run before that it looks cut off.
    case registryLoss(name: String, rows: Int, before: Int)
    /// Rows were neither checked nor rejected: a fault of ours.
    case rowsLost(source: String, read: Int, checked: Int, rejected: Int)
    /// A file was another one when it was read for the second time.
    case inputChanged(String)

    package var description: String {
      switch self {
      case .tables(let faults): return faults.map(\.description).joined(separator: "\n")
      case .rejects(let source, let rejected, let read):
        return "\(source): \(rejected) of \(read) rows could not be read, more than the job allows"
      case .registryLoss(let name, let rows, let before):
        return "\(name): \(rows) rows, but \(before) in the run before: the extract looks cut off; "
          + "thresholds.registryLoss allows more"
      case .rowsLost(let source, let read, let checked, let rejected):
        return "\(source): \(read) rows read, but \(checked) checked and \(rejected) rejected"
      case .inputChanged(let path): return "\(path) was changed while it was read"
      }
    }
  }

  /// What a run came to.
  package struct Record: Sendable {
    package var sources: [Engine.SourceResult]
    package var tallies: Tallies
    package var rules: [NumberedRule]
    package var findings: Int
    package var findingTally: FindingTally
    /// What the records need to be aligned; nil where the rules do not ask for it.
    package var alignment: AlignmentTally?
    /// The registries that the run compared with.
    package var registries: [RegistryReport.Source]
    /// What comparing books came to; nil where the job has none to compare.
    package var reconciliations: ReconciliationReport?
    package var manifest: RunManifest
    package var stages: StageTimes
    /// Findings of every severity.
    package var bySeverity: [Severity: Int]
    /// Outcomes "not evaluated" over all rules.
    package var notEvaluated: Int
  }

  let job: Job
  let mappings: MappingsFolder
  let jobs: Int
  let stop: StopFlag
  let progress: RunProgress

  package init(
    _ job: Job, mappings: MappingsFolder, jobs: Int, stop: StopFlag,
    progress: RunProgress = RunProgress()
  ) {
    self.job = job
    self.mappings = mappings
    self.jobs = jobs
    self.stop = stop
    self.progress = progress
  }

  /// Runs the job; the CSV files go into `folder`, which the caller commits.
  package func run(into folder: OutputFolder, version: String, runAt: Date) throws -> Record {
    let output = try RunOutput(
      in: folder, listingTasks: job.worklists != nil, masking: job.output.masking)
    let before = PreviousRun(in: folder.path)
    let record = try run(
      writingTo: output, after: before,
      store: StateStore(megabytes: job.memory, in: folder.staging),
      version: version, runAt: runAt)
    try output.finish()
    return record
  }

  /// Runs the job and counts, but writes nothing.
  package func count(version: String, runAt: Date) throws -> Record {
    try run(writingTo: NoOutput(), after: nil, store: nil, version: version, runAt: runAt)
  }

  private func run(
    writingTo output: any Engine.Sink, after before: PreviousRun?, store: StateStore?,
    version: String, runAt: Date
  ) throws -> Record {
    let start = ContinuousClock.now
    let cache = ReferenceCache()
    let registries = try readRegistries(output, after: before, runAt: runAt, cache)
    let context = Context(
      asOf: job.asOf, language: job.language, mappings: mappings,
      parameters: job.rules.parameters, editions: job.rules.editions,
      registries: registries.indexes, own: job.own, cache: cache)
    let rules = job.rules.rules.enumerated().map {
      NumberedRule(
        rule: $0.element.rule, severity: $0.element.severity, number: $0.offset,
        declared: $0.element.declared, scope: $0.element.scope)
    }
    let engine = Engine(
      jobs: jobs, rules: rules, context: context, masking: job.output.masking,
      listingTasks: job.worklists != nil, sink: output, stop: stop, store: store,
      progress: progress, aligning: job.rules.aligned)
    var results: [Engine.SourceResult] = []
    var sourceInputs: [RunManifest.Input] = []
    // Every table is read and held against its description before the first record.
    let sources = job.orderedSources
    let plans = sources.map {
      RunPlan(
        party: $0.party, of: Set(sources.map(\.party)), rules: rules,
        scopes: job.rules.scopes, context: context)
    }
    if !context.faults.isEmpty { throw Refusal.tables(context.faults) }
    let gate = TableGate(context.references.flatMap(\.tables), in: mappings)
    if !gate.faults.isEmpty { throw Refusal.tables(gate.faults) }
    for (extract, plan) in zip(sources, plans) {
      progress.begin(.checking(extract.name), total: extract.plainSize)
      let result = try engine.run(
        try extract.reader(), name: extract.name, plan: plan, files: extract.paths.count)
      let controls = try checkControls(extract, result.receipts, result.files)
      try checkRows(extract, result.files)
      sourceInputs += inputs(
        extract, result.receipts, result.files, controls, badBytes: result.badByteCount)
      results.append(result)
    }
    let books = try reconcile(engine, rules, output, store)
    try engine.conclude()

    var bySeverity: [Severity: Int] = [:]
    var notEvaluated = 0
    for rule in rules {
      let total = engine.tallies.total(of: rule.number)
      let lowered = engine.findingTally.lowered(rule: rule.number)
      bySeverity[rule.severity, default: 0] += total.failed - lowered
      if lowered > 0 { bySeverity[.notice, default: 0] += lowered }
      notEvaluated += total.notEvaluated
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    var manifest = RunManifest(
      version: version, asOf: job.asOf, runAt: runAt, seconds: seconds, job: job.path,
      ruleSet: RunManifest.RuleSetEntry(
        name: job.rules.name, sha256: job.rules.sha256, rules: rules.count),
      counts: RunManifest.Counts(
        findings: engine.findings,
        bySeverity: Dictionary(
          uniqueKeysWithValues: bySeverity.map { ($0.key.rawValue, $0.value) }),
        notEvaluated: notEvaluated))
    manifest.inputs = sourceInputs
    manifest.registries = registries.inputs
    if !registries.uses.isEmpty { manifest.registryUse = registries.uses }
    if let books {
      manifest.books = books.inputs
      manifest.reconciliations = books.report.books.map {
        RunManifest.Reconciliation(
          name: $0.name, lines: $0.lines, equal: $0.equal, different: $0.different,
          notEvaluated: $0.notEvaluated, matched: $0.matched, open: $0.open)
      }
    }
    manifest.screening = screening(registries.indexes["list"], results, rules, engine.tallies)
    manifest.tables = tables(of: context, gate)
    if !engine.incidents.isEmpty {
      manifest.incidents = engine.incidents.map {
        RunManifest.Incident(
          rule: $0.rule, reason: $0.reason[job.language], times: $0.times, records: $0.records)
      }
    }
    if !engine.comparisons.isEmpty {
      manifest.comparisons = engine.comparisons.map { entry in
        RunManifest.Comparison(
          rule: rules[entry.rule].rule.id, pairs: entry.counts.compared,
          largeGroups: entry.counts.largeGroups,
          recordsInLargeGroups: entry.counts.recordsInLargeGroups)
      }
    }
    let stages = results.reduce(into: StageTimes()) { $0.merge($1.stages) }
    manifest.stageSeconds = stages.byName
    manifest.peakMemoryBytes = FileSystem.peakMemory
    return Record(
      sources: results, tallies: engine.tallies, rules: rules, findings: engine.findings,
      findingTally: engine.findingTally, alignment: engine.alignment,
      registries: zip(job.registries, registries.uses).map { source, use in
        RegistryReport.Source(
          name: source.name, asOf: source.asOf, rows: use.rows,
          // Lists of names have no numbers to be held to.
          remarks: source.kind == .list ? [] : use.remarks)
      },
      reconciliations: books?.report, manifest: manifest, stages: stages,
      bySeverity: bySeverity, notEvaluated: notEvaluated)
  }

  private func screening(
    _ lists: RegistryIndex?, _ results: [Engine.SourceResult], _ rules: [NumberedRule],
    _ tallies: Tallies
  ) -> RunManifest.Screening {
    var checked: [Party: Int] = [:]
    for result in results {
      checked[result.party, default: 0] += result.files.reduce(0) { $0 + $1.checked }
    }
    return RunManifest.Screening(lists, on: job.asOf, checked: checked) { rule in
      rules.first { $0.rule.id == rule.id }.map { numbered in
        let tally = tallies.total(of: numbered.number)
        return tally.passed + tally.failed
      }
    }
  }

  /// Holds what was read against the control files; returns the rows they count, by path.
  private func checkControls(
    _ extract: Extract, _ receipts: [InputReceipt], _ files: [Engine.FileCounts]
  ) throws(ReadFault) -> [String: Int] {
    guard let expectation = extract.control else { return [:] }
    var expected: [String: Int] = [:]
    for (index, path) in extract.paths.enumerated() {
      let (controlPath, control) = try ControlFile.find(expectation, for: path)
      if let rows = control.rows {
        expected[path] = rows
        if rows != files[index].read {
          throw ReadFault(
            path: controlPath,
            kind: .controlRows(expected: rows, read: files[index].read))
        }
      }
      if let digest = control.sha256, digest != receipts[index].sha256 {
        throw ReadFault(path: controlPath, kind: .controlDigest("SHA-256"))
      }
      if let digest = control.md5, digest != (try InputReceipt.md5(ofFile: path)) {
        throw ReadFault(path: controlPath, kind: .controlDigest("MD5"))
      }
    }
    return expected
  }

  func checkRows(_ extract: Extract, _ files: [Engine.FileCounts]) throws(Refusal) {
    let total = files.reduce(into: Engine.FileCounts()) { $0.merge($1) }
    if total.read != total.checked + total.rejected {
      throw .rowsLost(
        source: extract.name, read: total.read, checked: total.checked, rejected: total.rejected)
    }
    if Double(total.rejected) > job.thresholds.rejects * Double(total.read) {
      throw .rejects(source: extract.name, rejected: total.rejected, read: total.read)
    }
  }

  /// What the manifest says of an extract that was read at once, held against its control
  /// files.
  func inputs(of result: ExtractScan.Result) throws(ReadFault) -> [RunManifest.Input] {
    inputs(
      result.extract, result.receipts, result.files,
      try checkControls(result.extract, result.receipts, result.files),
      badBytes: result.badBytes)
  }

  private func inputs(
    _ extract: Extract, _ receipts: [InputReceipt], _ files: [Engine.FileCounts],
    _ expected: [String: Int], badBytes: Int
  ) -> [RunManifest.Input] {
    zip(receipts, files).enumerated().map { index, entry in
      RunManifest.Input(
        source: extract.name, path: entry.0.path, bytes: entry.0.bytes, sha256: entry.0.sha256,
        rowsRead: entry.1.read, rowsChecked: entry.1.checked, rowsRejected: entry.1.rejected,
        rowsExpected: expected[entry.0.path], badBytes: index == 0 ? badBytes : 0)
    }
  }

  private func tables(of context: Context, _ gate: TableGate) -> [RunManifest.Table] {
    // A table that several references are made from stands with the first.
    var seen: Set<String> = []
    return context.references.flatMap { reference in
      reference.tables.filter { seen.insert($0).inserted }.flatMap { path in
        gate.files(of: path).map { file in
          RunManifest.Table(
            reference: reference.name, path: path, edition: gate.edition(of: path),
            sha256: file.sha256, origin: file.layer.isOverlay ? "bank" : "product")
        }
      }
    }
  }
}
