import Findings
import Foundation
import Records
import Testing

@testable import Reports

@Suite struct `The summary of a run` {
  static func rule(
    _ id: String, _ party: Party, _ zh: String, _ en: String, reads: [DataElement] = [],
    severity: Severity = .error, status: LifeCycle = .stable(since: "0.1.0")
  ) -> ReportRule {
    ReportRule(
      Rule(
        id: id, name: en.lowercased().replacing(" ", with: "-"), status: status, parties: [party],
        dimension: .validity, severity: severity, reads: reads, authority: Authority("x"),
        title: Text(zh: zh, en: en), claim: Text(zh: zh, en: en), remedy: Text(zh: zh, en: en),
        examples: []), severity: severity)
  }

  static func tally(
    _ passed: Int, _ failed: Int, notApplicable: Int = 0, columnMissing: Int = 0,
    referenceMissing: Int = 0, cellUnreadable: Int = 0
  ) -> Tally {
    var tally = Tally()
    tally.passed = passed
    tally.failed = failed
    tally.notApplicable = notApplicable
    tally.columnMissing = columnMissing
    tally.referenceMissing = referenceMissing
    tally.cellUnreadable = cellUnreadable
    return tally
  }

  /// A month at a small bank.
  static func month(_ language: Language) -> RunSummary {
    let rules = [
      rule("IDN003", .person, "身份证号码校验位错误", "Check digit wrong", severity: .blocking),
      rule("IDN010", .person, "证件即将到期", "Document expires soon", severity: .notice),
      rule("IND003", .organisation, "行业代码为旧版", "Industry code of an older edition"),
      rule(
        "OCC009", .person, "工作单位缺失", "Employer missing",
        reads: [.occupationCode, .employer]),
      rule("REG002", .organisation, "企业已注销", "Deregistered", reads: [.creditCode]),
      rule(
        "OCC007", .person, "职业与工作单位明显不符而且这个标题长得放不进一行", "Occupation clearly contradicts employer",
        status: .trial(since: "0.1.0", reviewBy: "2027-01-01")),
    ]
    var tallies = Tallies(rules: rules.count)
    tallies.add(
      branch: Array("320101".utf8),
      [
        tally(9000, 150), tally(9100, 50), tally(700, 300, cellUnreadable: 2),
        tally(0, 0, columnMissing: 9150),
        tally(0, 0, referenceMissing: 1002), tally(9000, 7, notApplicable: 143),
      ])
    tallies.add(
      branch: [],
      [
        tally(10_848, 0), tally(10_848, 0), tally(1998, 0), tally(0, 0, columnMissing: 10_848),
        tally(0, 0, referenceMissing: 1998), tally(10_848, 0),
      ])
    var counts = FindingCounts()
    counts.findings = 507
    counts.bySeverity = [.blocking: 150, .error: 307, .notice: 50]
    counts.byDimension = [.validity: 507]
    counts.byAction = [.auto: 200, .contact: 150, .confirm: 150, .review: 7]
    counts.byRule = [
      "IDN003": [.contact: 150], "IDN010": [.confirm: 50],
      "IND003": [.auto: 200, .confirm: 100], "OCC007": [.review: 7],
    ]
    counts.branches = [
      "320101": .init(findings: 407, automatic: 200, toDo: 200, customers: 180, toContact: 160),
      "": .init(findings: 100, toDo: 100, customers: 100, toContact: 100),
    ]
    return RunSummary(
      language: language, bank: language == .zh ? "示例银行" : "Sample Bank",
      asOf: Day(number: 19_904),
      sources: [
        .init(
          name: "persons", party: .person, read: 20_000, checked: 19_998, rejected: 2, badBytes: 3,
          elements: [.occupationCode]),
        .init(name: "对公客户表", party: .organisation, read: 3000, checked: 3000),
      ],
      rules: rules, tallies: tallies, counts: counts,
      worklists: [
        .init(branch: "", file: "未分配机构.xlsx"), .init(branch: "320101", file: "320101.xlsx"),
      ],
      deadline: Day(number: 19_935), seconds: 1.234, outFolder: "out/2024-06")
  }

