import Addresses
import ArgumentParser
import Extracts
import Foundation
import Profiles
import Records
import References
import Reports

/// `hedui profile`.
struct Profile: HeduiCommand {
  static let configuration = CommandConfiguration(
    abstract: "Count what the columns of files hold: empty and distinct values, patterns, lengths.",
    discussion: """
      Format and encoding are guessed as by hedui peek. Patterns show characters by class: 9 a \
      digit, A and a letters, 汉 a Chinese character, ␣ a blank, {n} n of them. Columns that look \
      like addresses are counted by grade, A (to the door) to F (no address). Values of customers \
      are printed unless --no-values is given.
      Example: hedui profile customers.dat.gz --no-values
      """)

  @Argument(help: "Files to look into.") var files: [String]
  @Option(help: "How many patterns and values to show of a column.") var top = 5
  @Flag(help: "Print no values of customers.") var noValues = false
  @Option(help: "Cores to use.") var jobs: Int?
  @OptionGroup var options: SharedOptions

  func validate() throws {
    if files.isEmpty { throw ValidationError("Name at least one file.") }
    if top < 0 { throw ValidationError("--top must not be negative.") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
  }

  func perform() throws -> ExitStatus {
    var gazetteer: AddressGazetteer?
    for (index, file) in files.enumerated() {
      let table = try RawTable(path: file)
      let profile = try FileProfile(
        table, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount
      ) {
        if gazetteer == nil { gazetteer = try AddressGazetteer(from: try options.mappings()) }
        return gazetteer
      }
      if options.json {
        Terminal.write(
          ProfileJSON.line(
            profile, file: file, titles: table.titles, top: top, showsValues: !noValues))
      } else {
        let text = ProfileText(options.language, top: top, showsValues: !noValues)
        if index > 0 { print("") }
        print(
          text.text(
            profile, titles: table.titles, description: table.description(options.language)),
          terminator: "")
      }
    }
    return .clean
  }
}
