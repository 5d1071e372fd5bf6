import Records

/// A section of a settings file.
struct SettingsSection {
  let entries: [SettingsEntry]
  /// Where it is spoken of: its key.
  let place: SourcePlace

  subscript(key: String) -> SettingsEntry? { entries.first { $0.key == key } }
}

/// A word of a settings file and where it stands.
struct SettingsWord {
  let text: String
  let place: SourcePlace
}

/// Takes values out of one settings file and notes all that is wrong with them. What is
/// wrong comes back as nil; the caller goes on, so that every fault is found at once.
final class SettingsReader {
  let file: SettingsFile
  private(set) var faults: [JobFault]

  init(_ file: SettingsFile) {
    self.file = file
    faults = file.faults
  }

  func report(
    _ place: SourcePlace, _ kind: JobFault.Kind, expected: JobFault.Expected? = nil,
    nearest: @autoclosure () -> String? = nil
  ) {
    // Nobody reads a thousand faults, and looking for the nearest word takes long.
    let nearest = faults.count < 1_000 ? nearest() : nil
    faults.append(file.source.fault(place, kind, expected: expected, nearest: nearest))
  }

  // MARK: Sections

  /// The whole file as a section; nil where it is none.
  func root(_ keys: KeySet) -> SettingsSection? {
    guard let root = file.root else {
      // An empty file lacks whatever must be there.
      if faults.isEmpty { checkKeys(SettingsSection(entries: [], place: SourceText.start), keys) }
      return nil
    }
    guard case .section(let entries) = root.content else {
      report(root.place, .wrongShape(file.source.file, root.shape), expected: .section)
      return nil
    }
    let section = SettingsSection(entries: entries, place: SourceText.start)
    checkKeys(section, keys)
    return section
  }

  /// A section whose keys are known.
  func section(_ entry: SettingsEntry, _ keys: KeySet) -> SettingsSection? {
    guard let section = section(entry) else { return nil }
    checkKeys(section, keys)
    return section
  }

  /// A section whose keys are names that the file chooses.
  func section(_ entry: SettingsEntry) -> SettingsSection? {
    guard case .section(let entries) = entry.value.content else {
      reportShape(entry, expected: .section)
      return nil
    }
    return SettingsSection(entries: entries, place: entry.keyPlace)
  }

  private func checkKeys(_ section: SettingsSection, _ keys: KeySet) {
    for entry in section.entries where !keys.all.contains(entry.key) {
      report(
        entry.keyPlace, .unknownKey(entry.key),
        nearest: Self.nearest(to: entry.key, among: keys.all))
    }
    for key in keys.required where section[key] == nil {
      report(section.place, .missingKey(key))
    }
  }

  private func reportShape(_ entry: SettingsEntry, expected: JobFault.Expected) {
    if entry.value.isNothing {
      report(entry.keyPlace, .noValue(entry.key), expected: expected)
    } else {
      report(
        entry.value.place, .wrongShape(entry.key, entry.value.shape), expected: expected)
    }
  }

  // MARK: Values

  /// A single value as it is written; may be empty in quotes.
  func word(_ entry: SettingsEntry, expected: JobFault.Expected = .word) -> SettingsWord? {
    guard case .word(let text, _) = entry.value.content, !entry.value.isNothing else {
      reportShape(entry, expected: expected)
      return nil
    }
    return SettingsWord(text: text, place: entry.value.place)
  }

  /// A single value that is not empty.
  func filled(_ entry: SettingsEntry, expected: JobFault.Expected = .word) -> SettingsWord? {
    guard let word = word(entry, expected: expected) else { return nil }
    if word.text.isEmpty {
      report(word.place, .noValue(entry.key), expected: expected)
      return nil
    }
    return word
  }

  /// Single values in a list, as they are written.
  func words(
    _ entry: SettingsEntry, orOne: Bool = false, expected: JobFault.Expected = .list
  ) -> [SettingsWord]? {
    if orOne, case .word = entry.value.content {
      return filled(entry, expected: expected).map { [$0] }
    }
    guard case .list(let items) = entry.value.content else {
      reportShape(entry, expected: expected)
      return nil
    }
    var words: [SettingsWord] = []
    var whole = true
    for item in items {
      if case .word(let text, let plain) = item.content, !(plain && text.isEmpty) {
        words.append(SettingsWord(text: text, place: item.place))
      } else {
        let kind: JobFault.Kind =
          item.shape == .word ? .noValue(entry.key) : .wrongShape(entry.key, item.shape)
        report(item.place, kind, expected: .word)
        whole = false
      }
    }
    return whole ? words : nil
  }

