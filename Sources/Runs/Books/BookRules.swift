import Findings
import Records
import Validators

/// The rules on books that a run applies, what came out of them, and the findings so far.
struct BookRules {
  /// How a rule stands in the run.
  private struct Applied {
    let number: Int
    let prefix: FindingWriter.RulePrefix
  }

  private let applied: [String: Applied]
  private let count: Int
  private(set) var tallies: [[UInt8]: [Tally]] = [:]
  var writer: FindingWriter
  private let sink: any Engine.Sink
  /// Findings written.
  private(set) var findings = 0

  /// Findings go to `sink` as they come.
  init(_ rules: [NumberedRule], writer: FindingWriter, sink: any Engine.Sink) {
    self.sink = sink
    count = rules.count
    self.writer = writer
    var applied: [String: Applied] = [:]
    for rule in rules {
      applied[rule.rule.id] = Applied(
        number: rule.number,
        prefix: FindingWriter.RulePrefix(
          rule.rule, severity: rule.severity, language: writer.language, number: rule.number))
    }
    self.applied = applied
  }

  /// Counts an outcome of a rule that may not be applied.
  mutating func count(_ outcome: Outcome, of rule: Rule, branch: [UInt8], times: Int = 1) {
    guard times > 0, let number = applied[rule.id]?.number else { return }
    tallies[branch, default: [Tally](repeating: Tally(), count: count)][number]
      .count(outcome, times: times)
  }

  /// Starts a finding of a rule; false where the rule is not applied.
  mutating func begin(
    _ rule: Rule, party: Party, key: [UInt8], branch: [UInt8], owner: [UInt8] = [],
    title: String, source: String, row: Int
  ) -> Bool {
    guard let applied = applied[rule.id] else { return false }
    writer.begin(
      applied.prefix, party: party, key: key.span, branch: branch.span, owner: owner.span,
      source: source, row: row)
    if writer.listsTasks { writer.name(title.utf8.span) }
    return true
  }

  /// Finishes a finding.
  mutating func end() throws(SystemFault) {
    writer.end()
    if writer.findings.count > 1 << 20 { try flush() }
  }

  /// Brings the findings so far to the sink.
  mutating func flush() throws(SystemFault) {
    if writer.findings.isEmpty { return }
    findings += writer.count
    try sink.write(
      findings: writer.findings, corrections: writer.corrections, tasks: writer.tasks)
    writer.removeAll()
  }
}
