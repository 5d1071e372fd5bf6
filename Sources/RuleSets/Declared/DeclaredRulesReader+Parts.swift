import Findings
import Records

extension DeclaredRulesReader {
  // MARK: Parameters

  func parameters(_ entry: SettingsEntry) -> [Parameter] {
    guard let section = reader.section(entry) else { return [] }
    return section.entries.compactMap { entry in
      let isGood =
        entry.key.first.map { $0.isASCII && $0.isLowercase } == true
        && entry.key.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_") }
        && !RuleExpression.keywords.contains(entry.key) && DataElement.named(entry.key) == nil
      if !isGood {
        reader.report(
          entry.keyPlace, .declared(.badParameterName(entry.key)),
          expected: .said(
            Text(
              zh: "小写字母、数字和下划线，且不与数据项同名",
              en: "small letters, digits and underscores; no name of an element")))
        return nil
      }
      guard let part = reader.section(entry, DeclaredKeys.parameter) else { return nil }
      let zh = part["zh"].flatMap { reader.filled($0)?.text }
      let en = part["en"].flatMap { reader.filled($0)?.text }
      guard let standard = part["default"], let zh, let en else { return nil }
      if case .list = standard.value.content {
        guard let words = reader.words(standard) else { return nil }
        return Parameter(entry.key, default: words.map(\.text), zh: zh, en: en)
      }
      let range = part["range"].flatMap { self.range($0) } ?? 0...1_000_000
      guard let number = reader.integer(standard, in: range) else { return nil }
      return Parameter(entry.key, default: number, in: range, zh: zh, en: en)
    }
  }

  private func range(_ entry: SettingsEntry) -> ClosedRange<Int>? {
    guard let words = reader.words(entry) else { return nil }
    let numbers = words.compactMap { Int($0.text) }
    if numbers.count == 2, words.count == 2, numbers[0] <= numbers[1] {
      return numbers[0]...numbers[1]
    }
    reader.report(
      entry.value.place, .badValue(entry.key, words.map(\.text).joined(separator: ", ")),
      expected: .said(Text(zh: "[最小值, 最大值]", en: "[LEAST, GREATEST]")))
    return nil
  }

  // MARK: Examples

  struct ReadExamples {
    var records: [(example: Example, place: SourcePlace)] = []
    var groups: [(example: GroupExample, place: SourcePlace)] = []
    var day = DeclaredRuleCheck.exampleDay
  }

  func examples(
    _ entry: SettingsEntry, _ parties: [Party], canBeMissing: Bool, isGroup: Bool
  ) -> ReadExamples? {
    guard let section = reader.section(entry, DeclaredKeys.examples) else { return nil }
    var found = ReadExamples()
    if let day = section["asOf"].flatMap({ reader.day($0) }) { found.day = day }
    if isGroup {
      for item in section["groups"].map({ reader.items($0) }) ?? [] {
        if let group = group(item, parties) { found.groups.append((group, item.value.place)) }
      }
      let failing = found.groups.count { !$0.example.failing.isEmpty }
      least(3, failing, "groups", entry)
      least(3, found.groups.count - failing, "groups", entry)
      return found
    }
    for (key, outcome, count) in [
      ("passes", Outcome.passed, 3), ("fails", .failed, 3),
      ("notApplicable", .notApplicable, canBeMissing ? 1 : 0),
    ] {
      let items = section[key].map { reader.items($0) } ?? []
      least(count, items.count, key, section[key] ?? entry)
      for item in items {
        guard let example = example(item, outcome, parties) else { continue }
        found.records.append((example, item.value.place))
      }
    }
    return found
  }

  private func least(_ least: Int, _ found: Int, _ key: String, _ entry: SettingsEntry) {
    if found >= least { return }
    reader.report(
      entry.keyPlace, .declared(.fewExamples(key, found: found, least: least)))
  }

  private func example(
    _ item: SettingsEntry, _ outcome: Outcome, _ parties: [Party]
  ) -> Example? {
    guard let section = reader.section(item) else { return nil }
    var party: Party?
    if let entry = section["party"] {
      party = reader.choice(entry, parties.map(\.rawValue)).flatMap { Party(rawValue: $0) }
    }
    let remark = section["remark"].flatMap { reader.word($0)?.text } ?? ""
    let suggests = section["suggests"].flatMap { reader.word($0)?.text }
    let cells = self.cells(section, party ?? parties[0])
    let (file, line) = (reader.file.source.file, item.value.place.line)
    switch outcome {
    case .passed: return .passes(cells, party: party, remark, fileID: file, line: line)
    case .failed:
      return .fails(
        cells, suggests: suggests, party: party, remark, fileID: file, line: line)
    default: return .notApplicable(cells, party: party, remark, fileID: file, line: line)
    }
  }

  private func cells(_ section: SettingsSection, _ party: Party) -> [DataElement: String] {
    var cells: [DataElement: String] = [:]
    for entry in section.entries where !DeclaredKeys.exampleExtras.contains(entry.key) {
      guard let element = DataElement.named(entry.key) else {
        reader.report(
          entry.keyPlace, .unknownElement(entry.key), expected: .elementOf(party),
          nearest: SettingsReader.nearest(to: entry.key, among: DataElement.allCases.map(\.name)))
        continue
      }
      // Nothing stands for a field without a value.
      cells[element] = entry.value.isNothing ? "" : reader.word(entry)?.text ?? ""
    }
    return cells
  }

  private func group(_ item: SettingsEntry, _ parties: [Party]) -> GroupExample? {
    guard let section = reader.section(item, DeclaredKeys.group), let list = section["records"]
    else { return nil }
    let records = reader.items(list).compactMap { record in
      reader.section(record).map { cells($0, parties[0]) }
    }
    var failing: [Int] = []
    if let entry = section["failing"], let words = reader.words(entry) {
      for word in words {
        if let number = Int(word.text), records.indices.contains(number - 1) {
          failing.append(number - 1)
        } else {
          reader.report(
            word.place, .badValue("failing", word.text),
            expected: .integer(1...max(1, records.count)))
        }
      }
    }
    return GroupExample(
      records, failing: failing, section["remark"].flatMap { reader.word($0)?.text } ?? "",
      fileID: reader.file.source.file, line: item.value.place.line)
  }
}
