import Findings
import Records
import TestSupport
import Testing
import Validators

@Suite struct `Missing elements` {
  /// Elements named in the findings of a record, in order.
  private func missing<V: RecordValidator>(
    _ type: V.Type, _ cells: [DataElement: String], party: Party = .person,
    elements: [String]? = nil
  ) -> [String] {
    let context = Context(
      asOf: exampleDay, mappings: nil,
      parameters: elements.map { [V.rule.id: ["elements": .texts($0)]] } ?? [:])
    let validator = V(context)
    let batch = RecordBatch(party: party, records: [cells])
    var facts = Facts()
    guard validator.check(batch[0], &facts) == .failed else { return [] }
    var finding = FindingWriter(language: .zh)
    finding.begin(
      FindingWriter.RulePrefix(V.rule, severity: .error, language: .zh), party: party,
      key: batch[0][.customerKey], branch: batch[0][.branch], owner: batch[0][.owner], source: "例",
      row: 1)
    validator.explain(batch[0], &facts, &finding)
    finding.end()
    let rows = String(decoding: finding.findings, as: UTF8.self).split(separator: "\n")
    return rows.map { String($0.split(separator: ",", omittingEmptySubsequences: false)[9]) }
  }

  static let subsets = Array(0..<16)

  @Test(arguments: subsets) func `of a person give one finding each`(_ subset: Int) {
    let values: [(DataElement, String)] = [
      (.sex, "1"), (.nationality, "CHN"), (.documentType, "1050"),
      (.documentExpiryDate, "2030-01-01"),
    ]
    var cells: [DataElement: String] = [.documentNumber: "E12345678"]
    var expected: [String] = []
    for (place, (element, value)) in values.enumerated() {
      let isMissing = subset >> place & 1 == 1
      cells[element] = isMissing ? "" : value
      if isMissing { expected.append(element.name) }
    }
    #expect(missing(KycElementMissingPerson.self, cells) == expected)
  }

  @Test func `of a person are those that a bank asks for`() {
    let nine = [
      "name", "sex", "nationality", "occupation_code", "address", "phone", "document_type",
      "document_number", "document_expiry_date",
    ]
    let empty = Dictionary(
      uniqueKeysWithValues: nine.compactMap { DataElement.named($0) }.map { ($0, "") })
    // Without a document its kind and its end are not asked for apart.
    #expect(
      missing(KycElementMissingPerson.self, empty, elements: nine)
        == ["name", "sex", "nationality", "occupation_code", "address", "phone", "document_number"])
    var filled = empty
    filled[.employerAddress] = "赣州市水东镇1号"
    filled[.occupationText] = "教师"
    #expect(
      missing(KycElementMissingPerson.self, filled, elements: nine)
        == ["name", "sex", "nationality", "phone", "document_number"])
  }

  @Test func `of an organisation leave out columns that are not there`() {
    #expect(
      missing(
        KycElementMissingOrganisation.self,
        [.creditCode: "91360702MA35F5H94C", .legalRepresentative: "", .beneficialOwner: ""],
        party: .organisation) == ["legal_representative", "beneficial_owner"])
  }

  @Test func `of a payroll customer give one finding each`() {
    let cells: [DataElement: String] = [
      .payroll: "1", .postcode: "", .regionCode: "", .occupationCode: "", .employer: "",
    ]
    #expect(
      missing(PayrollElementMissing.self, cells)
        == ["postcode", "region_code", "occupation_code", "employer"])
    #expect(missing(PayrollElementMissing.self, cells, elements: ["postcode"]) == ["postcode"])
  }

  @Test func `correct themselves only from a sound resident id`() {
    let wrong: [DataElement: String] = [
      .sex: "", .documentType: "1010", .documentNumber: "110101199003077714",
    ]
    let batch = RecordBatch(party: .person, records: [wrong])
    let validator = KycElementMissingPerson(Context(asOf: exampleDay, mappings: nil))
    var facts = Facts()
    var finding = FindingWriter(language: .zh)
    finding.begin(
      FindingWriter.RulePrefix(KycElementMissingPerson.rule, severity: .error, language: .zh),
      party: .person, key: batch[0][.customerKey], branch: batch[0][.branch],
      owner: batch[0][.owner], source: "例", row: 1)
    validator.explain(batch[0], &facts, &finding)
    #expect(finding.suggestion.isEmpty)
    #expect(finding.action == .contact)
  }
}
