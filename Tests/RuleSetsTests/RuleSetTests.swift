import Findings
import Foundation
import Records
import References
import TestSupport
import Testing
import Validators

@testable import RuleSets

/// A bank's folder with rule sets and a job.
private struct BankFolder {
  let folder: ScratchFolder

  init(_ sets: [String: String]) throws {
    folder = try ScratchFolder()
    _ = try folder.write("p.dat", [])
    for (name, text) in sets {
      _ = try folder.write(
        "rule-sets/\(name).yaml", Array(("version: 1\nname: \(name)\n" + text).utf8))
    }
  }

  func load(_ rules: String, _ more: String = "") -> Result<Job, JobFaults> {
    let text = """
      version: 1
      asOf: 2026-10-31
      mappings: .
      sources:
        p: {party: person, path: p.dat, format: delimited, delimiter: "|", columns: {A: customer_key}}
      rules: \(rules)
      \(more)
      """
    return Job.load(
      path: folder.path + "/job.yaml", text: Array(text.utf8),
      mappings: MappingsFolder(path: Repository.mappings.path), catalogue: Catalogue.rules)
  }

  func kinds(_ rules: String) -> [JobFault.Kind] {
    guard case .failure(let faults) = load(rules) else { return [] }
    return faults.faults.map(\.kind)
  }
}

extension SettledRules {
  /// `id where condition` of every rule.
  fileprivate var shown: [String] {
    rules.map { $0.rule.id + ($0.scope.map { " where " + scopes[$0].canonical } ?? "") }
  }
}

@Suite struct `A rule set` {
  @Test(arguments: ["standard", "payroll", "new-customers", "kyc", "industry-alignment"])
  func `of the product can be used`(_ name: String) throws {
    let rules = try BankFolder([:]).load("{set: \(name)}").get().rules
    #expect(rules.name == name)
    #expect(!rules.rules.isEmpty)
    #expect(rules.rules.allSatisfy { $0.origins.member?.file.hasSuffix("\(name).yaml") == true })
  }

