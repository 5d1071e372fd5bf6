import Findings
import Records

/// What a rule set or the `rules` of a job say, as far as it could be read.
struct RuleChoice {
  var severities: [String: Severity] = [:]
  var parameters: [String: [String: Parameter.Value]] = [:]
  var ignored: Set<String> = []
  var editions: [String: Int] = [:]
  var aligned: DataElement?
}

/// A rule set as it was read.
struct RuleSetContent {
  var name: String
  /// Ids of its rules, the ignored ones left out; nil where the list has a fault.
  var rules: Set<String>?
  var choice: RuleChoice
}

extension JobReader {
  /// `rules`: a set, `standard` where none is named, and what the job changes of it. nil where nothing can be settled.
  func readRules(
    _ entry: SettingsEntry?, _ reader: SettingsReader, set standard: String
  ) -> SettledRules? {
    let section = entry.flatMap { reader.section($0, JobKeys.rules) }
    let place = entry?.keyPlace ?? SourceText.start
    let word =
      section?["set"].map { reader.filled($0) }
      ?? SettingsWord(text: standard, place: place)
    let set = word.flatMap { readSet($0, reader) }
    var selected = set?.rules
    if let entry = section?["select"] {
      selected = readSelection(entry, reader, from: set)
    }
    let own = section.map { readChoice($0, reader) } ?? RuleChoice()
    guard let set, var selected else { return nil }
    selected.subtract(own.ignored)
    if selected.isEmpty {
      reader.report(place, .noRuleLeft, expected: .ruleOrFamily)
    }
    let severities = set.choice.severities.merging(own.severities) { _, own in own }
    let parameters = set.choice.parameters.merging(own.parameters) { set, own in
      set.merging(own) { _, own in own }
    }
    return SettledRules(
      name: set.name,
      rules: rules.rules.filter { selected.contains($0.id) }.map {
        SettledRule(
          rule: $0, severity: severities[$0.id] ?? $0.severity, declared: rules.declared[$0.id])
      }, parameters: parameters,
      editions: set.choice.editions.merging(own.editions) { _, own in own },
      aligned: own.aligned ?? set.choice.aligned)
  }

  private func readSet(_ word: SettingsWord, _ reader: SettingsReader) -> RuleSetContent? {
    guard let file = open(word, in: "rule-sets", otherwise: { .unknownRuleSet($0) }, reader)
    else { return nil }
    defer { add(file) }
    guard let root = file.root(JobKeys.ruleSet) else { return nil }
    readVersion(root, file)
    let name = root["name"].flatMap { file.filled($0)?.text }
    if let title = root["title"] { _ = readTitle(title, file) }
    let choice = readChoice(root, file)
    var members = root["rules"].flatMap { readSelection($0, file, from: nil) }
    members?.subtract(choice.ignored)
    return RuleSetContent(name: name ?? word.text, rules: members, choice: choice)
  }

  /// Keys that rule sets and jobs share.
  private func readChoice(_ section: SettingsSection, _ reader: SettingsReader) -> RuleChoice {
    var choice = RuleChoice()
    if let entry = section["ignore"], let words = reader.words(entry, orOne: true) {
      for word in words { choice.ignored.formUnion(resolve(word, reader)?.ids ?? []) }
    }
    if let entry = section["severity"], let part = reader.section(entry) {
      for entry in part.entries {
        let word = reader.choice(entry, Severity.allCases.map(\.rawValue))
        guard let rule = readRule(entry, reader), let word else { continue }
        if choice.severities[rule.id] != nil {
          reader.report(entry.keyPlace, .twice("severity", rule.id))
        }
        choice.severities[rule.id] = Severity(rawValue: word)
      }
    }
    if let entry = section["parameters"], let part = reader.section(entry) {
      for entry in part.entries {
        guard let rule = readRule(entry, reader) else { continue }
        if choice.parameters[rule.id] != nil {
          reader.report(entry.keyPlace, .twice("parameters", rule.id))
        }
        choice.parameters[rule.id] = readParameters(entry, rule, reader)
      }
    }
    if let entry = section["editions"],
      let part = reader.section(entry, KeySet(JobKeys.editions.keys.sorted()))
    {
      for entry in part.entries {
        guard let years = JobKeys.editions[entry.key]?.map(String.init) else { continue }
        if let word = reader.choice(entry, years) { choice.editions[entry.key] = Int(word) }
      }
    }
    if let entry = section["align"], let word = reader.choice(entry, JobKeys.aligned.map(\.name)) {
      choice.aligned = JobKeys.aligned.first { $0.name == word }
    }
    return choice
  }

  private func readRule(_ entry: SettingsEntry, _ reader: SettingsReader) -> Rule? {
    if let rule = rules.rule(entry.key) { return rule }
    reader.report(
      entry.keyPlace, .unknownRule(entry.key), expected: .rule,
      nearest: rules.nearest(to: entry.key))
    return nil
  }

  private func readParameters(
    _ entry: SettingsEntry, _ rule: Rule, _ reader: SettingsReader
  ) -> [String: Parameter.Value] {
    guard let section = reader.section(entry) else { return [:] }
    var values: [String: Parameter.Value] = [:]
    let names = rule.parameters.map(\.name)
    for entry in section.entries {
      guard let parameter = rule.parameters.first(where: { $0.name == entry.key }) else {
        reader.report(
          entry.keyPlace, .unknownParameter(entry.key, rule: rule.id),
          expected: names.isEmpty ? .parameterNone : .parameters(names),
          nearest: SettingsReader.nearest(to: entry.key, among: names))
        continue
      }
      switch parameter.standard {
      case .integer:
        values[entry.key] = reader.integer(entry, in: parameter.range).map { .integer($0) }
      case .texts:
        values[entry.key] = reader.words(entry).map { .texts($0.map(\.text)) }
      }
    }
    return values
  }

  /// The rules that words of a list stand for; nil where a word is wrong. In a rule set a
  /// family may have no rules in this version; in a job that is a fault.
  private func readSelection(
    _ entry: SettingsEntry, _ reader: SettingsReader, from set: RuleSetContent?
  ) -> Set<String>? {
    guard let words = reader.words(entry, orOne: true, expected: .ruleOrFamily) else { return nil }
    let isJob = entry.key == "select"
    var ids: Set<String> = []
    var whole = true
    for word in words {
      guard let found = resolve(word, reader) else {
        whole = false
        continue
      }
      let members = set?.rules.map { found.ids.intersection($0) } ?? found.ids
      if isJob, members.isEmpty {
        reader.report(
          word.place,
          found.ids.isEmpty
            ? .emptyFamily(found.name) : .ruleNotInSet(found.name, set: set?.name ?? ""))
        whole = false
      }
      ids.formUnion(members)
    }
    return whole ? ids : nil
  }

  /// What a family, an id or a name stands for.
  private func resolve(
    _ word: SettingsWord, _ reader: SettingsReader
  ) -> (name: String, ids: Set<String>)? {
    if let family = rules.family(word.text) {
      return (family, Set(rules.rules(of: family).map(\.id)))
    }
    guard let rule = rules.rule(word.text) else {
      reader.report(
        word.place, .unknownRule(word.text), expected: .ruleOrFamily,
        nearest: rules.nearest(to: word.text, families: true))
      return nil
    }
    if rule.isRemoved {
      reader.report(word.place, .ruleRemoved(rule.id))
      return nil
    }
    return (rule.id, [rule.id])
  }
}