  @Test func `reads well in Chinese`() {
    #expect(SummaryText.text(Self.month(.zh)) == Self.chinese)
  }

  @Test func `reads well in English`() {
    #expect(SummaryText.text(Self.month(.en)) == Self.english)
  }

  @Test func `says so where nothing was found`() {
    let rule = Self.rule("IDN003", .person, "身份证号码校验位错误", "Check digit wrong")
    var tallies = Tallies(rules: 1)
    tallies.add(branch: [0x62], [Self.tally(5, 0)])
    let summary = RunSummary(
      asOf: Day(number: 19_904),
      sources: [.init(name: "p", party: .person, read: 5, checked: 5)], rules: [rule],
      tallies: tallies, counts: FindingCounts(), seconds: 0.04, outFolder: "out")
    #expect(SummaryText.text(summary) == Self.clean)
  }

  @Test func `says so where rows are lost`() {
    var summary = Self.month(.zh)
    summary.sources[0].checked -= 1
    #expect(SummaryText.text(summary).contains("注意：persons 读取的行数与已检核、未能读取之和不符"))
    #expect(!SummaryText.text(Self.month(.zh)).contains("注意"))
  }

  @Test func `names ten rules and branches, and says of how many`() {
    let rules = (100..<115).map { Self.rule("IND\($0)", .organisation, "规则\($0)", "Rule \($0)") }
    var tallies = Tallies(rules: rules.count)
    tallies.add(branch: [0x62], rules.indices.map { Self.tally(10, $0, columnMissing: 1) })
    var counts = FindingCounts()
    for index in rules.indices {
      counts.findings += index
      counts.byRule["IND\(100 + index)"] = [.review: index]
      counts.branches["支行\(100 + index)"] = .init(findings: 1, toDo: index, customers: 1)
    }
    let text = SummaryText.text(
      RunSummary(
        asOf: Day(number: 0), sources: [], rules: rules, tallies: tallies, counts: counts,
        seconds: 1, outFolder: "o"))
    #expect(text.contains("【问题最多的 10 条规则】"))
    #expect(text.contains("【任务最重的 10 个机构（共 14 个）】"))
    #expect(text.contains("支行114") && text.contains("支行105") && !text.contains("支行104"))
    let heaviest = text.prefix(upTo: text.range(of: "【任务最重")?.lowerBound ?? text.startIndex)
    #expect(heaviest.contains("  IND114  规则114") && heaviest.contains("  IND105  规则105"))
    #expect(!heaviest.contains("IND104"))
    #expect(text.contains("另有 5 项"))
  }

  @Test func `is the same JSON every time`() {
    #expect(String(decoding: SummaryFile.json(Self.month(.zh)), as: UTF8.self) == Self.json)
  }

  @Test func `is JSON though a branch's name is odd`() throws {
    var tallies = Tallies(rules: 1)
    tallies.add(branch: Array("a\"\\\n\u{1}中".utf8) + [0xFF], [Self.tally(1, 0)])
    let json = SummaryFile.json(
      tallies: tallies, rules: [Self.rule("IND003", .organisation, "a", "b")],
      counts: FindingCounts(), sources: [], asOf: Day(number: 0), bank: "\u{7F}")
    let object = try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
    let rules = try #require(object?["rules"] as? [[String: Any]])
    let branches = try #require(rules.first?["branches"] as? [[String: Any]])
    #expect(branches.first?["branch"] as? String == "a\"\\\n\u{1}中\u{FFFD}")
  }

  @Test(arguments: [
    (0, 5, "0.0%"), (1, 3, "33.3%"), (2, 3, "66.7%"), (5, 5, "100.0%"), (1, 100_000, "<0.1%"),
    (99_999, 100_000, ">99.9%"), (1, 0, "0.0%"), (1, 2000, "0.1%"),
  ])
  func `gives shares with one decimal`(_ part: Int, _ whole: Int, _ text: String) {
    #expect(Figures.share(part, of: whole) == text)
  }
}