  @Test func `extends others, and what it says goes before what they say`() throws {
    let bank = try BankFolder([
      "a": "rules: [OCC001, OCC002]\nseverity: {OCC001: notice}\nwhere: sex = '1'",
      "b": "rules: [OCC001, IDN010]\nparameters: {IDN010: {days: 30}}\nwhere: sex = '2'",
      "c": "extends: [a, b]\nignore: OCC002\nrules: [IDN014]\nwhere: present(name)",
      "d": "extends: c\nseverity: {OCC001: blocking}\nparameters: {IDN010: {days: 31}}",
    ])
    let rules = try bank.load("{set: d, where: present(branch)}").get().rules
    #expect(
      rules.shown == [
        "IDN010 where sex = \"2\" and present(name) and present(branch)".replacing(
          "sex = \"2\" and present(name)", with: "(sex = \"2\" and present(name))"),
        "IDN014 where present(name) and present(branch)",
        "OCC001 where ((sex = \"1\" or sex = \"2\") and present(name)) and present(branch)",
      ])
    #expect(rules.rules.map(\.severity) == [.notice, .blocking, .blocking])
    #expect(rules.parameters == ["IDN010": ["days": .integer(31)]])
    let occupation = try #require(rules.rules.last)
    #expect(occupation.origins.severity?.text.hasSuffix("d.yaml:4") == true)
    #expect(occupation.origins.member?.text.hasSuffix("a.yaml:3") == true)
    #expect(occupation.origins.scope.map(\.line) == [5, 5, 6, 6])
  }

  @Test func `that extends itself is told so`() throws {
    let bank = try BankFolder([
      "a": "extends: b", "b": "extends: [c]", "c": "extends: a", "self": "extends: self",
      "none": "title: {zh: 空, en: empty}", "lost": "extends: nowhere",
    ])
    #expect(
      bank.kinds("{set: b}") == [
        .extendsItself([
          "rule-sets/b.yaml", "rule-sets/c.yaml", "rule-sets/a.yaml", "rule-sets/b.yaml",
        ])
      ])
    #expect(
      bank.kinds("{set: self}") == [.extendsItself(["rule-sets/self.yaml", "rule-sets/self.yaml"])])
    #expect(bank.kinds("{set: none}").contains(.missingKey("rules")))
    #expect(bank.kinds("{set: lost}") == [.unknownRuleSet("nowhere")])
    // Two ways to one set are no circle.
    let diamond = try BankFolder([
      "top": "rules: [OCC001]\nwhere: sex = '1'", "l": "extends: top", "r": "extends: top",
      "d": "extends: [l, r]",
    ])
    #expect(try diamond.load("{set: d}").get().rules.shown == ["OCC001 where sex = \"1\""])
  }

  @Test func `has a condition that is checked with its place`() throws {
    let bank = try BankFolder(["a": "rules: [OCC001]\nwhere: payrol = '1'"])
    guard case .failure(let faults) = bank.load("{set: a}") else {
      Issue.record("no fault")
      return
    }
    #expect(faults.faults.map(\.kind) == [.expression(.unknownName("payrol"))])
    #expect(faults.faults.map(\.line) == [4])
    #expect(faults.faults.map(\.column) == [8])
    #expect(bank.kinds("{where: sex}") == [.expression(.wrongType(found: .text))])
  }

  @Test func `with another condition has another digest`() throws {
    let bank = try BankFolder([:])
    let digests = try [
      "{select: OCC001}", "{select: OCC001, where: sex = '1'}",
      "{select: OCC001, where: sex = '2'}",
    ].map { try bank.load($0).get().rules.sha256 }
    #expect(Set(digests).count == 3)
    // However it is written.
    #expect(
      try bank.load("{select: OCC001, where: (sex  = \"1\")}").get().rules.sha256 == digests[1])
  }

  @Test func `sets limits, and a job goes before it`() throws {
    let bank = try BankFolder([
      "a":
        "rules: [OCC]\nthresholds: {failOn: notice, rules: {OCC001: 5%, OCC003: 10}, dimensions: {validity: 1.5%}}"
    ])
    let job = try bank.load("{set: a}", "thresholds: {rules: {OCC001: 0}}").get()
    #expect(job.thresholds.failOn == .notice)
    #expect(
      job.rules.limits.rules.mapValues(\.value) == ["OCC001": .count(0), "OCC003": .count(10)])
    #expect(job.rules.limits.dimensions.mapValues(\.value) == [.validity: .share(15_000)])
    #expect(job.rules.limits.rules["OCC001"]?.origin?.file.hasSuffix("job.yaml") == true)
  }

  @Test(arguments: ["-1", "1.5", "101%", "%", "5.12345%", "abc", "5 %", "１%", ".5%", "5.%"])
  func `refuses a limit that is none`(_ text: String) throws {
    #expect(FindingLimit(text) == nil)
  }

  @Test(arguments: ["0", "12", "0%", "100%", "0.0001%", "2.5%"])
  func `reads a limit and writes it the same`(_ text: String) throws {
    #expect(FindingLimit(text)?.text == text)
  }

  @Test func `limit is exceeded by more, never by as many`() {
    #expect(!FindingLimit.count(3).isExceeded(failed: 3, judged: 3))
    #expect(FindingLimit.count(3).isExceeded(failed: 4, judged: 4))
    #expect(!FindingLimit.share(50_000).isExceeded(failed: 5, judged: 100))
    #expect(FindingLimit.share(50_000).isExceeded(failed: 6, judged: 100))
    #expect(!FindingLimit.share(0).isExceeded(failed: 0, judged: 0))
    #expect(FindingLimit.share(0).isExceeded(failed: 1, judged: 1_000_000_000))
  }

  @Test func `is listed with the file and line of every setting`() throws {
    let bank = try BankFolder([
      "a": "rules: [IDN010]\nparameters: {IDN010: {days: 30}}\nwhere: present(name)"
    ])
    let job = try bank.load("{set: a, severity: {IDN010: error}}").get()
    let text = SettingsListing(job).text(.en).replacing(bank.folder.path + "/", with: "")
    #expect(text.contains("failOn      error  [default]"))
    #expect(text.contains("IDN010      identity-document-expires-soon  [rule-sets/a.yaml:3]"))
    #expect(text.contains("  severity  error  [job.yaml:6]"))
    #expect(text.contains("  days      30  [rule-sets/a.yaml:4]"))
    #expect(text.contains("  where     present(name)  [rule-sets/a.yaml:5]"))
  }
}
