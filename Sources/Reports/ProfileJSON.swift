import Addresses
import Profiles
import Records

/// The profile of a file for programs: one JSON object on one line, in a fixed order.
package enum ProfileJSON {
  package static func line(
    _ profile: FileProfile, file: String, titles: [String], top: Int, showsValues: Bool
  ) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.text("file", file)
      json.number("rows", profile.rows)
      json.number("unreadable", profile.unreadable)
      json.number("ragged", profile.ragged)
      json.array("columns") { json in
        for (title, column) in zip(titles, profile.columns) {
          json.object { write(column, title, top, showsValues, &$0) }
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func write(
    _ column: ColumnProfile, _ title: String, _ top: Int, _ showsValues: Bool,
    _ json: inout JSONText
  ) {
    let filled = column.rows - column.empty
    json.text("column", title)
    json.number("rows", column.rows)
    json.number("empty", column.empty)
    json.number("distinct", column.distinct)
    json.flag("distinctIsExact", column.isDistinctExact)
    if filled > 0 {
      json.number("minLength", column.shortest)
      json.number("maxLength", column.longest)
    }
    list("patterns", "pattern", column.patterns, top, &json)
    if showsValues { list("values", "value", column.values, top, &json) }
    if let grades = column.grades {
      json.object("addressGrades") { json in
        for grade in AddressGrade.allCases {
          json.number(grade.letter, grades[Int(grade.rawValue)])
        }
      }
    }
  }

  /// The frequent ones; `…Above` says from which count on they are all there.
  private static func list(
    _ key: String, _ name: String, _ values: FrequentValues, _ top: Int, _ json: inout JSONText
  ) {
    json.array(key) { json in
      for item in values.top(top) {
        json.object { json in
          json.text(name, item.text)
          json.number("count", item.count)
        }
      }
    }
    if let bound = values.bound { json.number(key + "Above", bound) }
  }
}
