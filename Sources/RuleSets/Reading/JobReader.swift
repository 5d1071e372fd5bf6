import Extracts
import Findings
import Foundation
import Records
import References
import Validators

/// Reads one job: every section in turn, whatever was wrong before.
final class JobReader {
  let path: String
  private(set) var mappings: MappingsFolder
  let finder: FileFinder
  private(set) var rules: RuleNames
  private let catalogue: [Rule]
  private let ruleSet: String?
  lazy var translations = CodeTranslations(mappings)
  /// Faults of the rule set and of mapping files.
  private var otherFaults: [JobFault] = []

  init(
    path: String, mappings: MappingsFolder, catalogue: [Rule], ruleSet: String? = nil
  ) {
    self.path = path
    self.mappings = mappings
    finder = FileFinder(jobFile: path)
    self.catalogue = catalogue
    rules = RuleNames(catalogue)
    self.ruleSet = ruleSet
  }

  func read(_ text: [UInt8]) -> Result<Job, JobFaults> {
    let reader = SettingsReader(SettingsFile(file: path, bytes: text))
    var language = Language.zh
    guard let root = reader.root(JobKeys.job) else {
      // A file that cannot be read as YAML still tells the language, as a rule.
      let lines = reader.file.source.lines
      if lines.contains(where: { $0.characters.starts(with: "language: en") }) { language = .en }
      return .failure(JobFaults(reader.faults, jobFile: path, language: language))
    }
    readVersion(root, reader)
    if let entry = root["language"],
      let word = reader.choice(entry, Language.allCases.map(\.rawValue))
    {
      language = Language(rawValue: word) ?? .zh
    }
    if let entry = root["mappings"], mappings.overlay == nil { readMappings(entry, reader) }
    let declared = DeclaredRuleFiles(in: mappings, catalogue: catalogue)
    otherFaults += declared.faults
    rules = RuleNames(catalogue, declared: declared.rules)
    let asOf = root["asOf"].flatMap { reader.day($0) }
    let sources = root["sources"].map { readSources($0, reader) } ?? []
    let registries = root["registries"].map { readRegistries($0, reader) } ?? []
    let reconciliations = root["reconciliations"].map { readReconciliations($0, reader) } ?? []
    let own = root["own"].map { readOwn($0, reader) } ?? BankOwn()
    var settled = readRules(
      ruleSet == nil ? root["rules"] : nil, reader, set: ruleSet ?? "standard")
    if let entry = root["ledger"] { reader.report(entry.keyPlace, .notInThisVersion("ledger")) }
    let output = readOutput(root["output"], reader)
    let worklists = root["worklists"].flatMap { readWorklists($0, asOf, reader) }
    let thresholds = readThresholds(root["thresholds"], reader, &settled)
    let memory = root["memory"].flatMap { reader.integer($0, in: 1...1_000_000) } ?? 256
    let faults = JobFaults(reader.faults + otherFaults, jobFile: path, language: language)
    guard faults.faults.isEmpty, let asOf, let settled else { return .failure(faults) }
    return .success(
      Job(
        path: path, asOf: asOf, language: language, sources: sources, registries: registries,
        reconciliations: reconciliations, own: own, rules: settled, output: output,
        worklists: worklists, thresholds: thresholds,
        memory: memory, mappings: mappings))
  }

  /// Takes over the faults of another file.
  func add(_ reader: SettingsReader) { otherFaults += reader.faults }

  func readVersion(_ root: SettingsSection, _ reader: SettingsReader) {
    if let entry = root["version"] { _ = reader.choice(entry, ["1"]) }
  }

  // MARK: Short sections

  /// `own`: what is the bank's and no customer's. A number that nobody can call is a fault:
  /// it would never be met with.
  private func readOwn(_ entry: SettingsEntry, _ reader: SettingsReader) -> BankOwn {
    var own = BankOwn()
    guard let section = reader.section(entry, JobKeys.own) else { return own }
    if let entry = section["addresses"], let words = reader.words(entry) {
      for word in words {
        if word.text.isEmpty {
          reader.report(word.place, .noValue("addresses"), expected: .word)
        } else {
          own.addresses.append(word.text)
        }
      }
    }
    if let entry = section["phones"], let words = reader.words(entry) {
      for word in words {
        if PhoneReading(Array(word.text.utf8).span).kind.isGood {
          own.phones.append(word.text)
        } else {
          reader.report(word.place, .badValue("phones", word.text), expected: .phone)
        }
      }
    }
    return own
  }

