import ArgumentParser
import Findings
import Records
import RuleSets
import Validators

extension Rules {
  /// `hedui rules settings`.
  struct Settings: HeduiCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the settings that a job comes to, each with the file and line it is from.",
      discussion: "Reads nothing but settings. Example: hedui rules settings monthly.yaml --json")

    @Argument(help: ArgumentHelp("The job file.", valueName: "job.yaml")) var job: String
    @OptionGroup var options: SharedOptions

    func perform() throws -> ExitStatus {
      guard let job = try options.job(at: job) else { return .configuration }
      let listing = SettingsListing(job)
      if options.json {
        Terminal.write(try Terminal.json(listing, pretty: true))
      } else {
        print(listing.text(job.language), terminator: "")
      }
      return .clean
    }
  }
}
