import Findings
import Foundation
import TestSupport
import Testing

/// Organisations coded in a mixture of editions, and their job.
private struct MixedBank {
  let folder: ScratchFolder
  let count: Int
  var job: String { folder.path + "/job.yaml" }

  init(organisations count: Int, seed: UInt64) throws {
    self.count = count
    folder = try ScratchFolder()
    var random = SeededGenerator(seed: seed)
    let years = [2002, 2011, 2017, 2019]
    let tables = try years.map { year in
      try String(
        contentsOfFile: Repository.root + "/mappings/codes/gbt4754-\(year).csv", encoding: .utf8
      )
      .split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      .filter { $0[0].count == 4 }
    }
    var text = "NO|NAME|CODE|EDITION|INDUSTRY|BRANCH\n"
    for number in 0..<count {
      let edition = Int.random(in: 0..<4, using: &random)
      let row = tables[edition].randomElement(using: &random) ?? []
      var code = row[0]
      switch Int.random(in: 0..<100, using: &random) {
      case 0: code = ""
      case 1: code = "9999"
      case 2: code = String(code.prefix(2))
      case 3: code = "见营业执照"
      default: break
      }
      let stated = Bool.random(using: &random) ? "\(years[edition])" : ""
      let branch = "3607\(Int.random(in: 10..<18, using: &random))"
      text += "C\(number)|甲公司\(number)|\(code)|\(stated)||\(branch)\n"
    }
    _ = try folder.write("organisations.txt", Array(text.utf8))
    let job = """
      version: 1
      asOf: 2026-10-31
      sources:
        organisations:
          party: organisation
          path: organisations.txt
          format: delimited
          delimiter: "|"
          encoding: UTF-8
          columns:
            NO: customer_key
            NAME: name
            CODE: industry_code
            EDITION: industry_edition
            INDUSTRY: industry_name
            BRANCH: branch
      rules: {set: industry-alignment}
      output: {folder: out}

      """
    _ = try folder.write("job.yaml", Array(job.utf8))
  }

  func alignment() throws -> NSDictionary {
    let summary = try JSONSerialization.jsonObject(with: Data(try folder.read("out/summary.json")))
    return try #require((summary as? [String: Any])?["alignment"] as? NSDictionary)
  }
}

@Suite struct `The alignment of industry codes` {
  @Test func `is what the preview said, to the record`() throws {
    let bank = try MixedBank(organisations: 4_000, seed: 20)
    let preview = try Program.run([
      "codes", "impact", "gbt4754", "--to", "2019", bank.job, "--json",
    ])
    #expect(preview.status == 0, "\(preview.errors)")
    #expect(!FileManager.default.fileExists(atPath: bank.folder.path + "/out"), "changes nothing")
    #expect(try Program.run(["run", bank.job]).status == 1)
    let said = try JSONSerialization.jsonObject(with: Data(preview.output.utf8)) as? NSDictionary
    let counts = try bank.alignment()
    #expect(said == counts)

    // The same counted from the findings: every record by its most laborious finding.
    var needs: [String: AlignmentTally.Need] = [:]
    let reader = try FindingsReader(path: bank.folder.path + "/out/findings.csv")
    while try reader.next() {
      if reader.text(.element) != "industry_code" { continue }
      let action = try #require(Action(rawValue: reader.text(.action)))
      let key = reader.text(.recordKey)
      needs[key] = max(needs[key] ?? .nothing, AlignmentTally.Need(action))
    }
    #expect(counts["examined"] as? Int == bank.count)
    #expect(counts["to_clean_up"] as? Int == needs.count)
    for (key, need) in [
      ("by_rule", AlignmentTally.Need.rule), ("by_choice", .choice), ("by_review", .review),
      ("by_asking", .contact),
    ] {
      let number = needs.values.count { $0 == need }
      #expect(counts[key] as? Int == number, "\(key)")
      #expect(number > 0, "\(key) occurs")
    }
    let corrections = String(decoding: try bank.folder.read("out/corrections.csv"), as: UTF8.self)
    let corrected = corrections.split(separator: "\n").count { $0.contains(",industry_code,") }
    #expect(corrected == needs.values.count { $0 == .rule })
    for key in ["branches", "divisions", "codes"] {
      let lines = try #require(counts[key] as? [NSDictionary])
      #expect(lines.reduce(0) { $0 + ($1["examined"] as? Int ?? 0) } == bank.count, "\(key)")
      #expect(
        lines.reduce(0) { $0 + ($1["to_clean_up"] as? Int ?? 0) } == needs.count, "\(key)")
    }
  }

  @Test func `does not depend on the number of cores`() throws {
    let bank = try MixedBank(organisations: 30_000, seed: 21)
    _ = try Program.run(["run", bank.job, "--jobs", "1"])
    let (first, book) = (try bank.alignment(), try bank.folder.read("out/alignment.xlsx"))
    _ = try Program.run(["run", bank.job, "--jobs", "7"])
    #expect(try bank.alignment() == first)
    #expect(try bank.folder.read("out/alignment.xlsx") == book)
  }

  @Test func `can be looked at for an edition that is no longer in force`() throws {
    let bank = try MixedBank(organisations: 2_000, seed: 22)
    func kept(_ year: String) throws -> Int {
      let result = try Program.run(["codes", "impact", "gbt4754", "--to", year, bank.job, "--json"])
      let counts = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? NSDictionary
      let total = try #require(counts?["examined"] as? Int)
      return total - (try #require(counts?["to_clean_up"] as? Int))
    }
    // Of ever newer editions ever fewer of the codes are held up to.
    #expect(try kept("2002") > kept("2011"))
    #expect(try kept("2011") > kept("2019"))
    let refused = try Program.run(["codes", "impact", "gbt4754", "--to", "2015", bank.job])
    #expect(refused.status == 64)
    #expect(refused.errors.contains("2002, 2011, 2017, 2019"))
  }

  @Test func `goes into a workbook of its own`() throws {
    let bank = try MixedBank(organisations: 500, seed: 23)
    let path = bank.folder.path + "/预览.xlsx"
    let result = try Program.run([
      "codes", "impact", "gbt4754", "--to", "2019", bank.job, "--xlsx", path,
    ])
    #expect(result.status == 0)
    #expect(result.output.contains("按规则调整"))
    #expect(Array(try bank.folder.read("预览.xlsx").prefix(2)) == Array("PK".utf8))
    let left = try FileManager.default.contentsOfDirectory(atPath: bank.folder.path)
    #expect(left.sorted() == ["job.yaml", "organisations.txt", "预览.xlsx"].sorted())
  }
}
