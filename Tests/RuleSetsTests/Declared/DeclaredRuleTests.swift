import Findings
import Foundation
import Records
import References
import TestSupport
import Testing
import Validators

@testable import RuleSets

/// A bank's mappings folder with files of declared rules.
struct DeclaredFolder {
  let folder: ScratchFolder

  init(_ files: [String: String]) throws {
    folder = try ScratchFolder()
    for (name, text) in files { _ = try folder.write("rules/\(name)", Array(text.utf8)) }
  }

  var mappings: MappingsFolder {
    MappingsFolder(path: Repository.mappings.path, overlay: folder.path)
  }

  var read: DeclaredRuleFiles { DeclaredRuleFiles(in: mappings, catalogue: Catalogue.rules) }

  var check: DeclaredRuleCheck {
    DeclaredRuleCheck(
      files: DeclaredRuleCheck.files(at: folder.path) ?? [], mappings: mappings,
      catalogue: Catalogue.rules)
  }

  /// What is said of the files, without the place of the folder.
  func messages(_ language: Language = .en) -> String {
    check.faults.map { $0.text(language) }.joined()
      .replacing(folder.path + "/rules/", with: "")
  }
}

/// A file with one rule; `lines` take the place of those with the same key.
func ruleFile(_ lines: [String: String] = [:], without: [String] = []) -> String {
  let standard = [
    ("id", "LOC900"), ("name", "too-young-for-a-loan"), ("since", "2026-11-01"),
    ("parties", "[person]"), ("dimension", "consistency"), ("severity", "error"),
    ("title", "{zh: 年龄不足, en: Too young}"), ("claim", "{zh: 年龄不足, en: Too young.}"),
    ("remedy", "{zh: 核实, en: Check.}"), ("authority", "{document: 本行办法, clause: 第三条}"),
    ("when", "payroll = \"1\""), ("require", "years_between(birth_date, asOf) >= 18"),
    ("action", "review"),
    (
      "examples",
      """
      {passes: [{payroll: "1", birth_date: 1990-01-01}, {payroll: "1", birth_date: 2008-10-31},
        {payroll: "1", birth_date: "19490101"}],
        fails: [{payroll: "1", birth_date: 2008-11-01}, {payroll: "1", birth_date: 2020-01-01},
        {payroll: "1", birth_date: 2026-10-31}],
        notApplicable: [{payroll: "0", birth_date: 2020-01-01}, {payroll: "1"}]}
      """.replacing("\n", with: " ")
    ),
  ]
  let body = standard.filter { !without.contains($0.0) }.map { key, value in
    "\(key): \(lines[key] ?? value)"
  }
  let more = lines.filter { entry in !standard.contains { $0.0 == entry.key } }
    .sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
  return "version: 1\nrules:\n  - " + (body + more).joined(separator: "\n    ") + "\n"
}

@Suite struct `A declared rule` {
  @Test func `is read with all that it says`() throws {
    let folder = try DeclaredFolder(["a.yaml": ruleFile()])
    #expect(folder.messages() == "")
    let rule = try #require(folder.read.rules.first?.rule)
    #expect(rule.id == "LOC900" && rule.family == "LOC" && rule.name == "too-young-for-a-loan")
    #expect(rule.reads == [.birthDate, .payroll] && rule.alsoReads == [])
    #expect(rule.status == .stable(since: "2026-11-01"))
    #expect(rule.examples.count == 8)
    #expect(rule.authority.text == "本行办法 第三条")
    #expect(folder.check.examples == 8)
  }

  @Test(arguments: [
    "since", "title", "claim", "remedy", "authority", "require", "action", "examples", "dimension",
    "severity", "parties", "id", "name",
  ]) func `lacks nothing`(_ key: String) throws {
    let folder = try DeclaredFolder(["a.yaml": ruleFile(without: [key])])
    #expect(folder.messages().contains("missing key \"\(key)\""))
    #expect(folder.read.rules.isEmpty)
  }

