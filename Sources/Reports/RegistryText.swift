import Findings
import Records

/// What comparing with registries came to, as JSON for programs.
enum RegistryText {
  /// Members of a JSON object.
  static func write(_ report: RegistryReport, _ json: inout JSONText) {
    json.line()
    json.array("registries") { json in
      for source in report.sources {
        json.line()
        json.object {
          $0.text("name", source.name)
          $0.text("asOf", source.asOf.description)
          $0.number("rows", source.rows)
        }
      }
    }
    json.line()
    json.array("items") { json in
      for (place, column) in report.columns.enumerated() {
        json.line()
        json.object { json in
          json.text("rule", column.rule)
          let total = report.totals[place]
          json.number("compared", total.compared)
          json.number("failed", total.failed)
          json.number("not_evaluated", total.notEvaluated)
          json.array("branches") { json in
            for branch in report.branches where branch.counts[place].failed > 0 {
              json.line()
              json.object {
                $0.text("branch", branch.name)
                $0.number("compared", branch.counts[place].compared)
                $0.number("failed", branch.counts[place].failed)
              }
            }
          }
        }
      }
    }
  }
}
