import Findings
import Records

/// ADR001: no address.
package struct AddressMissing: RecordValidator {
  package static let rule = Rule(
    id: "ADR001", name: "address-missing", parties: [.person, .organisation],
    dimension: .completeness, severity: .error, reads: [.address], alsoReads: [.employerAddress],
    authority: Authority("中国人民银行等令〔2007〕第2号", clause: "第三十三条"),
    title: Text(zh: "地址为空", en: "No address"),
    claim: Text(
      zh: "没有登记地址（个人客户的住所地和工作单位地址都没有）",
      en: "No address is recorded; of a person neither the home's nor the employer's."),
    remedy: Text(
      zh: "联系客户登记经常居住地或工作单位地址；单位客户按营业执照登记住所",
      en:
        "Ask the customer where they live or work; of an organisation take the domicile from its licence."
    ),
    examples: [
      .fails([.address: ""], action: .contact),
      .fails([.address: "  ", .employerAddress: ""], action: .contact, "blanks are nothing"),
      .fails([.address: "\u{3000}"], action: .contact, party: .organisation),
      .passes([.address: "江西省赣州市章贡区红旗大道86号"]),
      .passes(
        [.address: "", .employerAddress: "赣州市章贡区文清路7号"],
        "of a person the home's or the employer's address is enough"),
      .passes([.address: "不详"], "ADR002 speaks of placeholders"),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    record[.address].isEmpty && record[.employerAddress].isEmpty ? .failed : .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.action = .contact
    finding.expected.append(
      zh: "省、市、县及街道门牌齐全的地址",
      en: "an address with province, city, county, street and number", in: finding.language)
  }
}
