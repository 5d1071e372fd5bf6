import Findings
import Records

extension LikelySamePerson {
  /// An invented person, whose number has the right check character.
  private static let one: [DataElement: String] = [
    .customerKey: "P1", .name: "王小明", .documentType: "1010",
    .documentNumber: "360721198001011237", .birthDate: "1980-01-01", .sex: "1",
    .phone: "13970712345", .address: "江西省赣州市章贡区红旗大道12号3栋501室",
  ]

  /// The same record of another customer, with some values changed.
  private static func and(
    _ cells: [DataElement: String]
  ) -> [[DataElement: String]] {
    [one, one.merging([.customerKey: "P2"]) { $1 }.merging(cells) { $1 }]
  }

  static let personExamples = [
    GroupExample(
      and([.documentNumber: "360721198001011287", .phone: "", .address: ""]), failing: [0, 1],
      "one figure mistyped"),
    GroupExample(
      and([.documentNumber: "360721198010011237", .birthDate: "1980-10-01"]), failing: [0, 1],
      "two neighbours swapped in the date, which the field repeats"),
    GroupExample(
      and([.documentNumber: "36072119800101123", .phone: "0797-8123456", .address: ""]),
      failing: [0, 1], "the check character is missing"),
    GroupExample(
      and([.documentNumber: "360721800101123", .name: "", .phone: "", .address: ""]),
      failing: [0, 1], "the older form of the same number"),
    GroupExample(
      and([.documentNumber: "360721 19800101 1237"]), failing: [0, 1], "blanks in the number"),
    GroupExample(
      and([.documentNumber: "", .documentType: "", .address: "赣州市"]), failing: [0, 1],
      "no number, but name, birth and telephone"),
    GroupExample(
      and([.documentNumber: "E12345678", .documentType: "1050", .phone: "18970712345"])
        + [[.customerKey: "P3", .name: "王小明", .birthDate: "1980-01-01"]],
      failing: [0, 1], "a passport, and the address is the same"),
    GroupExample(
      and([.documentNumber: "360721198001011253"]), failing: [],
      "two numbers that are right are two people, whatever else agrees"),
    GroupExample(
      and([.documentNumber: "360721198001011253", .name: "王小亮"]), failing: [], "twins"),
    GroupExample(
      and([.documentNumber: "360721198001011257", .name: "王小亮"]), failing: [],
      "twins, one of whose numbers is mistyped"),
    GroupExample(
      and([.documentNumber: "", .phone: "", .address: ""]), failing: [],
      "a name and a day of birth are shared by strangers"),
    GroupExample(
      and([.documentNumber: "", .name: "王建国", .birthDate: "1952-03-05"]), failing: [],
      "a family shares telephone and address"),
    GroupExample(
      and([.documentNumber: "E12345678", .documentType: "1050", .phone: "", .address: ""]),
      failing: [], "documents of two kinds say nothing"),
    GroupExample(and([:]), failing: [], "DUP001 speaks of one number for several customers"),
    GroupExample(
      and([.customerKey: "P1", .documentNumber: "360721198001011287"]), failing: [],
      "DUP006 speaks of a customer number that is repeated"),
  ]
}