  private func readOutput(_ entry: SettingsEntry?, _ reader: SettingsReader) -> OutputSettings {
    var output = OutputSettings(folder: finder.absolutePath("out"), masking: Masking())
    guard let section = entry.flatMap({ reader.section($0, JobKeys.output) }) else {
      return output
    }
    if let entry = section["folder"], let word = reader.filled(entry) {
      output.folder = finder.absolutePath(word.text)
      if FileFinder.kind(of: output.folder) == .file {
        reader.report(word.place, .notAFolder(word.text))
      }
    }
    if let entry = section["mask"], let words = reader.words(entry, orOne: true) {
      var hidden: Set<DataElement.Sensitivity> = []
      for word in words {
        let classes = ["C1", "C2", "C3"]
        if let name = reader.choice("mask", word, classes, folding: true),
          let sensitivity = DataElement.Sensitivity(rawValue: name.lowercased())
        {
          hidden.insert(sensitivity)
        }
      }
      output.masking = Masking(hidden)
    }
    return output
  }

  /// `mappings`: the bank's own folder, laid over ours.
  private func readMappings(_ entry: SettingsEntry, _ reader: SettingsReader) {
    guard let word = reader.filled(entry) else { return }
    let folder = finder.absolutePath(word.text)
    switch FileFinder.kind(of: folder) {
    case .folder: mappings = MappingsFolder(path: mappings.path, overlay: folder)
    case .file: reader.report(word.place, .notAFolder(word.text))
    case .nothing: reader.report(word.place, .noFolder(word.text))
    }
  }

  private func readWorklists(
    _ entry: SettingsEntry, _ asOf: Day?, _ reader: SettingsReader
  ) -> WorklistSettings? {
    guard let section = reader.section(entry, JobKeys.worklists) else { return nil }
    let deadline = section["deadline"].flatMap { reader.day($0) }
    if let entry = section["deadline"], let deadline, let asOf, deadline < asOf {
      reader.report(entry.value.place, .deadlineTooEarly(asOf))
    }
    return WorklistSettings(
      deadline: deadline, masksNames: section["maskNames"].flatMap { reader.flag($0) } ?? false,
      contact: section["contact"].flatMap { reader.word($0)?.text } ?? "",
      bank: section["bank"].flatMap { reader.word($0)?.text } ?? "")
  }

  private func readThresholds(
    _ entry: SettingsEntry?, _ reader: SettingsReader, _ rules: inout SettledRules?
  ) -> Thresholds {
    let own = entry.map { readLimits($0, reader, JobKeys.thresholds) } ?? FindingLimits()
    let limits = (rules?.limits ?? FindingLimits()).changed(by: own)
    rules?.limits = limits
    var thresholds = Thresholds(failOn: limits.failOn?.value ?? .error, rejects: 1)
    if case .section(let entries) = entry?.value.content,
      let entry = entries.first(where: { $0.key == "rejects" }), let share = reader.share(entry)
    {
      thresholds.rejects = share
    }
    if case .section(let entries) = entry?.value.content,
      let entry = entries.first(where: { $0.key == "registryLoss" }),
      let share = reader.share(entry)
    {
      thresholds.registryLoss = share
    }
    return thresholds
  }

  // MARK: Other files

  /// A YAML file that the job calls by name (in a folder of `mappings/`) or by path.
  /// Reports where there is none.
  func open(
    _ word: SettingsWord, in folder: String, otherwise kind: (String) -> JobFault.Kind,
    _ reader: SettingsReader
  ) -> SettingsReader? {
    let isPath = word.text.contains("/") || [".yaml", ".yml"].contains { word.text.hasSuffix($0) }
    let places =
      isPath
      ? [finder.path(word.text)]
      : [mappings.overlay, mappings.path].compactMap { $0 }
        .map { "\($0)/\(folder)/\(word.text).yaml" }
    guard let place = places.first(where: { FileFinder.kind(of: $0) == .file }) else {
      let nearest = isPath ? nil : SettingsReader.nearest(to: word.text, among: names(in: folder))
      reader.report(
        word.place, isPath ? .noFile(word.text) : kind(word.text),
        expected: .pathOrName(folder: "mappings/" + folder), nearest: nearest)
      return nil
    }
    do throws(SystemFault) {
      let bytes = try InputFile.contents(of: place)
      return SettingsReader(SettingsFile(file: place, bytes: bytes))
    } catch {
      reader.report(word.place, .unreadable(word.text, reason: error.reason))
      return nil
    }
  }

  /// Names of the YAML files in a folder of `mappings/`, sorted.
  private func names(in folder: String) -> [String] {
    let files = [mappings.overlay, mappings.path].compactMap { $0 }.flatMap {
      (try? FileManager.default.contentsOfDirectory(atPath: "\($0)/\(folder)")) ?? []
    }
    return Set(files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }).sorted()
  }
}
