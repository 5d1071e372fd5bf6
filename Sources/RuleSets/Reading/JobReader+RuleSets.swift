import Findings
import Records

extension JobReader {
  /// Greatest number of sets, one extending the other.
  private static let greatestDepth = 16

  /// A rule set with those that it extends. `under`: names of the sets that led to it.
  func readSet(
    _ word: SettingsWord, _ reader: SettingsReader, under names: [String]
  ) -> RuleSetContent? {
    guard
      let file = open(word, in: "rule-sets", otherwise: { .unknownRuleSet($0) }, reader)
    else { return nil }
    let path = file.file.source.file
    if names.contains(path) || names.count >= Self.greatestDepth {
      let shown = (names.drop { $0 != path } + [path]).map { finder.shown($0) }
      reader.report(word.place, .extendsItself(shown))
      return nil
    }
    defer { add(file) }
    guard let root = file.root(JobKeys.ruleSet) else { return nil }
    readVersion(root, file)
    let name = root["name"].flatMap { file.filled($0)?.text }
    if let title = root["title"] { _ = readTitle(title, file) }
    if root["rules"] == nil, root["extends"] == nil {
      file.report(root.place, .missingKey("rules"))
    }
    let own = readChoice(root, file)
    var members: [String: RuleMember]? = [:]
    var choice = RuleChoice()
    for parent in root["extends"].flatMap({ file.words($0, orOne: true) }) ?? [] {
      guard let set = readSet(parent, file, under: names + [path]) else {
        members = nil
        continue
      }
      choice = choice.changed(by: set.choice)
      guard let inherited = set.members else {
        members = nil
        continue
      }
      members?.merge(inherited) { $0.joined(with: $1) }
    }
    if let entry = root["rules"] {
      // What is named here is asked of every record, whatever a set says that is extended.
      let named = readSelection(entry, file, from: nil)
      members = named.flatMap { named in members.map { $0.merging(named) { $1 } } }
    }
    for id in own.ignored.keys { members?[id] = nil }
    choice = choice.changed(by: own)
    if let entry = root["thresholds"] {
      choice.limits = choice.limits.changed(
        by: readLimits(entry, file, JobKeys.setThresholds))
    }
    return RuleSetContent(
      name: name ?? word.text, members: members?.mapValues { $0.narrowed(to: own.scope) },
      choice: choice)
  }

  /// `failOn`, `rules` and `dimensions` of `thresholds`.
  func readLimits(
    _ entry: SettingsEntry, _ reader: SettingsReader, _ keys: KeySet
  ) -> FindingLimits {
    var limits = FindingLimits()
    guard let section = reader.section(entry, keys) else { return limits }
    if let entry = section["failOn"],
      let word = reader.choice(entry, Severity.allCases.map(\.rawValue))
    {
      limits.failOn = Severity(rawValue: word).map { reader.sourced($0, entry) }
    }
    for entry in section["rules"].flatMap({ reader.section($0)?.entries }) ?? [] {
      let limit = readLimit(entry, reader)
      guard let rule = readRule(entry, reader) else { continue }
      if limits.rules[rule.id] != nil { reader.report(entry.keyPlace, .twice("rules", rule.id)) }
      limits.rules[rule.id] = limit.map { reader.sourced($0, entry) }
    }
    let known = KeySet(Dimension.allCases.map(\.rawValue))
    for entry in section["dimensions"].flatMap({ reader.section($0, known)?.entries }) ?? [] {
      guard let dimension = Dimension(rawValue: entry.key) else { continue }
      limits.dimensions[dimension] = readLimit(entry, reader).map { reader.sourced($0, entry) }
    }
    return limits
  }

  private func readLimit(_ entry: SettingsEntry, _ reader: SettingsReader) -> FindingLimit? {
    guard let word = reader.word(entry, expected: .limit) else { return nil }
    if let limit = FindingLimit(word.text) { return limit }
    reader.report(word.place, .badValue(entry.key, word.text), expected: .limit)
    return nil
  }

  /// The rules that words of a list stand for; nil where a word is wrong. In a rule set a
  /// family may have no rules in this version; in a job that is a fault.
  func readSelection(
    _ entry: SettingsEntry, _ reader: SettingsReader, from set: RuleSetContent?
  ) -> [String: RuleMember]? {
    guard let words = reader.words(entry, orOne: true, expected: .ruleOrFamily) else { return nil }
    let isJob = entry.key == "select"
    var selected: [String: RuleMember] = [:]
    var whole = true
    for word in words {
      guard let found = resolve(word, reader) else {
        whole = false
        continue
      }
      let origin = reader.origin(word.place)
      var members: [String: RuleMember] = [:]
      for id in found.ids {
        if let set, let known = set.members {
          guard let member = known[id] else { continue }
          members[id] = RuleMember(
            origin: origin, scope: member.scope, scopeOrigins: member.scopeOrigins)
        } else {
          members[id] = RuleMember(origin: origin)
        }
      }
      if isJob, members.isEmpty {
        reader.report(
          word.place,
          found.ids.isEmpty
            ? .emptyFamily(found.name) : .ruleNotInSet(found.name, set: set?.name ?? ""))
        whole = false
      }
      selected.merge(members) { first, _ in first }
    }
    return whole ? selected : nil
  }

  /// What a family, an id or a name stands for.
  func resolve(
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
