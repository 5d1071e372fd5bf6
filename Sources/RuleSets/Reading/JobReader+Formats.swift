import Extracts
import Records

extension JobReader {
  /// The layout of an extract, and the titles of its columns where the job tells them.
  struct Layout {
    var format: Extract.Format
    var titles: [String]?
  }

  /// The keys of one format; keys of another are reported.
  func readLayout(
    _ format: SourceFormat, _ section: SettingsSection, _ reader: SettingsReader
  ) -> Layout? {
    for entry in section.entries {
      let owners = SourceFormat.allCases.filter {
        JobKeys.ofFormat[$0]?.contains(entry.key) == true
      }
      if !owners.isEmpty, !owners.contains(format) {
        reader.report(
          entry.keyPlace, .keyOfOtherFormat(entry.key, format: format.rawValue),
          expected: .formats(owners.map(\.rawValue)))
      }
    }
    return switch format {
    case .delimited: readDelimited(section, reader)
    case .fixed: readFixed(section, reader)
    case .xlsx: readWorkbook(section, reader)
    case .xml: readXML(section, reader)
    }
  }

  private func readDelimited(_ section: SettingsSection, _ reader: SettingsReader) -> Layout? {
    var format = DelimitedFormat(delimiter: "")
    let quoting = section["quoting"].flatMap {
      reader.choice($0, QuotingWord.allCases.map(\.rawValue))
    }
    var quote = UInt8(ascii: "\"")
    if let entry = section["quote"], let word = reader.filled(entry, expected: .quoteCharacter) {
      let bytes = Array(word.text.utf8)
      if bytes.count == 1, (0x21...0x7E).contains(bytes[0]) {
        quote = bytes[0]
      } else {
        reader.report(word.place, .badValue("quote", word.text), expected: .quoteCharacter)
      }
      // Where the quoting itself is wrong, that is said already.
      let isOther =
        quoting.map { $0 != QuotingWord.doubled.rawValue } ?? (section["quoting"] == nil)
      if isOther {
        reader.report(
          entry.keyPlace, .contradiction("quote", "quoting: \(quoting ?? "none")"),
          nearest: "quoting: doubled")
      }
    }
    switch quoting.flatMap({ QuotingWord(rawValue: $0) }) ?? .none {
    case .none: format.quoting = .none
    case .doubled: format.quoting = .doubled(quote: quote)
    case .backslash: format.quoting = .backslash
    }
    if let entry = section["delimiter"], let word = reader.word(entry, expected: .delimiter) {
      let bytes = Self.unescaped(word.text)
      let hasQuote = format.quoting == .doubled(quote: quote) && bytes.contains(quote)
      let hasEscape = format.quoting == .backslash && bytes.contains(0x5C)
      if !(1...8).contains(bytes.count) || bytes.contains(0x0A) || bytes.contains(0x0D)
        || hasQuote || hasEscape
      {
        reader.report(word.place, .badValue("delimiter", word.text), expected: .delimiter)
      }
      format.delimiter = bytes
    } else if section["delimiter"] == nil {
      reader.report(section.place, .missingKey("delimiter"))
    }
    let header = section["header"].flatMap { reader.flag($0) }
    if let entry = section["names"] {
      format.titles = readNames(entry, reader)
      if header == true {
        reader.report(entry.keyPlace, .contradiction("names", "header: true"))
      }
    } else if header == false {
      reader.report(section.place, .missingKey("names"))
    }
    format.linesBefore = lines("linesBefore", section, reader)
    format.linesAfter = lines("linesAfter", section, reader)
    format.trailingDelimiter =
      section["trailingDelimiter"].flatMap { reader.flag($0) } ?? false
    return Layout(format: .delimited(format), titles: format.titles)
  }

  /// `\t` and `\u0001` written without double quotes mean what they mean in them.
  private static func unescaped(_ text: String) -> [UInt8] {
    if text == "\\t" { return [0x09] }
    if text.count == 6, text.hasPrefix("\\u"), let value = UInt32(text.dropFirst(2), radix: 16),
      let scalar = Unicode.Scalar(value)
    {
      return Array(String(Character(scalar)).utf8)
    }
    return Array(text.utf8)
  }

  private func readNames(_ entry: SettingsEntry, _ reader: SettingsReader) -> [String]? {
    guard let words = reader.words(entry) else { return nil }
    if words.isEmpty { reader.report(entry.keyPlace, .noValue(entry.key), expected: .list) }
    var seen: Set<String> = []
    for word in words where !seen.insert(word.text).inserted {
      reader.report(word.place, .twice(entry.key, word.text))
    }
    return words.map(\.text)
  }

  private func lines(
    _ key: String, _ section: SettingsSection, _ reader: SettingsReader
  ) -> Int {
    section[key].flatMap { reader.integer($0, in: 0...10_000) } ?? 0
  }

  private func readFixed(_ section: SettingsSection, _ reader: SettingsReader) -> Layout? {
    guard let entry = section["fields"] else {
      reader.report(section.place, .missingKey("fields"))
      return nil
    }
    guard case .list(let items) = entry.value.content, !items.isEmpty else {
      reader.report(
        entry.value.isNothing ? entry.keyPlace : entry.value.place,
        entry.value.isNothing || entry.value.shape == .list
          ? .noValue(entry.key) : .wrongShape(entry.key, entry.value.shape), expected: .list)
      return nil
    }
    var fields: [FixedWidthFormat.Field] = []
    var names: Set<String> = []
    for item in items {
      let own = SettingsEntry(key: "fields", keyPlace: item.place, value: item)
      guard let part = reader.section(own, JobKeys.field) else { continue }
      let name = part["name"].flatMap { reader.filled($0) }
      let start = part["start"].flatMap { reader.integer($0, in: 1...1_000_000) }
      let length = part["length"].flatMap { reader.integer($0, in: 1...1_000_000) }
      guard let name, let start, let length else { continue }
      if !names.insert(name.text).inserted {
        reader.report(name.place, .twice("fields", name.text))
      }
      fields.append(FixedWidthFormat.Field(title: name.text, start: start, length: length))
    }
    var format = FixedWidthFormat(fields: fields)
    format.linesBefore = lines("linesBefore", section, reader)
    format.linesAfter = lines("linesAfter", section, reader)
    // Where a field could not be read, nothing can be said of the columns.
    return Layout(
      format: .fixedWidth(format),
      titles: fields.count == items.count ? fields.map(\.title) : nil)
  }

  private func readWorkbook(_ section: SettingsSection, _ reader: SettingsReader) -> Layout? {
    var format = WorkbookFormat()
    format.sheet = section["sheet"].flatMap { reader.filled($0)?.text }
    if let entry = section["headerRow"], let row = reader.integer(entry, in: 1...1_048_576) {
      format.headerRow = row
    }
    return Layout(format: .workbook(format))
  }

  private func readXML(_ section: SettingsSection, _ reader: SettingsReader) -> Layout? {
    guard let entry = section["record"] else {
      reader.report(section.place, .missingKey("record"))
      return nil
    }
    guard let word = reader.filled(entry, expected: .recordPath) else { return nil }
    let parts = word.text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count < 2 || !parts[0].isEmpty || parts.dropFirst().contains(where: \.isEmpty) {
      reader.report(word.place, .badValue("record", word.text), expected: .recordPath)
    }
    return Layout(format: .xml(XMLFormat(record: word.text)))
  }
}
