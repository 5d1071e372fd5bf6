import Addresses
import ArgumentParser
import Foundation
import References

/// Measures the reading of addresses, and cpca beside it where a Python has it.
struct AddressBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "address-bench", abstract: "Measure how many addresses are read in a second.")

  @Option(help: "Number of generated addresses.") var addresses = 200_000
  @Option(help: "Runs after the one that warms up.") var runs = 5
  @Option(help: "A Python with cpca, to be measured in the same run.") var python: String?
  @Option(help: "Addresses that cpca reads.") var forPeer = 5_000

  func run() throws {
    guard let folder = MappingsFolder.standard() else {
      throw ValidationError("There is no mappings folder beside the program.")
    }
    let before = ResidentMemory.megabytes
    let clock = ContinuousClock()
    let start = clock.now
    let gazetteer = try AddressGazetteer(from: folder)
    let loading = (clock.now - start) / .milliseconds(1)
    print(
      String(
        format: "gazetteer  %d names, %.0f ms, %.0f MB", gazetteer.count, loading,
        ResidentMemory.megabytes - before))
    let cases = try AddressGenerator(folder, gazetteer.divisions).cases(
      addresses, seed: 3, heldOut: false)
    let bytes = cases.reduce(0) { $0 + $1.text.count }
    for threads in [1, 2] {
      let seconds = AddressBench.seconds(cases, gazetteer, threads: threads, runs: runs)
      print(
        String(
          format: "hedui      %d core%@  %9.0f addresses/s  (%.2f µs, %d bytes an address)",
          threads, threads == 1 ? " " : "s", Double(cases.count) / seconds,
          seconds / Double(cases.count) * 1e6, bytes / cases.count))
    }
    if let python { try peer(python, Array(cases.prefix(forPeer))) }
  }

  private func peer(_ python: String, _ cases: [AddressCase]) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "hedui-addresses.txt")
    let text = cases.map { String(decoding: $0.text, as: UTF8.self) }.joined(separator: "\n")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let program = """
      import sys, time, cpca
      lines = open(sys.argv[1], encoding="utf-8").read().split("\\n")
      cpca.transform(lines[:100])
      start = time.time()
      cpca.transform(lines)
      print("cpca       1 core   %9.0f addresses/s" % (len(lines) / (time.time() - start)))
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python, "-c", program, file.path]
    try process.run()
    process.waitUntilExit()
  }
}