  @Test func `is told its faults with their places`() throws {
    let folder = try DeclaredFolder([
      "a.yaml": ruleFile([
        "require": "years_betwen(birth_date, asOf) >= 18", "id": "IND003",
        "name": "Too young", "title": "{zh: 年龄不足}",
      ])
    ])
    #expect(
      folder.messages() == """
        a.yaml:3:9: error: "IND003" is taken already: IND003
            3 |   - id: IND003
              |         ^^^^^^
        a.yaml:4:11: error: wrong name "Too young"
            4 |     name: Too young
              |           ^^^^^^^^^
              expected: small letters, digits and hyphens, such as loan-purpose-missing
        a.yaml:9:5: error: missing key "en"
            9 |     title: {zh: 年龄不足}
              |     ^^^^^
        a.yaml:14:14: error: no function "years_betwen"
           14 |     require: years_betwen(birth_date, asOf) >= 18
              |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              nearest: years_between

        """)
  }

  @Test(arguments: [
    ("require: sxx = '1'", 14, 14), ("require: 'sxx = ''1'''", 14, 15),
    ("require: \"\\u0073xx = '1'\"", 14, 15),
    ("require: >\n      present(name)\n      and sxx = '1'", 16, 11),
    ("require: |-\n      present(name) and\n        sxx = '1'", 16, 9),
    ("require: present(name)\n      and\n      sxx = '1'", 16, 7),
    ("require: \"present(name) and\\\n      \\ sxx = '1'\"", 15, 9),
  ]) func `is told the place in the file, however its expression is written`(
    _ line: String, _ row: Int, _ column: Int
  ) throws {
    let text = ruleFile().replacing(
      "require: years_between(birth_date, asOf) >= 18", with: line)
    let fault = try #require(try DeclaredFolder(["a.yaml": text]).check.faults.first)
    #expect(fault.kind == .expression(.unknownName("sxx")))
    #expect((fault.line, fault.column) == (row, column))
  }

  @Test func `has enough examples that come out as they say`() throws {
    let few = try DeclaredFolder(["a.yaml": ruleFile(["examples": "{passes: [{payroll: '1'}]}"])])
    #expect(
      few.check.faults.map(\.kind) == [
        .declared(.fewExamples("fails", found: 0, least: 3)),
        .declared(.fewExamples("notApplicable", found: 0, least: 1)),
        .declared(.fewExamples("passes", found: 1, least: 3)),
      ])
    let wrong = try DeclaredFolder([
      "a.yaml": ruleFile(["require": "years_between(birth_date, asOf) >= 17"])
    ])
    #expect(wrong.check.faults.count == 1)
    #expect(wrong.messages().contains("a.yaml:16:"))
    #expect(wrong.messages().contains("the example came out passed, not failed"))
    // A rule that asks for presence alone speaks of every record.
    let presence = try DeclaredFolder([
      "a.yaml": ruleFile(
        [
          "require": "present(email)",
          "examples":
            "{passes: [{email: a}, {email: b}, {email: c}], fails: [{email: ''}, {}, {email: }]}",
        ], without: ["when"])
    ])
    #expect(presence.messages() == "")
  }

  @Test func `may propose a value`() throws {
    func suggestion(_ text: String, _ cells: String, _ wanted: String) throws -> String {
      let fails = Array(repeating: "{\(cells), suggests: \"\(wanted)\"}", count: 3).joined(
        separator: ", ")
      return try DeclaredFolder([
        "a.yaml": ruleFile(
          [
            "require": "matches(postcode, '[0-9]{6}')", "suggestion": "\"\(text)\"",
            "action": "confirm",
            "examples":
              "{passes: [{postcode: '341000'}, {postcode: '341001'}, {postcode: '341002'}], fails: [\(fails)], notApplicable: [{}]}",
          ], without: ["when"])
      ]).messages()
    }
    #expect(try suggestion("part(postcode, 1, 6)", "postcode: '3410001'", "341000") == "")
    #expect(try suggestion("replace(postcode, ' ', '')", "postcode: '34 10 00'", "341000") == "")
    #expect(try suggestion("join('36', last(postcode, 4))", "postcode: 'x1000'", "361000") == "")
    #expect(try suggestion("join(sex, postcode)", "postcode: 'x1000'", "") == "")
    #expect(try suggestion("upper(email)", "postcode: x, email: a@b", "A@B") == "")
    #expect(
      try suggestion("if sex = '1' then 'm' else lower('F')", "postcode: x, sex: '2'", "f") == "")
    #expect(
      try suggestion("upper(postcode)", "postcode: x1", "y").contains("suggests \"X1\", not \"y\""))
    #expect(try suggestion("length(postcode)", "postcode: x1", "y").contains("this is a number"))
  }

  @Test func `of several files has an id and a name of its own`() throws {
    let folder = try DeclaredFolder([
      "a.yaml": ruleFile(), "b.yaml": ruleFile(["id": "LOC901"]),
      "c.yaml": ruleFile(["name": "other"]),
    ])
    #expect(folder.read.rules.map(\.rule.id) == ["LOC900"])
    #expect(folder.check.faults.count == 2)
  }

  @Test func `asks for a basis where it corrects by itself`() throws {
    let folder = try DeclaredFolder(["a.yaml": ruleFile(["action": "auto"])])
    #expect(folder.check.faults.map(\.kind) == [.declared(.autoWithoutBasis)])
  }

  @Test(arguments: [
    "version: 1\nrules: 5\n", "version: 1\nrules: [5]\n", "version: 1\nrules:\n  - {}\n", "[", "",
    "version: 1\nrules: [{id: &a x, name: *a}]\n", "version: 1\nrules: !!python/object [x]\n",
    "version: 1\nrules:\n  - require: {a: b}\n    parties: person\n    examples: []\n",
    ruleFile(["examples": "{passes: 1, fails: [1], notApplicable: [[]]}"]),
    ruleFile([
      "parameters":
        "{sex: {default: 1, zh: a, en: b}, Bad: {}, x: {default: 9, range: [3, 1], zh: a, en: b}}"
    ]),
    ruleFile(["status": "trial"]), ruleFile(["element": "nam"]), ruleFile(["require": "\"\""]),
    ruleFile(["when": "present(name"]), ruleFile(["parties": "[]"]),
    ruleFile(["require": "count(per birth_date) > 1 and present(name)"]),
  ]) func `in a broken file is told so and harms nobody`(_ text: String) throws {
    let folder = try DeclaredFolder(["a.yaml": text])
    #expect(folder.read.rules.isEmpty)
    #expect(!folder.check.faults.isEmpty)
    #expect(!folder.messages(.zh).isEmpty)
  }

  @Test func `file of ten megabytes is refused`() throws {
    let text = ruleFile() + String(repeating: "# x\n", count: 10 << 18)
    #expect(
      try DeclaredFolder(["a.yaml": text]).check.faults.map(\.kind)
        == [.tooLarge(limit: SettingsGuard.greatestSize)])
  }

  @Test func `is not lost where its folder cannot be looked into`() throws {
    let folder = try ScratchFolder()
    _ = try folder.write("rules", Array("no folder".utf8))
    let mappings = MappingsFolder(path: Repository.mappings.path, overlay: folder.path)
    let read = DeclaredRuleFiles(in: mappings, catalogue: Catalogue.rules)
    #expect(read.rules.isEmpty && !read.faults.isEmpty)
    #expect(read.faults.first?.file == folder.path + "/rules")
    let without = try ScratchFolder()
    let none = MappingsFolder(path: Repository.mappings.path, overlay: without.path)
    #expect(DeclaredRuleFiles(in: none, catalogue: Catalogue.rules).faults.isEmpty)
  }

  @Test func `says that the tables are broken rather than that a list is unknown`() throws {
    let folder = try DeclaredFolder(["a.yaml": ruleFile(["when": #"in_list(sex, "gbt2261.1")"#])])
    let broken = try ScratchFolder()
    _ = try broken.write("datapackage.json", Array("{".utf8))
    let mappings = MappingsFolder(path: broken.path, overlay: folder.folder.path)
    let faults = DeclaredRuleFiles(in: mappings, catalogue: Catalogue.rules).faults
    #expect(faults.count == 1)
    #expect(faults.first?.text(.en).contains("datapackage.json: cannot be read") == true)
  }

  @Test func `is known to a job of the bank`() throws {
    let folder = try DeclaredFolder([
      "a.yaml": ruleFile(), "b.yaml": ruleFile(["id": "KYX001", "name": "other"]),
    ])
    _ = try folder.folder.write("p.dat", [])
    func load(_ rules: String) -> Result<Job, JobFaults> {
      let text = """
        version: 1
        asOf: 2026-10-31
        mappings: .
        sources:
          p: {party: person, path: p.dat, format: delimited, delimiter: "|", columns: {A: customer_key}}
        rules: \(rules)
        """
      return Job.load(
        path: folder.folder.path + "/job.yaml", text: Array(text.utf8),
        mappings: MappingsFolder(path: Repository.mappings.path), catalogue: Catalogue.rules)
    }
    #expect(try load("{select: [LOC]}").get().rules.rules.map(\.rule.id) == ["LOC900"])
    let other = try load("{select: [LOC], severity: {LOC900: notice}}").get().rules
    #expect(other.rules[0].severity == .notice)
    #expect(try load("{select: [LOC]}").get().rules.sha256 != other.sha256)
    guard case .failure(let faults) = load("{select: [LOC90]}") else {
      Issue.record("no fault")
      return
    }
    #expect(faults.faults.first?.nearest == "LOC900 too-young-for-a-loan")
    // Another expression is another rule set.
    _ = try folder.folder.write(
      "rules/a.yaml", Array(ruleFile(["require": "years_between(birth_date, asOf) >= 16"]).utf8))
    #expect(
      try load("{select: [LOC], severity: {LOC900: notice}}").get().rules.sha256 != other.sha256)
  }
}
