import Addresses
import Findings
import Records
import References

/// ADR013: one door is the address of many customers.
package struct AddressSharedByMany: DatasetValidator {
  package static let rule = Rule(
    id: "ADR013", name: "address-shared-by-many", parties: [.person, .organisation],
    dimension: .accuracy, severity: .notice, reads: [.address, .customerKey],
    authority: Authority("银发〔2016〕261号", clause: "二（四）"),
    title: Text(zh: "多个客户共用一个地址", en: "Address shared by many customers"),
    claim: Text(
      zh: "同一门户登记在许多客户名下，可能是代办人、中介或虚构的地址；只比较写到门牌以下的地址，只写到门牌或楼栋的，以及学校、部队、工厂、医院、宿舍等集体地址，按较高的户数提示",
      en:
        "One door is recorded for many customers; it may be that of an agent or invented. Addresses without a number are not compared; those that end at a number or a building, and schools, barracks, factories, hospitals and dormitories, count from a higher number on."
    ),
    remedy: Text(
      zh: "逐户核实是否实际居住或经营；不能说明合理理由的，请客户登记实际地址",
      en: "Ask each customer whether they live or work there; record the real address otherwise."),
    parameters: [
      Parameter(
        "customers", default: 8, in: 2...1000, zh: "共用同一房号（村内为同一门牌）的客户数，从多少起提示",
        en:
          "Number of customers of one room, or one house in a village, from which on it is shared by many."
      ),
      Parameter(
        "customers_in_collective", default: 50, in: 2...100_000,
        zh: "共用同一门牌、楼栋或集体地址的客户数，从多少起提示",
        en: "The same for one number on a road, one building or a collective address."),
    ],
    examples: [],
    groups: [
      GroupExample(
        sharing("江西省赣州市章贡区红旗大道86号3栋2单元501室", 8), failing: Array(0..<8)),
      GroupExample(
        sharing("江西省赣州市章贡区红旗大道86号3栋2单元501室", 4)
          + sharing("赣州市章贡区红旗大道８６号 3栋2单元501室（门卫代收）", 4, from: 4),
        failing: Array(0..<8), "however it is written"),
      GroupExample(
        sharing("江西省赣州市大余县新城镇水南村5组12号", 9), failing: Array(0..<9), "a house in a village"),
      GroupExample(
        sharing("江西省赣州市章贡区红旗大道86号江西理工大学3栋501室", 50), failing: Array(0..<50),
        "more than a room of a campus holds"),
      GroupExample(sharing("江西省赣州市章贡区红旗大道86号3栋2单元501室", 7), failing: [], "a family"),
      GroupExample(
        [[DataElement: String]](
          repeating: [.customerKey: "C1", .address: "江西省赣州市章贡区红旗大道86号3栋2单元501室"], count: 9),
        failing: [], "one customer; DUP006 speaks of repeated numbers"),
      GroupExample(sharing("江西省赣州市章贡区红旗大道86号", 20), failing: [], "a number may be a tower"),
      GroupExample(
        sharing("江西省赣州市章贡区红旗大道86号江西理工大学3栋501室", 20), failing: [], "a campus"),
      GroupExample(sharing("江西省赣州市大余县新城镇水南村", 60), failing: [], "no door"),
      GroupExample(sharing("红旗大道86号3栋2单元501室", 9), failing: [], "ADR003 speaks of these"),
      GroupExample(sharing("", 9), failing: [], "ADR001 speaks of an empty address"),
    ])

  /// Records of that many customers with one address.
  private static func sharing(
    _ address: String, _ count: Int, from first: Int = 0
  ) -> [[DataElement: String]] {
    (first..<(first + count)).map { [.customerKey: "C\($0)", .address: address] }
  }

  private let divisions: Divisions?
  private let reading: AddressReading?
  var gazetteer: AddressGazetteer? { reading?.gazetteer }
  private let least: Int
  private let leastInCollective: Int

  package init(_ context: Context) {
    divisions = context.reference(Divisions.self)
    reading = AddressReading(context)
    least = context.integer(Self.rule, "customers")
    leastInCollective = context.integer(Self.rule, "customers_in_collective")
  }

  /// Highest byte of the key of a collective address; 0x80 is that of any other.
  private static let collective: UInt64 = 0x81

  package func key(_ record: RecordView, _ facts: inout Facts) -> PackedKey? {
    let address = record[.address]
    guard !address.isEmpty, let divisions, let reading else { return nil }
    let head = facts.region.head(record, divisions)
    var place = head.county
    if place == 0 {
      place = head.prefecture
      if place == 0 || !divisions.hasNoCounties(place) { return nil }
    } else if !head.isCountyCertain {
      return nil
    }
    var door = AddressDoorKey(
      address.extracting(head.end..<address.count), in: place, reading.gazetteer)
    if !door.isPlain {
      // Notes, telephones and marks are left out of the standard form.
      if door.precision == .none { return nil }
      let read = reading.parser.parse(address)
      let form = Array(StandardAddress(read, of: address, reading.gazetteer).text.utf8)
      var path: [UInt8] = []
      divisions.appendPath(of: read.code, to: &path)
      guard read.code == place, form.starts(with: path) else { return nil }
      let rest = Array(form[path.count...])
      door = AddressDoorKey(rest.span, in: place, reading.gazetteer)
    }
    switch door.precision {
    case .none: return nil
    case .collective: return door.key(marked: Self.collective)
    case .door: return door.key(marked: 0x80)
    }
  }

  package func fails(_ group: [Holder], key: PackedKey) -> Bool {
    group.isOf(customers: key.high >> 56 == Self.collective ? leastInCollective : least)
  }

  package func explain(
    _ holder: Holder, in group: [Holder], key: PackedKey, _ finding: inout FindingWriter
  ) {
    finding.action = .contact
    finding.expected.append(
      zh: "客户实际居住或经营的地址", en: "where the customer lives or works", in: finding.language)
    finding.evidence.append(sharing: group, than: holder, zh: "地址", in: finding.language)
  }
}
