import Findings
import Foundation
import Records
import References
import TestSupport
import Testing
import Validators

@testable import RuleSets

/// docs/expressions.md says nothing that is not so.
@Suite struct `The page on expressions` {
  private let text: String

  init() throws {
    text = try String(contentsOfFile: Repository.root + "/docs/expressions.md", encoding: .utf8)
  }

  /// The lines of all blocks of a kind.
  private func lines(_ kind: String) -> [String] {
    text.components(separatedBy: "```\(kind)\n").dropFirst().flatMap { block in
      block.components(separatedBy: "```")[0].split(separator: "\n").map(String.init)
    }
  }

  @Test func `has examples that can be used`() throws {
    #expect(lines("expression").count > 25)
    for line in lines("expression") { _ = try compiled(line) }
    for line in lines("group") {
      var compiler = ExpressionCompiler(
        ExpressionScope(parties: [.person], asOf: exampleDay, lists: sampleLists))
      #expect(compiler.groupCondition(try ExpressionParser.parse(line)) != nil, "\(line)")
      #expect(compiler.faults.isEmpty, "\(line)")
    }
    for line in lines("suggestion") {
      var compiler = ExpressionCompiler(
        ExpressionScope(parties: [.person], asOf: exampleDay, lists: sampleLists))
      #expect(compiler.suggestion(try ExpressionParser.parse(line)) != nil, "\(line)")
    }
  }

  @Test func `shows every function, operator and word`() {
    let shown = (lines("expression") + lines("group") + lines("suggestion")).joined(separator: "\n")
    let functions =
      ExpressionFunction.allCases.map(\.rawValue) + GroupFunction.allCases.map(\.rawValue)
      + SuggestionFunction.allCases.map(\.rawValue)
    for function in functions { #expect(shown.contains(function + "("), "\(function)") }
    let signs =
      RuleExpression.Comparison.allCases.map(\.rawValue)
      + RuleExpression.Calculation.allCases.map(\.rawValue) + RuleExpression.keywords
    for sign in signs where sign != "true" && sign != "false" {
      #expect(shown.contains(sign), "\(sign)")
    }
  }

  @Test func `has a rule that is right`() throws {
    let folder = try DeclaredFolder(["page.yaml": lines("yaml").joined(separator: "\n") + "\n"])
    #expect(folder.messages() == "")
    #expect(folder.check.rules.map(\.rule.id) == ["LOC101"])
  }

  /// The file and the rule set of the README's chapter.
  private static func readme(_ name: String) throws -> (rules: String, set: String) {
    let text = try String(contentsOfFile: Repository.root + "/" + name, encoding: .utf8)
    let lines = text.components(separatedBy: "\n").map { line in
      line.hasPrefix("    ") ? String(line.dropFirst(4)) : line
    }
    let start = try #require(lines.firstIndex { $0.hasSuffix("rules/own.yaml <<'EOF'") })
    let end = try #require(lines[start...].firstIndex(of: "EOF"))
    let set = try #require(lines.firstIndex(of: "name: mine"))
    let last = try #require(lines[set...].firstIndex(of: "EOF"))
    return (
      lines[(start + 1)..<end].joined(separator: "\n") + "\n",
      lines[(set - 1)..<last].joined(separator: "\n") + "\n"
    )
  }

  @Test(arguments: ["README.md", "README.zh-CN.md"])
  func `and the README have rules and sets that are right`(_ name: String) throws {
    let readme = try Self.readme(name)
    let folder = try DeclaredFolder(["own.yaml": readme.rules])
    #expect(folder.messages() == "")
    _ = try folder.folder.write("rule-sets/mine.yaml", Array(readme.set.utf8))
    _ = try folder.folder.write("p.dat", [])
    let job = """
      version: 1
      asOf: 2026-10-31
      mappings: .
      sources:
        p: {party: person, path: p.dat, format: delimited, delimiter: "|", columns: {A: customer_key}}
      rules: {set: mine}
      """
    let loaded = try Job.load(
      path: folder.folder.path + "/job.yaml", text: Array(job.utf8),
      mappings: MappingsFolder(path: Repository.mappings.path), catalogue: Catalogue.rules
    ).get()
    #expect(loaded.rules.limits.rules["OCC003"]?.value == .share(50_000))
    #expect(try Self.readme("README.md") == Self.readme("README.zh-CN.md"))
  }

  @Test func `and its limits are those that hold`() {
    #expect(text.contains("20,000 characters") && ExpressionScanner.greatestLength == 20_000)
    #expect(text.contains("5,000 words") && ExpressionParser.greatestCount == 5_000)
    #expect(text.contains("100 deep") && ExpressionParser.greatestDepth == 100)
    #expect(text.contains("20 digits") && ExpressionScanner.greatestDigits == 20)
    #expect(text.contains("4,096 bytes") && Pattern.greatestLength == 4_096)
  }

  @Test func `and the schema know the same keys`() throws {
    let file = URL(filePath: Repository.root + "/docs/rules.schema.json")
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let definitions = try #require(root["$defs"] as? [String: Any])
    for (name, keys) in [
      ("", DeclaredKeys.file), ("rule", DeclaredKeys.rule), ("authority", DeclaredKeys.authority),
      ("parameter", DeclaredKeys.parameter), ("examples", DeclaredKeys.examples),
      ("group", DeclaredKeys.group), ("text", JobKeys.title),
    ] {
      let object = name.isEmpty ? root : try #require(definitions[name] as? [String: Any])
      let properties = try #require(object["properties"] as? [String: Any])
      #expect(Set(properties.keys) == Set(keys.all), "\(name)")
      #expect(Set(object["required"] as? [String] ?? []) == Set(keys.required), "\(name)")
      #expect(object["additionalProperties"] as? Bool == false, "\(name)")
    }
  }
}
