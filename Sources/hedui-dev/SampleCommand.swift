import ArgumentParser
import Foundation

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Make an invented bank: extracts, registries, a job, and the faults planted in them.",
    discussion: """
      hedui-dev sample --persons 20000 --organisations 3000 --seed 20261031 --out sample-data
      hedui-dev sample --persons 2200000 --plain --out build/bench
      """)

  @Option(help: "Number of persons.")
  var persons = 20_000

  @Option(help: "Number of organisations; with 0, persons alone are made.")
  var organisations = 0

  @Option(help: "The same seed gives the same bytes.")
  var seed: UInt64 = 20_261_031

  @Option(help: "Folder to write to; what is there under the same names is replaced.")
  var out: String

  @Flag(help: "Persons as plain UTF-8 with | between cells, not packed.")
  var plain = false

  @Option(help: "Records of a thousand that get a fault.")
  var faults = 90

  @Flag(help: "Every field of every person wrong; truth.csv then has no persons.")
  var allFaults = false

  @Option(help: "Folder of the tables.")
  var mappings = "mappings"

  func validate() throws {
    if persons < 0 || organisations < 0 { throw ValidationError("Numbers start at 0.") }
    if !(0...1000).contains(faults) { throw ValidationError("--faults is 0 to 1000.") }
  }

  func run() throws {
    let bank = try SampleBank(
      persons: persons, organisations: organisations, seed: seed, faults: faults,
      mappings: URL(filePath: mappings))
    try bank.write(to: URL(filePath: out), plain: plain, allWrong: allFaults)
  }
}
