import Foundation
import TestSupport
import Testing

@Suite struct `hedui codes` {
  private func json(_ arguments: [String]) throws -> [String: Any] {
    let result = try Program.run(["codes"] + arguments + ["--json"])
    #expect(result.status == 0, "\(result.errors)")
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(value as? [String: Any])
  }

  @Test func `finds a code as it was on a day`() throws {
    func find(_ day: String) throws -> Program.Result {
      try Program.run(["codes", "lookup", "gbt4754", "9231", "--as-of", day])
    }
    let before = try find("2018-06-30")
    #expect(before.output.contains("人民法院") && !before.output.contains("监察委员会"))
    let after = try find("2019-03-29")
    #expect(after.output.contains("监察委员会") && !after.output.contains("人民法院"))
    let early = try find("1999-01-01")
    #expect(early.status == 1)
    #expect(early.output.contains("没有在用"))
  }

  @Test func `searches every table where none is named`() throws {
    let result = try Program.run(["codes", "lookup", "监察委员会"])
    #expect(result.status == 0)
    #expect(result.output.contains("gbt4754-2019  9231"))
    #expect(try Program.run(["codes", "lookup", "监察 委员会", "--lang", "en"]).status == 0)
  }

  @Test func `takes a code of no edition for none`() throws {
    let lookup = try Program.run(["codes", "lookup", "gbt4754", "92312"])
    #expect(lookup.status == 1)
    let trace = try Program.run(["codes", "trace", "gbt4754", "9999"])
    #expect(trace.status == 65)
    #expect(trace.output.isEmpty)
    #expect(trace.errors.contains("9999"))
  }

  @Test func `makes the two meanings of 9231 plain`() throws {
    let zh = try Program.run(["codes", "trace", "gbt4754", "9231"])
    #expect(zh.status == 0)
    for part in ["2 个不同含义", "换码自 9131", "换码为 9232 人民法院", "新增", "2019-03-29"] {
      #expect(zh.output.contains(part), "\(part)")
    }
    let en = try Program.run(["codes", "trace", "gbt4754", "9231", "--lang", "en"])
    #expect(en.output.contains("2 different things"))
    let lives = try json(["trace", "gbt4754", "9231"])["lives"] as? [[String: Any]]
    #expect(lives?.count == 2)
  }

  @Test func `gives the standard's figures`() throws {
    let page = try json(["diff", "gbt4754", "2011", "2017"])
    #expect(page["pairs"] as? Int == 1402)
    #expect(
      page["pairsByRelation"] as? [String: Int] == [
        "unchanged": 669, "renamed": 33, "recoded": 207, "split": 454, "merged": 11, "partial": 28,
      ])
    #expect(page["oneSuccessor"] as? Int == 920)
    #expect(page["severalSuccessors"] as? Int == 174)
    #expect((page["rows"] as? [Any])?.count == 1402)
    let text = try Program.run(["codes", "diff", "gbt4754", "2011", "2017"])
    #expect(text.output.contains("96 → 97"))
    #expect(text.output.contains("669"))
  }

  @Test(arguments: [
    (["show", "gbt4754-2071"], "gbt4754-2011"), (["trace", "gbt4757", "1"], "gbt4754"),
    (["diff", "gbt4754", "2011", "2018"], "2011"), (["lookup", "gbt4754-2091", "1"], "gbt4754"),
    (["diff", "gbt4754", "2017", "2011"], "older"), (["verify", "/nowhere"], "/nowhere"),
    (["lookup", "gbt4754", "1", "--as-of", "2018-02-30"], "2018-02-30"),
  ]) func `names the right word for a wrong one`(_ arguments: [String], _ word: String) throws {
    let result = try Program.run(["codes"] + arguments)
    #expect(result.status == 64)
    #expect(result.errors.contains(word), "\(result.errors)")
  }

  @Test func `shows a table and the editions of one`() throws {
    let table = try Program.run(["codes", "show", "gbt2261.2"])
    #expect(table.output.contains("未核实"))
    #expect(table.output.contains("未婚"))
    let editions = try Program.run(["codes", "show", "gbt4754"])
    #expect(editions.output.contains("2019-03-29"))
    let rows = try Program.run(["codes", "show", "gbt4754-2019", "--json"])
    #expect(rows.output.split(separator: "\n").count == 1972)
  }

  @Test func `verifies our tables, and a bank's with the place of the fault`() throws {
    #expect(try Program.run(["codes", "verify"]).status == 0)
    let bank = try ScratchFolder()
    let file = try bank.write("codes/lists/own.csv", Array("code,name\n1,甲\n1,乙\n2\n".utf8))
    let result = try Program.run(["codes", "verify", bank.path, "--lang", "en"])
    #expect(result.status == 78)
    #expect(result.output.contains("\(file):3: code \"1\" stands twice"))
    #expect(result.output.contains("\(file):4: 1 cells, expected 2"))
    let again = try Program.run(["codes", "verify", "--mappings", bank.path, "--json"])
    #expect(again.output.split(separator: "\n").count == 2)
  }

  @Test func `and run refuse a table whose bytes are not those recorded`() throws {
    let folder = try ScratchFolder()
    let ours = Repository.root + "/mappings"
    for path in try FileManager.default.subpathsOfDirectory(atPath: ours) {
      guard let bytes = FileManager.default.contents(atPath: ours + "/" + path),
        (try? FileManager.default.contentsOfDirectory(atPath: ours + "/" + path)) == nil
      else { continue }
      _ = try folder.write("mappings/" + path, Array(bytes))
    }
    let table = "mappings/codes/mobile-prefixes.csv"
    let text = String(decoding: try folder.read(table), as: UTF8.self)
    let file = try folder.write(table, Array(text.replacing("中国移动", with: "中国移洞").utf8))
    let verified = try Program.run(["codes", "verify", folder.path + "/mappings"])
    #expect(verified.status == 78)
    #expect(verified.output.contains(file))
    let bank = try SmallBank(persons: 10)
    let job = String(decoding: try bank.folder.read("job.yaml"), as: UTF8.self)
    _ = try bank.folder.write(
      "job.yaml", Array(job.replacing("CTC003", with: "CTC004").utf8))
    let process = Program.start(["run", bank.job])
    process.environment?["HEDUI_MAPPINGS"] = folder.path + "/mappings"
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = Pipe()
    try process.run()
    let said = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 78)
    #expect(said.contains(file) && said.contains("SHA-256"), "\(said)")
    #expect(!FileManager.default.fileExists(atPath: bank.out))
  }
}
