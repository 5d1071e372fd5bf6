import Addresses
import Findings
import Records
import References

/// ADR014: the address recorded for a customer is that of one of the bank's own offices.
package struct AddressIsTheBanksOwn: RecordValidator {
  package static let rule = Rule(
    id: "ADR014", name: "address-is-the-banks-own", parties: [.person, .organisation],
    dimension: .accuracy, severity: .error, reads: [.address],
    authority: Authority("中国人民银行等令〔2007〕第2号", clause: "第三十三条"),
    title: Text(zh: "客户地址是本行网点地址", en: "Address is the bank's own"),
    claim: Text(
      zh: "登记的客户地址是本行自己的网点或办公地址（作业文件 own.addresses 所列；未列的不适用），写到同一门牌内具体房号的不算",
      en:
        "The customer's address is that of an office of the bank itself, as own.addresses of the job lists them; not applicable where the job lists none. A room behind the same number is not the bank's."
    ),
    remedy: Text(
      zh: "联系客户，登记本人住所或单位实际经营地址",
      en: "Ask the customer for a home or business address of their own."),
    examples: [
      .fails([.address: "江西省赣州市章贡区文清路42号"], action: .contact),
      .fails([.address: "赣州市章贡区文清路４２号"], action: .contact, "however it is written"),
      .fails(
        [.address: "章贡区文清路四十二号"], action: .contact, party: .organisation, "Chinese numerals"),
      .fails([.address: "赣赣州市章贡区文清路42号"], action: .contact, "a province of one character"),
      .fails([.address: "江西省贛州市章貢區文清路42號"], action: .contact, "traditional characters"),
      .passes([.address: "江西省赣州市章贡区文清路44号"], "a neighbour"),
      .passes([.address: "江西省赣州市章贡区文清路42号3栋501室"], "a flat behind the same number"),
      .passes([.address: "江西省赣州市章贡区红旗大道42号"], "the number of another road"),
      .passes([.address: "江西省赣州市章贡区文清路"], "the road alone"),
      .passes([.address: "江西省赣州市大余县文清路42号"], "another county"),
      .notApplicable([.address: ""], "ADR001 speaks of an empty address"),
      .notApplicable([.address: "不详"], "no division is named"),
      .notEvaluated(
        [.address: "江西省赣州市章贡区文清路42号"], .referenceMissing, without: "address-gazetteer"),
    ])

  /// An office of the bank.
  private struct Office: Sendable {
    let text: [UInt8]
    let address: Address
    let place: Int32
  }

  private let divisions: Divisions?
  private let reading: AddressReading?
  private let isListed: Bool
  private let offices: [Office]
  /// Divisions in which offices lie, and those with an office that has no number.
  private let places: Set<Int32>
  private let unnumbered: Set<Int32>
  /// Division and number of every office.
  private let doors: Set<Int64>

  package init(_ context: Context) {
    divisions = context.reference(Divisions.self)
    reading = AddressReading(context)
    isListed = !context.own.addresses.isEmpty
    var offices: [Office] = []
    var unnumbered: Set<Int32> = []
    var doors: Set<Int64> = []
    for text in context.own.addresses {
      guard let reading else { break }
      let bytes = Array(text.utf8)
      let address = reading.parser.parse(bytes.span)
      let place = address.county != 0 ? address.county : address.prefecture
      if place == 0 { continue }
      offices.append(Office(text: bytes, address: address, place: place))
      // As in a record: behind the divisions.
      let start = divisions.map { AddressHead(bytes.span, $0).end } ?? 0
      if let number = Self.number(bytes.span, from: start) {
        doors.insert(Self.door(place, number))
      } else {
        unnumbered.insert(place)
      }
    }
    self.offices = offices
    self.unnumbered = unnumbered
    self.doors = doors
    places = Set(offices.map(\.place))
  }

  private static func door(_ place: Int32, _ number: Int32) -> Int64 {
    Int64(place) << 32 | Int64(number)
  }

  /// The first number in ASCII digits behind a place; nil where none follows.
  private static func number(_ text: Span<UInt8>, from start: Int) -> Int32? {
    var place = start
    while place < text.count, !text[place].isDigit { place += 1 }
    if place >= text.count { return nil }
    var value: Int32 = 0
    while place < text.count, text[place].isDigit {
      value = min(value * 10 + Int32(text[place] &- 0x30), 9_999_999)
      place += 1
    }
    return value
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let address = record[.address]
    if address.isEmpty || !isListed { return .notApplicable }
    guard let divisions, let reading else { return .notEvaluated(.referenceMissing) }
    let head = facts.region.head(record, divisions)
    var place = head.county != 0 ? head.county : head.prefecture
    if head.county == 0, reading.gazetteer.mayHideDivisions(address, from: head.end) {
      let summary = facts.region.summary(record, reading)
      if summary.province == 0 { return .notApplicable }
      place = summary.county != 0 ? summary.county : summary.prefecture
    } else if head.isEmpty {
      return .notApplicable
    }
    guard places.contains(place), mayBe(address, from: head.end, in: place) else {
      return .passed
    }
    return office(address, reading) == nil ? .passed : .failed
  }

  /// Whether reading the address may find an office: its first number is that of one, or
  /// there is none that can be told at a glance.
  private func mayBe(_ address: Span<UInt8>, from start: Int, in division: Int32) -> Bool {
    if unnumbered.contains(division) { return true }
    guard let number = Self.number(address, from: start) else { return true }
    return doors.contains(Self.door(division, number))
  }

  /// The office at an address.
  private func office(_ text: Span<UInt8>, _ reading: AddressReading) -> Office? {
    let address = reading.parser.parse(text)
    let place = address.county != 0 ? address.county : address.prefecture
    return offices.first { office in
      office.place == place && Self.isSame(office, address, text, reading.gazetteer)
    }
  }

  private static func isSame(
    _ office: Office, _ address: Address, _ text: Span<UInt8>, _ gazetteer: AddressGazetteer
  ) -> Bool {
    let comparison = AddressComparison(
      office.address, office.text.span, address, text, gazetteer)
    guard comparison.verdict == .same || comparison.verdict == .differentPrecision else {
      return false
    }
    func agree(_ kinds: AddressComponent.Kind...) -> Bool {
      kinds.contains { comparison.agreeing.contains($0) }
    }
    let hasDoor = office.address.first(.number) != nil || office.address.first(.building) != nil
    guard agree(.road, .lane, .village, .pointOfInterest), !hasDoor || agree(.number, .building)
    else { return false }
    // Whoever names a flat does not mean the office.
    let finer: [AddressComponent.Kind] = [.building, .unit, .floor, .room]
    return !finer.contains { comparison.oneSided.contains($0) && address.first($0) != nil }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let address = record[.address]
    finding.value.append(address)
    finding.action = .contact
    finding.expected.append(
      zh: "客户自己的地址", en: "an address of the customer's own", in: finding.language)
    guard let reading, let office = office(address, reading) else { return }
    finding.evidence.append(zh: "本行地址：", en: "the bank's: ", in: finding.language)
    finding.evidence.append(contentsOf: office.text)
  }
}
