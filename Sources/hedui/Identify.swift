import ArgumentParser
import Foundation
import Records
import References
import Validators

/// `hedui id`.
struct Identify: HeduiCommand {
  static let configuration = CommandConfiguration(
    commandName: "id",
    abstract: "Judge numbers, one a line of standard input; one JSON verdict a line comes out.",
    discussion: """
      Kinds: \(NumberVerdict.Kind.allCases.map(\.rawValue).joined(separator: ", ")).
      Example: echo 91350211M000100Y43 | hedui id uscc -
      """)

  @Argument(help: ArgumentHelp("What the numbers are.", valueName: "kind")) var kind:
    NumberVerdict.Kind
  @Argument(help: ArgumentHelp("Numbers, or - for standard input.", valueName: "number"))
  var numbers: [String] = ["-"]
  @OptionGroup var options: SharedOptions

  func perform() throws -> ExitStatus {
    let context = Context(
      asOf: Day.today, language: options.language,
      // Numbers can be judged without tables, if less is said of them then.
      mappings: MappingsFolder.standard() == nil ? nil : try options.mappings())
    let verdict = NumberVerdict(kind, context)
    func judge(_ line: [UInt8]) {
      var output: [UInt8] = []
      verdict.write(line.span, to: &output)
      Terminal.write(output)
    }
    if numbers == ["-"] {
      Terminal.eachLine(judge)
    } else {
      for number in numbers { judge(Array(number.utf8)) }
    }
    return .clean
  }
}

extension NumberVerdict.Kind: ExpressibleByArgument {}
