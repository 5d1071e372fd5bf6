import Foundation
import TestSupport
import Testing

@Suite struct `A run with a rule that is another program` {
  /// A bank of 2,000 persons, every tenth of whom has a mistyped address.
  struct Bank {
    let folder: ScratchFolder
    var out: String { folder.path + "/out" }

    init(rules: String) throws {
      folder = try ScratchFolder()
      let lines = (0..<2000).map {
        "P\($0),k\($0)@\($0 % 10 == 0 ? "gmial.com" : "gmail.com"),3607\n"
      }
      _ = try folder.write("persons.csv", Array(("NO,MAIL,BR\n" + lines.joined()).utf8))
      let job = """
        version: 1
        asOf: 2026-10-31
        mappings: \(rules)
        sources:
          persons:
            party: person
            path: persons.csv
            format: delimited
            delimiter: ","
            encoding: UTF-8
            columns: {NO: customer_key, MAIL: email, BR: branch}
        rules: {select: [EXT, CTC009]}
        """
      _ = try folder.write("job.yaml", Array(job.utf8))
    }

    func run(jobs: Int = 2) throws -> Program.Result {
      try Program.run([
        "run", folder.path + "/job.yaml", "--out", out, "--jobs", String(jobs), "--lang", "en",
        "--fail-on", "notice",
      ])
    }

    /// Rows of a rule in findings.csv.
    func findings(_ rule: String) throws -> [String] {
      String(decoding: try folder.read("out/findings.csv"), as: UTF8.self)
        .split(separator: "\n").map(String.init).filter { $0.contains(",\(rule),") }
    }

    func manifest() throws -> [String: Any] {
      try JSONSerialization.jsonObject(with: Data(try folder.read("out/manifest.json")))
        as? [String: Any] ?? [:]
    }
  }

  @Test func `finds what the sample is to find, whatever the number of cores`() throws {
    let bank = try Bank(rules: Repository.root + "/sample-rules")
    var first: [UInt8] = []
    for jobs in [1, 2, 7] {
      let result = try bank.run(jobs: jobs)
      #expect(result.status == 1, "\(result.errors)")
      let found = try bank.findings("EXT001")
      #expect(found.count == 200)
      #expect(found.allSatisfy { $0.contains("@gmail.com,80,confirm") })
      #expect(try bank.manifest()["incidents"] == nil)
      let bytes = try bank.folder.read("out/findings.csv")
      if first.isEmpty { first = bytes }
      #expect(bytes == first)
    }
  }

  @Test func `ends as incomplete where the program goes wrong, and says on how many records`()
    throws
  {
    let rules = try ScratchFolder()
    let yaml = try String(
      contentsOfFile: Repository.root + "/sample-rules/rules/external.yaml", encoding: .utf8)
    let program = Repository.root + "/Tests/ExternalValidatorsTests/Programs/hostile.py"
    _ = try rules.write(
      "rules/hostile.yaml",
      Array(
        yaml.replacing(
          "command: [python3, email_domain.py]",
          with: "command: [python3, \(program), exits, 3, 1]\n      batch: 64"
        ).utf8))
    let bank = try Bank(rules: rules.path)
    let result = try bank.run(jobs: 1)
    #expect(result.status == 2, "\(result.errors)")
    // The other rule has judged every record.
    #expect(try bank.findings("CTC009").isEmpty)
    let incidents = try #require(try bank.manifest()["incidents"] as? [[String: Any]])
    // Every process ends at its third batch.
    #expect(incidents.count == 1)
    #expect(incidents[0]["rule"] as? String == "EXT001")
    #expect((incidents[0]["reason"] as? String)?.contains("status 3") == true)
    let times = try #require(incidents[0]["times"] as? Int)
    let records = try #require(incidents[0]["records"] as? Int)
    #expect(times > 3 && records >= (times - 1) * 16 && records <= times * 64)
    let summary = String(decoding: try bank.folder.read("out/summary.json"), as: UTF8.self)
    #expect(
      summary.contains("\"program_failed\":\(records)")
        || summary.contains("\"program_failed\": \(records)"))
  }
}
