import Findings
import Records
import Testing

@testable import Reports

@Suite struct `Findings counted as they are written` {
  typealias Row = (rule: Int, key: String, branch: String, action: Action)

  static let rules = [
    `The summary of a run`.rule("IDN003", .person, "甲", "a", severity: .blocking),
    `The summary of a run`.rule("IDN010", .person, "乙", "b", severity: .notice),
    `The summary of a run`.rule(
      "OCC007", .person, "丙", "c", status: .trial(since: "0.1.0", reviewBy: "2027-01-01")),
  ]

  func counts(_ rows: [Row]) throws -> FindingCounts {
    var writer = FindingWriter(language: .zh)
    let none: [UInt8] = []
    for row in rows {
      let rule = Self.rules[row.rule]
      writer.begin(
        .init(rule.rule, severity: rule.severity, language: .zh, number: row.rule), party: .person,
        key: Array(row.key.utf8).span, branch: Array(row.branch.utf8).span, owner: none.span,
        source: "s", row: 1)
      writer.action = row.action
      writer.end()
    }
    return FindingCounts(writer.tally, rules: Self.rules)
  }

  @Test func `count every customer of a branch once`() throws {
    let counts = try counts([
      (0, "1", "b", .review), (1, "1", "b", .contact), (0, "2", "b", .confirm),
      (0, "2", "b", .review), (0, "3", "b", .auto), (2, "4", "b", .contact), (0, "1", "c", .review),
      (0, "1", "b", .confirm), (1, "5", "", .auto),
    ])
    #expect(counts.findings == 9)
    #expect(counts.bySeverity == [.blocking: 6, .notice: 2, .error: 1])
    #expect(counts.byAction == [.review: 3, .contact: 2, .confirm: 2, .auto: 2])
    #expect(counts.byRule["IDN003"] == [.review: 3, .confirm: 2, .auto: 1])
    #expect(counts.byRule["OCC007"] == [.contact: 1])
    #expect(
      counts.branches == [
        "b": .init(findings: 7, automatic: 1, toDo: 5, customers: 2, toContact: 2),
        "c": .init(findings: 1, automatic: 0, toDo: 1, customers: 1, toContact: 0),
        "": .init(findings: 1, automatic: 1),
      ])
  }

  @Test func `do not depend on the order of the rows`() throws {
    var rows: [Row] = []
    for number in 0..<600 {
      rows.append(
        (
          number % 3, "\(number * 7 % 41)", ["a", "b", ""][number % 5 % 3],
          Action.allCases[number % 7 % 4]
        ))
    }
    let whole = try counts(rows)
    #expect(try counts(rows.reversed()) == whole)
    #expect(try counts(rows.filter { $0.rule == 1 } + rows.filter { $0.rule != 1 }) == whole)
    #expect(whole.findings == 600)
  }
}
