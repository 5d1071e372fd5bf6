import Findings
import Records
import References
import Validators

/// What `hedui rules check` comes to: the faults of some files of declared rules, their
/// examples run included.
package struct DeclaredRuleCheck {
  package let rules: [DeclaredRule]
  package let examples: Int
  package let faults: [JobFault]

  /// The day on which examples are looked at, unless they say another.
  package static let exampleDay = Day(number: 20_757)  // 2026-10-31

  /// Reads files of declared rules and runs every example of those that can be read.
  package init(files: [String], mappings: MappingsFolder, catalogue: [Rule]) {
    let read = DeclaredRuleFiles.read(files, mappings, catalogue)
    rules = read.rules.map(\.declared)
    examples = read.rules.reduce(0) { $0 + $1.places.count + $1.groups.count }
    let all = read.faults + read.rules.flatMap { Self.run($0, mappings) }
    faults = JobFaults(all, jobFile: "", language: .zh).faults
  }

  /// The files that a path stands for: itself, or the YAML files of a folder.
  package static func files(at path: String) -> [String]? {
    switch FileFinder.kind(of: path) {
    case .nothing: nil
    case .file: [path]
    case .folder:
      // A bank's whole mappings folder will do as well.
      FileFinder.kind(of: path + "/" + DeclaredRuleFiles.folder) == .folder
        ? DeclaredRuleFiles.files(in: path + "/" + DeclaredRuleFiles.folder)
        : DeclaredRuleFiles.files(in: path)
    }
  }

  private static func run(
    _ read: DeclaredRulesReader.ReadRule, _ mappings: MappingsFolder
  ) -> [JobFault] {
    let context = Context(asOf: read.exampleDay, mappings: mappings)
    let source = read.file.source
    switch read.declared.make(context) {
    case .record(let check):
      return read.places.compactMap { example, place in
        fault(of: example, read.declared.rule, check).map { source.fault(place, .declared($0)) }
      }
    case .session(let maker):
      let session = maker.session(masking: Masking(), isStopped: { false })
      defer { session.finish() }
      return read.places.compactMap { example, place in
        fault(of: example, read.declared.rule, session).map { source.fault(place, .declared($0)) }
      }
    case .group(let check):
      return read.groups.compactMap { example, place in
        fault(of: example, read.declared.rule, check).map { source.fault(place, .declared($0)) }
      }
    }
  }

  /// What is wrong with an example; nil for one that comes out as it says.
  private static func fault(
    of example: Example, _ rule: Rule, _ check: any RecordCheck
  ) -> DeclaredFault? {
    let (batch, party) = batch(of: example, rule)
    var facts = [Facts()]
    var outcomes: [UInt8] = [0]
    check.check(batch, 0..<1, facts: &facts, outcomes: &outcomes)
    return fault(of: example, rule, party, batch, outcomes[0]) { finding in
      check.explain(batch[0], &facts[0], &finding)
    }
  }

  /// The same of a rule with a state of its own.
  private static func fault(
    of example: Example, _ rule: Rule, _ session: any RuleSession
  ) -> DeclaredFault? {
    let (batch, party) = batch(of: example, rule)
    var outcomes = [Outcome.passed.code]
    session.check(batch, 0..<1, outcomes: &outcomes)
    if outcomes[0] == Outcome.notEvaluated(.programFailed).code,
      let incident = session.incidents.last
    {
      return .programFailed(incident.reason, complaint: session.complaint)
    }
    return fault(of: example, rule, party, batch, outcomes[0]) { finding in
      session.explain(0, batch[0], &finding)
    }
  }

  /// The record of an example. Columns that it does not speak of are there, and empty.
  private static func batch(of example: Example, _ rule: Rule) -> (RecordBatch, Party) {
    let party = example.party ?? rule.parties[0]
    let carried = (rule.reads + rule.alsoReads).reduce(into: [:]) { $0[$1] = "" }
    return (RecordBatch(party: party, records: [carried.merging(example.cells) { $1 }]), party)
  }

  private static func fault(
    of example: Example, _ rule: Rule, _ party: Party, _ batch: borrowing RecordBatch,
    _ code: UInt8, _ explain: (inout FindingWriter) -> Void
  ) -> DeclaredFault? {
    let found = Outcome(code: code) ?? .passed
    if found != example.outcome {
      return .exampleDiffers(expected: example.outcome.title, found: found.title)
    }
    guard let wanted = example.suggestion, found == .failed else { return nil }
    var finding = FindingWriter(language: .zh)
    finding.begin(
      FindingWriter.RulePrefix(rule, severity: rule.severity, language: .zh), party: party,
      key: batch[0][.customerKey], branch: batch[0][.branch], owner: batch[0][.owner],
      source: "", row: 1)
    explain(&finding)
    let suggestion = String(decoding: finding.suggestion, as: UTF8.self)
    return suggestion == wanted ? nil : .exampleSuggests(wanted, found: suggestion)
  }

  /// What is wrong with an example of a rule on groups.
  private static func fault(
    of example: GroupExample, _ rule: Rule, _ check: any GroupCheck
  ) -> DeclaredFault? {
    let party = rule.parties[0]
    let carried = (rule.reads + rule.alsoReads).reduce(into: [:]) { $0[$1] = "" }
    let batch = RecordBatch(
      party: party, records: example.records.map { carried.merging($0) { $1 } })
    var gathered = GroupBlock(size: batch.count, values: check.kinds.count)
    check.collect(batch, 0..<batch.count, into: &gathered)
    var roster = Roster()
    for place in 0..<batch.count {
      roster.add(batch[place], party: party, at: RecordPosition(source: 0, file: 0, line: place))
    }
    var values = GroupedValues(values: check.kinds.count)
    values.add(gathered, count: batch.count)
    let failing = GroupedValues.groups([(values, roster)], check)
      .filter { $0.outcome == .failed }
      .flatMap { $0.holders.map { Int($0.position.line) } }
    func text(_ places: [Int]) -> Text {
      let list = places.sorted().map { String($0 + 1) }.joined(separator: ", ")
      return Text(zh: "第 \(list) 条不通过", en: "failed on records \(list)")
    }
    return failing.sorted() == example.failing.sorted()
      ? nil : .exampleDiffers(expected: text(example.failing), found: text(failing))
  }
}
