import Extracts
import Findings
import Foundation
import Records
import Testing

@testable import Worklists

@Suite final class `The workbooks for branches` {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "branches-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder + "/worklists", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static func rule(
    _ id: String, _ severity: Severity, _ parties: [Party],
    status: LifeCycle = .stable(since: "0.1.0")
  ) -> Rule {
    Rule(
      id: id, name: id.lowercased(), status: status, parties: parties, dimension: .validity,
      severity: severity, reads: [.documentNumber], authority: Authority("GB 11643-1999"),
      title: Text(zh: "标题\(id)", en: "Title \(id)"), claim: Text(zh: "说明\(id)", en: "Claim \(id)"),
      remedy: Text(zh: "要求\(id)", en: "Remedy \(id)"), autoBasis: Text(zh: "据", en: "basis"),
      examples: [])
  }

  static let rules = [
    rule("IDN002", .error, [.person]), rule("IDN003", .blocking, [.person, .organisation]),
    rule("IDN010", .notice, [.person]),
    rule("OCC007", .error, [.person], status: .trial(since: "0.1.0", reviewBy: "2027-01-01")),
  ]

  /// A finding, as a test says it and as a workbook has to show it.
  struct Made {
    var rule = 0
    var party = Party.person
    var key: String
    var customer = ""
    var branch: String
    var owner = "王建国"
    var element = DataElement.documentNumber
    var value = ""
    var suggestion = ""
    var action = Action.contact
  }

  func write(_ made: [Made], name: String = "findings.csv") throws -> String {
    var writer = FindingWriter(language: .zh, listingTasks: true)
    for finding in made {
      let rule = Self.rules[finding.rule]
      writer.begin(
        .init(rule, severity: rule.severity, language: .zh), party: finding.party,
        key: Array(finding.key.utf8).span, branch: Array(finding.branch.utf8).span,
        owner: Array(finding.owner.utf8).span, source: "s", row: 3)
      writer.name(Array(finding.customer.utf8).span)
      writer.element = finding.element
      writer.value = Array(finding.value.utf8)
      writer.expected = Array(finding.value.utf8)
      writer.suggestion = Array(finding.suggestion.utf8)
      writer.confidence = finding.suggestion.isEmpty ? nil : 95
      writer.evidence = Array(finding.value.utf8)
      writer.action = finding.action
      writer.end()
    }
    let path = folder + "/" + name
    try OutputFile.write(Array(FindingWriter.tasksHeader.utf8) + writer.tasks, creating: path)
    return path
  }

  func settings(_ change: (inout WorklistSettings) -> Void = { _ in }) -> WorklistSettings {
    var settings = WorklistSettings(
      asOf: Day(number: 19_904), deadline: Day(number: 19_935), bank: "示例银行", contact: "数据团队")
    change(&settings)
    return settings
  }

  /// The rows of a sheet, kind and text of every cell.
  func rows(_ file: String, _ sheet: String) throws -> [[(kind: WorkbookRow.Kind, text: String)]] {
    let reader = try WorkbookReader(path: folder + "/worklists/" + file)
    try reader.open(sheet: sheet)
    var row = WorkbookRow()
    var rows: [[(WorkbookRow.Kind, String)]] = []
    while try reader.nextRow(into: &row) {
      rows.append(row.cells.indices.map { (row.kind($0), row.text($0)) })
    }
    return rows
  }

  func sheets(_ file: String) throws -> [String] {
    try WorkbookReader(path: folder + "/worklists/" + file).sheets.map(\.name)
  }

  /// The rows of all sheets that list findings, without their headers.
  func list(_ file: String) throws -> [[String]] {
    try sheets(file).filter { $0.hasPrefix("清单") }.flatMap { sheet in
      try rows(file, sheet).dropFirst().map { $0.map(\.text) }
    }
  }

  // Columns of the list.
  let (key, customer, party, owner) = (1, 2, 3, 4)
  let (value, suggestion, evidence, action, answer, id) = (9, 11, 13, 14, 16, 19)

  @Test func `hold every finding that asks for something once, and only once`() throws {
    var random = SplitMix(seed: 7)
    let branches = [
      "", "星火支行", "a/b", "a_b", "A_B", "../../x", "CON", String(repeating: "长", count: 300),
    ]
    var made: [Made] = []
    for number in 0..<1500 {
      made.append(
        Made(
          rule: random.below(4), party: random.below(5) == 0 ? .organisation : .person,
          key: "C\(random.below(200))", branch: branches[random.below(branches.count)],
          owner: ["", "王建国", "李敏"][random.below(3)],
          element: DataElement.allCases[random.below(20)], value: "v\(number)",
          action: Action.allCases[random.below(4)]))
    }
    let path = try write(made)
    let books = try BranchWorkbooks.write(
      findings: path, rules: Self.rules, settings: settings(), into: folder + "/worklists")

    var wanted: [String: [String]] = [:]
    let reader = try FindingsReader(path: path)
    while try reader.next() {
      if reader.text(.action) == "auto" || reader.text(.ruleID) == "OCC007" { continue }
      wanted[reader.text(.branch), default: []].append(
        reader.text(.findingID) + reader.text(.value))
    }
    #expect(Set(books.map(\.branch)) == Set(wanted.keys))
    #expect(Set(books.map { $0.file.lowercased() }).count == branches.count)
    for book in books {
      let list = try list(book.file)
      #expect(list.map { $0[id] + $0[value] }.sorted() == wanted[book.branch, default: []].sorted())
      #expect(book.findings == list.count)
      #expect(book.customers == Set(list.map { $0[key] + $0[party] }).count)
      // Everyone's findings stand together.
      var seen: Set<String> = []
      var last = ""
      for row in list where row[key] + row[party] != last {
        last = row[key] + row[party]
        if !seen.insert(last).inserted { Issue.record("\(last) stands in two places") }
      }
      #expect(list.enumerated().allSatisfy { $1[0] == "\($0 + 1)" })
    }
  }

  @Test func `begin with the customers whose data block a report`() throws {
    let path = try write([
      Made(rule: 2, key: "1", branch: "b", value: "n"), Made(rule: 0, key: "2", branch: "b"),
      Made(rule: 2, key: "3", branch: "b"),
      Made(rule: 1, key: "3", customer: "李四", branch: "b", action: .review),
      Made(rule: 0, key: "0", branch: "b"),
    ])
    let books = try BranchWorkbooks.write(
      findings: path, rules: Self.rules, settings: settings(), into: folder + "/worklists")
    #expect(
      books == [
        BranchWorkbook(branch: "b", file: "b.xlsx", findings: 5, customers: 4, toContact: 4)
      ])
    let list = try list("b.xlsx")
    #expect(list.map { $0[key] } == ["3", "3", "0", "2", "1"])
    #expect(list.map { $0[5] } == ["阻断报送", "提示", "需整改", "需整改", "提示"])
    #expect(
      list[0] == [
        "1", "3", "李四", "个人客户", "王建国", "阻断报送", "标题IDN003", "说明IDN003", "证件号码", "", "", "", "", "",
        "人工核实", "要求IDN003", "", "", "", list[0][id],
      ])
  }

  static let dangerous = [
    "=1+1", "@SUM(A1)", "+8613800138000", "-1", "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://x\",\"y\")",
    "=DDE(\"cmd\";\"/C calc\";\"x\")", "\t=1", "0012", "110101199003071234", "1.2E+17", "TRUE",
    "2024-01-01", "http://x.example/", "<b>&amp;\"x\"", "_x000D_", "a\u{1}b\u{B}c", "'quoted",
    "#N/A",
    "两\n行",
  ]

  @Test func `show a customer's text as text, whatever it looks like`() throws {
    let path = try write(
      Self.dangerous.map {
        Made(
          key: $0, customer: $0, branch: "b", owner: $0, value: $0, suggestion: $0, action: .review)
      })
    _ = try BranchWorkbooks.write(
      findings: path, rules: Self.rules, settings: settings(), into: folder + "/worklists")
    let list = try rows("b.xlsx", "清单").dropFirst()
    var found: [String] = []
    for row in list {
      for column in [key, customer, owner, value, value + 1, suggestion, evidence] {
        #expect(row[column].kind == .text)
        #expect(row[column].text == row[key].text)
      }
      found.append(row[key].text)
    }
    #expect(found.sorted() == Self.dangerous.sorted())
    let zip = try ZipContainer(path: folder + "/worklists/b.xlsx")
    for sheet in 1...3 {
      let part = try zip.contents(of: "xl/worksheets/sheet\(sheet).xml", limit: 1 << 24)
      let xml = String(decoding: part, as: UTF8.self)
      #expect(!xml.contains("<f>") && !xml.contains("<f ") && !xml.contains("<hyperlink"))
    }
  }

  @Test func `cut a text that no cell can hold`() throws {
    let path = try write([Made(key: "1", branch: "b", value: String(repeating: "长", count: 40_000))]
    )
    _ = try BranchWorkbooks.write(
      findings: path, rules: Self.rules, settings: settings(), into: folder + "/worklists")
    let text = try #require(try list("b.xlsx").first?[value])
    #expect(text.utf16.count == 32_767)
    #expect(text.hasPrefix("长长长") && text.hasSuffix("长…"))
  }

  @Test func `go on to further sheets where one is full`() throws {
    let path = try write((0..<25).map { Made(key: "\(100 + $0 / 2)", branch: "b", value: "\($0)") })
    _ = try BranchWorkbooks.write(
      findings: path, rules: Self.rules, settings: settings { $0.rowsPerSheet = 10 },
      into: folder + "/worklists")
    #expect(try sheets("b.xlsx") == ["说明", "清单", "清单2", "清单3", "汇总"])
    #expect(try rows("b.xlsx", "清单").count == 11)
    #expect(try rows("b.xlsx", "清单3").count == 6)
    #expect(try rows("b.xlsx", "清单2")[0].map(\.text) == rows("b.xlsx", "清单")[0].map(\.text))
    #expect(try list("b.xlsx").map { $0[value] } == (0..<25).map(String.init))
    let zip = try ZipContainer(path: folder + "/worklists/b.xlsx")
    let xml = String(
      decoding: try zip.contents(of: "xl/worksheets/sheet4.xml", limit: 1 << 24), as: UTF8.self)
    #expect(xml.contains("sqref=\"Q2:Q6\""))
    #expect(xml.contains("<autoFilter ref=\"A1:T6\"/>"))
    #expect(xml.contains("已按建议更正,已更正为其他值,客户确认现值无误,无法联系客户,不属于本机构,申请豁免"))
  }

  @Test func `give what is corrected by rule as a number, and nothing to a branch with no task`()
    throws
  {
    let path = try write([
      Made(key: "1", branch: "b"), Made(key: "1", branch: "b", value: "x", action: .auto),
      Made(key: "2", branch: "b", value: "x", action: .auto),
      Made(key: "3", branch: "c", action: .auto),
      Made(rule: 3, key: "4", branch: "d"),
    ])
    let books = try BranchWorkbooks.write(
      findings: path, rules: Self.rules, settings: settings(), into: folder + "/worklists")
    #expect(books.map(\.branch) == ["b"])
    #expect(try list("b.xlsx").count == 1)
    let summary = try rows("b.xlsx", "汇总").map { $0.map(\.text) }
    let place = try #require(summary.firstIndex { $0.first == "仅供知悉" })
    #expect(summary[place + 1] == ["IDN002", "标题IDN002", "2", "2"])
    #expect(summary.contains(["按客户经理", "", "问题数", "客户数"]))
    #expect(summary.contains(["王建国", "", "1", "1"]))
  }

  @Test func `mask the classes that the job hides, and no other`() throws {
    let path = try write([
      Made(
        key: "1", customer: "欧阳小明", branch: "b", value: "110101199003071234",
        suggestion: "11010119900307123X"),
      Made(key: "2", branch: "b", element: .regionCode, value: "110101"),
    ])
    _ = try BranchWorkbooks.write(
      findings: path, rules: Self.rules, settings: settings { $0.masking = Masking([.c2]) },
      into: folder + "/worklists")
    let list = try list("b.xlsx")
    #expect(list[0][value] == "110***********1234")
    #expect(list[0][suggestion] == "110***********123X")
    #expect(list[1][value] == "110101")
    #expect(list[0][customer] == "欧**明")
  }

  @Test func `speak English where the job does`() throws {
    let path = try write([Made(key: "1", branch: "", suggestion: "x", action: .confirm)])
    let books = try BranchWorkbooks.write(
      findings: path, rules: Self.rules, settings: settings { $0.language = .en },
      into: folder + "/worklists")
    #expect(books.map(\.file) == ["no-branch.xlsx"])
    #expect(try sheets("no-branch.xlsx") == ["Read me", "List", "Summary"])
    let row = try rows("no-branch.xlsx", "List")[1].map(\.text)
    #expect(row[6...8] == ["Title IDN002", "Claim IDN002", "document number"])
    for sheet in ["Read me", "List", "Summary"] {
      for text in try rows("no-branch.xlsx", sheet).flatMap({ $0.map(\.text) })
      where text != "示例银行" && text != "数据团队" && text != "王建国" {
        #expect(text.utf8.allSatisfy { $0 < 0x80 }, "\(text)")
      }
    }
  }

  @Test func `do not depend on the number of threads`() throws {
    let path = try write(
      (0..<300).map { Made(rule: $0 % 4, key: "\($0 % 40)", branch: "b\($0 % 23)", value: "\($0)") }
    )
    var books: [[BranchWorkbook]] = []
    for jobs in [1, 2, 7] {
      let place = folder + "/\(jobs)"
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      books.append(
        try BranchWorkbooks.write(
          findings: path, rules: Self.rules, settings: settings(), into: place, jobs: jobs))
      for book in books[0] {
        #expect(
          try InputFile.contents(of: place + "/" + book.file)
            == InputFile.contents(of: folder + "/1/" + book.file))
      }
    }
    #expect(books[0].count == 23)
    #expect(books[1] == books[0] && books[2] == books[0])
  }

  @Test func `stop where a workbook is there already`() throws {
    let path = try write((0..<9).map { Made(key: "1", branch: "b\($0)") })
    try OutputFile.write([1], creating: folder + "/worklists/b5.xlsx")
    #expect(throws: SystemFault.self) {
      try BranchWorkbooks.write(
        findings: path, rules: Self.rules, settings: settings(), into: folder + "/worklists",
        jobs: 2)
    }
    #expect(try InputFile.contents(of: folder + "/worklists/b5.xlsx") == [1])
  }

  @Test func `are the same bytes every time, for their owner's eyes only`() throws {
    let made = (0..<50).map { Made(key: "\($0 % 9)", branch: "b", value: "\($0)") }
    let path = try write(made)
    try FileManager.default.createDirectory(
      atPath: folder + "/again", withIntermediateDirectories: true)
    for place in ["/worklists", "/again"] {
      _ = try BranchWorkbooks.write(
        findings: path, rules: Self.rules, settings: settings(), into: folder + place)
    }
    let first = try InputFile.contents(of: folder + "/worklists/b.xlsx")
    #expect(try first == InputFile.contents(of: folder + "/again/b.xlsx"))
    let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/again/b.xlsx")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/again") == ["b.xlsx"])
  }
}

/// The same numbers for the same seed.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
