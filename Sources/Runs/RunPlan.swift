import Findings
import Records
import RuleSets
import Validators

/// The rules of a run, ready to be applied to the records of one party.
struct RunPlan: Sendable {
  let party: Party
  /// Rules on single records, in the order of their ids.
  let checks: [Check]
  /// Rules on all records together.
  let datasets: [Dataset]

  struct Check: Sendable {
    let rule: Rule
    let validator: any RecordCheck
    let prefix: FindingWriter.RulePrefix
    /// Number of the rule in the run's tallies.
    let number: Int
  }

  struct Dataset: Sendable {
    let rule: Rule
    let validator: any DatasetValidator
    let prefix: FindingWriter.RulePrefix
    let number: Int
  }

  /// Makes the validators of the rules that speak of `party`.
  init(party: Party, rules: [NumberedRule], context: Context) {
    self.party = party
    var checks: [Check] = []
    var datasets: [Dataset] = []
    for numbered in rules where numbered.rule.parties.contains(party) {
      let prefix = FindingWriter.RulePrefix(
        numbered.rule, severity: numbered.severity, language: context.language,
        number: numbered.number)
      if let type = Catalogue.recordValidators.first(where: { $0.rule.id == numbered.rule.id }) {
        checks.append(
          Check(
            rule: numbered.rule, validator: type.init(context), prefix: prefix,
            number: numbered.number))
      } else if let type = Catalogue.datasetValidators.first(where: {
        $0.rule.id == numbered.rule.id
      }) {
        datasets.append(
          Dataset(
            rule: numbered.rule, validator: type.init(context), prefix: prefix,
            number: numbered.number))
      }
    }
    self.checks = checks
    self.datasets = datasets
  }
}

/// A rule of a run with its place in the tallies.
package struct NumberedRule: Sendable {
  package let rule: Rule
  package let severity: Severity
  package let number: Int

  package init(rule: Rule, severity: Severity, number: Int) {
    self.rule = rule
    self.severity = severity
    self.number = number
  }
}
