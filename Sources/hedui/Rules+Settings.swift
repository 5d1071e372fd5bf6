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
      let loaded = Job.load(
        path: job, text: try InputFile.contents(of: job), mappings: try options.mappings(),
        catalogue: Catalogue.rules)
      switch loaded {
      case .success(let job):
        let listing = SettingsListing(job)
        if options.json {
          Terminal.write(try Terminal.json(listing, pretty: true))
        } else {
          print(listing.text(options.lang ?? job.language), terminator: "")
        }
        return .clean
      case .failure(let faults):
        Terminal.complain(faults.text(options.language))
        return .configuration
      }
    }
  }
}
