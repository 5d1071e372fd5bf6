import ArgumentParser
import Foundation
import LocalValidators
import Records
import References
import RuleSets
import Validators

/// Exit status of every command. Other people's scripts rely on it.
enum ExitStatus: Int32 {
  case clean = 0
  case findings = 1
  case incomplete = 2
  case usage = 64
  case inputRefused = 65
  case ourFault = 70
  case inputOutput = 74
  case configuration = 78
  /// Ended by an interrupt, as shells count it.
  case interrupted = 130
}

/// A command that says how it went. An error that leaves `run()` would exit with 1, which
/// means "findings" here, so none may.
protocol HeduiCommand: ParsableCommand {
  var options: SharedOptions { get }
  func perform() throws -> ExitStatus
}

extension HeduiCommand {
  func run() throws {
    let status: ExitStatus
    do {
      status = try perform()
    } catch let error as ValidationError {
      throw error
    } catch {
      let failure = Failure(error)
      Terminal.complain("hedui: " + failure.text[options.language])
      status = failure.status
    }
    if status != .clean { throw ExitCode(status.rawValue) }
  }
}

/// Reading standard input and writing to the terminal.
enum Terminal {
  static func complain(_ text: String, end: String = "\n") {
    FileHandle.standardError.write(Data((text + end).utf8))
  }

  static func write(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }

  /// Calls `body` with every line of standard input, without its line end.
  static func eachLine(_ body: ([UInt8]) throws -> Void) rethrows {
    var rest: [UInt8] = []
    while true {
      let data = FileHandle.standardInput.availableData
      if data.isEmpty { break }
      rest.append(contentsOf: data)
      var start = 0
      while let end = rest[start...].firstIndex(of: 0x0A) {
        try body(trimmed(rest[start..<end]))
        start = end + 1
      }
      rest.removeFirst(start)
    }
    if !rest.isEmpty { try body(trimmed(rest[...])) }
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> [UInt8] {
    line.last == 0x0D ? Array(line.dropLast()) : Array(line)
  }

  /// One line of JSON with sorted keys.
  static func json(_ value: some Encodable, pretty: Bool = false) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      pretty
      ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      : [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value)) + [0x0A]
  }
}

/// Options that several commands share.
struct SharedOptions: ParsableArguments {
  @Option(help: "Language of what people read: zh or en.") var lang: Language?
  @Flag(help: "Print JSON for programs.") var json = false
  @Option(
    name: .customLong("mappings"),
    help: ArgumentHelp(
      "A bank's own tables and rule sets, laid over the product's.", valueName: "folder"))
  var ownMappings: String?

  var language: Language { lang ?? .zh }

  /// The product's tables, with the bank's laid over them where an option names a folder.
  func mappings() throws -> MappingsFolder {
    guard let folder = MappingsFolder.standard() else { throw Failure.NoMappings() }
    guard let ownMappings else { return folder }
    let overlay = URL(filePath: ownMappings).path
    do { _ = try FileManager.default.contentsOfDirectory(atPath: overlay) } catch {
      throw ValidationError("--mappings: there is no folder '\(ownMappings)'.")
    }
    return MappingsFolder(path: folder.path, overlay: overlay)
  }
}

extension SharedOptions {
  /// The job in a file; nil where it has faults, which are then told. `ruleSet`: see
  /// `Job.load`.
  func job(at path: String, ruleSet: String? = nil) throws -> Job? {
    let loaded = Job.load(
      path: path, text: try InputFile.contents(of: path), mappings: try mappings(),
      catalogue: CompiledRules.rules, ruleSet: ruleSet)
    switch loaded {
    case .success(var job):
      if let lang { job.language = lang }
      return job
    case .failure(let faults):
      Terminal.complain(faults.text(language))
      return nil
    }
  }
}

extension Language: ExpressibleByArgument {}
