import Findings
import Records
import RuleSets

/// What the limits of a job make of the numbers of a run.
package struct LimitVerdict: Sendable {
  /// A limit of a rule or a dimension, and what there was.
  package struct Line: Sendable {
    /// Id of the rule, or name of the dimension.
    package let name: String
    package let limit: FindingLimit
    /// Records that failed, and those that were judged at all.
    package let failed: Int
    package let judged: Int

    package var isExceeded: Bool { limit.isExceeded(failed: failed, judged: judged) }
  }

  /// Rules by id, then dimensions.
  package let lines: [Line]
  /// Whether the run has findings that end it with status 1.
  package let isExceeded: Bool

  /// A rule with a limit of its own is judged by it; the other rules of a dimension with a
  /// limit are judged together; all that is left by its severity, findings that are but
  /// notices as such.
  package init(
    _ limits: FindingLimits, failOn: Severity, rules: [NumberedRule], tallies: Tallies,
    findings: FindingTally
  ) {
    var lines: [Line] = []
    var sums: [Dimension: (failed: Int, judged: Int)] = [:]
    var isExceeded = false
    for entry in rules {
      let total = tallies.total(of: entry.number)
      let judged = total.passed + total.failed
      if let limit = limits.rules[entry.rule.id]?.value {
        lines.append(
          Line(name: entry.rule.id, limit: limit, failed: total.failed, judged: judged))
      } else if limits.dimensions[entry.rule.dimension] != nil {
        let sum = sums[entry.rule.dimension, default: (0, 0)]
        sums[entry.rule.dimension] = (sum.failed + total.failed, sum.judged + judged)
      } else if total.failed > 0,
        failOn == .notice
          || entry.severity >= failOn && total.failed > findings.lowered(rule: entry.number)
      {
        isExceeded = true
      }
    }
    lines.sort { $0.name < $1.name }
    for dimension in Dimension.allCases {
      guard let limit = limits.dimensions[dimension]?.value, let sum = sums[dimension] else {
        continue
      }
      lines.append(
        Line(name: dimension.rawValue, limit: limit, failed: sum.failed, judged: sum.judged))
    }
    self.lines = lines
    self.isExceeded = isExceeded || lines.contains(where: \.isExceeded)
  }

  /// For the manifest; nil where there are no limits.
  package var entries: [RunManifest.Limit]? {
    lines.isEmpty
      ? nil
      : lines.map {
        RunManifest.Limit(
          of: $0.name, limit: $0.limit.text, failed: $0.failed, judged: $0.judged,
          exceeded: $0.isExceeded)
      }
  }

  /// A line for every limit that is exceeded, for people.
  package func text(_ language: Language) -> String {
    lines.filter(\.isExceeded).map { line in
      language == .zh
        ? "超过上限：\(line.name) 不通过 \(line.failed) 条（判定 \(line.judged) 条），上限 \(line.limit.text)\n"
        : "over the limit: \(line.name) failed on \(line.failed) of \(line.judged) records judged; "
          + "limit \(line.limit.text)\n"
    }.joined()
  }
}
