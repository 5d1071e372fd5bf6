import Findings
import Foundation
import Records
import References
import Validators

/// The declared rules of a bank: every `rules/*.yaml` of its own mappings folder.
package struct DeclaredRuleFiles {
  /// Place of the files in a mappings folder.
  package static let folder = "rules"

  /// By id.
  package let rules: [DeclaredRule]
  package let faults: [JobFault]
  /// The files read, in their order.
  package let paths: [String]

  /// Reads all files, so that every fault is found at once. `catalogue`: rules whose ids and
  /// names are taken.
  package init(in mappings: MappingsFolder, catalogue: [Rule]) {
    let folders = [mappings.path, mappings.overlay].compactMap { $0.map { $0 + "/" + Self.folder } }
    let there = folders.filter { FileFinder.kind(of: $0) != .nothing }
    self.init(
      files: there.flatMap { Self.files(in: $0) }, mappings: mappings, catalogue: catalogue)
  }

  /// Reads some files.
  package init(files: [String], mappings: MappingsFolder, catalogue: [Rule]) {
    let read = Self.read(files, mappings, catalogue)
    rules = read.rules.map(\.declared).sorted { $0.rule.id < $1.rule.id }
    faults = read.faults
    paths = files
  }

  /// The YAML files of a folder, by name. A folder that cannot be looked into stands for
  /// itself, so that whoever reads the files says why: its rules must not be lost silently.
  static func files(in folder: String) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return [folder]
    }
    return names.filter { !$0.hasPrefix(".") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) }
      .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
      .map { folder + "/" + $0 }
  }

  static func read(
    _ files: [String], _ mappings: MappingsFolder, _ catalogue: [Rule]
  ) -> (rules: [DeclaredRulesReader.ReadRule], faults: [JobFault]) {
    if files.isEmpty { return ([], []) }
    var taken: [String: String] = [:]
    for rule in catalogue {
      taken[rule.id.lowercased()] = rule.id
      taken[rule.name.lowercased()] = rule.id
    }
    let lists = ListSource(mappings, isDry: true)
    var rules: [DeclaredRulesReader.ReadRule] = []
    var faults: [JobFault] = []
    for file in files {
      let bytes: [UInt8]
      do throws(SystemFault) { bytes = try InputFile.contents(of: file) } catch {
        faults.append(
          SourceText(file: file, text: "").fault(
            SourceText.start, .unreadable(file, reason: error.reason)))
        continue
      }
      let settings = SettingsReader(SettingsFile(file: file, bytes: bytes))
      var reader = DeclaredRulesReader(settings, mappings: mappings, taken: taken, lists: lists)
      reader.read()
      taken = reader.taken
      rules += reader.rules
      faults += settings.faults
    }
    return (rules, faults)
  }
}
