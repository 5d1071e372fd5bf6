import Findings
import Records

/// ADR015: fewer characters than an address can do with.
package struct AddressTooShort: RecordValidator {
  package static let rule = Rule(
    id: "ADR015", name: "address-too-short", parties: [.person, .organisation],
    dimension: .validity, severity: .notice, reads: [.address],
    authority: Authority("反洗钱法（2024年修订）", clause: "第二十九条"),
    title: Text(zh: "地址过短", en: "Address too short"),
    claim: Text(
      zh: "地址字数过少，不足以找到客户",
      en: "The address has too few characters to find the customer by."),
    remedy: Text(
      zh: "联系客户，补齐省、市、县、街道和门牌",
      en: "Ask the customer for province, city, county, street and number."),
    parameters: [
      Parameter(
        "least_characters", default: 8, in: 1...100, zh: "地址至少应有的字数",
        en: "Characters that an address has at least.")
    ],
    examples: [
      .fails([.address: "章贡区"], action: .contact),
      .fails([.address: "大余县南安镇"], action: .contact, "six characters"),
      .fails([.address: "红旗大道86"], action: .contact, party: .organisation),
      .passes([.address: "大余县南安镇新余村"], "nine characters"),
      .passes([.address: "章贡区红旗大道1"], "eight characters"),
      .passes([.address: "江西省赣州市章贡区红旗大道86号"]),
      .notApplicable([.address: ""], "ADR001 speaks of an empty address"),
      .notApplicable([.address: "无"], "ADR002 speaks of placeholders"),
    ])

  private let placeholders: AddressPlaceholders
  private let least: Int

  package init(_ context: Context) {
    placeholders = AddressPlaceholders(context)
    least = context.integer(Self.rule, "least_characters")
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let address = record[.address]
    if address.isEmpty { return .notApplicable }
    // Four bytes a character at most.
    if address.count >= least * 4 { return .passed }
    if address.characterCount >= least { return .passed }
    return facts.region.placeholder(record, placeholders) == .none ? .failed : .notApplicable
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.action = .contact
    finding.value.append(record[.address])
    finding.expected.append(zh: "至少 ", en: "at least ", in: finding.language)
    finding.expected.append(decimal: least)
    finding.expected.append(zh: " 个字", en: " characters", in: finding.language)
  }
}
