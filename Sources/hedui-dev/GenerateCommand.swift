import ArgumentParser
import Foundation

/// Writes the catalogue of validators from the files that hold them, the data elements from
/// their table, and the pages of the rules that the program was built with.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Rewrite the generated sources from the files they speak of."
  )

  @Flag(help: "Change nothing; fail where a generated file is out of date.") var check = false

  func run() throws {
    var stale: [String] = []
    let sources = [
      ("Sources/Validators/Catalogue+Generated.swift", try CatalogueSource.text()),
      ("Sources/Records/DataElement+Generated.swift", try ElementSource.text()),
    ]
    for (path, text) in sources + RulePages.pages() {
      let current = try? String(contentsOfFile: path, encoding: .utf8)
      if current == text { continue }
      if check {
        stale.append(path)
      } else {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        print("wrote \(path)")
      }
    }
    if !stale.isEmpty {
      throw ValidationError(
        "out of date: \(stale.joined(separator: ", ")). Run `make generate` and commit.")
    }
  }
}

/// The list of validators.
enum CatalogueSource {
  /// Names of the types in `Sources/Validators` that are validators, by rule id.
  static func text(root: String = "Sources/Validators") throws -> String {
    var record: [(id: String, type: String)] = []
    var dataset: [(id: String, type: String)] = []
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    for name in names where name.hasSuffix(".swift") {
      let source = try String(contentsOfFile: root + "/" + name, encoding: .utf8)
      guard
        let match = source.firstMatch(
          of: /struct ([A-Za-z0-9]+): (RecordValidator|DatasetValidator) \{/),
        let id = source.firstMatch(of: /id: "([A-Z]{3}[0-9]{3})"/)
      else { continue }
      let entry = (String(id.1), String(match.1))
      if match.2 == "RecordValidator" { record.append(entry) } else { dataset.append(entry) }
    }
    func list(_ entries: [(id: String, type: String)]) -> String {
      entries.sorted { $0.id < $1.id }.map { "    \($0.type).self,\n" }.joined()
    }
    return """
      // Written by `hedui-dev generate` from the files of this folder. Do not edit.

      extension Catalogue {
        /// The validators that look at one record, by rule id.
        package static let recordValidators: [any RecordValidator.Type] = [
      \(list(record))  ]

        /// The validators that look at all records of a party, by rule id.
        package static let datasetValidators: [any DatasetValidator.Type] = [
      \(list(dataset))  ]
      }

      """
  }
}
