import Records
import References
import TestSupport
import Testing

@Suite struct `What a business scope says of the industry` {
  static let scope = Result { try IndustryScope(from: Repository.mappings) }
  let scope: IndustryScope

  init() throws { scope = try Self.scope.get() }

  private func read(_ text: String, name: String = "") -> ScopeEvidence {
    var evidence = ScopeEvidence()
    scope.read(scope: text.utf8.span, name: name.utf8.span, into: &evidence)
    return evidence
  }

  private func score(_ code: UInt16, _ text: String, name: String = "") -> Int32 {
    read(text, name: name).candidate(code)?.score ?? 0
  }

  @Test func `is found for the terms of the notes wherever they stand`() throws {
    let table = try ReferenceTable("keywords/gbt4754-keywords.csv", from: Repository.mappings)
    let (code, word) = (try table.column("code"), try table.column("keyword"))
    var missed: [String] = []
    var checked = 0
    for row in stride(from: 0, to: table.count, by: 11) {
      let term = table.text(row, word)
      guard let number = UInt16(table.text(row, code)) else { continue }
      checked += 1
      for text in ["\(term)", "会议服务；餐饮，\(term)；其他", "\(term)生产、销售（不含危险品）"] {
        let evidence = read(text)
        // A term may stand in a class that yields to another, or inside a longer name.
        if evidence.touches(ScopeEvidence.division(number)) { continue }
        missed.append("\(term): \(text)")
        break
      }
    }
    #expect(checked > 2400)
    #expect(missed.count * 100 < checked, "\(missed.prefix(20))")
  }

  @Test(arguments: [
    "光伏设备及元器件制造", "一般项目：光伏设备及元器件制造", "生产、销售：光伏设备及元器件", "光伏设备及元器件的生产、销售",
    "太阳能电池、逆变器、光伏设备及元器件生产", "生产太阳能电池、光伏设备及元器件；技术咨询",
    "光伏设备及元器件（不含危险品）制造", "餐饮服务；光伏设备及元器件加工。会议服务",
  ])
  func `speaks for making what is made`(_ text: String) {
    #expect(score(3825, text) > 0)
  }

  @Test(arguments: [
    "光伏设备及元器件销售", "批发、零售：光伏设备及元器件", "销售太阳能电池、光伏设备及元器件", "光伏设备及元器件的批发及零售",
    "光伏设备及元器件安装、维修", "光伏设备及元器件",
  ])
  func `does not speak for making what is sold, mended or merely named`(_ text: String) {
    let evidence = read(text)
    #expect(evidence.candidate(3825)?.score == 0)
    #expect(evidence.touches(38))
  }

  @Test(arguments: [
    "食品加工（不含光伏设备及元器件制造）", "光伏设备及元器件制造除外", "不得从事光伏设备及元器件制造",
    "食品加工；不含光伏设备及元器件制造、逆变器生产", "食品加工(光伏设备及元器件制造",
  ])
  func `is silent on what it leaves out and on what stands in brackets`(_ text: String) {
    #expect(score(3825, text) == 0)
    #expect(score(3825, "光伏设备及元器件制造；" + text) > 0)
  }

  @Test func `is silent in what every scope says`() {
    let text =
      "技术服务、技术开发、技术咨询；货物进出口（依法须经批准的项目，经相关部门批准后方可开展经营活动，"
      + "具体经营项目以相关部门批准文件或许可证件为准）（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"
    let evidence = read(text)
    #expect(evidence.explained == 0)
    #expect(evidence.leader == 0)
  }

  @Test func `weighs the first activity most, however many follow`() {
    let parts = ["太阳能电池生产", "水泥制造", "应用软件开发", "物业管理"]
    for (first, code) in zip(parts, [UInt16(3825), 3011, 6513, 7020]) {
      let rest = parts.filter { $0 != first }
      let evidence = read(([first] + rest).joined(separator: "；"))
      #expect(evidence.first == ScopeEvidence.division(code), "\(first)")
      #expect(evidence.leader == ScopeEvidence.division(code))
      let own = evidence.candidate(code)?.score ?? 0
      for other in [UInt16(3825), 3011, 6513, 7020] where other != code {
        #expect(evidence.candidate(other)?.score ?? 0 < own)
      }
    }
  }

  @Test func `counts a term that stands twice once among the different ones`() {
    #expect(read("太阳能电池生产；太阳能电池加工").terms(38) == 1)
    #expect(read("太阳能电池生产；光伏电池制造").terms(38) == 2)
  }

  @Test func `hears of a name only the word before the legal form`() {
    #expect(read("", name: "赣州安居物业管理有限公司").named == 70)
    #expect(read("", name: "赣州物业管理虔橘酒店有限公司").named != 70)
    #expect(read("", name: "赣州安居物业管理（江西）有限公司").named != 82)
    #expect(read("", name: "赣州虔光商贸有限公司").nameDoings.contains(.sells))
    #expect(read("", name: "某县水泥厂").nameDoings.contains(.produces))
  }

  @Test func `names the words that speak`() throws {
    let text = "餐饮服务；太阳能电池生产"
    let candidate = try #require(read(text).candidate(3825))
    let bytes = Array(text.utf8)
    let range = Int(candidate.start)..<Int(candidate.start + candidate.length)
    #expect(String(decoding: bytes[range], as: UTF8.self) == "太阳能电池")
    #expect(!candidate.isForemost && !candidate.isName && !candidate.isInName)
  }

  @Test func `is read from any bytes and any length`() {
    var random = SeededGenerator(seed: 77)
    let pieces =
      ["光伏设备及元器件制造", "销售", "、", "，", "；", "（", "）", "不含", "：", "物业管理", "除外", "\n", "生产", " "]
      .map { Array($0.utf8) } + [[0xFF], [0xE4, 0xB8], [0xEF, 0xBC], [0xE3]]
    for _ in 0..<1500 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        bytes += pieces.randomElement(using: &random) ?? []
      }
      var evidence = ScopeEvidence()
      scope.read(scope: bytes.span, name: Array(bytes.prefix(30)).span, into: &evidence)
      for index in 0..<evidence.count {
        let candidate = evidence[index]
        let length = candidate.isInName ? min(30, bytes.count) : bytes.count
        #expect(candidate.start >= 0 && candidate.start + candidate.length <= length)
      }
    }
    for piece in ["光", "光伏设备及元器件制造", "太阳能电池、", "（", "太阳能电池生产；"] {
      var evidence = ScopeEvidence()
      let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
      scope.read(scope: text.utf8.span, name: text.utf8.span, into: &evidence)
      #expect(evidence.total >= 0 && evidence.explained <= evidence.total)
    }
  }
}
