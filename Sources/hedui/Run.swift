import ArgumentParser
import Extracts
import Findings
import Foundation
import Records
import References
import Reports
import RuleSets
import Runs
import Validators
import Worklists

/// `hedui run`.
struct Run: HeduiCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Check the extracts that a job names, and write findings and workbooks.",
    discussion: "Example: hedui run monthly.yaml --as-of 2026-10-31 --out results")

  @Argument(help: ArgumentHelp("The job file.", valueName: "job.yaml")) var job: String
  @Option(help: "Day the data speak of, yyyy-MM-dd, in place of the job's.") var asOf: Day?
  @Option(help: "Folder for the output, in place of the job's.") var out: String?
  @Option(help: "Number of cores to use.") var jobs: Int?
  @Option(help: "Exit with 1 at findings of this severity or worse: notice, error, blocking.")
  var failOn: Severity?
  @OptionGroup var options: SharedOptions

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be 1 to 256.") }
  }

  func perform() throws -> ExitStatus {
    guard var job = try options.job(at: job) else { return .configuration }
    let mappings = job.mappings
    if let asOf { job.asOf = asOf }
    if let failOn { job.thresholds.failOn = failOn }
    if let out { job.output.folder = URL(filePath: out).path }

    let stop = StopFlag()
    let signals = Signals.handle { stop.set() }
    defer { withExtendedLifetime(signals) {} }
    let folder = try OutputFolder(path: job.output.folder)
    let runAt = Date()
    let cores = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    let progress = RunProgress()
    let line = ProgressLine(progress, language: job.language)
    defer { line?.end() }
    let run = JobRun(job, mappings: mappings, jobs: cores, stop: stop, progress: progress)
    var record = try run.run(into: folder, version: Product.version, runAt: runAt)
    let verdict = LimitVerdict(
      job.rules.limits, failOn: job.thresholds.failOn, rules: record.rules,
      tallies: record.tallies, findings: record.findingTally)
    // Incomplete outranks findings: a result with gaps must not be taken for a whole one.
    let status: ExitStatus =
      record.notEvaluated > 0 ? .incomplete : verdict.isExceeded ? .findings : .clean
    record.manifest.limits = verdict.entries
    progress.begin(.writingWorkbooks)
    let summary = try Self.outputs(job, &record, folder, stop, status, cores: cores, mappings)
    try folder.commit()
    line?.end()
    Self.tellBadBytes(record, job.language)
    if options.json {
      Terminal.write(try Terminal.json(record.manifest, pretty: true))
    } else {
      print(SummaryText.text(summary))
      print(verdict.text(job.language), terminator: "")
    }
    return status
  }

  /// Writes what stands on the findings: workbooks, summary, manifest.
  private static func outputs(
    _ job: Job, _ record: inout JobRun.Record, _ folder: OutputFolder, _ stop: StopFlag,
    _ status: ExitStatus, cores: Int, _ mappings: MappingsFolder
  ) throws -> RunSummary {
    let rules = record.rules.map { ReportRule($0.rule, severity: $0.severity) }
    let counts = FindingCounts(record.findingTally, rules: rules)
    var names = ["findings.csv", "corrections.csv", "rejects.csv", "summary.json"]
    var worklists: [RunSummary.Worklist] = []
    if job.worklists != nil {
      try FileSystem.makeFolder(folder.file("worklists"))
      let written = try BranchWorkbooks.write(
        findings: folder.file(RunOutput.tasksName), rules: record.rules.map(\.rule),
        settings: bookSettings(job),
        into: folder.file("worklists"), jobs: cores, shouldStop: { stop.isSet })
      try FileManager.default.removeItem(atPath: folder.file(RunOutput.tasksName))
      worklists = written.map { RunSummary.Worklist(branch: $0.branch, file: $0.file) }
      names += written.map { "worklists/" + $0.file }
    }
    if stop.isSet { throw Engine.Interrupted() }
    let alignment = try record.alignment.map {
      try AlignmentNames.report(
        $0, edition: job.rules.editions[IndustryCodes.name], asOf: job.asOf, mappings)
    }
    if let alignment {
      try AlignmentBook.write(
        alignment, settings: Self.bookSettings(job), creating: folder.file("alignment.xlsx"),
        temporaryFolder: folder.staging)
      names.append("alignment.xlsx")
    }
    let registries = RegistryReport(
      record.tallies, rules: record.rules.map(\.rule), sources: record.registries)
    if let registries {
      try RegistryBook.write(
        registries, settings: Self.bookSettings(job),
        creating: folder.file("registry-summary.xlsx"),
        temporaryFolder: folder.staging)
      names.append("registry-summary.xlsx")
    }
    if let report = record.reconciliations {
      try ReconciliationBook.write(
        report, settings: Self.bookSettings(job), creating: folder.file("reconciliation.xlsx"),
        temporaryFolder: folder.staging)
      names.append("reconciliation.xlsx")
    }
    var summary = RunSummary(
      language: job.language, bank: job.worklists?.bank ?? "", asOf: job.asOf,
      sources: zip(job.orderedSources, record.sources).map { extract, result in
        let total = result.files.reduce(into: Engine.FileCounts()) { $0.merge($1) }
        return RunSummary.Source(
          name: result.name, party: result.party, read: total.read, checked: total.checked,
          rejected: total.rejected, badBytes: result.badByteCount,
          elements: Set(extract.mappings.map(\.element)))
      },
      rules: rules, tallies: record.tallies, counts: counts, worklists: worklists,
      alignment: alignment, registries: registries, reconciliations: record.reconciliations,
      deadline: job.worklists?.deadline, seconds: record.manifest.seconds,
      outFolder: folder.path)
    if let screening = record.manifest.screening, !screening.lists.isEmpty {
      summary.screened = RunSummary.Screened(
        lists: screening.lists.count, entries: screening.lists.reduce(0) { $0 + $1.inForce },
        persons: screening.persons, organisations: screening.organisations,
        representatives: screening.representatives)
    }
    try OutputFile.write(SummaryFile.json(summary), creating: folder.file("summary.json"))
    record.manifest.exitStatus = Int(status.rawValue)
    record.manifest.outputs = try names.map { try RunManifest.output($0, in: folder) }
    try OutputFile.write(try record.manifest.json(), creating: folder.file("manifest.json"))
    return summary
  }

  private static func bookSettings(_ job: Job) -> Worklists.WorklistSettings {
    let settings = job.worklists
    return Worklists.WorklistSettings(
      asOf: job.asOf, deadline: settings?.deadline, bank: settings?.bank ?? "",
      contact: settings?.contact ?? "", language: job.language,
      masksNames: settings?.masksNames ?? false, masking: job.output.masking)
  }

  /// Places of bytes that are no characters, for whoever makes the extract.
  private static func tellBadBytes(_ record: JobRun.Record, _ language: Language) {
    for source in record.sources {
      for note in source.badBytes {
        Terminal.complain(
          language == .zh
            ? "\(note.path):\(note.line)：第 \(note.offset) 字节不是有效字符，以 � 代替"
            : "\(note.path):\(note.line): byte \(note.offset) is no character; shown as �")
      }
      let more = source.badByteCount - source.badBytes.count
      if more > 0 {
        Terminal.complain(
          language == .zh
            ? "\(source.name)：另有 \(more) 处" : "\(source.name): \(more) more such bytes")
      }
    }
  }
}

extension Day: ExpressibleByArgument {
  /// The day written as `argument`, in any form that a date may have.
  public init?(argument: String) { self.init(argument) }
}

extension Severity: ExpressibleByArgument {}
