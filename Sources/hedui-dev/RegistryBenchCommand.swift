import ArgumentParser
import Foundation
import Records

/// Measures `hedui run` on organisations against a large business registry, with all REG
/// rules. Nothing is asserted: `Scripts/bench-registry` puts a join in SQL beside it.
struct RegistryBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "registry-bench",
    abstract: "Measure hedui run on organisations against a large business registry.")

  @Option(help: "Number of organisations.") var organisations = 170_000
  @Option(help: "Rows of the registry.") var rows = 3_000_000
  @Option(help: "Runs after the one that warms up.") var runs = 3
  @Option(help: "Folder for data and output.") var folder = "build/bench/registry"
  @Option(help: "Megabytes that the job allows for state.") var memory = 256

  func validate() throws {
    if organisations < 1 || rows < organisations * 6 / 5 || runs < 1 {
      throw ValidationError("The registry has the organisations and some more.")
    }
  }

  func run() throws {
    let data = URL(filePath: folder).appending(path: "\(organisations)-\(rows)")
    let job = data.appending(path: "job.yaml").path
    if !FileManager.default.fileExists(atPath: job) {
      print("making \(data.relativePath)")
      try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
      let bank = try SampleBank(
        persons: 0, organisations: rows, seed: 20_261_031, faults: 90,
        mappings: URL(filePath: "mappings"))
      try bank.writeForBench(to: data, customers: organisations)
    }
    try Self.job(memory).write(toFile: job, atomically: true, encoding: .utf8)
    let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let hedui = program.deletingLastPathComponent().appending(path: "hedui").path
    let output = data.appending(path: "out").path
    var best = Double.infinity
    for run in 0...runs {
      let seconds = try Shell.seconds(hedui, ["run", job, "--out", output], allowed: 0...2)
      if run > 0 { best = min(best, seconds) }
    }
    let json = try Data(contentsOf: URL(filePath: output + "/manifest.json"))
    let manifest = try JSONSerialization.jsonObject(with: json) as? [String: Any] ?? [:]
    let findings = (manifest["counts"] as? [String: Any])?["findings"] as? Int ?? 0
    let memory = (manifest["peakMemoryBytes"] as? NSNumber)?.doubleValue ?? 0
    print(
      String(
        format:
          "hedui   %6.2f s   %.2f million registry rows/s   peak %.0f MB   %d organisations x %d rows, %d findings",
        best, Double(rows) / best / 1e6, memory / 1e6, organisations, rows, findings))
  }

  private static func job(_ memory: Int) -> String {
    var text = """
      version: 1
      asOf: 2026-10-31
      memory: \(memory)
      sources:
        organisations:
          party: organisation
          path: organisations.csv
          format: delimited
          delimiter: ","
          quoting: doubled
          encoding: UTF-8
          columns:

      """
    let wanted: Set<String> = [
      "customer_key", "name", "credit_code", "licence_number", "licence_expiry_date",
      "industry_code", "industry_edition", "registration_type", "business_scope",
      "registered_capital", "capital_currency", "established_date", "legal_representative",
      "address", "region_code", "opened_date", "branch", "owner",
    ]
    for field in OrganisationField.allCases where wanted.contains(field.element) {
      text +=
        field == .openedDate
        ? "      \(field.title): { element: \(field.element), date: dd/MM/yyyy }\n"
        : "      \(field.title): \(field.element)\n"
    }
    text += """
      registries:
        business:
          asOf: 2026-10-28
          coverage: { regions: 36 }
          path: registry.csv
          format: delimited
          delimiter: ","
          quoting: doubled
          encoding: UTF-8
          columns:

      """
    for (title, element) in OrganisationWriter.registryColumns {
      text += "      \(title): \(element)\n"
    }
    return text + """
      rules:
        select: [REG]
        ignore: [REG012]
      output: { folder: out }

      """
  }
}

extension SampleBank {
  /// Writes the first organisations as customers, and all of them as a registry in CSV.
  fileprivate func writeForBench(to folder: URL, customers: Int) throws {
    let faulty = try organisationFaults()
    let writer = OrganisationWriter(faults: faulty, count: customers)
    _ = try writeFile("organisations.csv", in: folder) { try writer.writeExtract(put: $0) }
    try writeFile("registry.csv", in: folder) {
      try writer.writeRegistry(rows: organisations, put: $0)
    }
  }
}

extension OrganisationWriter {
  /// The registry as text, with as many rows as are wanted in all.
  func writeRegistry(rows: Int, put: ([UInt8]) throws -> Void) throws {
    var text = Array((Self.registryColumns.map(\.title).joined(separator: ",") + "\n").utf8)
    var unused: [PlantedFault] = []
    var (written, index) = (0, 0)
    while written < rows {
      let made = index < count ? faults.make(index, &unused) : nil
      let entries = [
        made?.registry ?? (index < count ? nil : faults.maker.make(index).registry),
        made?.stranger,
      ]
      for case let row? in entries where written < rows {
        let cells = [
          row.creditCode, row.name, row.legalRepresentative, row.address, row.status,
          String(row.capital), row.scope, row.established.description,
          row.termEnd?.description ?? "长期", row.industryCode, row.formerName, row.type,
        ]
        for (place, cell) in cells.enumerated() {
          if place > 0 { text.append(UInt8(ascii: ",")) }
          text.append(UInt8(ascii: "\""))
          text.append(contentsOf: cell.replacing("\"", with: "\"\"").utf8)
          text.append(UInt8(ascii: "\""))
        }
        text.append(UInt8(ascii: "\n"))
        written += 1
      }
      if text.count > 1 << 20 {
        try put(text)
        text.removeAll(keepingCapacity: true)
        unused.removeAll()
      }
      index += 1
    }
    try put(text)
  }
}
