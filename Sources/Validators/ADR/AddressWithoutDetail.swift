import Addresses
import Findings
import Records
import References

/// ADR004: nothing by which the place could be found within its county.
package struct AddressWithoutDetail: RecordValidator {
  package static let rule = Rule(
    id: "ADR004", name: "address-without-detail", parties: [.person, .organisation],
    dimension: .completeness, severity: .error, reads: [.address],
    authority: Authority("中国人民银行等令〔2007〕第2号", clause: "第三十三条"),
    title: Text(zh: "地址不够详细", en: "Address without detail"),
    claim: Text(
      zh: "地址只写到县（区）或乡镇，没有村、社区、道路、小区或单位名称，或者写了道路却没有门牌号；村名、组（队、屯、自然村）、单位和楼盘名称都算写明",
      en:
        "The address ends at the county or township, without a village, community, road, compound or institution, or names a road without a number. A village, a group in it, an institution or a building is enough."
    ),
    remedy: Text(
      zh: "联系客户，按“还缺”所列补齐",
      en: "Ask the customer for what is listed as missing."),
    parameters: [
      Parameter(
        "house_in_village", default: 0, in: 0...1,
        zh: "只写到村或社区的，是否还要写明组或门牌号：1 要求，0 不要求",
        en: "Whether a village or community needs a group or a house number too: 1 yes, 0 no.")
    ],
    examples: [
      .fails([.address: "江西省赣州市章贡区"], action: .contact, "the county alone"),
      .fails([.address: "江西省赣州市大余县南安镇"], action: .contact, "a township"),
      .fails([.address: "江西省赣州市章贡区红旗大道"], action: .contact, "a road without a number"),
      .fails([.address: "江西省赣州市章贡区水东镇，13970712345"], action: .contact, "a telephone is none"),
      .fails(
        [.address: "江西省赣州市章贡区3号"], action: .contact, party: .organisation,
        "a number, but not of what"),
      .fails([.address: "鼓楼区"], action: .contact, "whichever of the four it is"),
      .passes([.address: "江西省赣州市章贡区红旗大道86号"]),
      .passes([.address: "江西省赣州市大余县南安镇新余村"], "a village"),
      .passes([.address: "江西省赣州市大余县新城镇水南村下屋组"], "a group in a village"),
      .passes([.address: "黑龙江省绥化市兰西县红光乡双榆屯"], "a hamlet"),
      .passes([.address: "江西省赣州市章贡区江西理工大学"], "a campus"),
      .passes([.address: "江西省赣州市章贡区水泥厂"], "a factory"),
      .passes([.address: "江西省赣州市南康区家具市场"], party: .organisation, "a market"),
      .passes([.address: "江西省赣州市章贡区财富广场"], "a building"),
      .passes([.address: "江西省赣州市大余县南安镇12号"], "a number in a small town"),
      .passes([.address: "江西省赣州市章贡区新赣州大道18号"]),
      .passes([.address: "广东省东莞市虎门镇太沙路12号"], "a city without counties"),
      .notApplicable([.address: ""], "ADR001 speaks of an empty address"),
      .notApplicable([.address: "不详"], "ADR002 speaks of placeholders"),
      .notApplicable([.address: "江西省赣州市"], "ADR003 speaks of a missing county"),
      .notApplicable([.address: "12 Rue de Rivoli, Paris"], "not a Chinese address"),
      .notEvaluated([.address: "江西省赣州市章贡区"], .referenceMissing, without: "address-gazetteer"),
    ])

  private let divisions: Divisions?
  private let reading: AddressReading?
  private let placeholders: AddressPlaceholders
  private let needsHouse: Bool

  package init(_ context: Context) {
    divisions = context.reference(Divisions.self)
    reading = AddressReading(context)
    placeholders = AddressPlaceholders(context)
    needsHouse = context.integer(Self.rule, "house_in_village") != 0
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let address = record[.address]
    if address.isEmpty { return .notApplicable }
    guard let divisions, let reading else { return .notEvaluated(.referenceMissing) }
    let head = facts.region.head(record, divisions)
    let isPlaced =
      head.county != 0 || head.marks.contains(.countyWritten)
      || head.prefecture != 0 && divisions.hasNoCounties(head.prefecture)
    if !isPlaced || head.province >= 710_000 { return .notApplicable }
    if AddressDoor.isNamed(in: address, from: head.end) { return .passed }
    if facts.region.placeholder(record, placeholders) != .none { return .notApplicable }
    return gaps(facts.region.summary(record, reading)).isEmpty ? .passed : .failed
  }

  /// What is missing; empty where the address is good enough.
  private func gaps(_ summary: AddressSummary) -> AddressGaps {
    // Three characters and more that could not be told apart may say where it is.
    if summary.unclear >= 9 { return [] }
    if !summary.namesPlace {
      if summary.namesDoor, summary.has(.township) || summary.has(.zone) { return [] }
      if summary.namesDoor { return .place }
      return summary.has(.township) ? [.place, .number] : [.township, .place, .number]
    }
    if summary.namesDoor || summary.has(.pointOfInterest) || summary.has(.hamlet) { return [] }
    if summary.has(.village) { return needsHouse ? .house : [] }
    return .number
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.value.append(record[.address])
    finding.action = .contact
    guard let reading else { return }
    let summary = facts.region.summary(record, reading)
    finding.expected.append(zh: "还缺：", en: "missing: ", in: finding.language)
    for (index, text) in gaps(summary).texts.enumerated() {
      if index > 0 { finding.expected.append(zh: "、", en: ", ", in: finding.language) }
      finding.expected.append(contentsOf: text[finding.language].utf8)
    }
    let reach =
      summary.namesPlace
      ? AddressGrade.place.text
      : summary.has(.township)
        ? Text(zh: "只到乡镇或街道", en: "to a township only")
        : Text(zh: "只到县（区）", en: "to a county only")
    finding.evidence.append(contentsOf: reach[finding.language].utf8)
  }
}

/// A look for the number of a door that needs no reading of the whole address.
enum AddressDoor {
  /// Whether a number of a house, a building, a room or a group stands behind at least two
  /// Chinese characters: in nearly all good addresses it does. O(length), no allocation.
  static func isNamed(in address: Span<UInt8>, from start: Int) -> Bool {
    var place = start
    var characters = 0
    while place < address.count {
      let byte = address[place]
      if byte & 0xF0 == 0xE0 {
        characters += 1
        place += 3
      } else if byte.isDigit {
        while place < address.count, address[place].isDigit || address[place] == 0x2D {
          place += 1
        }
        if characters >= 2, isUnit(address, place) { return true }
      } else {
        place += 1
      }
    }
    return false
  }

  private static func isUnit(_ address: Span<UInt8>, _ place: Int) -> Bool {
    guard place + 3 <= address.count else { return false }
    let rest = address.extracting(place..<address.count)
    if rest.starts(with: "号") {
      // 4号线, 3号路.
      let next = rest.extracting(3..<rest.count)
      return
        !(next.starts(with: "线") || next.starts(with: "路") || next.starts(with: "街")
        || next.starts(with: "大"))
    }
    return rest.starts(with: "室") || rest.starts(with: "栋") || rest.starts(with: "幢")
      || rest.starts(with: "组") || rest.starts(with: "单元") || rest.starts(with: "房")
  }
}
