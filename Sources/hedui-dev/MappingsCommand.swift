import ArgumentParser
import Foundation

struct MappingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mappings",
    abstract: "Make the tables of mappings/ from source tables, or check them.",
    discussion: """
      hedui-dev mappings SOURCE_DIR    make every table and its description
      hedui-dev mappings --describe    describe the tables as they stand
      hedui-dev mappings --check       compare the tables with their description
      """)

  @Argument(
    help: ArgumentHelp(
      "Folder with industry/, occupation/, divisions/ and regulatory/.", valueName: "source-dir"))
  var source: String?

  @Option(help: "Folder of the tables.")
  var to = "mappings"

  @Flag(help: "Write the description alone, after an edit by hand.")
  var describe = false

  @Flag(help: "Write nothing; fail where a table is not as described.")
  var check = false

  func validate() throws {
    let asked = [source != nil, describe, check].filter { $0 }.count
    if asked != 1 { throw ValidationError("Give one of SOURCE_DIR, --describe and --check.") }
  }

  func run() throws {
    let package = DataPackage(folder: URL(filePath: to))
    if let source {
      try package.rebuild(from: SourceTables(folder: URL(filePath: source)))
    } else if describe {
      try package.describe()
    } else {
      let drifts = try package.drifts()
      guard drifts.isEmpty else {
        for drift in drifts { print("\(to)/\(drift)") }
        throw ExitCode.failure
      }
    }
  }
}
