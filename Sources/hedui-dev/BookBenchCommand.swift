import ArgumentParser
import Foundation
import Records

/// Measures `hedui run` on ledgers of many entries, and holds what it finds against the sums
/// that the entries were made with.
struct BookBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-books",
    abstract: "Measure the comparison of ledgers, and check that no sum drifts.")

  @Option(help: "Number of entries.") var entries = 10_000_000
  @Option(help: "Number of accounts, each with ten days.") var accounts = 2_000
  @Option(help: "Cores to use; 0 for all.") var jobs = 0
  @Option(help: "Folder for data and output.") var folder = "build/bench-books"

  func validate() throws {
    if entries < 1 || accounts < 1 || jobs < 0 { throw ValidationError("Numbers start at 1.") }
  }

  private static let days = 10
  /// Lines whose total is a cent too high.
  private var planted: Set<Int> { [0, accounts * Self.days / 2, accounts * Self.days - 1] }

  func run() throws {
    let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let hedui = program.deletingLastPathComponent().appending(path: "hedui").path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    for name in ["details.txt", "sub.txt", "out"] {
      try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
    try writeBooks()
    var arguments = ["run", folder + "/job.yaml", "--out", folder + "/out"]
    if jobs > 0 { arguments += ["--jobs", String(jobs)] }
    let seconds = try Shell.seconds(hedui, arguments, allowed: 1...1)
    let json = try Data(contentsOf: URL(filePath: folder + "/out/manifest.json"))
    let manifest = try JSONSerialization.jsonObject(with: json) as? [String: Any] ?? [:]
    let memory = (manifest["peakMemoryBytes"] as? NSNumber)?.doubleValue ?? 0
    let found = try String(contentsOfFile: folder + "/out/findings.csv", encoding: .utf8)
      .split(separator: "\n").dropFirst()
    let wanted = Set(planted.map(key))
    let keys = Set(found.map { $0.split(separator: ",")[6] }.map(String.init))
    print(
      String(
        format: "%d entries, %d lines: %.2f s, %.2f million entries/s, peak %.0f MB", entries,
        accounts * Self.days, seconds, Double(entries) / seconds / 1e6, memory / 1e6))
    guard keys == wanted, found.count == wanted.count,
      found.allSatisfy({ $0.contains("-0.01") || $0.contains("0.01") })
    else { throw ValidationError("a sum has drifted: \(keys.count) lines differ") }
    print("\(wanted.count) lines differ by a cent, as planted; all others agree to the cent")
  }

  private func key(_ line: Int) -> String { "\(account(line))/CNY/\(day(line))" }
  private func account(_ line: Int) -> String { String(8_100_000_000 + line / Self.days) }
  private func day(_ line: Int) -> Day { Day(number: 20_748 + Int32(line % Self.days)) }

  /// The books, and the job that compares them. Entries of an account do not stand together.
  private func writeBooks() throws {
    let lines = accounts * Self.days
    var sums = [(debit: Int128, credit: Int128)](repeating: (0, 0), count: lines)
    let details = try OutputFile(creating: folder + "/details.txt")
    var text = Array("NO|ACCT|DT|DC|AMT\n".utf8)
    for number in 0..<entries {
      var random = SampleRandom(seed: 1, stream: 70, index: number)
      let line = random.below(lines)
      // One in a hundred is of ten thousand billions, one in twenty red.
      var cents =
        random.chance(10) ? random.in(1...1_000_000_000_000_000) : random.in(1...99_999_999)
      if random.chance(50) { cents = -cents }
      let isDebit = random.chance(500)
      if isDebit {
        sums[line].debit += Int128(cents)
      } else {
        sums[line].credit += Int128(cents)
      }
      text.append(UInt8(ascii: "N"))
      text.append(decimal: number)
      text.append(UInt8(ascii: "|"))
      text.append(contentsOf: account(line).utf8)
      text.append(UInt8(ascii: "|"))
      text.append(day: day(line))
      text.append(isDebit ? "|D|" : "|C|")
      if cents < 0 { text.append(UInt8(ascii: "-")) }
      text.append(decimal: abs(cents) / 100)
      text.append(UInt8(ascii: "."))
      text.append(number: abs(cents) % 100, width: 2)
      text.append(0x0A)
      if text.count > 1 << 20 {
        try details.write(text)
        text.removeAll(keepingCapacity: true)
      }
    }
    try details.write(text)
    try details.finish()
    var sub = "ACCT|DT|DR|CR\n"
    for line in 0..<lines {
      let debit = sums[line].debit + (planted.contains(line) ? 1 : 0)
      sub += "\(account(line))|\(day(line))|\(Self.text(debit))|\(Self.text(sums[line].credit))\n"
    }
    try sub.write(toFile: folder + "/sub.txt", atomically: true, encoding: .utf8)
    try "NO\nC1\n".write(toFile: folder + "/persons.txt", atomically: true, encoding: .utf8)
    try Self.job.write(toFile: folder + "/job.yaml", atomically: true, encoding: .utf8)
  }

  private static func text(_ cents: Int128) -> String {
    let rest = Int(cents.magnitude % 100)
    return "\(cents < 0 ? "-" : "")\(cents.magnitude / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static let job = """
    version: 1
    asOf: 2026-10-31
    language: en
    sources:
      persons: {party: person, path: persons.txt, format: delimited, delimiter: "|",
        encoding: UTF-8, columns: {NO: customer_key}}
    reconciliations:
      ledgers:
        sub: {path: sub.txt, format: delimited, delimiter: "|", encoding: UTF-8,
          columns: {ACCT: account_number, DT: book_date, DR: debit_total, CR: credit_total}}
        details: {path: details.txt, format: delimited, delimiter: "|", encoding: UTF-8,
          columns: {NO: transaction_key, ACCT: account_number, DT: transaction_date,
            DC: direction, AMT: amount}}
    rules: {select: TXN003}

    """
}
