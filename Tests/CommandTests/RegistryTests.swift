import Findings
import Foundation
import TestSupport
import Testing

/// A job of some organisations and registries, which tests change.
private struct Job {
  let folder: ScratchFolder
  var registries = ""
  var more = ""

  init() throws { folder = try ScratchFolder() }

  static let organisations = """
    NO,NAME,CODE,REP
    O1,赣州红土地食品有限公司,91360702MA36T0A18J,刘桂英
    O2,赣州客家建材有限公司,91360702MA36T0B22N,曾祥福
    O3,赣州南康木作家具有限公司,91360703MA36T0C37B,李木生
    O4,江西赣南云算科技有限公司,91360700MA36T0D414,买买提·艾力

    """

  /// Writes a registry and adds it to the job.
  mutating func add(_ name: String, asOf: String, _ settings: String = "", rows: [String]) throws {
    let text = (["CODE,NAME,REP,STATUS"] + rows).joined(separator: "\n") + "\n"
    _ = try folder.write(name + ".csv", Array(text.utf8))
    registries += """
        \(name):
          kind: business
          asOf: \(asOf)
          \(settings)
          path: \(name).csv
          format: delimited
          delimiter: ","
          encoding: UTF-8
          columns: {CODE: credit_code, NAME: name, REP: legal_representative, STATUS: registry_status}

      """
  }

  func run(_ arguments: [String] = []) throws -> Program.Result {
    _ = try folder.write("organisations.csv", Array(Self.organisations.utf8))
    let job = """
      version: 1
      asOf: 2026-10-31
      sources:
        organisations:
          party: organisation
          path: organisations.csv
          format: delimited
          delimiter: ","
          encoding: UTF-8
          columns: {NO: customer_key, NAME: name, CODE: credit_code, REP: legal_representative}
      registries:
      \(registries)
      rules: {select: [REG001, REG002, REG005]}
      output: {folder: out}
      \(more)

      """
    _ = try folder.write("job.yaml", Array(job.utf8))
    return try Program.run(["run", folder.path + "/job.yaml"] + arguments)
  }

  /// Columns of every finding.
  func findings(_ columns: FindingColumn...) throws -> [String] {
    let reader = try FindingsReader(path: folder.path + "/out/findings.csv")
    var found: [String] = []
    while try reader.next() {
      found.append(columns.map { reader.text($0) }.joined(separator: " "))
    }
    return found
  }

  func manifest() throws -> [String: Any] {
    try #require(
      JSONSerialization.jsonObject(with: Data(try folder.read("out/manifest.json")))
        as? [String: Any])
  }
}

@Suite struct `Registries of a job` {
  let rows = [
    "91360702MA36T0A18J,赣州红土地食品有限公司,刘桂英,注销", "91360702MA36T0B22N,赣州客家建材有限公司,曾祥福,存续",
    "91360703MA36T0C37B,赣州南康木作家具有限公司,李木生,存续",
    "91360700MA36T0D414,江西赣南云算科技有限公司,买买提·艾力,存续",
  ]

  @Test func `that contradict each other are believed by priority, then by age`() throws {
    var job = try Job()
    try job.add("official", asOf: "2026-10-01", rows: rows)
    // Younger, but with less authority.
    try job.add(
      "vendor", asOf: "2026-10-30", "priority: 2",
      rows: [
        "91360702MA36T0A18J,赣州红土地食品有限公司,刘桂英,存续", "91360702MA36T0B22N,赣州客家建材有限公司,曾祥福,注销",
      ])
    var result = try job.run()
    try #require([0, 1, 2].contains(result.status), "\(result.errors)")
    #expect(try job.findings(.ruleID, .recordKey) == ["REG002 O1"])
    let evidence = try #require(try job.findings(.evidence).first)
    #expect(evidence.contains("来源official"))
    #expect(evidence.contains("另有登记记录为“存续”，来源vendor，登记信息数据日期2026-10-30"))
    // The younger of two equal ones.
    job.registries = job.registries.replacing("priority: 2", with: "priority: 1")
    result = try job.run()
    try #require([0, 1, 2].contains(result.status), "\(result.errors)")
    #expect(try job.findings(.ruleID, .recordKey) == ["REG002 O2"])
    #expect(try #require(try job.findings(.evidence).first).contains("另有登记记录为“存续”，来源official"))
  }

