import Findings
import Records
import Validators

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
    let set = word.flatMap { readSet($0, reader, under: []) }
    var selected = set?.members
    if let entry = section?["select"] {
      selected = readSelection(entry, reader, from: set)
    }
    let own = section.map { readChoice($0, reader) } ?? RuleChoice()
    guard let set, var selected else { return nil }
    for id in own.ignored.keys { selected[id] = nil }
    if selected.isEmpty {
      reader.report(place, .noRuleLeft, expected: .ruleOrFamily)
    }
    return settled(
      set.name, selected.mapValues { $0.narrowed(to: own.scope) }, set.choice.changed(by: own))
  }

  private func settled(
    _ name: String, _ members: [String: RuleMember], _ choice: RuleChoice
  ) -> SettledRules {
    var scopes: [RuleScope] = []
    var numbers: [String: Int] = [:]
    func number(_ expression: RuleExpression) -> Int {
      let text = expression.description
      if let known = numbers[text] { return known }
      numbers[text] = scopes.count
      scopes.append(ConditionCheck.scope(expression, mappings))
      return scopes.count - 1
    }
    let applied = rules.rules.compactMap { rule -> SettledRule? in
      guard let member = members[rule.id] else { return nil }
      return SettledRule(
        rule: rule, severity: choice.severities[rule.id]?.value ?? rule.severity,
        declared: rules.declared[rule.id], scope: member.scope.map(number),
        origins: RuleOrigins(
          member: member.origin, severity: choice.severities[rule.id]?.origin,
          scope: member.scopeOrigins,
          parameters: choice.parameters[rule.id, default: [:]].compactMapValues(\.origin)))
    }
    return SettledRules(
      name: name, rules: applied, parameters: choice.parameters.mapValues { $0.mapValues(\.value) },
      editions: choice.editions.mapValues(\.value), aligned: choice.aligned?.value,
      scopes: scopes, limits: choice.limits,
      origins: SettingOrigins(
        editions: choice.editions.compactMapValues(\.origin), aligned: choice.aligned?.origin))
  }

  /// Keys that rule sets and jobs share.
  func readChoice(_ section: SettingsSection, _ reader: SettingsReader) -> RuleChoice {
    var choice = RuleChoice()
    if let entry = section["ignore"], let words = reader.words(entry, orOne: true) {
      for word in words {
        for id in resolve(word, reader)?.ids ?? [] {
          choice.ignored[id] = reader.origin(word.place)
        }
      }
    }
    if let entry = section["severity"], let part = reader.section(entry) {
      for entry in part.entries {
        let word = reader.choice(entry, Severity.allCases.map(\.rawValue))
        guard let rule = readRule(entry, reader), let word else { continue }
        if choice.severities[rule.id] != nil {
          reader.report(entry.keyPlace, .twice("severity", rule.id))
        }
        choice.severities[rule.id] = Severity(rawValue: word).map { reader.sourced($0, entry) }
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
        if let word = reader.choice(entry, years), let year = Int(word) {
          choice.editions[entry.key] = reader.sourced(year, entry)
        }
      }
    }
    if let entry = section["align"], let word = reader.choice(entry, JobKeys.aligned.map(\.name)),
      let element = JobKeys.aligned.first(where: { $0.name == word })
    {
      choice.aligned = reader.sourced(element, entry)
    }
    if let entry = section["where"] {
      choice.scope = readScope(entry, reader).map { reader.sourced($0, entry) }
    }
    return choice
  }

  /// `where`: a condition on records of any kind.
  private func readScope(_ entry: SettingsEntry, _ reader: SettingsReader) -> RuleExpression? {
    guard let word = reader.filled(entry) else { return nil }
    let scope = ExpressionScope(
      parties: [], asOf: Day(number: 0), lists: ListSource(mappings, isDry: true))
    do throws(ExpressionFault) {
      let expression = try ExpressionParser.parse(word.text)
      var compiler = ExpressionCompiler(scope)
      let node = compiler.flag(expression)
      for fault in compiler.faults { reader.report(fault, in: word) }
      return node == nil ? nil : expression
    } catch {
      reader.report(error, in: word)
      return nil
    }
  }

  func readRule(_ entry: SettingsEntry, _ reader: SettingsReader) -> Rule? {
    if let rule = rules.rule(entry.key) { return rule }
    reader.report(
      entry.keyPlace, .unknownRule(entry.key), expected: .rule,
      nearest: rules.nearest(to: entry.key))
    return nil
  }

  private func readParameters(
    _ entry: SettingsEntry, _ rule: Rule, _ reader: SettingsReader
  ) -> [String: Sourced<Parameter.Value>] {
    guard let section = reader.section(entry) else { return [:] }
    var values: [String: Sourced<Parameter.Value>] = [:]
    let names = rule.parameters.map(\.name)
    for entry in section.entries {
      guard let parameter = rule.parameters.first(where: { $0.name == entry.key }) else {
        reader.report(
          entry.keyPlace, .unknownParameter(entry.key, rule: rule.id),
          expected: names.isEmpty ? .parameterNone : .parameters(names),
          nearest: SettingsReader.nearest(to: entry.key, among: names))
        continue
      }
      let value: Parameter.Value? =
        switch parameter.standard {
        case .integer: reader.integer(entry, in: parameter.range).map { .integer($0) }
        case .texts: reader.words(entry).map { .texts($0.map(\.text)) }
        }
      values[entry.key] = value.map { reader.sourced($0, entry) }
    }
    return values
  }
}
