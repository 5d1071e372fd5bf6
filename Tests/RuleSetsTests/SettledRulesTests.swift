import Findings
import Foundation
import References
import TestSupport
import Testing

@testable import RuleSets

@Suite struct `Settled rules` {
  let folder: JobFolder

  init() throws { folder = try JobFolder() }

  private func settled(_ rules: String) throws -> SettledRules {
    try folder.load(`A job without faults`.least + "\n" + rules + "\n").get().rules
  }

  @Test func `join the set and the job, and the job goes first`() throws {
    let rules = try folder.load(`A job without faults`.full).get().rules
    #expect(rules.name == "strict")
    #expect(rules.rules.map(\.rule.id) == ["IDN010", "IND003"])
    #expect(rules.rules.map(\.severity) == [.notice, .notice])
    #expect(rules.parameters == ["IDN010": ["days": .integer(60)]], "ADR002 is not applied")
    let set = try settled("rules: {set: strict}")
    #expect(set.rules.map(\.rule.id) == ["IDN010", "IND003", "OCC001"])
    #expect(set.rules.map(\.severity) == [.notice, .blocking, .notice])
    #expect(set.parameters == ["IDN010": ["days": .integer(30)]])
  }

  @Test func `have one canonical form`() throws {
    let rules = try settled(
      "rules: {select: [IDN010, ADR002], parameters: {ADR002: {words: ['a\"b', 'c\\']}}}")
    #expect(
      SettledRules.canonical(rules.rules, rules.parameters) == #"""
        hedui rules 1
        ADR002 error words=["a\"b","c\\"]
        IDN010 notice days=90

        """#)
    #expect(rules.sha256.count == 64)
  }

  @Test(arguments: [
    (
      "rules: {select: [IND, OCC001]}",
      "rules: {select: [OCC001, IND005, industry-code-superseded]}"
    ),
    ("rules: {select: IND, severity: {IND003: error}}", "rules: {select: [IND]}"),
    ("rules: {select: IDN, parameters: {IDN010: {days: 90}}}", "rules: {select: IDN010}"),
    ("rules: {select: IND}", "rules: {select: IND, parameters: {IDN010: {days: 9}}}"),
    ("rules: {}", "rules: {set: standard, ignore: []}"),
  ]) func `of equal settings have equal digests`(_ a: String, _ b: String) throws {
    #expect(try settled(a).sha256 == settled(b).sha256)
  }

  @Test func `of different settings have different digests`() throws {
    let digests = try [
      "rules: {}", "rules: {ignore: OCC}", "rules: {severity: {OCC001: blocking}}",
      "rules: {parameters: {IDN010: {days: 91}}}", "rules: {parameters: {ADR002: {words: []}}}",
      "rules: {parameters: {ADR002: {words: ['无\",\"不详']}}}",
    ].map { try settled($0).sha256 }
    #expect(Set(digests).count == digests.count)
  }
}

@Suite struct `The tables of settings in mappings` {
  @Test func `translate codes that stand in their lists`() throws {
    func codes(_ list: String) throws -> Set<String> {
      let table = try ReferenceTable(
        "codes/lists/\(list.lowercased()).csv", from: Repository.mappings)
      let column = try table.column("code")
      return Set((0..<table.count).map { table.text($0, column) })
    }
    let table = try ReferenceTable(CodeTranslations.table, from: Repository.mappings)
    #expect(table.columns == ["from_list", "from_code", "to_list", "to_code"])
    #expect(table.count > 40)
    for row in 0..<table.count {
      #expect(try codes(table.text(row, 0)).contains(table.text(row, 1)))
      #expect(try codes(table.text(row, 2)).contains(table.text(row, 3)))
    }
    let translations = CodeTranslations(Repository.mappings)
    #expect(translations.fault == nil)
    #expect(translations.values(from: "EAST_SEX", to: "GBT2261.1") == ["男": "1", "女": "2"])
    #expect(translations.values(from: "GBT2261.1", to: "EAST_SEX") == nil)
  }

  @Test func `have every family in the standard rule set`() throws {
    let bytes = try Data(
      contentsOf: URL(filePath: Repository.root + "/mappings/rule-sets/standard.yaml"))
    let reader = SettingsReader(SettingsFile(file: "standard.yaml", bytes: Array(bytes)))
    let root = try #require(reader.root(JobKeys.ruleSet))
    let rules = try #require(root["rules"].flatMap { reader.words($0) }).map(\.text)
    #expect(rules == RuleNames.families)
    #expect(reader.faults.isEmpty)
  }
}
