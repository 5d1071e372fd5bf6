import ArgumentParser
import Foundation

/// Measures the program on generated persons and prints what it found. Nothing is asserted:
/// what counts are the ratios within one run on one machine.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure hedui run on generated persons.")

  @Option(help: "Number of persons.") var persons = 2_200_000
  @Option(help: "Runs after the one that warms up.") var runs = 5
  @Option(help: "Cores to use; 0 for all.") var jobs = 0
  @Option(help: "Folder for data and output.") var folder = "build/bench"
  @Flag(help: "Measure the code tables alone.") var tables = false
  @Flag(help: "Measure rules in YAML beside rules in Swift, and the cost of every rule, alone.")
  var rules = false

  func validate() throws {
    if persons < 1 || runs < 1 || jobs < 0 { throw ValidationError("Numbers start at 1.") }
  }

  func run() throws {
    if rules {
      try RuleBench().run()
      print()
      return try RuleCosts().run()
    }
    try TableBench().run()
    if tables { return }
    print()
    try RuleBench().run()
    print()
    try RuleCosts().run()
    let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let hedui = program.deletingLastPathComponent().appending(path: "hedui").path
    let ordinary = try data("ordinary-\(persons)", program.path, [])
    let extract = ordinary + "/persons.txt"
    let bytes = try FileManager.default.attributesOfItem(atPath: extract)[.size] as? Int ?? 0
    print("\n\(persons) persons, \(bytes / 1_000_000) MB, runs: 1 + \(runs), the best counts")
    let wc = try best(1) { try Shell.seconds("wc", ["-l", extract]) }
    let iconv = try best(1) {
      try Shell.seconds("iconv", ["-f", "UTF-8", "-t", "GB18030", extract])
    }
    print(String(format: "wc -l      %6.2f s", wc))
    print(String(format: "iconv      %6.2f s", iconv))
    try report("ordinary", ordinary, hedui, wc, iconv)
    let wrong = try data("all-wrong-\(persons)", program.path, ["--all-faults"])
    try report("all wrong", wrong, hedui, wc, iconv)
  }

  /// Makes the data where they are not there yet.
  private func data(_ name: String, _ program: String, _ options: [String]) throws -> String {
    let path = folder + "/" + name
    if FileManager.default.fileExists(atPath: path + "/job.yaml") { return path }
    print("making \(path)")
    _ = try Shell.seconds(
      program,
      ["sample", "--persons", String(persons), "--plain", "--out", path] + options)
    return path
  }

  /// The job of `data` without its workbooks: they would be most of the time.
  private func withoutWorkbooks(_ data: String) throws -> String {
    var isSection = false
    let lines = try String(contentsOfFile: data + "/job.yaml", encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .filter { line in
        if line.first.map({ !$0.isWhitespace }) == true { isSection = line.hasPrefix("worklists:") }
        return !isSection
      }
    let path = data + "/bench.yaml"
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func best(_ warm: Int, _ body: () throws -> Double) throws -> Double {
    for _ in 0..<warm { _ = try body() }
    return try (0..<runs).map { _ in try body() }.min() ?? 0
  }

  private func report(
    _ title: String, _ data: String, _ hedui: String, _ wc: Double, _ iconv: Double
  ) throws {
    var manifest: [String: Any] = [:]
    var arguments = ["run", try withoutWorkbooks(data), "--out", folder + "/out"]
    if jobs > 0 { arguments += ["--jobs", String(jobs)] }
    let seconds = try best(1) {
      let seconds = try Shell.seconds(hedui, arguments, allowed: 0...2)
      let json = try Data(contentsOf: URL(filePath: folder + "/out/manifest.json"))
      manifest = try JSONSerialization.jsonObject(with: json) as? [String: Any] ?? [:]
      return seconds
    }
    let stages = (manifest["stageSeconds"] as? [String: Any] ?? [:]).compactMapValues {
      ($0 as? NSNumber)?.doubleValue
    }
    // Of the worst case it is gigabytes.
    try FileManager.default.removeItem(atPath: folder + "/out")
    let total = stages.values.reduce(0, +)
    let findings = (manifest["counts"] as? [String: Any])?["findings"] as? Int ?? 0
    let memory = (manifest["peakMemoryBytes"] as? NSNumber)?.doubleValue ?? 0
    let rules = (manifest["ruleSet"] as? [String: Any])?["rules"] as? Int ?? 0
    print("\n\(title): \(rules) rules, \(findings) findings")
    print(
      String(
        format:
          "hedui run  %6.2f s   %.2f million rows/s   peak %.0f MB   %.1f × wc -l   %.2f × iconv",
        seconds, Double(persons) / seconds / 1e6, memory / 1e6, seconds / wc, seconds / iconv))
    for name in ["reading", "decoding", "cutting", "checking", "writing"] {
      let share = total > 0 ? (stages[name] ?? 0) / total * 100 : 0
      print(String(format: "  %-9@ %5.1f %%", name as NSString, share))
    }
  }
}

/// Runs a program and tells how long it took.
enum Shell {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  static func seconds(
    _ program: String, _ arguments: [String], allowed: ClosedRange<Int32> = 0...0
  ) throws -> Double {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let start = ContinuousClock.now
    try process.run()
    process.waitUntilExit()
    let elapsed = (ContinuousClock.now - start) / .seconds(1)
    guard allowed.contains(process.terminationStatus) else {
      throw Failure(description: "\(program) ended with status \(process.terminationStatus)")
    }
    return elapsed
  }
}