  func flag(_ entry: SettingsEntry) -> Bool? {
    guard let word = word(entry, expected: .flag) else { return nil }
    switch word.text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default:
      let yes = ["yes", "y", "on", "1", "是"].contains(word.text.lowercased())
      let no = ["no", "n", "off", "0", "否"].contains(word.text.lowercased())
      report(
        word.place, .badValue(entry.key, word.text), expected: .flag,
        nearest: yes
          ? "true" : no ? "false" : Nearest.word(to: word.text, among: ["true", "false"]))
      return nil
    }
  }

  func integer(_ entry: SettingsEntry, in range: ClosedRange<Int>) -> Int? {
    guard let word = word(entry, expected: .integer(range)) else { return nil }
    guard let number = Int(word.text) else {
      report(word.place, .badValue(entry.key, word.text), expected: .integer(range))
      return nil
    }
    guard range.contains(number) else {
      report(word.place, .outOfRange(entry.key, word.text), expected: .integer(range))
      return nil
    }
    return number
  }

  /// A share from 0 to 1.
  func share(_ entry: SettingsEntry) -> Double? {
    guard let word = word(entry, expected: .share) else { return nil }
    guard word.text.allSatisfy({ "0123456789.eE+-".contains($0) }),
      let number = Double(word.text)
    else {
      report(word.place, .badValue(entry.key, word.text), expected: .share)
      return nil
    }
    guard (0...1).contains(number) else {
      report(word.place, .outOfRange(entry.key, word.text), expected: .share)
      return nil
    }
    return number
  }

  /// A day written `yyyy-MM-dd`.
  func day(_ entry: SettingsEntry) -> Day? {
    guard let word = word(entry, expected: .day) else { return nil }
    let parts = word.text.split(separator: "-", omittingEmptySubsequences: false)
    let digits = parts.allSatisfy { $0.allSatisfy { ("0"..."9").contains($0) } }
    if digits, parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
      let number = Int(parts[2]), let day = Day(year: year, month: month, day: number)
    {
      return day
    }
    report(
      word.place, .badValue(entry.key, word.text), expected: .day,
      nearest: Day(word.text).map { "\($0)" })
    return nil
  }

  /// One of a few words; capitals and small letters count alike where `folding`.
  func choice(_ entry: SettingsEntry, _ words: [String], folding: Bool = false) -> String? {
    guard let word = word(entry, expected: .oneOf(words)) else { return nil }
    return choice(entry.key, word, words, folding: folding)
  }

  /// The same for a word of a list.
  func choice(
    _ key: String, _ word: SettingsWord, _ words: [String], folding: Bool = false
  ) -> String? {
    let wanted = word.text.lowercased()
    for known in words where known == word.text || folding && known.lowercased() == wanted {
      return known
    }
    report(
      word.place, .badValue(key, word.text), expected: .oneOf(words),
      nearest: Self.nearest(to: word.text, among: words))
    return nil
  }

  /// The nearest of several words. Any two words of two letters are near each other: there
  /// all letters must be found again.
  static func nearest(to wrong: String, among words: [String]) -> String? {
    guard wrong.count <= 100,
      let nearest = Nearest.word(to: wrong, among: words)
    else { return nil }
    if wrong.count <= 2, !wrong.allSatisfy(nearest.contains) { return nil }
    return nearest
  }
}

extension SettingsReader {
  /// The items of a list, each as if it had a key of its own: that of the list.
  func items(_ entry: SettingsEntry) -> [SettingsEntry] {
    guard case .list(let items) = entry.value.content else {
      if entry.value.isNothing {
        report(entry.keyPlace, .noValue(entry.key), expected: .list)
      } else {
        report(entry.value.place, .wrongShape(entry.key, entry.value.shape), expected: .list)
      }
      return []
    }
    return items.map { SettingsEntry(key: entry.key, keyPlace: $0.place, value: $0) }
  }

  /// Notes what is wrong with an expression that stands as a value.
  func report(_ fault: ExpressionFault, in word: SettingsWord) {
    report(
      file.source.place(of: fault.range, inside: word), .expression(fault.kind),
      expected: fault.expected.map { .said($0) }, nearest: fault.nearest)
  }
}
