import Foundation
import TestSupport
import Testing

@Suite struct `Rules of a bank's own` {
  /// Persons of two branches, with a job whose rules may be changed.
  struct Bank {
    let folder: ScratchFolder

    init(rules: String, more: String = "", columns: String = "") throws {
      folder = try ScratchFolder()
      let rows = (0..<2_000).map { index in
        "\(index),\(index % 4 == 0 ? "" : "王小明"),\(index % 2),B\(index % 2)"
      }
      _ = try folder.write(
        "p.csv", Array(("NO,NAME,PAY,BR\n" + rows.joined(separator: "\n") + "\n").utf8))
      let job = """
        version: 1
        asOf: 2026-10-31
        mappings: bank
        sources:
          persons:
            {party: person, path: p.csv, format: delimited, delimiter: ",", encoding: UTF-8,
             columns: {NO: customer_key, NAME: name, BR: branch\(columns)}}
        rules: \(rules)
        \(more)
        """
      _ = try folder.write("bank/rule-sets/x.yaml", [])
      _ = try folder.write("job.yaml", Array(job.utf8))
    }

    func run(_ arguments: [String] = []) throws -> Program.Result {
      try Program.run(["run", folder.path + "/job.yaml", "--lang", "en"] + arguments)
    }

    /// The tallies of a rule over all branches: passed, failed, not applicable, not evaluated.
    func tally(_ rule: String) throws -> [Int] {
      let json = try JSONSerialization.jsonObject(with: Data(try folder.read("out/summary.json")))
      let rules = (json as? [String: Any])?["rules"] as? [[String: Any]] ?? []
      let entry = try #require(rules.first { $0["id"] as? String == rule })
      return ["passed", "failed", "not_applicable", "not_evaluated"].map { entry[$0] as? Int ?? -1 }
    }
  }

  @Test func `are asked of the records that a set is about, and of no other`() throws {
    let bank = try Bank(
      rules: "{select: [IDN014, DUP006, CMP004], where: payroll = '1'}", columns: ", PAY: payroll")
    let result = try bank.run()
    #expect(result.status == 0, "\(result.errors)")
    #expect(try bank.tally("IDN014") == [1_000, 0, 1_000, 0])
    #expect(try bank.tally("DUP006") == [1_000, 0, 1_000, 0])
    let other = try Bank(
      rules: "{select: [IDN014], where: payroll = '0'}", columns: ", PAY: payroll")
    #expect(try other.run().status == 1)
    #expect(try other.tally("IDN014") == [500, 500, 1_000, 0])
  }

  @Test func `are not evaluated where nobody can say which records a set is about`() throws {
    let bank = try Bank(rules: "{select: [IDN014, DUP006], where: payroll = '1'}")
    #expect(try bank.run().status == 2)
    #expect(try bank.tally("IDN014") == [0, 0, 0, 2_000])
    #expect(try bank.tally("DUP006") == [0, 0, 0, 2_000])
    // A rule that lacks a column does so on the records that it is asked of.
    let lacking = try Bank(
      rules: "{select: [CTC009], where: payroll = '1'}", columns: ", PAY: payroll")
    #expect(try lacking.run().status == 2)
    #expect(try lacking.tally("CTC009") == [0, 0, 1_000, 1_000])
  }

  /// The lines with their cells the other way round, in UTF-16.
  private static func shuffled(_ file: [UInt8]) -> [UInt8] {
    let lines = String(decoding: file, as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).reversed()
        .joined(separator: ",")
    }
    let units = Array((lines.joined(separator: "\n") + "\n").utf16)
    return [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test func `count over groups, over any number of cores`() throws {
    let bank = try Bank(rules: "{select: [LOC]}", columns: ", PAY: payroll")
    let file = """
      version: 1
      rules:
        - id: LOC102
          name: name-shared-by-many
          since: 2026-11-01
          parties: [person]
          dimension: uniqueness
          severity: error
          title: {zh: 同名过多, en: Name shared by many}
          claim: {zh: 同一机构有许多同名客户, en: Many customers of a branch have one name.}
          remedy: {zh: 核实, en: Check.}
          authority: {document: 本行办法}
          when: payroll = "1"
          require: count(per branch, name) <= 2
          action: review
          examples: {groups: []}

      """
    let path = try bank.folder.write("bank/rules/own.yaml", Array(file.utf8))
    #expect(try Program.run(["rules", "check", path]).status == 78, "it has no examples")
    let groups = (0..<6).map { index in
      let count = index < 3 ? 3 + index : index - 3
      let records = Array(repeating: "{payroll: '1', branch: b, name: n}", count: count)
      let failing = index < 3 ? (1...count).map(String.init).joined(separator: ", ") : ""
      return "{records: [\(records.joined(separator: ", "))], failing: [\(failing)]}"
    }
    let whole = file.replacing("groups: []", with: "groups: [\(groups.joined(separator: ", "))]")
    _ = try bank.folder.write("bank/rules/own.yaml", Array(whole.utf8))
    #expect(try Program.run(["rules", "check", path]).errors == "")
    #expect(try bank.run(["--jobs", "1"]).status == 1)
    #expect(try bank.tally("LOC102") == [0, 1_000, 1_000, 0])
    let one = try bank.folder.read("out/findings.csv")
    #expect(String(decoding: one, as: UTF8.self).contains("1000 records of the group; others: "))
    _ = try bank.run(["--jobs", "3"])
    #expect(try bank.folder.read("out/findings.csv") == one)
  }

  @Test(arguments: [
    ("{rules: {IDN014: 500}}", 0), ("{rules: {IDN014: 499}}", 1), ("{rules: {IDN014: 25%}}", 0),
    ("{rules: {IDN014: 24.9%}}", 1), ("{dimensions: {completeness: 25%}}", 0),
    ("{dimensions: {completeness: 10%}}", 1), ("{dimensions: {validity: 0}}", 1),
    ("{rules: {IDN014: 500}, dimensions: {completeness: 0}}", 0), ("{failOn: blocking}", 1),
  ]) func `end a run as their limits say`(_ thresholds: String, _ status: Int32) throws {
    let bank = try Bank(rules: "{select: [IDN014]}", more: "thresholds: " + thresholds)
    let result = try bank.run()
    #expect(result.status == status, "\(result.errors)")
    if status == 1, thresholds.contains("499") {
      #expect(
        result.output.contains(
          "over the limit: IDN014 failed on 500 of 2000 records judged; limit 499"))
    }
  }

