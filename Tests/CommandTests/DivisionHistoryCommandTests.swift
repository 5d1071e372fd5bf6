import Foundation
import TestSupport
import Testing

@Suite struct `The commands on the history of divisions` {
  private struct Node: Decodable {
    let code: String
    let name: String
    let from: String?
    let to: String?
    let relation: String?
    let source: String?
    let children: [Node]
  }

  private struct Trace: Decodable {
    struct Life: Decodable {
      let root: Node
      let origins: [Node]
    }
    let table: String
    let lives: [Life]
  }

  private struct Difference: Decodable {
    struct Section: Decodable {
      let code: String
      let old: [String: Int]
      let new: [String: Int]
    }
    struct Row: Decodable {
      let oldCode: String?
      let newCode: String?
      let relation: String?
    }
    let oldCodesByRelation: [String: Int]
    let withoutSuccessor: Int
    let sections: [Section]
    let rows: [Row]
  }

  @Test(arguments: ["gbt2260", "divisions", "GBT2260"])
  func `tell the life of a code`(table: String) throws {
    let result = try Program.run(["codes", "trace", table, "360782"])
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(result.output.contains("拆分为 360703 南康区（2013 起）"))
    #expect(result.output.contains("国函〔2013〕114号"))
    #expect(result.output.contains("362122 南康县（1981 至 1995）"))
    let english = try Program.run(["codes", "trace", table, "360782", "--lang", "en"])
    #expect(english.output.contains("split into 360703"))
    #expect(english.output.contains("note: Part of"))
  }

  @Test func `tell it to programs`() throws {
    let result = try Program.run(["codes", "trace", "gbt2260", "360782", "--json"])
    let trace = try JSONDecoder().decode(Trace.self, from: Data(result.output.utf8))
    #expect(trace.table == "gbt2260" && trace.lives.count == 1)
    let root = trace.lives[0].root
    #expect(root.from == "1998" && root.to == "2013")
    #expect(root.children.map(\.code) == ["360703", "360702"])
    #expect(root.children.map(\.relation) == ["split", "partial"])
    #expect(root.children[0].source == "国函〔2013〕114号")
    #expect(trace.lives[0].origins.map(\.code) == ["362103"])
  }

  @Test func `refuse a code of no list and a year without a list`() throws {
    let unknown = try Program.run(["codes", "trace", "gbt2260", "360799"])
    #expect(unknown.status != 0 && unknown.errors.contains("360799"))
    let year = try Program.run(["codes", "diff", "gbt2260", "1979", "2020"])
    #expect(year.status == 64 && year.errors.contains("1979"))
  }

  @Test func `count what changed between two years`() throws {
    let text = try Program.run(["codes", "diff", "gbt2260", "2010", "2020"])
    #expect(text.status == 0)
    #expect(text.output.contains("360721 赣县  换码  360704 赣县区"))
    #expect(text.output.contains("省级"))
    let english = try Program.run(["codes", "diff", "gbt2260", "2010", "2020", "--lang", "en"])
    #expect(english.output.contains("360721 赣县  recoded  360704 赣县区"))
    let json = try Program.run(["codes", "diff", "gbt2260", "2010", "2020", "--json"])
    let difference = try JSONDecoder().decode(Difference.self, from: Data(json.output.utf8))
    let old = Set(difference.rows.compactMap(\.oldCode))
    #expect(
      difference.oldCodesByRelation.values.reduce(0, +) + difference.withoutSuccessor == old.count)
    let jiangxi = try #require(difference.sections.first { $0.code == "360000" })
    #expect(jiangxi.old == ["prefectures": 11, "counties": 100])
    #expect(jiangxi.new == ["prefectures": 11, "counties": 100])
  }
}
