import ArgumentParser
import Extracts
import Foundation
import Records

/// `hedui peek`.
struct Peek: HeduiCommand {
  static let configuration = CommandConfiguration(
    abstract: "Guess the format and encoding of files, and show their first records.",
    discussion: "Example: hedui peek customers.dat.gz --rows 5")

  @Argument(help: "Files to look into.") var files: [String]
  @Option(help: "How many records to show.") var rows = 5
  @OptionGroup var options: SharedOptions

  func validate() throws {
    if files.isEmpty { throw ValidationError("Name at least one file.") }
    if rows < 0 { throw ValidationError("--rows must not be negative.") }
  }

  func perform() throws -> ExitStatus {
    for file in files {
      let table = try RawTable(path: file)
      if options.json {
        try table.eachRow { row in
          Terminal.write(try Terminal.json(Dictionary(zip(table.titles, row)) { $1 }))
          return true
        }
      } else {
        print(table.description(options.language))
        var shown = 0
        try table.eachRow { row in
          if shown == rows { return false }
          shown += 1
          print("")
          for (title, value) in zip(table.titles, row) { print("  \(title): \(value)") }
          return true
        }
      }
    }
    return .clean
  }
}
