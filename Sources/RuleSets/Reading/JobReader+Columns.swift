import Extracts
import Records
import References

extension JobReader {
  /// The column mappings of an extract: `columns`, or `mapping`, which names a file that
  /// has them.
  func readMappings(
    _ section: SettingsSection, _ party: Party?, keys: [DataElement], titles: [String]?,
    _ reader: SettingsReader
  ) -> [ColumnMapping] {
    let (named, own) = (section["mapping"], section["columns"])
    if let named, own != nil {
      reader.report(named.keyPlace, .contradiction("mapping", "columns"))
    }
    if named == nil, own == nil { reader.report(section.place, .missingKey("columns")) }
    var result: [ColumnMapping] = []
    if let own { result = readColumns(own, party, keys: keys, titles: titles, reader) }
    if let named, let word = reader.filled(named),
      let other = open(word, in: "sources", otherwise: { .unknownMapping($0) }, reader)
    {
      if let root = other.root(JobKeys.mapping) {
        readVersion(root, other)
        if let title = root["title"] { _ = readTitle(title, other) }
        if let entry = root["party"],
          let name = other.choice(entry, Party.allCases.map(\.rawValue)), let party,
          name != party.rawValue
        {
          reader.report(word.place, .partyDiffers(word.text))
        }
        if let entry = root["columns"] {
          result = readColumns(entry, party, keys: keys, titles: titles, other)
        }
      }
      add(other)
    }
    return result
  }

  /// A title in both languages.
  func readTitle(_ entry: SettingsEntry, _ reader: SettingsReader) -> Text? {
    guard let section = reader.section(entry, JobKeys.title) else { return nil }
    let zh = section["zh"].flatMap { reader.filled($0)?.text }
    let en = section["en"].flatMap { reader.filled($0)?.text }
    guard let zh, let en else { return nil }
    return Text(zh: zh, en: en)
  }

  private func readColumns(
    _ entry: SettingsEntry, _ party: Party?, keys: [DataElement], titles: [String]?,
    _ reader: SettingsReader
  ) -> [ColumnMapping] {
    guard let section = reader.section(entry) else { return [] }
    var result: [ColumnMapping] = []
    let known = titles.map { Set($0) }
    var whole = true
    for column in section.entries {
      if let titles, let known, !known.contains(column.key) {
        reader.report(
          column.keyPlace, .columnNotInFile(column.key),
          nearest: SettingsReader.nearest(to: column.key, among: titles))
      }
      guard let (mapping, place) = readColumn(column, party, reader) else {
        whole = false
        continue
      }
      if let first = result.first(where: { $0.element == mapping.element }) {
        reader.report(place, .elementTwice(mapping.element, firstColumn: first.column))
      } else {
        result.append(mapping)
      }
    }
    let hasKey = result.contains { keys.contains($0.element) }
    // A column with a wrong element may be the one.
    if !keys.isEmpty, !hasKey, whole || section.entries.isEmpty {
      let isKey = party.map { keys == [$0.keyElement] } ?? false
      reader.report(
        section.place, .keyElementMissing(keys),
        expected: isKey ? party.map { .columnMapped($0) } : .registryKey)
    }
    return result
  }

  private func readColumn(
    _ entry: SettingsEntry, _ party: Party?, _ reader: SettingsReader
  ) -> (ColumnMapping, SourcePlace)? {
    if case .word = entry.value.content {
      guard let word = reader.filled(entry, expected: .elementOrSection) else { return nil }
      return readElement(word, party, reader).map {
        (ColumnMapping(column: entry.key, element: $0), word.place)
      }
    }
    guard case .section = entry.value.content else {
      reader.report(
        entry.value.place, .wrongShape(entry.key, entry.value.shape), expected: .elementOrSection)
      return nil
    }
    guard let section = reader.section(entry, JobKeys.column) else { return nil }
    let name = section["element"].flatMap { reader.filled($0) }
    let element = name.flatMap { readElement($0, party, reader) }
    var values: [String: String] = [:]
    if let element, let list = section["codeList"] {
      values = readCodeList(list, element, reader)
    }
    if let own = section["values"] {
      values.merge(readValues(own, reader)) { _, own in own }
    }
    var form: ColumnMapping.DateForm?
    if let date = section["date"] {
      let forms = ColumnMapping.DateForm.allCases.map(\.rawValue)
      form = reader.choice(date, forms).flatMap { ColumnMapping.DateForm(rawValue: $0) }
      if let element, element.facts.type != .date {
        reader.report(date.keyPlace, .notADate(element))
      }
    }
    guard let name, let element else { return nil }
    return (
      ColumnMapping(column: entry.key, element: element, values: values, dateForm: form),
      name.place
    )
  }

  private func readElement(
    _ word: SettingsWord, _ party: Party?, _ reader: SettingsReader
  ) -> DataElement? {
    let fitting = DataElement.allCases.filter {
      party.map($0.facts.parties.contains) ?? true
    }
    let expected = party.map { JobFault.Expected.elementOf($0) }
    let nearest = SettingsReader.nearest(to: word.text, among: fitting.map(\.name))
    guard let element = DataElement.named(word.text) else {
      reader.report(
        word.place, .unknownElement(word.text), expected: expected, nearest: nearest)
      return nil
    }
    if let party, !element.facts.parties.contains(party) {
      reader.report(
        word.place, .elementOfOtherParty(element, party), expected: expected, nearest: nearest)
      return nil
    }
    return element
  }

  private func readValues(_ entry: SettingsEntry, _ reader: SettingsReader) -> [String: String] {
    guard let section = reader.section(entry) else { return [:] }
    var values: [String: String] = [:]
    for entry in section.entries {
      if let word = reader.word(entry) { values[entry.key] = word.text }
    }
    return values
  }

  private func readCodeList(
    _ entry: SettingsEntry, _ element: DataElement, _ reader: SettingsReader
  ) -> [String: String] {
    guard !element.facts.codeList.isEmpty else {
      reader.report(entry.keyPlace, .noCodeList(element))
      return [:]
    }
    guard let word = reader.filled(entry) else { return [:] }
    if word.text == element.facts.codeList { return [:] }
    if let fault = translations.fault {
      reader.report(word.place, .unreadable(fault.table, reason: fault.description))
      return [:]
    }
    guard let values = translations.values(from: word.text, to: element.facts.codeList) else {
      let lists = translations.lists(to: element.facts.codeList)
      reader.report(
        word.place, .unknownCodeList(word.text, element), expected: .codeLists(lists),
        nearest: SettingsReader.nearest(to: word.text, among: lists))
      return [:]
    }
    return values
  }
}
