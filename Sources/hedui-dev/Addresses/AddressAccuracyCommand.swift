import Addresses
import ArgumentParser
import Foundation
import Records
import References

/// Holds the reading of addresses against those written by hand and against generated ones.
struct AddressAccuracyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "address-accuracy",
    abstract: "Print how many addresses are read right, wrong and not at all.")

  @Option(help: "Cases written by hand.")
  var cases = "Tests/AddressesTests/Fixtures/addresses.tsv"
  @Option(help: "Number of generated addresses.") var generated = 100_000
  @Option(help: "Seed of the generated addresses.") var seed: UInt64 = 7
  @Option(help: "Print that many addresses that were not read right.") var confusions = 0
  @Option(help: "Write every case with its truth to this file, for other programs.")
  var export: String?
  @Option(help: "Write the code that was read of every case to this file, in the same order.")
  var verdicts: String?

  func run() throws {
    guard let folder = MappingsFolder.standard() else {
      throw ValidationError("There is no mappings folder beside the program.")
    }
    let clock = ContinuousClock()
    let start = clock.now
    let gazetteer = try AddressGazetteer(from: folder)
    let loading = (clock.now - start) / .milliseconds(1)
    print(String(format: "gazetteer: %d names, loaded in %.0f ms", gazetteer.count, loading))
    let byHand = try AddressCase.read(cases)
    report("written by hand", byHand, gazetteer)
    let generator = try AddressGenerator(folder, gazetteer.divisions)
    let known = generator.cases(generated / 2, seed: seed, heldOut: false)
    report("generated", known, gazetteer)
    let unaware = try AddressGazetteer(from: folder, leavingOut: AddressGenerator.isHeldOut)
    let heldOut = generator.cases(generated / 2, seed: seed, heldOut: true)
    report("generated, townships unknown", heldOut, unaware)
    if let verdicts {
      let codes =
        codes(byHand, gazetteer) + codes(known, gazetteer) + codes(heldOut, unaware)
      try (codes.map(String.init).joined(separator: "\n") + "\n").write(
        toFile: verdicts, atomically: true, encoding: .utf8)
    }
    if let export {
      let lines = [("hand", byHand), ("generated", known), ("held-out", heldOut)].flatMap {
        set, cases in
        cases.map {
          "\(set)\t\($0.phenomenon)\t\($0.code)\t\(String(decoding: $0.text, as: UTF8.self))"
        }
      }
      try (lines.joined(separator: "\n") + "\n").write(
        toFile: export, atomically: true, encoding: .utf8)
    }
  }

  private func codes(_ cases: [AddressCase], _ gazetteer: AddressGazetteer) -> [Int32] {
    let parser = AddressParser(gazetteer)
    return cases.map { parser.parse($0.text.span).code }
  }

  private func report(_ title: String, _ cases: [AddressCase], _ gazetteer: AddressGazetteer) {
    var score = AddressScore(gazetteer.divisions)
    let parser = AddressParser(gazetteer)
    var address = Address()
    for item in cases {
      parser.parse(item.text.span, into: &address)
      score.add(item, address)
    }
    print("\n\(title): \(cases.count) addresses")
    print(
      "phenomenon                       all   right  wrong  undec.  province  prefect.  county"
        + "   grade   parts")
    for (name, counts) in score.counts.sorted(by: { $0.key < $1.key }) { line(name, counts) }
    line("all", score.total)
    for text in score.confusions.prefix(confusions) { print("  \(text)") }
  }

  private func line(_ name: String, _ counts: AddressScore.Counts) {
    func share(_ part: Int, _ all: Int) -> String {
      all == 0 ? "      –" : String(format: "%6.2f%%", Double(part) / Double(all) * 100)
    }
    let cells = [
      name.padding(toLength: 28, withPad: " ", startingAt: 0),
      String(format: "%7d", counts.all), share(counts.right, counts.all),
      share(counts.wrong, counts.all), share(counts.undecided, counts.all),
      share(counts.levelsRight[0], counts.all), share(counts.levelsRight[1], counts.all),
      share(counts.levelsRight[2], counts.all), share(counts.gradesRight, counts.grades),
      share(counts.partsRight, counts.parts),
    ]
    print(cells.joined(separator: " "))
  }
}
