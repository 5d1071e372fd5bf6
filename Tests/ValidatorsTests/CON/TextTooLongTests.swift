import Findings
import Records
import References
import TestSupport
import Testing
import Validators

@Suite struct `Texts and the room for them` {
  private func outcome(
    _ cells: [DataElement: String], party: Party = .person, templates: [String] = ["east5"]
  ) -> Outcome {
    let context = Context(
      asOf: exampleDay, mappings: Repository.mappings,
      parameters: ["CON008": ["templates": .texts(templates)]])
    let batch = RecordBatch(party: party, records: [cells])
    var facts = Facts()
    return TextTooLongForTarget(context).check(batch[0], &facts)
  }

  @Test(
    arguments: [
      ("C", "450", 450), ("anc..60", "60", 60), ("anc..60", "", 60), ("ANC..100", "", 100),
      ("C..200", "", 200), ("3!a", "3", 3), ("6!n", "", 6), ("anc", "", nil),
      ("20n(2)", "20,2", nil),
      ("D", "2 decimals", nil), ("C", "0", nil), ("", "", nil), ("YYYY-MM-DD", "", nil),
      ("..5", "", nil),
      ("anc..", "", nil), ("n..x", "", nil),
    ] as [(String, String, Int?)])
  func `have lengths in every form of the templates`(
    _ type: String, _ length: String, _ expected: Int?
  ) {
    #expect(FieldLength.longest(type: type.utf8.span, length: length.utf8.span) == expected)
  }

  @Test(arguments: [
    ("two_sources", true), ("one_source", true), ("bank", true), ("no", false),
    ("fields two_sources; lengths one_source; required partly from memory", true),
    ("fields two_sources; lengths from memory", false),
    ("lengths conflict; fields two_sources", false),
  ])
  func `have lengths that are verified or not`(_ mark: String, _ expected: Bool) {
    #expect(FieldLength.isVerified(mark: mark.utf8.span) == expected)
  }

  @Test func `fail from one byte too many on`() throws {
    let fields = try TemplateFields(from: Repository.mappings).fields
    #expect(fields.count > 30)
    for field in fields {
      for isChinese in [true, false] {
        let width = isChinese && field.unit == .bytes ? 3 : 1
        let (sign, count) = (isChinese ? "汉" : "x", field.longest / width)
        let mark: [DataElement: String] = field.party == .organisation ? [.industryCode: ""] : [:]
        func outcome(_ count: Int) -> Outcome {
          self.outcome(
            mark.merging([field.element: String(repeating: sign, count: count)]) { $1 },
            party: field.party, templates: [field.template])
        }
        #expect(outcome(count) == .passed, "\(field.title)")
        #expect(outcome(count + 1) == .failed, "\(field.title)")
      }
    }
  }

  @Test func `are not judged by unverified lengths, of templates that are not asked for`() {
    let long = String(repeating: "汉", count: 700)
    #expect(
      outcome(
        [.industryCode: "", .businessScope: long], party: .organisation, templates: ["credit2"])
        == .notEvaluated(.referenceMissing))
    #expect(outcome([.name: long]) == .notEvaluated(.columnMissing), "EAST wants names encrypted")
    #expect(outcome([.name: long], templates: ["YBT2", "none"]) == .failed)
    #expect(outcome([.name: long], templates: ["none"]) == .notEvaluated(.referenceMissing))
  }

  @Test func `have room for every name of an occupation`() throws {
    let table = try ReferenceTable("codes/gbt6565-2015.csv", from: Repository.mappings)
    let name = try table.column("name")
    for row in 0..<table.count {
      #expect(outcome([.occupationText: table.text(row, name)]) == .passed)
    }
  }
}
