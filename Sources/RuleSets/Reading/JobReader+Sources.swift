import Extracts
import Records

extension JobReader {
  /// Encodings that a job may name, in capitals or small letters.
  static let encodings = [
    "UTF-8", "GB18030", "GBK", "GB2312", "UTF-16", "UTF-16LE", "UTF-16BE", "auto",
  ]

  /// `sources`: an extract for every name.
  func readSources(_ entry: SettingsEntry, _ reader: SettingsReader) -> [Extract] {
    guard let section = reader.section(entry) else { return [] }
    if section.entries.isEmpty { reader.report(entry.keyPlace, .noValue(entry.key)) }
    return section.entries.compactMap { entry in
      guard let section = reader.section(entry, JobKeys.source) else { return nil }
      let party = section["party"].flatMap {
        reader.choice($0, Party.allCases.map(\.rawValue))
      }.flatMap { Party(rawValue: $0) }
      return readExtract(
        entry, section, party, columnsOf: party, keys: party.map { [$0.keyElement] } ?? [], reader)
    }
  }

  /// What sources, registries and books have in common. `columnsOf`: party whose elements may be
  /// mapped; nil for those of any. `keys`: elements of which one must be mapped. The extract is
  /// called `name`, or as its key says.
  func readExtract(
    _ entry: SettingsEntry, _ section: SettingsSection, _ party: Party?,
    columnsOf mapped: Party?, keys: [DataElement], _ reader: SettingsReader,
    named name: String? = nil
  ) -> Extract? {
    let paths = section["path"].map { readPaths($0, reader) } ?? []
    let word = section["format"].flatMap {
      reader.choice($0, SourceFormat.allCases.map(\.rawValue))
    }
    let sourceFormat = word.flatMap { SourceFormat(rawValue: $0) }
    let layout = sourceFormat.flatMap { readLayout($0, section, reader) }
    let mappings = readMappings(section, mapped, keys: keys, titles: layout?.titles, reader)
    let encoding = readEncoding(section["encoding"], reader)
    var rules = CellRules()
    if let entry = section["nulls"], let words = reader.words(entry, orOne: true) {
      rules.nulls = words.map(\.text)
    }
    if let entry = section["trim"], let flag = reader.flag(entry) { rules.trims = flag }
    let control = section["control"].flatMap { readControl($0, reader) }
    guard let party, let layout, !paths.isEmpty else { return nil }
    var extract = Extract(
      name: name ?? entry.key, party: party, paths: paths, format: layout.format,
      encoding: encoding,
      mappings: mappings)
    extract.cellRules = rules
    extract.control = control
    return extract
  }

  private func readPaths(_ entry: SettingsEntry, _ reader: SettingsReader) -> [String] {
    guard let words = reader.words(entry, orOne: true, expected: .wordOrList) else { return [] }
    if words.isEmpty { reader.report(entry.keyPlace, .noValue(entry.key), expected: .wordOrList) }
    var paths: [String] = []
    var seen: Set<String> = []
    for word in words {
      switch finder.files(word.text) {
      case .success(let files):
        for file in files {
          if seen.insert(file).inserted {
            paths.append(file)
          } else {
            reader.report(word.place, .twice(entry.key, finder.shown(file)))
          }
        }
      case .failure(.noFile(let nearest)):
        reader.report(word.place, .noFile(word.text), nearest: nearest)
      case .failure(.noFolder(let folder)): reader.report(word.place, .noFolder(folder))
      case .failure(.wildcardInFolder): reader.report(word.place, .wildcardInFolder(word.text))
      case .failure(.isAFolder): reader.report(word.place, .noFile(word.text))
      case .failure(.unreadable(let reason)):
        reader.report(word.place, .unreadable(word.text, reason: reason))
      }
    }
    return paths
  }

  /// nil for `auto`, which is the default.
  private func readEncoding(_ entry: SettingsEntry?, _ reader: SettingsReader) -> TextEncoding? {
    guard let entry, let name = reader.choice(entry, Self.encodings, folding: true) else {
      return nil
    }
    return TextEncoding.named(name)
  }

  private func readControl(
    _ entry: SettingsEntry, _ reader: SettingsReader
  ) -> ControlFile.Expectation? {
    guard let word = reader.filled(entry) else { return nil }
    guard word.text.contains("/") || word.text.contains(".") else { return .ending(word.text) }
    let path = finder.path(word.text)
    if FileFinder.kind(of: path) != .file { reader.report(word.place, .noFile(word.text)) }
    return .path(path)
  }
}
