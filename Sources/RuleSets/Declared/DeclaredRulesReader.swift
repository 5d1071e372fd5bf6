import Findings
import Records
import References
import Validators

/// Reads one file of declared rules; every fault is noted in its reader.
struct DeclaredRulesReader {
  let reader: SettingsReader
  let mappings: MappingsFolder
  /// Rules that are known already, ours and those of files read before, by id and name in
  /// small letters.
  private(set) var taken: [String: String]
  private(set) var rules: [ReadRule] = []
  let lists: ListSource

  /// A rule and where its parts stand.
  struct ReadRule {
    let declared: DeclaredRule
    /// Of every example.
    let places: [(example: Example, place: SourcePlace)]
    let groups: [(example: GroupExample, place: SourcePlace)]
    let file: SettingsFile
    /// Day on which the examples are looked at.
    let exampleDay: Day
  }

  init(
    _ reader: SettingsReader, mappings: MappingsFolder, taken: [String: String],
    lists: ListSource
  ) {
    self.reader = reader
    self.mappings = mappings
    self.taken = taken
    self.lists = lists
  }

  mutating func read() {
    guard let root = reader.root(DeclaredKeys.file) else { return }
    if let entry = root["version"] { _ = reader.choice(entry, ["1"]) }
    if let entry = root["title"] { _ = text(entry) }
    guard let entry = root["rules"] else { return }
    for item in reader.items(entry) {
      let before = reader.faults.count
      guard let section = reader.section(item, DeclaredKeys.rule), let rule = read(section),
        reader.faults.count == before
      else { continue }
      rules.append(rule)
    }
  }

  // MARK: One rule

  private mutating func read(_ section: SettingsSection) -> ReadRule? {
    let id = section["id"].flatMap { self.id($0) }
    let name = section["name"].flatMap { self.name($0) }
    let parties = section["parties"].flatMap { self.parties($0) } ?? []
    let dimension = choice(section["dimension"], Dimension.self)
    let severity = choice(section["severity"], Severity.self)
    let action = choice(section["action"], Action.self)
    let texts = ["title", "claim", "remedy"].map { key in section[key].flatMap { text($0) } }
    let authority = section["authority"].flatMap { self.authority($0) }
    let status = self.status(section)
    let parameters = section["parameters"].map { self.parameters($0) } ?? []
    let autoBasis = section["autoBasis"].flatMap { text($0) }
    let expected = section["expected"].flatMap { text($0) }
    let confidence = section["confidence"].flatMap { reader.integer($0, in: 1...100) } ?? 80
    let bodies = ["when", "require", "suggestion"].map { key in
      section[key].flatMap { expression($0) }
    }
    let suggests = section["suggestion"] != nil || section["program"] != nil
    if action == .auto, autoBasis == nil || !suggests, let entry = section["action"] {
      reader.report(entry.value.place, .declared(.autoWithoutBasis))
    }
    guard !parties.isEmpty else { return nil }
    func rule(
      reads: [DataElement], alsoReads: [DataElement], _ examples: ReadExamples
    ) -> Rule? {
      guard let id, let name, let dimension, let severity, let title = texts[0],
        let claim = texts[1], let remedy = texts[2], let authority
      else { return nil }
      return Rule(
        id: id, name: name, status: status, parties: parties, dimension: dimension,
        severity: severity, reads: reads, alsoReads: alsoReads, authority: authority,
        title: title, claim: claim, remedy: remedy, autoBasis: autoBasis, parameters: parameters,
        examples: examples.records.map(\.example), groups: examples.groups.map(\.example))
    }
    if let entry = section["program"] {
      for key in DeclaredKeys.notOfPrograms {
        guard let other = section[key] else { continue }
        reader.report(other.keyPlace, .declared(.besideProgram(key)))
      }
      let program = self.program(entry, parties)
      let element = section["element"].flatMap { self.element($0, parties) }
      let examples: ReadExamples? = section["examples"].flatMap {
        self.examples($0, parties, canBeMissing: false, isGroup: false)
      }
      guard let action, let program, let examples,
        let rule = rule(reads: program.reads, alsoReads: program.alsoReads, examples)
      else { return nil }
      return ReadRule(
        declared: program.rule(rule, element: element ?? program.sends[0], action: action),
        places: examples.records, groups: [], file: reader.file, exampleDay: examples.day)
    }
    if section["require"] == nil {
      reader.report(section.place, .missingKey("require"), expected: .said(Self.requireOrProgram))
    }
    let form = DeclaredForm(
      when: bodies[0]?.expression, require: bodies[1]?.expression,
      suggestion: bodies[2]?.expression)
    let wanted = section["element"].flatMap { self.element($0, parties) }
    let dry = form.compiled(
      ExpressionScope(
        parties: parties, parameters: parameters, values: [:], asOf: Day(number: 0), lists: lists))
    for (body, faults) in zip(bodies, dry.faults) {
      guard let word = body?.word else { continue }
      for fault in faults { reader.report(fault, in: word) }
    }
    let examples: ReadExamples? = section["examples"].flatMap {
      self.examples(
        $0, parties, canBeMissing: dry.rule?.canBeMissing ?? true, isGroup: form.isGroup)
    }
    guard let action, let compiled = dry.rule, let examples else { return nil }
    let element = wanted ?? compiled.element
    guard
      let rule = rule(
        reads: compiled.reads(first: element), alsoReads: compiled.alsoReads(first: element),
        examples)
    else { return nil }
    let folder = mappings
    let made = DeclaredRule(
      rule: rule, canonical: form.canonical(element: element, action: action)
    ) { context in
      form.check(
        rule: rule, element: element, action: action, expected: expected ?? Text(zh: "", en: ""),
        confidence: confidence, context: context, mappings: folder)
    }
    return ReadRule(
      declared: made, places: examples.records, groups: examples.groups, file: reader.file,
      exampleDay: examples.day)
  }

