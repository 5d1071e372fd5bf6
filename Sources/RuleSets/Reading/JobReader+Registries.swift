import Extracts
import Records
import Registries

extension JobReader {
  /// `registries`: an extract of another party for every name.
  func readRegistries(_ entry: SettingsEntry, _ reader: SettingsReader) -> [RegistrySource] {
    guard let section = reader.section(entry) else { return [] }
    return section.entries.compactMap { entry in
      guard let section = reader.section(entry, JobKeys.registry) else { return nil }
      let kind = readKind(entry, section, reader)
      let asOf = section["asOf"].flatMap { reader.day($0) }
      let priority = section["priority"].flatMap { reader.integer($0, in: 1...99) }
      let coverage = section["coverage"].flatMap { readCoverage($0, reader) }
      // A list of names has persons and organisations; what it is read as matters to nobody.
      let extract = readExtract(
        entry, section, kind.map { $0.party ?? .organisation }, columnsOf: kind?.party,
        keys: kind?.keys ?? [], reader)
      guard let kind, let extract, let asOf else { return nil }
      return RegistrySource(
        name: entry.key, kind: kind, extract: extract, asOf: asOf,
        priority: priority ?? kind.standardPriority, coverage: coverage)
    }
  }

  /// `kind`, or the name of the registry where that is one.
  private func readKind(
    _ entry: SettingsEntry, _ section: SettingsSection, _ reader: SettingsReader
  ) -> RegistryKind? {
    let kinds = RegistryKind.allCases.map(\.rawValue)
    if let kind = section["kind"] {
      return reader.choice(kind, kinds).flatMap { RegistryKind(rawValue: $0) }
    }
    if let kind = RegistryKind(rawValue: entry.key) { return kind }
    reader.report(
      entry.keyPlace, .unknownRegistry(entry.key), expected: .registryKinds(kinds),
      nearest: SettingsReader.nearest(to: entry.key, among: kinds))
    return nil
  }

  /// `coverage`: `all`, or divisions by the first two, four or six digits of their codes.
  private func readCoverage(
    _ entry: SettingsEntry, _ reader: SettingsReader
  ) -> RegistryCoverage? {
    guard let section = reader.section(entry, JobKeys.coverage) else { return nil }
    var activeOnly = false
    if let only = section["only"] { activeOnly = reader.choice(only, ["active"]) != nil }
    guard let regions = section["regions"], let words = reader.words(regions, orOne: true) else {
      return nil
    }
    if words.isEmpty { reader.report(regions.keyPlace, .noValue("regions")) }
    for word in words {
      let isCode =
        [2, 4, 6].contains(word.text.utf8.count) && word.text.utf8.allSatisfy(\.isDigit)
      if !isCode, word.text != RegistryCoverage.everywhere {
        reader.report(word.place, .badValue("regions", word.text), expected: .regionPrefix)
      }
    }
    return RegistryCoverage(regions: words.map(\.text), activeOnly: activeOnly)
  }
}
