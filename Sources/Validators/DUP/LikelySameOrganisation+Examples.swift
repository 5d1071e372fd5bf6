import Findings
import Records

extension LikelySameOrganisation {
  /// An invented company, whose code has the right check characters.
  private static let one: [DataElement: String] = [
    .customerKey: "C1", .name: "赣州市虔邦新材料有限公司", .creditCode: "91360702MA35F5H94J",
    .legalRepresentative: "钟小军", .phone: "0797-8123456",
    .address: "江西省赣州市章贡区红旗大道12号3栋501室",
  ]

  /// The same record of another customer, with some values changed.
  private static func and(
    _ cells: [DataElement: String]
  ) -> [[DataElement: String]] {
    [one, one.merging([.customerKey: "C2"]) { $1 }.merging(cells) { $1 }]
  }

  static let organisationExamples = [
    GroupExample(
      and([.creditCode: "91360702MA35F5H84J", .phone: "", .address: ""]), failing: [0, 1],
      "one character mistyped"),
    GroupExample(
      and([.name: "虔邦新材料（赣州）有限责任公司", .creditCode: "", .address: ""]), failing: [0, 1],
      "no code, but name, representative and telephone"),
    GroupExample(
      and([.name: "江西虔邦新材料有限公司", .creditCode: "", .legalRepresentative: "李木生"])
        + [[.customerKey: "C3", .name: "吉安市虔邦新材料有限公司"]],
      failing: [], "another place, and the representative is another"),
    GroupExample(
      and([.name: "", .creditCode: "MA35F5H9-4", .legalRepresentative: "", .phone: ""]),
      failing: [0, 1], "its organisation code"),
    GroupExample(
      and([.name: "赣州市章贡区虔邦新材料", .creditCode: ""]), failing: [0, 1],
      "place and legal form differ, all else agrees"),
    GroupExample(
      and([.creditCode: "91360702MA36T0A18J"]), failing: [],
      "two codes that are right are two organisations, whatever else agrees"),
    GroupExample(
      and([.name: "赣州市橙禾商贸有限公司", .creditCode: ""]), failing: [],
      "two companies of one man at one address"),
    GroupExample(
      and([.creditCode: "", .legalRepresentative: "", .phone: "", .address: ""]), failing: [],
      "a name alone"),
    GroupExample(
      and([.name: "赣州市虔邦新材料有限公司吉安分公司", .creditCode: ""]), failing: [], "a branch"),
    GroupExample(and([:]), failing: [], "DUP003 speaks of one code for several customers"),
  ]
}
