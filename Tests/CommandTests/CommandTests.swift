import Foundation
import TestSupport
import Testing

@Suite struct `The command` {
  @Test(arguments: [
    [], ["run"], ["peek"], ["profile"], ["rules"], ["rules", "list"], ["rules", "explain"],
    ["rules", "check"], ["rules", "settings"], ["codes"],
    ["codes", "list"], ["codes", "show"], ["codes", "lookup"], ["codes", "trace"],
    ["codes", "diff"], ["codes", "impact"], ["codes", "verify"], ["address"], ["id"], ["doctor"],
  ]) func `prints its help`(_ command: [String]) throws {
    let result = try Program.run(command + ["--help"])
    #expect(result.status == 0)
    try expectGolden(result.output, "help/\((["hedui"] + command).joined(separator: "-")).txt")
  }

  @Test func `exits with 64 where it is called wrongly`() throws {
    #expect(try Program.run(["run"]).status == 64)
    #expect(try Program.run(["rules", "explain", "IND0033"]).status == 64)
    #expect(try Program.run(["id", "nonsense", "1"]).status == 64)
    #expect(try Program.run(["nonsense"]).status == 64)
  }

  @Test func `names the nearest rule`() throws {
    let result = try Program.run(["rules", "explain", "industry-code-superseeded"])
    #expect(result.errors.contains("IND003 industry-code-superseded"))
  }

  @Test func `exits with 74 where a job is not there`() throws {
    #expect(try Program.run(["run", "/nowhere/job.yaml"]).status == 74)
  }

  @Test func `reads one address a line`() throws {
    let input = "江西省赣州市章贡区红旗大道86号\n\n鼓楼区中山北路\"88\"号\n"
    let result = try Program.run(["address", "--region", "320106", "-"], input: input)
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let objects = try lines.map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    #expect(objects.map { $0?["code"] as? String } == ["360702", nil, "320106"])
    #expect(objects.map { $0?["grade"] as? String } == ["B", "F", "B"])
    #expect(try Program.run(["address", "--region", "999999", "-"], input: "").status == 64)
    let explained = try Program.run(["address", "--explain", "鼓楼区中山北路88号"])
    #expect(explained.output.contains("未能确定"))
  }

  @Test func `judges one number a line`() throws {
    let result = try Program.run(["id", "luhn", "-"], input: "6222021234567890128\nabc\n")
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
  }

  @Test func `looks codes up by code and by name`() throws {
    let byCode = try Program.run(["codes", "lookup", "gbt4754-2019", "3825"])
    #expect(byCode.output.contains("光伏设备及元器件制造"))
    let byName = try Program.run(["codes", "lookup", "gbt4754-2019", "光伏设备及元器件制造"])
    #expect(byName.output.contains("3825"))
  }

  @Test func `guesses the format of a file`() throws {
    let folder = try ScratchFolder()
    let file = try folder.write("a.txt", Array("A|+|B\n1|+|2\n".utf8))
    let result = try Program.run(["peek", file, "--json"])
    #expect(result.output == "{\"A\":\"1\",\"B\":\"2\"}\n")
  }
}
