import Findings

extension Engine {
  /// Takes over what rules on books found and counted.
  func take(_ rules: BookRules) {
    for (branch, tallies) in rules.tallies { self.tallies.add(branch: branch, tallies) }
    findings += rules.findings
    findingTally.merge(rules.writer.tally)
  }
}