  private static let requireOrProgram = Text(
    zh: "require（条件）或 program（外部程序）", en: "require, a condition, or program")

  private func expression(
    _ entry: SettingsEntry
  ) -> (word: SettingsWord, expression: RuleExpression)? {
    guard let word = reader.filled(entry) else { return nil }
    do throws(ExpressionFault) {
      return (word, try ExpressionParser.parse(word.text))
    } catch {
      reader.report(error, in: word)
      return nil
    }
  }

  // MARK: Names

  private mutating func id(_ entry: SettingsEntry) -> String? {
    guard let word = reader.filled(entry) else { return nil }
    let letters = word.text.prefix { $0.isASCII && $0.isUppercase }
    let digits = word.text.dropFirst(letters.count)
    guard (2...8).contains(letters.count), (1...6).contains(digits.count),
      digits.allSatisfy({ $0.isASCII && $0.isNumber })
    else {
      reader.report(
        word.place, .declared(.badID(word.text)),
        expected: .said(Text(zh: "大写字母和数字，如 LOC001", en: "capitals and digits, such as LOC001")))
      return nil
    }
    return take(word, as: word.text)
  }

  private mutating func name(_ entry: SettingsEntry) -> String? {
    guard let word = reader.filled(entry) else { return nil }
    let parts = word.text.split(separator: "-", omittingEmptySubsequences: false)
    let isGood = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
    }
    guard isGood else {
      reader.report(
        word.place, .declared(.badName(word.text)),
        expected: .said(
          Text(
            zh: "小写字母、数字和连字符，如 loan-purpose-missing",
            en: "small letters, digits and hyphens, such as loan-purpose-missing")))
      return nil
    }
    return take(word, as: word.text)
  }

  private mutating func take(_ word: SettingsWord, as text: String) -> String? {
    if let other = taken[text.lowercased()] {
      reader.report(word.place, .declared(.taken(text, by: other)))
      return nil
    }
    taken[text.lowercased()] = text
    return text
  }

  private func parties(_ entry: SettingsEntry) -> [Party]? {
    guard let words = reader.words(entry, orOne: true) else { return nil }
    let known = Party.allCases.map(\.rawValue)
    let found = words.compactMap {
      reader.choice("parties", $0, known).flatMap { Party(rawValue: $0) }
    }
    if words.isEmpty {
      reader.report(entry.value.place, .noValue("parties"), expected: .oneOf(known))
    }
    return found.count == words.count ? found : nil
  }

  private func element(_ entry: SettingsEntry, _ parties: [Party]) -> DataElement? {
    guard let word = reader.filled(entry) else { return nil }
    return element(named: word.text, at: word.place, parties)
  }

  func element(named name: String, at place: SourcePlace, _ parties: [Party]) -> DataElement? {
    if let element = DataElement.named(name) {
      if parties.allSatisfy({ element.facts.parties.contains($0) }) { return element }
      reader.report(place, .expression(.elementOfOtherParty(name)))
      return nil
    }
    reader.report(
      place, .unknownElement(name), expected: .elementOf(parties[0]),
      nearest: SettingsReader.nearest(to: name, among: DataElement.allCases.map(\.name)))
    return nil
  }

  private func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ entry: SettingsEntry?, _ type: Value.Type
  ) -> Value? {
    guard let entry else { return nil }
    return reader.choice(entry, type.allCases.map(\.rawValue)).flatMap { Value(rawValue: $0) }
  }

  func text(_ entry: SettingsEntry) -> Text? {
    guard let section = reader.section(entry, JobKeys.title) else { return nil }
    let zh = section["zh"].flatMap { reader.filled($0)?.text }
    let en = section["en"].flatMap { reader.filled($0)?.text }
    guard let zh, let en else { return nil }
    return Text(zh: zh, en: en)
  }

  private func authority(_ entry: SettingsEntry) -> Authority? {
    guard let section = reader.section(entry, DeclaredKeys.authority),
      let document = section["document"].flatMap({ reader.filled($0)?.text })
    else { return nil }
    return Authority(document, clause: section["clause"].flatMap { reader.word($0)?.text } ?? "")
  }

  private func status(_ section: SettingsSection) -> LifeCycle {
    let word = section["status"].flatMap { reader.choice($0, DeclaredKeys.statuses) } ?? "stable"
    let since = section["since"].flatMap { reader.filled($0)?.text } ?? ""
    let review = section["reviewBy"].flatMap { reader.day($0) }
    if word == "trial" {
      if section["reviewBy"] == nil, let entry = section["status"] {
        reader.report(entry.value.place, .missingKey("reviewBy"), expected: .day)
      }
      return .trial(since: since, reviewBy: review.map { "\($0)" } ?? "")
    }
    return .stable(since: since)
  }
}
