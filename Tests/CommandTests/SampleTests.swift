import Findings
import Foundation
import LocalValidators
import TestSupport
import Testing
import Validators

/// One finding as `truth.csv` lists it.
struct Planted: Hashable, Comparable, CustomStringConvertible {
  let source: String
  let key: String
  let rule: String
  let element: String

  var description: String { "\(source) \(key) \(rule) \(element)" }

  static func < (a: Planted, b: Planted) -> Bool { a.description < b.description }

  /// How often every finding of a `findings.csv` stands there.
  static func found(in path: String) throws -> [Planted: Int] {
    let reader = try FindingsReader(path: path)
    var counts: [Planted: Int] = [:]
    while try reader.next() {
      let entry = Planted(
        source: reader.text(.source), key: reader.text(.recordKey), rule: reader.text(.ruleID),
        element: reader.text(.element))
      counts[entry, default: 0] += 1
    }
    return counts
  }

  /// How often `truth.csv` lists every finding.
  static func truth(in path: String) throws -> [Planted: Int] {
    var counts: [Planted: Int] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
    {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let entry = Planted(source: cells[0], key: cells[1], rule: cells[2], element: cells[3])
      counts[entry, default: 0] += 1
    }
    return counts
  }
}

@Suite struct `The sample bank` {
  @Test func `has every planted fault found and nothing else`() throws {
    let folder = try ScratchFolder()
    let result = try Program.run([
      "run", Repository.root + "/sample-data/job.yaml", "--out", folder.path + "/out",
    ])
    // What a bank adds to the sample of its own rules is planted nowhere.
    let added = LocalCatalogue.recordValidators.map { $0.rule.id }.filter { $0 != "LOC001" }
    #expect(result.status == 1 || !added.isEmpty, "\(result.errors)")
    let found = try Planted.found(in: folder.path + "/out/findings.csv")
    let truth = try Planted.truth(in: Repository.root + "/sample-data/truth.csv")
    #expect(truth.count > 2000)
    for (planted, count) in truth.sorted(by: { $0.key < $1.key }) {
      #expect(found[planted] == count, "planted: \(planted)")
    }
    for (finding, count) in found.sorted(by: { $0.key < $1.key })
    where truth[finding] != count && !added.contains(finding.rule) {
      Issue.record("found \(count) times, planted \(truth[finding] ?? 0): \(finding)")
    }
  }

  @Test(arguments: [
    (persons: 300, organisations: 700, seed: 11, faults: 200),
    (persons: 100, organisations: 2, seed: 5, faults: 200),
    (persons: 200, organisations: 500, seed: 4, faults: 0),
  ])
  func `has them found in any size and from any seed, and nothing in one without faults`(
    _ size: (persons: Int, organisations: Int, seed: Int, faults: Int)
  ) throws {
    let folder = try ScratchFolder()
    let maker = Process()
    maker.executableURL = URL(filePath: Program.path).deletingLastPathComponent()
      .appending(path: "hedui-dev")
    maker.arguments = [
      "sample", "--persons", String(size.persons), "--organisations", String(size.organisations),
      "--seed", String(size.seed), "--faults", String(size.faults), "--out", folder.path,
      "--mappings", Repository.root + "/mappings",
    ]
    try maker.run()
    maker.waitUntilExit()
    try #require(maker.terminationStatus == 0)
    _ = try Program.run(["run", folder.path + "/job.yaml", "--out", folder.path + "/out"])
    let found = try Planted.found(in: folder.path + "/out/findings.csv")
    let truth = try Planted.truth(in: folder.path + "/truth.csv")
    #expect(truth.isEmpty == (size.faults == 0))
    let added = LocalCatalogue.recordValidators.map { $0.rule.id }.filter { $0 != "LOC001" }
    for entry in Set(truth.keys).union(found.keys).sorted()
    where found[entry] != truth[entry] && !added.contains(entry.rule) {
      Issue.record("found \(found[entry] ?? 0) times, planted \(truth[entry] ?? 0): \(entry)")
    }
  }

  @Test func `finds the same whatever the number of cores`() throws {
    let folder = try ScratchFolder()
    for jobs in ["1", "2", "7"] {
      _ = try Program.run([
        "run", Repository.root + "/sample-data/job.yaml", "--out", folder.path + "/" + jobs,
        "--jobs", jobs,
      ])
    }
    let names = ["findings.csv", "corrections.csv", "rejects.csv", "summary.json"]
    for name in names + ["worklists/81000001.xlsx", "reconciliation.xlsx"] {
      let first = try folder.read("1/" + name)
      #expect(!first.isEmpty)
      #expect(try folder.read("2/" + name) == first, "\(name)")
      #expect(try folder.read("7/" + name) == first, "\(name)")
    }
  }
}