  @Test func `find the same where one extract is cut into several`() throws {
    func found(_ cuts: [Range<Int>]) throws -> [String] {
      var job = try Job()
      let rows = self.rows + ["91360702MA36T0B22N,赣州客家建材有限公司,曾祥禄,注销"]
      for (number, cut) in cuts.enumerated() {
        try job.add(
          "r\(number)", asOf: "2026-10-01", "coverage: {regions: 36}", rows: Array(rows[cut]))
      }
      let result = try job.run()
      try #require([0, 1, 2].contains(result.status), "\(result.errors)")
      return try job.findings(.findingID, .ruleID, .recordKey, .expected)
    }
    let whole = try found([0..<5])
    #expect(whole.count == 3)
    #expect(try found([0..<2, 2..<5]) == whole)
    #expect(try found([0..<1, 1..<2, 2..<4, 4..<5]) == whole)
  }

  @Test func `keep of a large extract what somebody asks for, and find the same`() throws {
    func outputs(_ more: String) throws -> (findings: [UInt8], kept: Int) {
      var job = try Job()
      job.more = more
      let others = (0..<12_000).map { "9144030030635\($0 + 10_000),深圳第\($0)号店铺,张三,存续" }
      try job.add(
        "official", asOf: "2026-10-01", "coverage: {regions: [36]}",
        rows: others + rows.dropLast() + others)
      let result = try job.run()
      try #require([0, 1, 2].contains(result.status), "\(result.errors)")
      let use = try #require(try job.manifest()["registryUse"] as? [[String: Any]])
      #expect(use[0]["rows"] as? Int == 24_003)
      #expect(use[0]["repeated"] as? Int == 12_000)
      #expect(use[0]["conflicting"] as? Int == 0)
      return (try job.folder.read("out/findings.csv"), try #require(use[0]["kept"] as? Int))
    }
    let whole = try outputs("")
    #expect(whole.kept == 24_003)
    #expect(String(decoding: whole.findings, as: UTF8.self).contains("REG001"))
    let part = try outputs("memory: 1")
    #expect(part.kept >= 3 && part.kept < 500)
    #expect(part.findings == whole.findings)
  }

  @Test func `of less than half the rows of the run before are refused`() throws {
    var job = try Job()
    try job.add("official", asOf: "2026-10-01", rows: rows)
    let first = try job.run()
    #expect(first.status == 1, "\(first.errors)")
    let before = try job.folder.read("out/findings.csv")
    var again = job
    again.registries = ""
    try again.add("official", asOf: "2026-10-02", rows: [rows[0]])
    let result = try again.run()
    #expect(result.status == 65)
    #expect(result.errors.contains("official：只有 1 行，上次执行时有 4 行"))
    #expect(try job.folder.read("out/findings.csv") == before, "the output is as it was")
    again.more = "thresholds: {registryLoss: 0.8}"
    #expect(try again.run().status == 2)
    let use = try #require(try again.manifest()["registryUse"] as? [[String: Any]])
    #expect(use[0]["rowsBefore"] as? Int == 4)
  }

  @Test func `that are older than a rule allows make notices of its findings`() throws {
    var job = try Job()
    try job.add("official", asOf: "2026-04-01", "coverage: {regions: [36]}", rows: rows)
    let result = try job.run()
    #expect(result.status == 0, "\(result.errors)")
    #expect(try job.findings(.ruleID, .severity) == ["REG002 notice"])
    #expect(try #require(try job.findings(.evidence).first).contains("天，可能滞后"))
    #expect(try job.run(["--fail-on", "notice"]).status == 1)
  }

  @Test func `are told of with what they have and lack`() throws {
    var job = try Job()
    try job.add(
      "official", asOf: "2030-01-01",
      rows: rows + [
        rows[0], "91360702MA36T0A18J,赣州红土地食品有限公司,刘桂英,存续", ",没有代码的店,甲,存续",
        "91360702MA36T0A18K,代码错的店,乙,存续",
      ])
    let result = try job.run()
    #expect(result.status == 0, "\(result.errors)")
    let use = try #require(try job.manifest()["registryUse"] as? [[String: Any]])[0]
    #expect(
      result.output.contains(
        "外部登记信息 official（2030-01-01）：数据日期晚于运行日期，号码重复的行 2，各行说法不一的号码 1，代码有误的行 1，没有号码的行 1。"))
    #expect(use["withoutKey"] as? Int == 1)
    #expect(use["wrongCodes"] as? Int == 1)
    #expect(use["repeated"] as? Int == 2)
    #expect(use["conflicting"] as? Int == 1)
  }
}
