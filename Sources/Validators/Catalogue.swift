import Findings
import Records

/// All rules of the product. The lists themselves are written by `hedui-dev generate`.
package enum Catalogue {
  /// Every rule, by id.
  package static let rules: [Rule] =
    (recordValidators.map { $0.rule } + datasetValidators.map { $0.rule }).sorted { $0.id < $1.id }

  /// The rule with an id or a name, however capitalised.
  package static func rule(_ name: String) -> Rule? {
    let wanted = name.lowercased()
    return rules.first { $0.id.lowercased() == wanted || $0.name == wanted }
  }
}
