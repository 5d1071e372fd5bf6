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

extension Codes {
  /// `hedui codes impact`.
  struct Impact: HeduiCommand {
    static let configuration = CommandConfiguration(
      abstract: "See what an edition of a code table does to the bank's records. Changes nothing.",
      discussion: """
        Counts how many records stay, change by rule, need a choice, a look or a question to \
        the customer: exactly what a run with the alignment rules would find.
        Example: hedui codes impact gbt4754 --to 2017 job.yaml --xlsx impact.xlsx
        """)

    @Argument(help: "The table: gbt4754.") var table: String
    @Option(help: "Year of the edition.") var to: Int
    @Argument(help: ArgumentHelp("The job file.", valueName: "job.yaml")) var job: String
    @Option(help: "Write the counts into this workbook, too.") var xlsx: String?
    @Option(help: "Number of cores to use.") var jobs: Int?
    @OptionGroup var options: SharedOptions

    /// The rule set that aligns a table's codes.
    private static let ruleSets = [IndustryCodes.name: "industry-alignment"]

    func validate() throws {
      if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be 1 to 256.") }
      guard Self.ruleSets[table.lowercased()] != nil else {
        throw ValidationError("No preview of '\(table)'. Tables: gbt4754.")
      }
      let years = IndustryEdition.allCases.map(\.year)
      if !years.contains(to) {
        throw ValidationError(
          "No edition of \(to). Editions: \(years.map(String.init).joined(separator: ", ")).")
      }
    }

    func perform() throws -> ExitStatus {
      let table = table.lowercased()
      guard var job = try options.job(at: job, ruleSet: Self.ruleSets[table]) else {
        return .configuration
      }
      let mappings = job.mappings
      job.rules.editions[table] = to
      let element = job.rules.aligned
      job.sources.removeAll { source in !source.mappings.contains { $0.element == element } }
      if job.sources.isEmpty {
        Terminal.complain(
          job.language == .zh
            ? "hedui: 作业的数据来源都没有映射\(element?.facts.title.zh ?? "")"
            : "hedui: no source of the job maps \(element?.name ?? "")")
        return .configuration
      }
      let stop = StopFlag()
      let signals = Signals.handle { stop.set() }
      defer { withExtendedLifetime(signals) {} }
      let progress = RunProgress()
      let line = ProgressLine(progress, language: job.language)
      defer { line?.end() }
      let record = try JobRun(
        job, mappings: mappings, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
        stop: stop, progress: progress
      ).count(version: Product.version, runAt: Date())
      line?.end()
      guard let tally = record.alignment else { return .ourFault }
      let report = try AlignmentNames.report(tally, edition: to, asOf: job.asOf, mappings)
      if let xlsx { try Self.write(report, job, to: xlsx) }
      if options.json {
        Terminal.write(AlignmentText.json(report))
      } else {
        print(Self.heading(report, job))
        print(AlignmentText.text(report, in: job.language))
      }
      return record.notEvaluated > 0 ? .incomplete : .clean
    }

    private static func heading(_ report: AlignmentReport, _ job: Job) -> String {
      let title = report.element.facts.title
      return job.language == .zh
        ? "改用 \(report.edition) 对\(title.zh)的影响（数据日期 \(job.asOf)，预览，未改动任何数据）"
        : "What \(report.edition) does to the \(title.en) (data of \(job.asOf); a preview, nothing was changed)"
    }

    /// Writes the workbook beside its place and puts it there whole.
    private static func write(_ report: AlignmentReport, _ job: Job, to path: String) throws {
      let place = URL(filePath: path)
      let folder = place.deletingLastPathComponent().path
      let staged =
        folder + "/.\(place.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)"
      do {
        try AlignmentBook.write(
          report,
          settings: Worklists.WorklistSettings(
            asOf: job.asOf, bank: job.worklists?.bank ?? "", language: job.language),
          creating: staged, temporaryFolder: folder)
        try FileSystem.rename(staged, to: place.path)
      } catch {
        // What went wrong is told; a file of ours that stays behind would be one thing more.
        try? FileManager.default.removeItem(atPath: staged)
        throw error
      }
    }
  }
}
