import Extracts
import Findings
import Foundation
import Records
import Registries
import TestSupport
import Testing

@testable import RuleSets

@Suite struct `The JSON Schema of the job file` {
  let root: [String: Any]
  let definitions: [String: Any]

  init() throws {
    let file = URL(filePath: Repository.root + "/docs/job.schema.json")
    root = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    definitions = try #require(root["$defs"] as? [String: Any])
  }

  private func object(_ name: String) throws -> [String: Any] {
    if name == "job" { return root }
    let found = try #require(definitions[name] as? [String: Any])
    if let choices = found["anyOf"] as? [[String: Any]] {
      return try #require(choices.first { $0["properties"] != nil })
    }
    return found
  }

  static let sections: [(String, KeySet)] = [
    ("job", JobKeys.job), ("source", JobKeys.source), ("registry", JobKeys.registry),
    ("coverage", JobKeys.coverage),
    ("reconciliation", JobKeys.reconciliation), ("ledger", JobKeys.ledger),
    ("entries", JobKeys.entries), ("match", JobKeys.match),
    ("field", JobKeys.field), ("column", JobKeys.column), ("rules", JobKeys.rules),
    ("own", JobKeys.own), ("output", JobKeys.output), ("worklists", JobKeys.worklists),
    ("thresholds", JobKeys.thresholds),
  ]

  @Test(arguments: sections) func `names the keys that the parser knows, and no other`(
    _ name: String, _ keys: KeySet
  ) throws {
    let object = try object(name)
    let properties = try #require(object["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set(keys.all))
    #expect(Set(object["required"] as? [String] ?? []) == Set(keys.required))
    #expect(object["additionalProperties"] as? Bool == false)
    for (key, value) in properties {
      let property = try #require(value as? [String: Any])
      let reference = (property["$ref"] as? String)?.split(separator: "/").last.map(String.init)
      let described =
        try reference.map { try #require(definitions[$0] as? [String: Any]) } ?? property
      #expect((described["description"] as? String)?.isEmpty == false, "\(name).\(key)")
    }
  }

  @Test func `describes every section`() throws {
    let known = Set(Self.sections.map(\.0) + ["word", "sensitivity", "limit"])
    #expect(Set(definitions.keys).union(["job"]) == known)
  }

  private func words(_ section: String, _ key: String) throws -> Set<String> {
    let properties = try #require(object(section)["properties"] as? [String: Any])
    let property = try #require(properties[key] as? [String: Any])
    return Set(try #require(property["enum"] as? [String]))
  }

  @Test func `allows the words that the parser knows`() throws {
    #expect(try words("source", "party") == Set(Party.allCases.map(\.rawValue)))
    #expect(try words("source", "format") == Set(SourceFormat.allCases.map(\.rawValue)))
    #expect(try words("source", "quoting") == Set(QuotingWord.allCases.map(\.rawValue)))
    #expect(try words("job", "language") == Set(Language.allCases.map(\.rawValue)))
    #expect(try words("thresholds", "failOn") == Set(Severity.allCases.map(\.rawValue)))
    #expect(
      try words("column", "date") == Set(ColumnMapping.DateForm.allCases.map(\.rawValue)))
    let encodings = JobReader.encodings
    #expect(try words("source", "encoding") == Set(encodings + encodings.map { $0.lowercased() }))
    #expect(try words("registry", "kind") == Set(RegistryKind.allCases.map(\.rawValue)))
  }

  @Test func `keeps each format's keys to it`() throws {
    let rules = try #require(object("source")["allOf"] as? [[String: Any]])
    for format in SourceFormat.allCases {
      let rule = try #require(
        rules.first {
          let properties = ($0["if"] as? [String: Any])?["properties"] as? [String: Any]
          return (properties?["format"] as? [String: Any])?["const"] as? String == format.rawValue
        })
      let then = try #require(rule["then"] as? [String: Any])
      let refused = try #require(then["properties"] as? [String: Any])
      let own = JobKeys.ofFormat[format] ?? []
      let others = JobKeys.ofFormat.values.flatMap { $0 }.filter { !own.contains($0) }
      #expect(Set(refused.keys) == Set(others))
      #expect(refused.values.allSatisfy { $0 as? Bool == false })
    }
  }
}
