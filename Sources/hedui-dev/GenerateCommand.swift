import ArgumentParser
import Foundation

/// Writes the catalogue of validators from the files that hold them, the data elements from
/// their table, and the pages of the rules that the program was built with.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Rewrite the generated sources and the pages of the rules.",
    discussion: """
      Pages show the rules that the program was built with: where a source changes, it has to \
      be built again before they can be written. `make generate` does both.
      """
  )

  @Flag(help: "Change nothing; fail where a generated file is out of date.") var check = false

  func run() throws {
    let sources = try Self.stale([
      (CatalogueSource.product.path, CatalogueSource.product.text()),
      (CatalogueSource.local.path, CatalogueSource.local.text()),
      ("Sources/Records/DataElement+Generated.swift", ElementSource.text()),
    ])
    let pages = Self.stale(RulePages.pages())
    let orphans = RulePages.orphans()
    if check {
      let paths = (sources + pages).map(\.path) + orphans
      if paths.isEmpty { return }
      throw ValidationError(
        "out of date: \(paths.joined(separator: ", ")). Run `make generate` and commit.")
    }
    for (path, text) in sources { try Self.write(text, to: path) }
    if !sources.isEmpty {
      print("sources have changed: build again and run generate once more for the pages")
      return
    }
    for (path, text) in pages { try Self.write(text, to: path) }
    for path in orphans {
      try FileManager.default.removeItem(atPath: path)
      print("removed \(path): there is no such rule")
    }
  }

  /// Those of the files that differ from what they should hold.
  private static func stale(
    _ files: [(path: String, text: String)]
  ) -> [(path: String, text: String)] {
    files.filter { (try? String(contentsOfFile: $0.path, encoding: .utf8)) != $0.text }
  }

  private static func write(_ text: String, to path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    print("wrote \(path)")
  }
}

/// The list of the validators of a target.
struct CatalogueSource {
  static let product = CatalogueSource(root: "Sources/Validators", type: "Catalogue")
  static let local = CatalogueSource(root: "Sources/LocalValidators", type: "LocalCatalogue")

  let root: String
  /// The type that holds the lists.
  let type: String

  var path: String { "\(root)/\(type)+Generated.swift" }

  /// Names of the types in the folder that are validators, by rule id.
  func text() throws -> String {
    var record: [(id: String, type: String)] = []
    var dataset: [(id: String, type: String)] = []
    var likeness: [(id: String, type: String)] = []
    var registry: [(id: String, type: String)] = []
    var books: [(id: String, type: String)] = []
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    for name in names where name.hasSuffix(".swift") {
      let source = try String(contentsOfFile: root + "/" + name, encoding: .utf8)
      guard
        let match = source.firstMatch(
          of:
            #/struct (\w+): ((?:Record|Dataset|Likeness|Registry)Validator|ReconciliationRule) \{/#),
        let id = source.firstMatch(of: /id: "([A-Z]{3}[0-9]{3})"/)
      else { continue }
      let entry = (String(id.1), String(match.1))
      switch match.2 {
      case "RecordValidator": record.append(entry)
      case "DatasetValidator": dataset.append(entry)
      case "RegistryValidator": registry.append(entry)
      case "ReconciliationRule": books.append(entry)
      default: likeness.append(entry)
      }
    }
    func list(_ entries: [(id: String, type: String)]) -> String {
      if entries.isEmpty { return "[]" }
      // The formatter wants no comma behind an only element.
      let comma = entries.count > 1 ? "," : ""
      let lines = entries.sorted { $0.id < $1.id }.map { "    \($0.type).self\(comma)\n" }
      return "[\n" + lines.joined() + "  ]"
    }
    let header = self.type == "Catalogue" ? "" : "import Validators\n\n"
    return """
      // Written by `hedui-dev generate` from the files of this folder. Do not edit.

      \(header)extension \(type) {
        /// The validators that look at one record, by rule id.
        package static let recordValidators: [any RecordValidator.Type] = \(list(record))

        /// The validators that look at all records of a party, by rule id.
        package static let datasetValidators: [any DatasetValidator.Type] = \(list(dataset))

        /// The validators that compare records of a party with each other, by rule id.
        package static let likenessValidators: [any LikenessValidator.Type] = \(list(likeness))

        /// The validators that look at the rows of a registry, by rule id.
        package static let registryValidators: [any RegistryValidator.Type] = \(list(registry))

        /// The rules on books that have to agree, by rule id.
        package static let reconciliationRules: [any ReconciliationRule.Type] = \(list(books))
      }

      """
  }
}
