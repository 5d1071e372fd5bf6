import Records

/// Text fields of regulators' templates that data elements go into, with their lengths.
///
/// Fields whose length is missing or not verified are left out, and so are those that are
/// reported in another form than the element has (codes, dates, numbers, names and numbers of
/// persons that EAST wants encrypted): `templates/field-elements.csv` does not list them.
package struct TemplateFields: Reference {
  package static let name = "template-fields"
  package static let tables = [
    "templates/field-elements.csv", "templates/east5.csv", "templates/ybt2.csv",
    "templates/pboc-aml-300.csv", "templates/credit2.csv",
  ]

  /// One field and the element that goes into it.
  package struct Field: Sendable {
    /// `EAST5`.
    package let template: String
    /// Table and code and name of the field, as in `201 个人基础信息表 GRJCXXB ZY 职业`.
    package let title: String
    package let party: Party
    package let element: DataElement
    package let longest: Int
    package let unit: FieldLength.Unit
  }

  package let fields: [Field]

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    var lengths: [String: Int] = [:]
    var titles: [String: String] = [:]
    var known: Set<String> = []
    for path in Self.tables.dropFirst() {
      let table = try ReferenceTable(path, from: folder)
      let (template, part) = (try table.column("template_id"), try table.column("table"))
      let (code, name) = (try table.column("field_code"), try table.column("field_name"))
      let (type, length) = (try table.column("type"), try table.column("length"))
      let mark = try table.column("verified")
      for row in 0..<table.count {
        let key = Self.key(table, row, template, part, code)
        known.insert(key)
        titles[key] =
          "\(table.text(row, part)) \(table.text(row, code)) \(table.text(row, name))"
        guard table.read(row, mark, FieldLength.isVerified(mark:)) else { continue }
        let form = table.text(row, type)
        lengths[key] = table.read(row, length) {
          FieldLength.longest(type: form.utf8.span, length: $0)
        }
      }
    }
    let table = try ReferenceTable(Self.tables[0], from: folder)
    let (template, part) = (try table.column("template_id"), try table.column("table"))
    let (code, party) = (try table.column("field_code"), try table.column("party"))
    let (element, counted) = (try table.column("element"), try table.column("counted"))
    let mark = try table.column("verified")
    var fields: [Field] = []
    for row in 0..<table.count {
      guard let kind = DataElement.named(table.text(row, element)), kind.facts.type == .text else {
        throw table.fault(row, .badValue(column: "element"))
      }
      guard let unit = table.read(row, counted, { FieldLength.Unit($0) }) else {
        throw table.fault(row, .badValue(column: "counted"))
      }
      let who: Party
      switch table.text(row, party) {
      case "P": who = .person
      case "O": who = .organisation
      default: throw table.fault(row, .badValue(column: "party"))
      }
      let key = Self.key(table, row, template, part, code)
      guard known.contains(key) else { throw table.fault(row, .badValue(column: "field_code")) }
      guard table.read(row, mark, { Mark.isVerified($0) }), let longest = lengths[key] else {
        continue
      }
      fields.append(
        Field(
          template: table.text(row, template), title: titles[key] ?? "", party: who, element: kind,
          longest: longest, unit: unit))
    }
    self.fields = fields
  }

  private static func key(
    _ table: ReferenceTable, _ row: Int, _ template: Int, _ part: Int, _ code: Int
  ) -> String {
    "\(table.text(row, template))|\(table.text(row, part))|\(table.text(row, code))"
  }
}