  @Test func `are found in the files of the bank's folder, checked, listed and explained`() throws {
    let bank = try Bank(rules: "{select: [LOC]}")
    let file = """
      version: 1
      rules:
        - id: LOC101
          name: name-too-short
          since: 2026-11-01
          parties: [person]
          dimension: validity
          severity: error
          title: {zh: 姓名过短, en: Name too short}
          claim: {zh: 姓名只有一个字, en: The name has one character only.}
          remedy: {zh: 按证件更正, en: Correct it after the document.}
          authority: {document: 本行客户信息管理办法, clause: 第八条}
          require: length(name) >= 4
          action: contact
          examples:
            passes: [{name: 王小明明}, {name: 欧阳王小}, {name: 买买提·艾力}]
            fails: [{name: 王}, {name: 王小明}, {name: 李四}]
            notApplicable: [{name: ""}]

      """
    let path = try bank.folder.write("bank/rules/own.yaml", Array(file.utf8))
    #expect(try Program.run(["rules", "check", path]).status == 0)
    #expect(try Program.run(["rules", "check", bank.folder.path + "/bank"]).status == 0)
    #expect(try bank.run().status == 1)
    #expect(try bank.tally("LOC101") == [0, 1_500, 500, 0])
    let findings = String(decoding: try bank.folder.read("out/findings.csv"), as: UTF8.self)
    #expect(findings.contains(",LOC101,name-too-short,error,validity,person,1,B1,,name,王小明,"))
    let mappings = ["--mappings", bank.folder.path + "/bank"]
    let list = try Program.run(["rules", "list", "--family", "loc", "--lang", "en"] + mappings)
    #expect(list.output.hasSuffix("\nLOC101  name-too-short  [error]  Name too short\n"))
    let page = try Program.run(["rules", "explain", "name-too-short", "--json"] + mappings)
    #expect(page.output.contains("\"authority\" : \"本行客户信息管理办法 第八条\""))
    let settings = try Program.run(["rules", "settings", bank.folder.path + "/job.yaml", "--json"])
    #expect(settings.status == 0)
    #expect(settings.output.contains("job.yaml:8"))
    // One core or several: the same bytes.
    _ = try bank.run(["--jobs", "1", "--out", bank.folder.path + "/one"])
    #expect(try bank.folder.read("one/findings.csv") == bank.folder.read("out/findings.csv"))
    // Another encoding, the columns in another order: the same findings.
    _ = try bank.folder.write("p.csv", try Self.shuffled(bank.folder.read("p.csv")))
    let job = String(decoding: try bank.folder.read("job.yaml"), as: UTF8.self)
    _ = try bank.folder.write("job.yaml", Array(job.replacing("UTF-8", with: "UTF-16").utf8))
    #expect(try bank.run().status == 1)
    #expect(try bank.folder.read("out/findings.csv") == bank.folder.read("one/findings.csv"))
    // An example that comes out otherwise, and a broken file.
    _ = try bank.folder.write(
      "bank/rules/own.yaml", Array(file.replacing(">= 4", with: ">= 3").utf8))
    let wrong = try Program.run(["rules", "check", path, "--lang", "en"])
    #expect(wrong.status == 78)
    #expect(wrong.errors.contains("own.yaml:17:"))
    _ = try bank.folder.write(
      "bank/rules/own.yaml", Array(file.replacing("length(", with: "lenght(").utf8))
    #expect(try bank.run().status == 78)
    #expect(try Program.run(["rules", "list"] + mappings).status == 78)
    #expect(try Program.run(["rules", "check", "/nowhere"]).status == 74)
  }
}
